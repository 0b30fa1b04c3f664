package dev.sextant.findings;

/**
 * What a check of a claim has to say.
 *
 * @param code stable
 * @param place which field
 * @param what what to do about it, in a sentence
 * @param blocks true if the claim cannot go to review like this
 */
public record Remark(String code, String place, String what, boolean blocks) {}

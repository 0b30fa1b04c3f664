package dev.sextant.linkage.group;

/**
 * What a person judged of two records: it holds whatever the scores say.
 *
 * @param a number of a record
 * @param b number of another
 * @param same whether they are one actor, or never
 */
public record Bond(int a, int b, boolean same) {}

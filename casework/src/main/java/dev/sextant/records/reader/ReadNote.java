package dev.sextant.records.reader;

/**
 * Something about the whole reading that the analyst should know: an assumption, a leniency, a
 * count that disagrees.
 *
 * @param code stable, such as {@code SX-NOTE-DATE-ORDER}
 * @param what in a sentence; no evidence content
 */
public record ReadNote(String code, String what) {}

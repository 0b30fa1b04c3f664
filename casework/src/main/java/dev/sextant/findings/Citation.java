package dev.sextant.findings;

import dev.sextant.terms.Digest;

/**
 * A record that a claim points at.
 *
 * @param record the record's id
 * @param note what the author sees in it; may be empty
 */
public record Citation(Digest record, String note) {}

package dev.sextant.records;

import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import java.time.Instant;

/**
 * A record as the store has it.
 *
 * @param id its id; the same whenever the same bytes are read
 * @param exhibit the exhibit it was read from
 * @param generation of the reading it comes from
 * @param ordinal its place among the records of its item, from 0
 * @param record the record
 * @param acquired when the exhibit was acquired: when we saw it, not when it happened
 */
public record StoredRecord(
    Digest id, ExhibitId exhibit, int generation, int ordinal, Record record, Instant acquired) {}

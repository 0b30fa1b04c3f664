package dev.sextant.records.reader;

import java.util.Optional;

/**
 * How a reading ended.
 *
 * @param reader the reader that was chosen; empty if none knows the content
 * @param tally the counts
 * @param stopped why the reading did not reach the end; empty if it did
 */
public record ReadOutcome(
    Optional<ReaderCard> reader, Tally tally, Optional<ReaderFault> stopped) {}

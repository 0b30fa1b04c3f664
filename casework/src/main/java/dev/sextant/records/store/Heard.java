package dev.sextant.records.store;

import dev.sextant.records.Counts;
import dev.sextant.records.ReadReport.PlacedFault;
import dev.sextant.records.reader.ReadNote;
import java.util.List;
import java.util.Map;

/**
 * What a reading told, apart from the records.
 *
 * @param reader name and version
 * @param counts before repeats are taken out
 * @param notes on the whole
 * @param faults the first of them
 * @param moreFaults how many more
 * @param unknown items by section
 */
public record Heard(
    String reader,
    Counts counts,
    List<ReadNote> notes,
    List<PlacedFault> faults,
    long moreFaults,
    Map<String, Long> unknown) {}

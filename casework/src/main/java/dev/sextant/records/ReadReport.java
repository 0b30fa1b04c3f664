package dev.sextant.records;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What reading an exhibit under an authority came to.
 *
 * @param id random identifier of the reading
 * @param exhibit which exhibit
 * @param generation 1 for the first reading of it under this authority; the highest one counts
 * @param reader name and version, such as {@code telegram-desktop/1}
 * @param by who had it read
 * @param at when
 * @param actLeaf where the act's intent lies in the log
 * @param counts what became of everything
 * @param notes what the reader told about the whole
 * @param faults broken items, the first {@value #MOST_FAULTS}
 * @param moreFaults how many more there are
 * @param unknown items of no known kind, by section
 */
public record ReadReport(
    UUID id,
    ExhibitId exhibit,
    int generation,
    String reader,
    ActorId by,
    Instant at,
    long actLeaf,
    Counts counts,
    List<ReadNote> notes,
    List<PlacedFault> faults,
    long moreFaults,
    Map<String, Long> unknown) {
  /** A file of rubbish has as many faults as lines; nobody reads more than these. */
  public static final int MOST_FAULTS = 10_000;

  /** Copies. */
  public ReadReport {
    notes = List.copyOf(notes);
    faults = List.copyOf(faults);
    unknown = Collections.unmodifiableMap(new TreeMap<>(unknown));
  }

  /**
   * A broken item.
   *
   * @param where its bytes, or where they begin
   * @param fault why it could not be read
   */
  public record PlacedFault(Locator where, ReadFault fault) {}
}

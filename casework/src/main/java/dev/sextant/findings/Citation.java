package dev.sextant.findings;

import dev.sextant.terms.Digest;
import java.util.List;
import java.util.UUID;

/**
 * A record that a claim points at.
 *
 * @param record the record's id
 * @param note what the author sees in it; may be empty
 * @param beside notes and translations of the record that are shown with its own words, by id
 */
public record Citation(Digest record, String note, List<UUID> beside) {
  /** Copies the list; a note that is named twice is shown once. */
  public Citation {
    beside = beside.stream().distinct().toList();
  }

  /** The record alone. */
  public Citation(Digest record, String note) {
    this(record, note, List.of());
  }
}

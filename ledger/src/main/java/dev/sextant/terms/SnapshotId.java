package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a frozen network. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record SnapshotId(UUID value) {
  /** A fresh random identifier. */
  public static SnapshotId random() {
    return new SnapshotId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static SnapshotId parse(String text) {
    return new SnapshotId(Ids.uuid("SnapshotId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

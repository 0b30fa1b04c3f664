package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies an exhibit within its case. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record ExhibitId(UUID value) {
  /** A fresh random identifier. */
  public static ExhibitId random() {
    return new ExhibitId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static ExhibitId parse(String text) {
    return new ExhibitId(Ids.uuid("ExhibitId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

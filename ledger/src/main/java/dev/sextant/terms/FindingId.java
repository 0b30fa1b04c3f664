package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a finding. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record FindingId(UUID value) {
  /** A fresh random identifier. */
  public static FindingId random() {
    return new FindingId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static FindingId parse(String text) {
    return new FindingId(Ids.uuid("FindingId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

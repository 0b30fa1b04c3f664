package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a case. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record CaseId(UUID value) {
  /** A fresh random identifier. */
  public static CaseId random() {
    return new CaseId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static CaseId parse(String text) {
    return new CaseId(Ids.uuid("CaseId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

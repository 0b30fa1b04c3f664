package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a permit. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record PermitId(UUID value) {
  /** A fresh random identifier. */
  public static PermitId random() {
    return new PermitId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static PermitId parse(String text) {
    return new PermitId(Ids.uuid("PermitId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a disclosure. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record DisclosureId(UUID value) {
  /** A fresh random identifier. */
  public static DisclosureId random() {
    return new DisclosureId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static DisclosureId parse(String text) {
    return new DisclosureId(Ids.uuid("DisclosureId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

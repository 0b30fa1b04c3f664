package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies what somebody is suspected of, with the facts that say so. Random: it says nothing
 * about what it names.
 *
 * @param value the random identifier
 */
public record SuspicionId(UUID value) {
  /** A fresh random identifier. */
  public static SuspicionId random() {
    return new SuspicionId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static SuspicionId parse(String text) {
    return new SuspicionId(Ids.uuid("SuspicionId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

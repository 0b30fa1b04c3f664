package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a logged act. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record ActId(UUID value) {
  /** A fresh random identifier. */
  public static ActId random() {
    return new ActId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static ActId parse(String text) {
    return new ActId(Ids.uuid("ActId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

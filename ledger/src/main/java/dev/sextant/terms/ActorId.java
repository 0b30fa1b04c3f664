package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a person who acts in Sextant. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record ActorId(UUID value) {
  /** A fresh random identifier. */
  public static ActorId random() {
    return new ActorId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static ActorId parse(String text) {
    return new ActorId(Ids.uuid("ActorId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a person in a case, whatever the role. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record PersonId(UUID value) {
  /** A fresh random identifier. */
  public static PersonId random() {
    return new PersonId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static PersonId parse(String text) {
    return new PersonId(Ids.uuid("PersonId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

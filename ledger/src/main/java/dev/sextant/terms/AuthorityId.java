package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a legal authority, over all its versions. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record AuthorityId(UUID value) {
  /** A fresh random identifier. */
  public static AuthorityId random() {
    return new AuthorityId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static AuthorityId parse(String text) {
    return new AuthorityId(Ids.uuid("AuthorityId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

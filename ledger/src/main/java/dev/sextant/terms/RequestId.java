package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a legal-process request within its case. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record RequestId(UUID value) {
  /** A fresh random identifier. */
  public static RequestId random() {
    return new RequestId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static RequestId parse(String text) {
    return new RequestId(Ids.uuid("RequestId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a person's judgement of a pair of accounts. Random: it says nothing about what it
 * names.
 *
 * @param value the random identifier
 */
public record JudgementId(UUID value) {
  /** A fresh random identifier. */
  public static JudgementId random() {
    return new JudgementId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static JudgementId parse(String text) {
    return new JudgementId(Ids.uuid("JudgementId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

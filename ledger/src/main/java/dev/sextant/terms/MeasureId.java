package dev.sextant.terms;

import java.util.UUID;

/**
 * Identifies a measure taken on a snapshot. Random: it says nothing about what it names.
 *
 * @param value the random identifier
 */
public record MeasureId(UUID value) {
  /** A fresh random identifier. */
  public static MeasureId random() {
    return new MeasureId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws BadValue if the text is not a UUID
   */
  public static MeasureId parse(String text) {
    return new MeasureId(Ids.uuid("MeasureId", text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

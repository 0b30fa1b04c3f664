package dev.sextant.records.text;

/**
 * In which language a text is written, as a machine sees it.
 *
 * @param code ISO 639-1, or {@link #UNKNOWN}
 * @param sureness from 0 to 1, of the likeliest language, even where that was not enough
 */
public record Language(String code, double sureness) {
  /** Too short, too mixed or not of the languages known. */
  public static final String UNKNOWN = "unknown";

  /** Nothing can be said. */
  static final Language NONE = new Language(UNKNOWN, 0);

  /** True if there is one. */
  public boolean known() {
    return !code.equals(UNKNOWN);
  }
}

package dev.sextant.findings;

/**
 * What a check of a claim has to say.
 *
 * @param code stable
 * @param place which field
 * @param what what to do about it, in a sentence
 * @param blocks true if the claim cannot go to review like this
 * @param quote the words it is about
 */
public record Remark(String code, String place, String what, boolean blocks, Quote quote) {
  /**
   * Words within a field.
   *
   * @param words as written; empty where the remark is about the whole field
   * @param from index of their first character in the field, counted in UTF-16 units
   * @param to index behind their last
   */
  public record Quote(String words, int from, int to) {
    /** The whole field. */
    public static final Quote WHOLE = new Quote("", 0, 0);
  }

  /** About a whole field. */
  public Remark(String code, String place, String what, boolean blocks) {
    this(code, place, what, blocks, Quote.WHOLE);
  }

  /** On one line: code, what, place, value and cure, as faults are told. */
  public String line() {
    String where = quote.words().isEmpty() ? place : place + " " + quote.from() + "-" + quote.to();
    return code
        + ": "
        + (blocks ? "blocks" : "warns")
        + " | at: "
        + where
        + " | value: "
        + quote.words().replaceAll("\\p{Cntrl}+", " ").replace('|', '/')
        + " | cure: "
        + what;
  }
}

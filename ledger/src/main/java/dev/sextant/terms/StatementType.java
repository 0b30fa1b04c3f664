package dev.sextant.terms;

/**
 * What kind of statement is made. A fact is never mixed with an assessment (Directive (EU)
 * 2016/680, Article 7), and the type travels with the statement through every export.
 */
public enum StatementType {
  /** The records show it without interpretation. */
  FACT("Fact", "the cited records show this directly"),
  /** Somebody says so; that they said it is what the records show. */
  REPORTED("Reported", "the cited records show that somebody said this, not that it is so"),
  /** A person's reading of the records, with other readings named. */
  ASSESSMENT("Assessment", "an analyst's reading of the cited records; others are possible"),
  /** A program's output: a measure, a score, a ranking. It supports nothing by itself. */
  MACHINE("Machine", "a program computed this; it is no fact about a person and no suspicion");

  private final String title;
  private final String meaning;

  StatementType(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /** For people, one word. */
  public String title() {
    return title;
  }

  /** For people, what the type means. */
  public String meaning() {
    return meaning;
  }
}

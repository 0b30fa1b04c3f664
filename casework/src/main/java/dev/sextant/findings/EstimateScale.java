package dev.sextant.findings;

import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Rules;
import java.util.List;

/**
 * A scale of estimative words. A finding draws them from one, which it declares, so that each word
 * has one meaning for author and reader.
 */
public enum EstimateScale {
  /** None declared: the finding estimates nothing. */
  NONE("none", "", List.of()),
  /**
   * Intelligence Community Directive 203, Analytic Standards (2 January 2015), D.6.e.2.a. It has
   * two rows of terms, which are not to be mixed.
   */
  ICD_203(
      "ICD 203",
      "Office of the Director of National Intelligence, Intelligence Community Directive 203,"
          + " Analytic Standards, 2 January 2015, D.6.e.2",
      List.of(
          new Term("almost no chance, or remote", "1 to 5 per cent"),
          new Term("very unlikely, or highly improbable", "5 to 20 per cent"),
          new Term("unlikely, or improbable", "20 to 45 per cent"),
          new Term("roughly even chance, or roughly even odds", "45 to 55 per cent"),
          new Term("likely, or probable", "55 to 80 per cent"),
          new Term("very likely, or highly probable", "80 to 95 per cent"),
          new Term("almost certain, or nearly certain", "95 to 99 per cent"))),
  /**
   * The probability yardstick of the United Kingdom's Professional Head of Intelligence Assessment;
   * the gaps between its ranges are meant.
   */
  PHIA(
      "PHIA yardstick",
      "Professional Head of Intelligence Assessment (United Kingdom), Professional Development"
          + " Framework for all-source intelligence assessment, probability yardstick",
      List.of(
          new Term("remote chance", "0 to 5 per cent"),
          new Term("highly unlikely", "10 to 20 per cent"),
          new Term("unlikely", "25 to 35 per cent"),
          new Term("realistic possibility", "40 to less than 50 per cent"),
          new Term("likely, or probable", "55 to 75 per cent"),
          new Term("highly likely", "80 to 90 per cent"),
          new Term("almost certain", "95 to 100 per cent")));

  /**
   * One step of a scale.
   *
   * @param words as its publisher writes them
   * @param range what they mean
   */
  public record Term(String words, String range) {}

  private final String title;
  private final String source;
  private final List<Term> terms;

  EstimateScale(String title, String source, List<Term> terms) {
    this.title = title;
    this.source = source;
    this.terms = terms;
  }

  /**
   * The one with which new findings begin, as the agency chose it in its pack; {@link #NONE} if it
   * chose none. A finding that was begun keeps the scale it was written in.
   */
  public static EstimateScale chosen(JurisdictionPack pack) {
    return valueOf(Rules.scale(pack));
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** Where it is published; empty for none. */
  public String source() {
    return source;
  }

  /** Its steps, the least likely first. */
  public List<Term> terms() {
    return terms;
  }
}

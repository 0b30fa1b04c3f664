package dev.sextant.helpdesk;

import static dev.sextant.helpdesk.DataCategory.CONTENT;
import static dev.sextant.helpdesk.DataCategory.IDENTIFICATION;
import static dev.sextant.helpdesk.DataCategory.SUBSCRIBER;
import static dev.sextant.helpdesk.DataCategory.TRAFFIC;

import java.util.EnumSet;
import java.util.Set;

/** The instruments by name; {@link Instrument} says what each may hold. */
public enum InstrumentKind {
  /** 18 USC 2703(f). */
  PRESERVATION_LETTER(
      "Preservation letter, 18 U.S.C. § 2703(f)", EnumSet.noneOf(DataCategory.class)),
  /** 18 USC 2703(c)(2). */
  SUBPOENA("Subpoena, 18 U.S.C. § 2703(c)(2)", EnumSet.of(SUBSCRIBER)),
  /** 18 USC 2703(d). */
  COURT_ORDER("Court order, 18 U.S.C. § 2703(d)", EnumSet.of(SUBSCRIBER, TRAFFIC)),
  /** Fed. R. Crim. P. 41 with 18 USC 2703(a), (b)(1)(A), (c)(1)(A). */
  SEARCH_WARRANT("Search warrant", EnumSet.of(SUBSCRIBER, TRAFFIC, CONTENT)),
  /** 18 USC 2702(b)(8), (c)(4). */
  EMERGENCY_DISCLOSURE(
      "Emergency disclosure request, 18 U.S.C. § 2702", EnumSet.of(SUBSCRIBER, TRAFFIC, CONTENT)),
  /** Regulation (EU) 2023/1543, Art. 6. */
  EPOC_PR("European Preservation Order (EPOC-PR)", EnumSet.noneOf(DataCategory.class)),
  /** Art. 4(1). */
  EPOC_SUBSCRIBER(
      "European Production Order (EPOC), subscriber data", EnumSet.of(SUBSCRIBER, IDENTIFICATION)),
  /** Art. 4(2). */
  EPOC_TRAFFIC(
      "European Production Order (EPOC), traffic data",
      EnumSet.of(SUBSCRIBER, IDENTIFICATION, TRAFFIC)),
  /** Art. 4(2). */
  EPOC_CONTENT("European Production Order (EPOC), content data", EnumSet.allOf(DataCategory.class));

  private final String words;
  private final Set<DataCategory> reaches;

  InstrumentKind(String words, Set<DataCategory> reaches) {
    this.words = words;
    this.reaches = reaches;
  }

  /** Its name, as printed. */
  public String words() {
    return words;
  }

  /** The categories it can hold; none where it discloses nothing. */
  public Set<DataCategory> reaches() {
    return reaches.isEmpty() ? Set.of() : EnumSet.copyOf(reaches);
  }

  /** Whether it only keeps data where they are. */
  public boolean preserves() {
    return reaches.isEmpty();
  }

  /** Whether it is a European order. */
  public boolean european() {
    return name().startsWith("EPOC");
  }

  /**
   * The instrument of a name.
   *
   * @throws ProcessRefused {@code SX-HELP-INSTRUMENT} if there is none
   */
  public static InstrumentKind of(String name) {
    for (InstrumentKind kind : values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new ProcessRefused(
        "SX-HELP-INSTRUMENT", "no such instrument", "instrument", name, "choose from the list");
  }
}

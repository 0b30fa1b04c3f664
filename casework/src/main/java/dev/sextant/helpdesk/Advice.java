package dev.sextant.helpdesk;

import java.util.List;

/**
 * What the adviser says of a wish: the lowest instrument that suffices, and why no higher one is
 * needed and no lower one is enough.
 *
 * @param proposed the lowest instrument that suffices
 * @param preservation the instrument that should go out first
 * @param preserved whether a preservation of the same accounts stands already
 * @param rungs every instrument of the ladder, lowest first
 * @param warnings what to check before relying on it: an old playbook, data that the provider says
 *     it does not hold
 */
public record Advice(
    InstrumentKind proposed,
    InstrumentKind preservation,
    boolean preserved,
    List<Rung> rungs,
    List<String> warnings) {
  /** Copies. */
  public Advice {
    rungs = List.copyOf(rungs);
    warnings = List.copyOf(warnings);
  }

  /** How an instrument stands to the wish. */
  public enum Fit {
    /** It does not reach everything that is wanted. */
    TOO_LOW,
    /** The lowest that reaches everything. */
    SUFFICIENT,
    /** It would reach more than is wanted. */
    NOT_NEEDED
  }

  /**
   * One instrument of the ladder.
   *
   * @param instrument which
   * @param fit how it stands to the wish
   * @param why in a sentence
   * @param threshold what must be shown for it
   * @param source where the law says so
   */
  public record Rung(
      InstrumentKind instrument, Fit fit, String why, String threshold, String source) {}
}

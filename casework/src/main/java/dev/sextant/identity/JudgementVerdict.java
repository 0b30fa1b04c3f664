package dev.sextant.identity;

/** What a person judges of two accounts. */
public enum JudgementVerdict {
  /** One actor. */
  SAME,
  /** Two actors. */
  DIFFERENT,
  /** Looked at, and not to be told from what there is. */
  UNSURE
}

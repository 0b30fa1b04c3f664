package dev.sextant.records.text;

/** What the check digits of a selector said. */
public enum Check {
  /** They agree: a chance agreement is as rare as the rule's digits make it. */
  PASSED,
  /** They do not agree: mistyped, altered or something else. */
  FAILED,
  /** This kind of selector has none, or is written in a form without. */
  NONE
}

package dev.sextant.subjects;

import dev.sextant.terms.Fault;

/** Every error of this room; the code says which. What it refuses is in the log with that code. */
public final class SubjectFault extends Fault {
  private static final long serialVersionUID = 1L;

  /**
   * @param code stable, {@code SX-SUBJ-...}
   * @param what what is wrong
   * @param place which field
   * @param value the value, never evidence
   * @param cure what to do next
   */
  public SubjectFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }
}

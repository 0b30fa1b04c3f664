package dev.sextant.app.cli;

/** What a command's exit code says. */
final class ExitCode {
  /** Done. */
  static final int OK = 0;

  /** Verification failed: what was checked is not what it claims to be. */
  static final int INVALID = 1;

  /** The command line itself was wrong. */
  static final int USAGE = 2;

  /** A fault: one line says code, place, value and cure. */
  static final int FAULT = 3;

  /** A defect of the program (as sysexits.h says: internal software error). */
  static final int DEFECT = 70;

  private ExitCode() {}
}

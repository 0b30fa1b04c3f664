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

  private ExitCode() {}
}

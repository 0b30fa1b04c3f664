package dev.sextant.tips;

/**
 * What became of a hostile file.
 *
 * @param outcome whether there is a working copy
 * @param type what its first bytes say it is
 * @param reason why it was left unopened, as a code; empty for a working copy
 * @param pages pages of the working copy
 * @param pdf the working copy, made of pixels; empty if there is none
 */
public record Disarmed(Outcome outcome, FileType type, String reason, int pages, byte[] pdf) {
  /** Whether there is a working copy. */
  public enum Outcome {
    /** Rendered to pixels in the sandbox and rebuilt outside. */
    REBUILT,
    /** Never opened: kept sealed. */
    UNOPENED,
    /** The sandbox ended without pixels: kept sealed. */
    FAILED
  }

  static Disarmed unopened(FileType type, String reason) {
    return new Disarmed(Outcome.UNOPENED, type, reason, 0, new byte[0]);
  }

  static Disarmed failed(FileType type, String reason) {
    return new Disarmed(Outcome.FAILED, type, reason, 0, new byte[0]);
  }
}

package dev.sextant.authority;

/**
 * Why a person asks for a permit, in that person's words. Only a keyed hash of it enters the log.
 *
 * @param text 10 to 500 characters
 */
public record Purpose(String text) {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 500;

  /** Checks the length. */
  public Purpose {
    text = text.strip();
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      throw new BadScope(
          "SX-AUTH-PURPOSE",
          "a purpose must say why",
          "purpose",
          text.length() + " characters",
          "write 10 to 500 characters");
    }
  }
}

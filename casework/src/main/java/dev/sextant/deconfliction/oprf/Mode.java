package dev.sextant.deconfliction.oprf;

/** The three protocols of RFC 9497 §3. */
public enum Mode {
  /** Whoever asks must trust that the right key was used. */
  OPRF(0),
  /** The answer proves that the key is the one whose public half is known. */
  VOPRF(1),
  /** The same, and both sides bind a text that both know. */
  POPRF(2);

  private final int number;

  Mode(int number) {
    this.number = number;
  }

  /** As the context string has it. */
  int number() {
    return number;
  }
}

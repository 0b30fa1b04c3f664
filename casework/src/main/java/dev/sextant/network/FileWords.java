package dev.sextant.network;

/** What questions about files say of words that they do not know. */
final class FileWords {
  private FileWords() {}

  /**
   * A word that is none of those there are.
   *
   * @param there those there are, joined by commas
   */
  static BadMeasuring unknown(String what, String option, String word, String there) {
    return new BadMeasuring(
        "SX-NETWORK-METHOD", what, option, VisibleText.of(word), "there are " + there);
  }
}

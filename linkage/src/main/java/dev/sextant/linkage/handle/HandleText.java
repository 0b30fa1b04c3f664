package dev.sextant.linkage.handle;

/**
 * A prepared handle: its words, what each and each character is worth, and what of it is the
 * person's own. Made by {@link HandleReader}.
 */
public final class HandleText {
  /** As given, in small letters, separators kept: two of these the same is the same handle. */
  final String whole;

  /** Small letters and digits only. */
  final String plain;

  /** The person's own words, joined, digits that stand for letters turned back. */
  final String core;

  /** Where the word that holds each position of {@link #plain} begins; its length at the end. */
  final int[] wordFrom;

  /** Bits of the words that end before or at each position; one longer than {@link #plain}. */
  final int[] words;

  /** Bits of the characters before each position, by spelling alone; one longer. */
  final int[] letters;

  /** Bits of the words before each position that are no office words or places; one longer. */
  final int[] own;

  HandleText(String whole, String plain, String core, int[][] tables) {
    this.whole = whole;
    this.plain = plain;
    this.core = core;
    this.wordFrom = tables[0];
    this.words = tables[1];
    this.letters = tables[2];
    this.own = tables[3];
  }

  /** The handle in small letters. */
  public String whole() {
    return whole;
  }

  /** What is left without separators, office words, digits at the end and digits for letters. */
  public String core() {
    return core;
  }

  /** Surprisal of the whole handle, in 1/65536 bits. */
  public int bits() {
    return words[plain.length()];
  }

  /** Whether a word begins at a position; the end counts. */
  boolean edge(int at) {
    return wordFrom[at] == at;
  }
}

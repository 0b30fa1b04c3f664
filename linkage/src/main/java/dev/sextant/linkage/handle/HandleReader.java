package dev.sextant.linkage.handle;

import dev.sextant.linkage.metric.Bits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares handles under a model of words. Immutable; for many threads. */
public final class HandleReader {
  /* What each digit stands for where it stands among letters. */
  private static final String LEET = "oizeasgtbg";

  private final HandleShape.Reader shapes = new HandleShape.Reader();
  private final WordModel model;

  /** A reader under a model. */
  public HandleReader(WordModel model) {
    this.model = model;
  }

  /**
   * The other reading of a handle in which digits among letters stand for letters ("j4ne.d0e").
   *
   * @return null where there is no such digit
   */
  public @Nullable HandleText readLeet(String handle, String platform) {
    StringBuilder letters = new StringBuilder(handle);
    boolean turned = false;
    for (int i = 1; i + 1 < handle.length(); i++) {
      char c = handle.charAt(i);
      if (c >= '0'
          && c <= '9'
          && Character.isLetter(handle.charAt(i - 1))
          && Character.isLetter(handle.charAt(i + 1))) {
        letters.setCharAt(i, LEET.charAt(c - '0'));
        turned = true;
      }
    }
    return turned ? read(letters.toString(), platform) : null;
  }

  /**
   * Prepares a handle.
   *
   * @param handle as found; a leading @ is not part of it
   * @param platform the platform's name, or empty
   * @return null where the handle says nothing of a person: empty, or a number that a platform gave
   */
  public @Nullable HandleText read(String handle, String platform) {
    return read(shapes.read(handle), platform);
  }

  @Nullable HandleText read(HandleShape shape, String platform) {
    if (shape.stretches().isEmpty() || shape.number()) {
      return null;
    }
    List<String> words = model.words(shape);
    String plain = String.join("", words);
    int n = plain.length();
    int[][] tables = new int[4][n + 1];
    StringBuilder core = new StringBuilder();
    int at = 0;
    for (int w = 0; w < words.size(); w++) {
      String word = words.get(w);
      boolean foreign = foreign(words, w);
      int bits = bits(word, platform);
      fill(tables, at, word, foreign ? Math.min(bits, shared(word)) : bits, foreign ? 0 : bits);
      if (!foreign) {
        core.append(word);
      }
      at += word.length();
    }
    tables[0][n] = n;
    return new HandleText(
        shape.whole(), plain, core.length() < 3 ? unleet(plain) : unleet(core), tables);
  }

  /* A number that a platform put behind a name is nobody's choice. */
  private int bits(String word, String platform) {
    return word.length() >= 6 && word.charAt(0) <= '9' ? 0 : model.bits(word, platform);
  }

  /* What a word that is not the person's own is worth where both have it: two rivals for one seat
   * share more of office and place than surprisal says. Years and numbers of 3 digits on are worth what
   * they are. */
  private static int shared(String word) {
    return word.length() >= 3 && word.charAt(0) <= '9' ? Integer.MAX_VALUE : 2 * Bits.ONE;
  }

  private void fill(int[][] tables, int at, String word, int worth, int own) {
    int[] spelling = model.characters(word);
    for (int i = 0; i < word.length(); i++) {
      int share = (int) ((long) worth * (i + 1) / word.length());
      tables[0][at + i] = at;
      tables[1][at + i + 1] = tables[1][at] + (i + 1 == word.length() ? worth : 0);
      tables[2][at + i + 1] = Math.min(tables[2][at + i] + spelling[i], tables[2][at] + share);
      tables[3][at + i + 1] = tables[3][at] + (int) ((long) own * (i + 1) / word.length());
    }
  }

  /* An office word anywhere, a place behind another word, digits at the end, "4" and "2" between. */
  private boolean foreign(List<String> words, int at) {
    String word = words.get(at);
    return model.office(word)
        || at > 0 && model.place(word)
        || word.charAt(0) <= '9' && at > 0 && (at == words.size() - 1 || word.length() == 1);
  }

  private static String unleet(CharSequence text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      boolean amongLetters =
          (i == 0 || text.charAt(i - 1) > '9')
              && (i + 1 == text.length() || text.charAt(i + 1) > '9')
              && text.length() > 1;
      if (text.charAt(i) <= '9' && amongLetters) {
        plain.setCharAt(i, LEET.charAt(text.charAt(i) - '0'));
      }
    }
    return plain.toString();
  }
}

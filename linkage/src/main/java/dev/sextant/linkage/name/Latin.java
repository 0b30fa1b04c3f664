package dev.sextant.linkage.name;

import java.util.ArrayList;
import java.util.List;

/** Words of any script in small Latin letters. Immutable; for many threads. */
public final class Latin {
  private final Script script = new Script();

  /** A text in Latin letters; as it is where all its letters are. */
  public String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x250 && Character.isLetter(text.charAt(i))) {
        return script.latin(text);
      }
    }
    return text;
  }

  /** The words of a text: runs of letters or digits; an apostrophe joins. */
  public List<String> words(String text) {
    String latin = Script.small(script.latin(text));
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= latin.length(); i++) {
      char c = i < latin.length() ? latin.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (c != '\'' && c != '\u2019' && c != '`' && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}

package dev.sextant.records.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Words written with characters that look like others: Cyrillic letters in a Latin word, digits for
 * letters. The skeleton (Unicode Technical Standard 39) is the same for all that look alike.
 *
 * <p>Only what mixes is folded: a word of one script is what it is, and a Russian word is no Latin
 * one because it could be read so.
 */
public final class LookAlikes {
  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  private LookAlikes() {}

  /** Whether a word mixes scripts, or digits into letters. */
  public static boolean mixed(String word) {
    return !letters(word) && mixes(word);
  }

  private static boolean letters(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  private static boolean mixes(String word) {
    BitSet scripts = new BitSet();
    boolean letter = false;
    boolean digitInside = false;
    boolean digit = false;
    for (int at = 0; at < word.length(); ) {
      int c = word.codePointAt(at);
      at += Character.charCount(c);
      if (UCharacter.isDigit(c)) {
        digit |= letter;
      } else if (UCharacter.hasBinaryProperty(c, UProperty.ALPHABETIC)) {
        letter = true;
        digitInside |= digit;
        int script = UScript.getScript(c);
        if (script != UScript.COMMON && script != UScript.INHERITED) {
          scripts.set(japanese(script) ? UScript.HAN : script);
        }
      }
    }
    return scripts.cardinality() > 1 || digitInside;
  }

  /* Japanese mixes three scripts in ordinary words. */
  private static boolean japanese(int script) {
    return script == UScript.HIRAGANA || script == UScript.KATAKANA;
  }

  /** The skeleton of a word that mixes, or null for one that does not. */
  public static @Nullable String folded(String word) {
    return mixed(word) ? skeleton(word) : null;
  }

  /** What a word looks like, whatever it is written with; in the normal form of a text. */
  public static String skeleton(String word) {
    return Normal.of(CHECKER.getSkeleton(Normal.of(word).text())).text();
  }
}

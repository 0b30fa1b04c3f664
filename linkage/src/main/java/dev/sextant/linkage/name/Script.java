package dev.sextant.linkage.name;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;

/**
 * Names of any script in small Latin letters without marks. Cyrillic is romanised after BGN/PCGN
 * (Ukrainian by its own table where its letters are met), Greek after UNGEGN, Han as Mandarin is
 * read (Pinyin), Hangul after the Revised Romanization, Kana after Hepburn, Arabic and Hebrew
 * letter by letter: short vowels are not written there, so such a name can be compared by
 * consonants only. Source of the tables: Unicode CLDR transforms, by ICU. Immutable; for many
 * threads.
 */
final class Script {
  private final Transliterator russian =
      Transliterator.getInstance("Russian-Latin/BGN; Latin-ASCII");
  private final Transliterator ukrainian =
      Transliterator.getInstance("Ukrainian-Latin/BGN; Latin-ASCII");
  private final Transliterator greek =
      Transliterator.getInstance("Greek-Latin/UNGEGN; Latin-ASCII");
  private final Transliterator any = Transliterator.getInstance("Any-Latin; Latin-ASCII");
  private final Transliterator marks = Transliterator.getInstance("de-ASCII; Latin-ASCII");

  private static final Map<Character, String> FAMILY_NAMES =
      Map.of(
          '\uC774', "lee", '\uBC15', "park", '\uB178', "roh", '\uC624', "oh", '\uCD5C', "choi",
          '\uC720', "yoo", '\uC6B0', "woo", '\uC2E0', "shin");

  /** How a name was written. */
  enum Written {
    /** With its vowels. */
    FULLY,
    /** Arabic, Hebrew, Syriac: consonants. */
    CONSONANTS,
    /** Hangul: romanised in many ways. */
    HANGUL
  }

  /** How a name is written. */
  static Written written(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x590) {
        switch (UScript.getScript(name.codePointAt(i))) {
          case UScript.ARABIC, UScript.HEBREW, UScript.SYRIAC -> {
            return Written.CONSONANTS;
          }
          case UScript.HANGUL -> {
            return Written.HANGUL;
          }
          default -> {}
        }
      }
    }
    return Written.FULLY;
  }

  /** A name in Latin letters, case kept; what is no letter stays. */
  String latin(String name) {
    boolean ascii = true;
    boolean cyrillic = false;
    boolean ukrainianLetters = false;
    boolean hellenic = false;
    boolean umlaut = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      ascii &= c < 128;
      cyrillic |= c >= 0x400 && c < 0x530;
      hellenic |= c >= 0x370 && c < 0x400;
      umlaut |= c >= 0xC0 && c < 0x250;
      ukrainianLetters |= "\u0404\u0406\u0407\u0454\u0456\u0457\u0490\u0491".indexOf(c) >= 0;
    }
    if (ascii) {
      return name;
    }
    Transliterator way =
        cyrillic
            ? ukrainianLetters ? ukrainian : russian
            : hellenic ? greek : umlaut && onlyLatin(name) ? marks : any;
    return way.transliterate(written(name) == Written.HANGUL ? syllables(name) : name);
  }

  /* A Korean name is written without spaces: a family name of one syllable, then a given one, of which
   * each syllable is a word of its own as a rule. Family names that are commonly romanised in their own
   * way are put so. */
  private static String syllables(String name) {
    StringBuilder apart = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      String common = apart.toString().isBlank() ? FAMILY_NAMES.get(name.charAt(i)) : null;
      apart.append(' ').append(common == null ? String.valueOf(name.charAt(i)) : common);
    }
    return apart.toString();
  }

  private static boolean onlyLatin(String name) {
    return name.chars().allMatch(c -> c < 0x250 || c >= 0x2000 && c < 0x2070);
  }

  /** In small letters. */
  static String small(String latin) {
    return latin.toLowerCase(Locale.ROOT);
  }
}

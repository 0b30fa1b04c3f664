package dev.sextant.linkage.name;

/**
 * A key under which spellings of one name meet: romanisations (Khrushchev, Chruschtschow), Arabic
 * vowels (Hussein, Husain), doubled letters, mute endings. Rules are applied from left to right,
 * the longest first; own compilation from the tables of BGN/PCGN, ISO 9, DIN 1460, ISO 233 and
 * usual English, German and French spellings. It is coarser than an edit distance and finer than
 * Soundex: vowels are told apart as front (e, i, y), back (o, u, w) and open (a).
 */
final class Sounds {
  private static final String[][] RULES = {
    {"shtsh", "S"},
    {"schtsch", "S"},
    {"shch", "S"},
    {"stsch", "S"},
    {"tsch", "C"},
    {"tch", "C"},
    {"sch", "S"},
    {"sh", "S"},
    {"sz", "S"},
    {"ch", "C"},
    {"cz", "C"},
    {"dzh", "J"},
    {"dsch", "J"},
    {"dj", "J"},
    {"zh", "J"},
    {"dg", "J"},
    {"tz", "z"},
    {"ts", "z"},
    {"kh", "h"},
    {"gh", "g"},
    {"ph", "f"},
    {"th", "t"},
    {"dh", "d"},
    {"ck", "k"},
    {"qu", "k"},
    {"q", "k"},
    {"x", "ks"},
    {"w", "v"},
    {"iya", "ia"},
    {"iy", "i"},
    {"yi", "i"},
    {"ij", "i"},
    {"ii", "i"},
    {"ei", "i"},
    {"ey", "i"},
    {"ay", "i"},
    {"ai", "i"},
    {"ee", "i"},
    {"ie", "i"},
    {"ea", "i"},
    {"ae", "e"},
    {"oe", "o"},
    {"ue", "u"},
    {"ou", "u"},
    {"oo", "u"},
    {"aa", "a"},
    {"au", "o"},
    {"ya", "a"},
    {"ja", "a"},
    {"yu", "u"},
    {"ju", "u"},
    {"yo", "o"},
    {"ye", "e"},
    {"y", "i"},
    {"j", "J"},
    {"ce", "se"},
    {"ci", "si"},
    {"cy", "si"},
    {"c", "k"},
    {"o", "u"},
    {"e", "i"},
  };

  private Sounds() {}

  /** The key of a folded word; empty for an empty one. */
  static String key(String word) {
    StringBuilder key = new StringBuilder(word.length());
    int at = 0;
    while (at < word.length()) {
      at += step(word, at, key);
    }
    int end = key.length();
    /* A mute ending: Mohammede, Anne, Sarah. */
    if (end > 3
        && (key.charAt(end - 1) == 'i' && word.endsWith("e") || key.charAt(end - 1) == 'h')) {
      key.setLength(end - 1);
    }
    return key.toString();
  }

  private static int step(String word, int at, StringBuilder key) {
    for (String[] rule : RULES) {
      if (word.startsWith(rule[0], at)) {
        append(key, rule[1]);
        return rule[0].length();
      }
    }
    append(key, String.valueOf(word.charAt(at)));
    return 1;
  }

  private static void append(StringBuilder key, String sounds) {
    for (int i = 0; i < sounds.length(); i++) {
      char c = sounds.charAt(i);
      c = c == 'o' ? 'u' : c == 'e' ? 'i' : c;
      if (key.isEmpty() || key.charAt(key.length() - 1) != c) {
        key.append(c);
      }
    }
  }

  /**
   * The key without its vowels, for names written in consonants; h and doubled letters fall too.
   */
  static String consonants(String word) {
    String key = key(word);
    StringBuilder bare = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean weak = "aiuveJ".indexOf(c) >= 0 && i > 0 || "aiu'".indexOf(c) >= 0;
      if (!weak && (bare.isEmpty() || bare.charAt(bare.length() - 1) != c)) {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  /** The key of a Korean word, of which romanisations differ in voice and vowels. */
  static String korean(String word) {
    StringBuilder key = new StringBuilder();
    String plain = word.replace("eo", "u").replace("eu", "u").replace("oo", "u").replace("ee", "i");
    for (char c : key(plain).toCharArray()) {
      char voiceless =
          switch (c) {
            case 'g' -> 'k';
            case 'd' -> 't';
            case 'b' -> 'p';
            case 'J' -> 'C';
            case 'r' -> 'l';
            default -> c;
          };
      key.append(voiceless);
    }
    return key.toString();
  }
}

package dev.sextant.linkage.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.language.bm.NameType;
import org.apache.commons.codec.language.bm.PhoneticEngine;
import org.apache.commons.codec.language.bm.RuleType;
import org.jspecify.annotations.Nullable;

/**
 * Prepares names: to Latin letters, cut into words, titles and legal forms taken off, each word
 * given its sound, rarity and role. Immutable; for many threads.
 */
public final class NameReader {
  /** More words than this make no name; the rest is left out. */
  static final int MOST_PARTS = 12;

  /* Pronunciations of one word; a word with more is seldom a name. */
  private static final int MOST_CODES = 10;

  private static final int GENERIC_BITS = 3;
  private static final int INITIAL_BITS = 4;
  private static final Set<String> GENERATIONS = Set.of("jr", "sr", "junior", "senior");
  private static final List<String> PATRONYMICS =
      List.of(
          "ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "yivna", "owicz", "ewicz",
          "dottir", "sson", "oglu", "zade", "qizi", "ugli");

  private final Script script = new Script();
  private final NameRarity rarity = NameRarity.shipped();
  private final Nicknames nicknames = Nicknames.shipped();
  private final Set<String> titles = words("titles.txt");
  private final Set<String> particles = words("particles.txt");
  private final Map<String, String> fuller = new HashMap<>();
  private final Set<String> generic = new HashSet<>();
  private final LegalForms forms = new LegalForms();
  private final NameWords splitter = new NameWords(forms);
  private final @Nullable PhoneticEngine encoder;

  /**
   * A reader with the tables shipped.
   *
   * @param phonetic whether words are given their Beider-Morse codes too, which costs about a tenth
   *     of a millisecond a word
   */
  public NameReader(boolean phonetic) {
    encoder =
        phonetic ? new PhoneticEngine(NameType.GENERIC, RuleType.APPROX, true, MOST_CODES) : null;
    for (List<String> line : WordList.lines(NameReader.class, "org-words.txt")) {
      for (String word : line) {
        int equals = word.indexOf('=');
        if (equals > 0) {
          fuller.put(word.substring(0, equals), word.substring(equals + 1));
        }
        generic.add(word.substring(equals + 1));
      }
    }
  }

  private static Set<String> words(String list) {
    Set<String> words = new HashSet<>();
    WordList.lines(NameReader.class, list).forEach(words::addAll);
    return words;
  }

  /**
   * Prepares a name.
   *
   * @param name in any script
   * @return null where no letter or figure is left
   */
  public @Nullable NameText read(String name, Kind kind) {
    Script.Written written = Script.written(name);
    List<String> words = splitter.split(script.latin(name), kind);
    String form = "";
    if (kind == Kind.ORGANISATION) {
      form = forms.take(words);
    } else {
      form = generation(words);
    }
    List<Part> parts = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < Math.min(MOST_PARTS, words.size()); i++) {
      boolean title = kind == Kind.PERSON && title(words, i);
      Part part = title ? small(words.get(i), Part.Role.TITLE) : part(words.get(i), kind, written);
      parts.add(part);
      joined.append(part.text());
    }
    return parts.isEmpty() ? null : new NameText(kind, parts, form, joined.toString(), written);
  }

  private static String generation(List<String> words) {
    for (int i = words.size() - 1; i >= 2; i--) {
      String word = words.get(i);
      if (GENERATIONS.contains(word)) {
        words.remove(i);
        return word.substring(0, 1).equals("j") ? "jr" : "sr";
      }
      if (i == words.size() - 1 && (word.equals("ii") || word.equals("iii") || word.equals("iv"))) {
        words.remove(i);
        return word;
      }
    }
    return "";
  }

  /* A title is one where two names are left beside it, or where one name follows: "Mr Jones", not
   * "Don Johnson Prince". */
  private boolean title(List<String> words, int at) {
    if (!titles.contains(words.get(at)) || words.get(at).length() == 1) {
      return false;
    }
    int names = 0;
    for (String word : words) {
      names += titles.contains(word) || particles.contains(word) ? 0 : 1;
    }
    return names >= 2 || names == 1 && at == 0 && words.size() == 2;
  }

  private static Part small(String word, Part.Role role) {
    return new Part(word, Sounds.key(word), "", word, 0, new int[0], role, false, new String[0]);
  }

  private Part part(String word, Kind kind, Script.Written written) {
    String text = word;
    Part.Role role = Part.Role.NAME;
    int bits = Math.min(rarity.bits(text), NameRarity.UNLISTED);
    if (kind == Kind.ORGANISATION) {
      text = fuller.getOrDefault(word, word);
      role =
          digits(text)
              ? Part.Role.NUMBER
              : generic.contains(text)
                  ? Part.Role.GENERIC
                  : particles.contains(text) ? Part.Role.PARTICLE : Part.Role.NAME;
      bits = role == Part.Role.GENERIC ? GENERIC_BITS : role == Part.Role.NUMBER ? 6 : bits;
    } else if (particles.contains(text) && text.length() > 1) {
      role = Part.Role.PARTICLE;
    } else if (text.length() == 1) {
      role = Part.Role.INITIAL;
      bits = INITIAL_BITS;
    } else {
      text = letters(text);
      role = stem(text).equals(text) ? Part.Role.NAME : Part.Role.PATRONYMIC;
    }
    return role == Part.Role.PARTICLE ? small(text, role) : named(text, bits, role, kind, written);
  }

  private Part named(String text, int bits, Part.Role role, Kind kind, Script.Written written) {
    return new Part(
        text,
        role == Part.Role.NUMBER ? text : Sounds.key(text),
        loose(text, written),
        stem(text),
        bits,
        kind == Kind.PERSON ? nicknames.families(text) : new int[0],
        role,
        rarity.given(text),
        codes(text, role));
  }

  /* Beider, Morse, "Beider-Morse Phonetic Matching", Avotaynu 24 (2008): guesses the language of a
   * spelling and yields every pronunciation, so that spellings of one name in several languages meet. A
   * code costs about a tenth of a millisecond: only where it was asked for. */
  private String[] codes(String text, Part.Role role) {
    if (encoder == null || text.length() < 3 || role != Part.Role.NAME) {
      return new String[0];
    }
    String[] codes = encoder.encode(text).split("\\|");
    Arrays.sort(codes);
    return codes;
  }

  private static String loose(String text, Script.Written written) {
    return switch (written) {
      case FULLY -> "";
      case CONSONANTS -> Sounds.consonants(text);
      case HANGUL -> Sounds.korean(text);
    };
  }

  private static String stem(String text) {
    for (String ending : PATRONYMICS) {
      if (text.endsWith(ending) && text.length() >= ending.length() + 3) {
        return text.substring(0, text.length() - ending.length());
      }
    }
    return text;
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /* Figures among letters stand for letters: "Ig0r". */
  private static String letters(String text) {
    if (digits(text) || text.chars().noneMatch(c -> c <= '9')) {
      return text;
    }
    StringBuilder letters = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= '9') {
        letters.setCharAt(i, "oizeasgtbg".charAt(c - '0'));
      }
    }
    return letters.toString();
  }
}

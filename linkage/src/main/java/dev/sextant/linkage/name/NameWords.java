package dev.sextant.linkage.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts a name in Latin letters into small words. Immutable; for many threads. */
final class NameWords {
  private static final String JOINING = "'`\u2018\u2019\u02bc\u02b9\u02ba\"";
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
  private static final Set<String> SERVANT =
      Set.of("abd", "abdul", "abdal", "abdel", "abdur", "abder", "abdus", "abdou", "abdoul");
  private static final Set<String> ARTICLE =
      Set.of("al", "el", "ul", "ar", "er", "ur", "as", "az", "an", "ad");

  private static final Set<String> NO_INITIALS = Set.of("JR", "SR", "MR", "DR", "MRS", "NG", "ST");

  private final LegalForms forms;
  private final Map<String, String> numbers = new HashMap<>();

  NameWords(LegalForms forms) {
    this.forms = forms;
    for (List<String> line : WordList.lines(NameWords.class, "numbers.txt")) {
      line.forEach(word -> numbers.put(word, line.getFirst()));
    }
  }

  /** The words of a name. Letters and figures are words; an apostrophe joins. */
  List<String> split(String latin, Kind kind) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean ascii = latin.chars().anyMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    boolean mixed = latin.chars().anyMatch(Character::isLowerCase);
    for (int i = 0; i <= latin.length(); i++) {
      char c = i < latin.length() ? latin.charAt(i) : ' ';
      if (ascii ? c < 128 && Character.isLetterOrDigit(c) : foreign(c)) {
        word.append(c);
      } else if (JOINING.indexOf(c) < 0 && !word.isEmpty()) {
        close(word.toString(), words, kind, mixed);
        word.setLength(0);
      }
    }
    if (kind == Kind.ORGANISATION) {
      acronyms(words);
      words.replaceAll(this::number);
      compounds(words);
    } else {
      servants(words);
    }
    return words;
  }

  /* Of a script that nobody romanises here: its letters, marks and vowel signs as they are. */
  private static boolean foreign(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private void close(String word, List<String> words, Kind kind, boolean mixed) {
    if (kind == Kind.ORGANISATION) {
      int cut = formBehind(word);
      if (cut > 0) {
        words.add(Script.small(word.substring(0, cut)));
      }
      words.add(Script.small(word.substring(cut)));
    } else if (mixed
        && word.length() > 1
        && word.length() <= 3
        && word.chars().allMatch(c -> c >= 'A' && c <= 'Z' && "AEIOUY".indexOf(c) < 0)
        && !NO_INITIALS.contains(word)) {
      /* "JC Juncker": initials run together; with a vowel, a name in capitals: "LI Wei". */
      word.chars().forEach(c -> words.add(Script.small(Character.toString(c))));
    } else {
      words.add(Script.small(word));
    }
  }


  /* "SiemensAG" is two words, since the second is a legal form. */
  private int formBehind(String word) {
    for (int i = 3; i + 2 <= word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i - 1))
          && Character.isUpperCase(word.charAt(i))
          && forms.known(Script.small(word.substring(i)))) {
        return i;
      }
    }
    return 0;
  }

  /* "C.B.A." is one word: its letters are in an order. */
  private static void acronyms(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      int to = i;
      while (to < words.size()
          && words.get(to).length() == 1
          && Character.isLetter(words.get(to).charAt(0))) {
        to++;
      }
      if (to - i > 1) {
        List<String> letters = words.subList(i, to);
        String acronym = String.join("", letters);
        letters.clear();
        words.add(i, acronym);
      }
    }
  }

  private String number(String word) {
    int figures = 0;
    while (figures < word.length() && word.charAt(figures) <= '9') {
      figures++;
    }
    if (figures > 0) {
      return ORDINALS.contains(word.substring(figures)) ? word.substring(0, figures) : word;
    }
    return numbers.getOrDefault(word, word);
  }

  /* Forty-four. */
  private static void compounds(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      String tens = words.get(i);
      String ones = words.get(i + 1);
      if (tens.length() == 2
          && tens.charAt(0) >= '2'
          && tens.charAt(0) <= '9'
          && tens.charAt(1) == '0'
          && ones.length() == 1
          && ones.charAt(0) >= '1'
          && ones.charAt(0) <= '9') {
        words.set(i, tens.charAt(0) + ones);
        words.remove(i + 1);
      }
    }
  }

  /* "Servant of the ..." is one word in any spelling: Abd al-Rahman, Abdel Rahman, Abdurrahman. */
  private static void servants(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (SERVANT.contains(word) && i + 1 < words.size()) {
        words.set(i, "abdul");
        if (i + 2 < words.size() && ARTICLE.contains(words.get(i + 1))) {
          words.remove(i + 1);
        }
      } else if (word.length() > 8 && SERVANT.contains(word.substring(0, 5))) {
        words.set(i, "abdul" + word.substring(5));
      }
    }
  }
}

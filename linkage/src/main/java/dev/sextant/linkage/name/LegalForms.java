package dev.sextant.linkage.name;

import dev.sextant.linkage.metric.Edits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds and takes off the legal form of an organisation's name, in words or short. Immutable. */
final class LegalForms {
  private static final int LONGEST = 5;
  private final Map<String, String> classes = new HashMap<>();

  LegalForms() {
    for (List<String> line : WordList.lines(LegalForms.class, "legal-forms.txt")) {
      for (String spelling : line.subList(1, line.size())) {
        classes.putIfAbsent(spelling, line.getFirst());
      }
    }
  }

  /** Whether a single word is one. */
  boolean known(String word) {
    return classes.containsKey(word);
  }

  /**
   * Takes the forms out of a name's words, the longest first, from the end and then the beginning;
   * one word at least is left.
   *
   * @return the class of the first form found, or empty
   */
  String take(List<String> words) {
    String found = "";
    for (boolean more = true; more; ) {
      more = false;
      for (int length = Math.min(LONGEST, words.size() - 1); length >= 1 && !more; length--) {
        String last = form(words.subList(words.size() - length, words.size()));
        String first = last.isEmpty() ? form(words.subList(0, length)) : "";
        if (!last.isEmpty() || !first.isEmpty() && !only(words, length)) {
          int from = last.isEmpty() ? 0 : words.size() - length;
          words.subList(from, from + length).clear();
          found = found.isEmpty() ? last + first : found;
          more = true;
        }
      }
    }
    return found;
  }

  /* "SA Waters", "AS Roma": one or two letters in front are rarely a form unless of Slavic use. */
  private static boolean only(List<String> words, int length) {
    return length == 1
        && words.getFirst().length() < 3
        && !words.getFirst().equals("ao")
        && !words.getFirst().equals("pt");
  }

  private String form(List<String> words) {
    String spelling = String.join("-", words);
    String exact = classes.get(spelling);
    if (exact != null) {
      return exact;
    }
    if (spelling.length() < 9) {
      return "";
    }
    /* A slip of the pen in a long form; the table is short, and this is asked once a name. */
    Edits edits = new Edits();
    String best = "";
    for (Map.Entry<String, String> each : classes.entrySet()) {
      if (Math.abs(each.getKey().length() - spelling.length()) <= 1
          && each.getKey().charAt(0) == spelling.charAt(0)
          && edits.distance(each.getKey(), spelling) <= 1
          && (best.isEmpty() || each.getValue().compareTo(best) < 0)) {
        best = each.getValue();
      }
    }
    return best;
  }
}

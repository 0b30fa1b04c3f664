package dev.sextant.authority;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pack's words of lawful speech, assembly, belief and association, and the fields by which
 * nobody is looked for. Finds them in a question; says nothing of whether a person did wrong.
 */
final class ProtectedTerms {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]+");

  private final List<String> terms;
  private final Pattern fields;

  ProtectedTerms(JurisdictionPack pack) {
    this.terms =
        pack.words("policy.protectedTerms").stream().map(word -> " " + plain(word)).toList();
    String names =
        pack.words("policy.specialCategories").stream()
            .map(ProtectedTerms::plain)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    // A field and its value, as in religion=..., "party: ...", ethnicity = ...
    this.fields =
        Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + names + ")\\s*[:=]", Pattern.UNICODE_CASE);
  }

  /* Compatibility forms, accents, case and invisible characters say the same word. */
  private static String folded(String text) {
    String hidden = HIDDEN.matcher(text).replaceAll("");
    String open = Normalizer.normalize(hidden, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return MARKS.matcher(open).replaceAll("");
  }

  private static String plain(String text) {
    return BETWEEN.matcher(folded(text)).replaceAll(" ").strip();
  }

  /**
   * Whether a question speaks of protected activity. Each term is looked for at the beginning of
   * words, with the blanks as written and without any, so that {@code #MarchForJustice}, {@code
   * march for} and {@code m-a-r-c-h} are one.
   */
  boolean touches(Set<String> questions) {
    return questions.stream().anyMatch(this::touches);
  }

  private boolean touches(String question) {
    String plain = " " + plain(question);
    String joined = " " + plain.replace(" ", "");
    return terms.stream()
        .anyMatch(term ->
            plain.contains(term)
                || joined.startsWith(" " + term.replace(" ", ""))
                || (term.indexOf(' ', 1) < 0 && startsAnywhere(plain, term.substring(1))));
  }

  /* Joins up to six following words: letters set apart, or a compound written as several words. */
  private static boolean startsAnywhere(String plain, String term) {
    String[] words = plain.strip().split(" ");
    for (int i = 0; i < words.length; i++) {
      StringBuilder joined = new StringBuilder();
      for (int j = i; j < words.length && joined.length() < term.length(); j++) {
        joined.append(words[j]);
      }
      if (joined.length() > words[i].length() && joined.indexOf(term) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a question looks for people by a special category of data. */
  boolean looksByCategory(Set<String> questions) {
    return questions.stream().anyMatch(question -> fields.matcher(folded(question)).find());
  }
}

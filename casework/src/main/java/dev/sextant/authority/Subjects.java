package dev.sextant.authority;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which persons a step is about, and which terms it asks for: what is counted across cases and
 * authorities.
 */
final class Subjects {
  /** A question of more words is a text; its first words say enough. */
  private static final int MOST_TERMS = 64;

  private Subjects() {}

  /** The persons that a step names outright: of a card, a capture, a list of one account. */
  static Set<Selector> named(Particulars inputs) {
    Set<Selector> named = new LinkedHashSet<>();
    for (String name : new String[] {"subject", "subject-2", "subject-3", "subject-4"}) {
      if (inputs.value(name) instanceof Selector selector) {
        named.add(selector);
      }
    }
    if (inputs.value("account") instanceof Selector account) {
      named.add(ofKey(account.value()));
    }
    return named;
  }

  /** Those, and whomever the words asked for are an identifier of. */
  static Set<Selector> of(StepRule.Attempt attempt) {
    Set<Selector> all = new LinkedHashSet<>(named(attempt.inputs()));
    Scope scope = attempt.permit().scope();
    for (String words : attempt.inputs().said().words()) {
      String bare = bare(words);
      if (bare.isEmpty()) {
        continue;
      }
      scope.selectors().stream()
          .filter(selector -> !selector.type().broad())
          .filter(selector -> bare(selector.value()).equals(bare))
          .forEach(all::add);
      all.addAll(written(words.strip(), scope.platforms()));
    }
    return all;
  }

  /* An identifier that is not named by the authority is one all the same. */
  private static Set<Selector> written(String words, Set<Platform> platforms) {
    Set<Selector> found = new LinkedHashSet<>();
    if (words.chars().anyMatch(Character::isWhitespace) && !words.startsWith("+")) {
      return found;
    }
    try {
      if (words.startsWith("+")) {
        found.add(Selector.of(SelectorType.PHONE, words));
      } else if (words.startsWith("@")) {
        platforms.forEach(p -> found.add(Selector.of(SelectorType.HANDLE, p, words)));
      } else if (words.indexOf('@') > 0) {
        found.add(Selector.of(SelectorType.EMAIL, words));
      }
    } catch (BadValue e) {
      return found; // Only looks like one: then it names nobody.
    }
    return found;
  }

  /* platform/basis/key, as records name accounts; the part after # says in which exhibit. */
  private static Selector ofKey(String key) {
    String[] parts = key.split("/", 3);
    if (parts.length == 3) {
      try {
        SelectorType type =
            switch (parts[1]) {
              case "platform_id" -> SelectorType.PLATFORM_ID;
              case "phone" -> SelectorType.PHONE;
              case "handle" -> SelectorType.HANDLE;
              default -> SelectorType.DISPLAY_NAME;
            };
        return Selector.of(type, new Platform(parts[0]), parts[2]);
      } catch (BadValue e) {
        return Selector.of(SelectorType.KEYWORD, key); // Not of that form: the text itself.
      }
    }
    return Selector.of(SelectorType.KEYWORD, key);
  }

  /** What a step asks for, term by term, without marks: whole questions and their words. */
  static Set<String> terms(StepRule.Attempt attempt) {
    Set<String> terms = new TreeSet<>();
    of(attempt).forEach(selector -> terms.add(bare(selector.value())));
    for (String words : attempt.inputs().said().words()) {
      terms.add(bare(words));
      for (String word : words.split("[\\s,;|()\"]+")) {
        if (terms.size() < MOST_TERMS) {
          terms.add(bare(word));
        }
      }
    }
    terms.remove("");
    return terms;
  }

  /** A term without leading marks and case. */
  static String bare(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("^[@#\"'+]+|[\"'*~]+$", "");
  }
}

package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Edits;
import dev.sextant.linkage.metric.Folded;
import dev.sextant.linkage.metric.JaroWinkler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How alike two short texts are written: edits (optimal string alignment), likeness (Jaro-Winkler),
 * and whether one is the beginning or a part of the other. Words joined or torn ({@code pridham
 * street}, {@code pridhamstreet}) are one text.
 */
public final class Text implements Comparison<Text.Prepared> {
  private static final List<String> LEVELS =
      List.of(
          "same",
          "one edit apart",
          "two edits apart",
          "much alike (Jaro-Winkler 0.92)",
          "one begins with or contains the other",
          "alike (Jaro-Winkler 0.82)",
          "somewhat alike (Jaro-Winkler 0.70)",
          "different");

  /* Metrics keep working space, so each thread has its own. */
  private final ThreadLocal<Metrics> metrics = ThreadLocal.withInitial(Metrics::new);

  private Text() {}

  /** Takes no options. */
  public static Text of(Options options, Corpus corpus) {
    return new Text();
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Prepared prepare(List<String> cells) {
    String words = Folded.words(Folded.joined(cells));
    return words.isEmpty() ? null : new Prepared(words, words.replace(" ", ""));
  }

  @Override
  public int level(Prepared a, Prepared b) {
    if (a.joined.equals(b.joined)) {
      return 0;
    }
    Metrics own = metrics.get();
    int shorter = Math.min(a.joined.length(), b.joined.length());
    int edits = own.edits.distance(a.joined, b.joined);
    if (edits == 1 && shorter >= 2) {
      return 1;
    }
    if (edits == 2 && shorter >= 5) {
      return 2;
    }
    int alike = own.likeness.likeness(a.joined, b.joined);
    if (alike >= 9200 && shorter >= 5) {
      return 3;
    }
    if (contains(a, b) || contains(b, a)) {
      return 4;
    }
    return alike >= 8200 ? 5 : alike >= 7000 ? 6 : 7;
  }

  private static boolean contains(Prepared whole, Prepared part) {
    String w = whole.words;
    String p = part.words;
    if (w.length() <= p.length()) {
      return false;
    }
    if (w.startsWith(p)) {
      return true;
    }
    if (p.length() < 3) {
      return false;
    }
    int at = w.indexOf(p);
    return at > 0
        && w.charAt(at - 1) == ' '
        && (at + p.length() == w.length() || w.charAt(at + p.length()) == ' ');
  }

  @Override
  public @Nullable String term(Prepared value, int level) {
    return level <= 5 ? value.joined : null;
  }

  private static final class Metrics {
    final Edits edits = new Edits();
    final JaroWinkler likeness = new JaroWinkler();
  }

  /**
   * A folded text.
   *
   * @param words with one space between words
   * @param joined without
   */
  public record Prepared(String words, String joined) {}
}

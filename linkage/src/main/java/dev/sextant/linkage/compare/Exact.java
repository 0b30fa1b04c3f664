package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Folded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Same or not, after folding of case, marks and white space. */
public final class Exact implements Comparison<String> {
  private static final List<String> LEVELS = List.of("same", "different");

  private Exact() {}

  /** Takes no options. */
  public static Exact of(Options options, Corpus corpus) {
    return new Exact();
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable String prepare(List<String> cells) {
    String folded = Folded.text(Folded.joined(cells));
    return folded.isEmpty() ? null : folded;
  }

  @Override
  public int level(String a, String b) {
    return a.equals(b) ? 0 : 1;
  }

  @Override
  public @Nullable String term(String value, int level) {
    return level == 0 ? value : null;
  }
}

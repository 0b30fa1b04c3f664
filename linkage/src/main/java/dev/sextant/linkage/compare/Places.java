package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Edits;
import dev.sextant.linkage.name.Latin;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two places by name, in any script. Cells: from the narrowest to the widest ("Leeds",
 * "Yorkshire"), or one cell with commas.
 */
public final class Places implements Comparison<Places.Place> {
  private static final List<String> LEVELS =
      List.of(
          "same place",
          "same words in another order",
          "the one names all that the other names, and more",
          "same but for a slip of the pen",
          "narrowest part the same",
          "widest part the same",
          "different");

  private static final Map<String, String> FULLER =
      Map.ofEntries(
          Map.entry("st", "saint"),
          Map.entry("ste", "sainte"),
          Map.entry("mt", "mount"),
          Map.entry("ft", "fort"),
          Map.entry("n", "north"),
          Map.entry("s", "south"),
          Map.entry("e", "east"),
          Map.entry("w", "west"),
          Map.entry("co", "county"),
          Map.entry("usa", "us"),
          Map.entry("gt", "great"),
          Map.entry("nr", "near"));

  private final ThreadLocal<Edits> edits = ThreadLocal.withInitial(Edits::new);
  private final Latin latin = new Latin();

  private Places() {}

  /** No options. */
  static Places of(Options options, Corpus corpus) {
    return new Places();
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Place prepare(List<String> cells) {
    String[] parts = String.join(",", cells).split("[,;/|]");
    StringBuilder joined = new StringBuilder();
    String first = "";
    String last = "";
    TreeSet<String> words = new TreeSet<>();
    for (String part : parts) {
      StringBuilder folded = new StringBuilder();
      for (String word : latin.words(part)) {
        String full = FULLER.getOrDefault(word, word);
        words.add(full);
        folded.append(folded.isEmpty() ? "" : " ").append(full);
      }
      if (!folded.isEmpty()) {
        first = first.isEmpty() ? folded.toString() : first;
        last = folded.toString();
        joined.append(joined.isEmpty() ? "" : ", ").append(folded);
      }
    }
    return words.isEmpty()
        ? null
        : new Place(joined.toString(), first, last, words.toArray(String[]::new));
  }

  @Override
  public int level(Place a, Place b) {
    if (a.whole.equals(b.whole)) {
      return 0;
    }
    int shared = shared(a.words, b.words);
    if (shared == a.words.length && shared == b.words.length) {
      return 1;
    }
    if (shared == Math.min(a.words.length, b.words.length)) {
      return 2;
    }
    int longer = Math.max(a.whole.length(), b.whole.length());
    if (longer >= 5 && edits.get().distance(a.whole, b.whole) <= (longer >= 10 ? 2 : 1)) {
      return 3;
    }
    return a.narrow.equals(b.narrow) ? 4 : a.wide.equals(b.wide) ? 5 : 6;
  }

  private static int shared(String[] a, String[] b) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      int order = a[i].compareTo(b[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  @Override
  public @Nullable String term(Place value, int level) {
    return switch (level) {
      case 0 -> value.whole;
      case 1, 2, 4 -> value.narrow;
      case 5 -> value.wide;
      default -> null;
    };
  }

  /**
   * A place.
   *
   * @param whole all parts in small Latin letters
   * @param narrow its first part
   * @param wide its last part
   * @param words all of them, sorted, each once
   */
  public record Place(String whole, String narrow, String wide, String[] words) {}
}

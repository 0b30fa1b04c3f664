package dev.sextant.linkage.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom two accounts both follow, answer or know: the sum of 1/ln(accounts that know him) over those
 * whom both know (Adamic and Adar 2003, DOI 10.1016/S0378-8733(03)00009-1). Cells: ids apart by
 * blanks, commas or semicolons, in one naming for both sides. Who is known to too many is not
 * looked at; an account with too few neighbours says nothing. Topology alone never identifies
 * (issue 6): in a profile, cap it.
 */
public final class Neighbours implements Comparison<Neighbours.Circle> {
  private static final List<String> LEVELS =
      List.of(
          "many rare acquaintances shared (4 or more by weight)",
          "some rare acquaintances shared (2 or more)",
          "a rare acquaintance shared (1 or more)",
          "well-known acquaintances shared",
          "none shared");

  private final int least;
  private final int most;
  private final Map<String, Integer> known = new HashMap<>();

  private Neighbours(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /**
   * Options {@code least} (neighbours below which an account says nothing, 5) and {@code most}
   * (accounts that may know a neighbour who is still looked at, 200).
   */
  static Neighbours of(Options options, Corpus corpus) {
    Neighbours neighbours =
        new Neighbours(
            options.number("least", 5, 1, 1_000), options.number("most", 200, 2, 100_000));
    corpus.walk((cells, times) -> {
      for (String id : ids(cells)) {
        neighbours.known.merge(id, times, Integer::sum);
      }
    });
    return neighbours;
  }

  private static TreeSet<String> ids(List<String> cells) {
    TreeSet<String> ids = new TreeSet<>();
    for (String id : String.join(" ", cells).split("[\\s,;|]+")) {
      if (!id.isEmpty()) {
        ids.add(id);
      }
    }
    return ids;
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Circle prepare(List<String> cells) {
    TreeSet<String> ids = ids(cells);
    if (ids.size() < least) {
      return null;
    }
    /* Whom nobody else knows cannot be shared; whom all know says nothing. */
    ids.removeIf(id -> known.getOrDefault(id, 2) < 2 || known.getOrDefault(id, 2) > most);
    String[] sorted = ids.toArray(String[]::new);
    double[] weights = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      weights[i] = 1 / StrictMath.log(Math.max(2, known.getOrDefault(sorted[i], 2)));
    }
    return new Circle(sorted, weights);
  }

  @Override
  public int level(Circle a, Circle b) {
    double shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.ids.length && j < b.ids.length) {
      int order = a.ids[i].compareTo(b.ids[j]);
      shared += order == 0 ? a.weights[i] : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared >= 4 ? 0 : shared >= 2 ? 1 : shared >= 1 ? 2 : shared > 0 ? 3 : 4;
  }

  /**
   * Whom an account knows.
   *
   * @param ids sorted
   * @param weights by id, 1/ln of how many know him
   */
  public record Circle(String[] ids, double[] weights) {
    /** The same ids; the weights follow from them. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Circle circle && Arrays.equals(ids, circle.ids);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(ids);
    }
  }
}

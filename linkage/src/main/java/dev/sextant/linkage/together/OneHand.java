package dev.sextant.linkage.together;

import dev.sextant.linkage.evaluate.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Accounts of one platform that one person may write: sock puppets, or one vendor under two names.
 * A lead, never a merge.
 *
 * <p>Each account's posts are cut in an earlier and a later half. Two accounts are as alike as the
 * earlier half of one and the later half of the other, both ways, on average ({@link StyleSpace}).
 * Told are accounts that are most alike to each other.
 *
 * <p>The error rate is measured on the accounts themselves. <i>False</i>: the share of the other
 * accounts whose most alike stranger is as alike as this pair or more; if some of those are in
 * truth one hand, the rate is overstated. <i>Found</i>: the share of accounts whose own two halves
 * are as alike as this pair or more; what this method would find, if a second account writes as the
 * first.
 *
 * <p>Cost: a step for each two accounts and each of 2,000 trigrams. Deterministic.
 */
public final class OneHand {
  /** Fewer posts say too little of a style (A. Ekambaranathan 2018). */
  public static final int LEAST_POSTS = 25;

  /** A pair is a lead if at most this share of other accounts has so alike a stranger. */
  static final double RATE = 0.05;

  private final List<String> accounts;
  private final List<List<Posts.Post>> posts;
  private final float[][] points;

  private OneHand(List<String> accounts, List<List<Posts.Post>> posts) {
    this.accounts = accounts;
    this.posts = posts;
    List<List<String>> halves = new ArrayList<>();
    for (List<Posts.Post> each : posts) {
      int middle = each.size() / 2;
      halves.add(each.subList(0, middle).stream().map(Posts.Post::text).toList());
      halves.add(each.subList(middle, each.size()).stream().map(Posts.Post::text).toList());
    }
    this.points = StyleSpace.points(halves);
  }

  /**
   * Two accounts.
   *
   * @param a the account whose name comes first
   * @param b the other
   * @param likeness of style, -1 to 1
   * @param falseRate share of other accounts with a stranger as alike
   * @param falseAtMost upper end of its 95 % interval
   * @param found share of accounts whose own halves are as alike
   * @param hours when they write
   */
  public record Pair(
      String a,
      String b,
      double likeness,
      double falseRate,
      double falseAtMost,
      double found,
      Hours hours) {
    /** True if few others have so alike a stranger. */
    public boolean lead() {
      return falseRate <= RATE;
    }
  }

  /**
   * What was found.
   *
   * @param pairs the most alike first
   * @param compared accounts with enough posts
   * @param notes what was left out and why
   */
  public record Found(List<Pair> pairs, int compared, List<String> notes) {
    /** Copies the lists. */
    public Found {
      pairs = List.copyOf(pairs);
      notes = List.copyOf(notes);
    }
  }

  /** Looks for them among accounts with at least 25 posts. */
  public static Found of(Posts all) {
    List<String> enough =
        all.accounts().stream()
            .filter(account -> all.of(account).size() >= LEAST_POSTS)
            .collect(Collectors.toList());
    List<String> notes = new ArrayList<>();
    int few = all.accounts().size() - enough.size();
    if (few > 0) {
      notes.add(few + " accounts with fewer than " + LEAST_POSTS + " posts were left out");
    }
    if (enough.size() < 20) {
      notes.add(
          "only "
              + enough.size()
              + " accounts are compared: too few to know an error rate below .05");
    }
    OneHand search = new OneHand(enough, enough.stream().map(all::of).toList());
    return new Found(search.pairs(), enough.size(), notes);
  }

  private double likeness(int a, int b) {
    return (StyleSpace.cosine(points[2 * a], points[2 * b + 1])
            + StyleSpace.cosine(points[2 * b], points[2 * a + 1]))
        / 2;
  }

  private List<Pair> pairs() {
    int n = accounts.size();
    int[] nearest = new int[n];
    double[] best = new double[n];
    double[] own = new double[n];
    Arrays.fill(nearest, -1);
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (int a = 0; a < n; a++) {
      own[a] = StyleSpace.cosine(points[2 * a], points[2 * a + 1]);
      for (int b = 0; b < a; b++) {
        double alike = likeness(a, b);
        if (alike > best[a]) {
          best[a] = alike;
          nearest[a] = b;
        }
        if (alike > best[b]) {
          best[b] = alike;
          nearest[b] = a;
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < n; a++) {
      int b = nearest[a];
      if (b > a && nearest[b] == a) {
        pairs.add(pair(a, b, best, own));
      }
    }
    pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.likeness()).thenComparing(Pair::a));
    return pairs;
  }

  private Pair pair(int a, int b, double[] best, double[] own) {
    double alike = best[a];
    int others = 0;
    int found = 0;
    for (int i = 0; i < best.length; i++) {
      others += i != a && i != b && best[i] >= alike ? 1 : 0;
      found += own[i] >= alike ? 1 : 0;
    }
    int trials = Math.max(1, best.length - 2);
    return new Pair(
        accounts.get(a),
        accounts.get(b),
        alike,
        best.length <= 2 ? 1 : (double) others / trials,
        Interval.wilson(others, trials).high(),
        (double) found / best.length,
        Hours.of(posts.get(a), posts.get(b)));
  }
}

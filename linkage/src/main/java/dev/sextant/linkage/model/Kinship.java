package dev.sextant.linkage.model;

import java.util.Arrays;
import java.util.List;

/**
 * Learns {@link Relatives} along with the rest of the model: their share among strangers and the
 * chance of each field to be shared, by expectation maximisation. Fields that the profile does not
 * mark as shared may be shared as well (twins have one birthday, sons their fathers' names), but
 * seldom: that is what tells relatives from records of one actor with mistakes.
 */
final class Kinship {
  /** Most that relatives share of what is a person's own. */
  private static final double MOST_OWN = 0.1;

  /**
   * Least that they share of it, whatever is learned: about one birth in eighty is of twins
   * (Monden, Pison, Smits 2021, doi:10.1093/humrep/deab029), and those of a family meet in the same
   * blocks.
   */
  private static final double LEAST_OWN = 0.01;

  private static final double FIRST_SHARED = 0.8;
  private static final double FIRST_OWN = 0.02;

  /** Relatives taken as seen beforehand, who share as at first: a few pairs teach little. */
  private static final double PSEUDO = 4;

  private final boolean[] marked;
  private final double allPairs;
  private final boolean any;
  private final double[] shared;
  private final double[] sharing;
  private final double[] telling;
  private double share;
  private double seen;

  Kinship(List<Compared> fields, double allPairs) {
    this.marked = new boolean[fields.size()];
    int count = 0;
    for (int f = 0; f < marked.length; f++) {
      marked[f] = fields.get(f).field().shared();
      count += marked[f] ? 1 : 0;
    }
    this.any = count > 0 && count < marked.length;
    this.allPairs = allPairs;
    this.shared = new double[any ? marked.length : 0];
    this.sharing = new double[shared.length];
    this.telling = new double[shared.length];
  }

  /** Begins with as many relatives as pairs of one actor. */
  void begin(double prior) {
    for (int f = 0; f < shared.length; f++) {
      shared[f] = first(f);
    }
    share = any ? prior : 0;
    forget();
  }

  private double first(int field) {
    return marked[field] ? FIRST_SHARED : FIRST_OWN;
  }

  private void forget() {
    seen = 0;
    for (int f = 0; f < shared.length; f++) {
      sharing[f] = PSEUDO * first(f);
    }
    Arrays.fill(telling, PSEUDO);
  }

  /**
   * How likely a pattern is among strangers of both kinds, to how likely if they were of one kind
   * and their fields independent.
   *
   * @param together how much more often plain strangers have its levels together than if
   *     independent
   */
  double strangers(long pattern, double[][] ratio, double together) {
    return any ? plain(together) + share * likelihood(pattern, ratio) : together;
  }

  /** The part of plain strangers in {@link #strangers}. */
  double plain(double together) {
    return (1 - share) * together;
  }

  private double likelihood(long pattern, double[][] ratio) {
    double likelihood = 1;
    for (int f = 0; f < shared.length; f++) {
      int level = Pattern.level(pattern, f);
      if (level != Pattern.MISSING) {
        likelihood *= shared[f] * ratio[f][level] + (1 - shared[f]);
      }
    }
    return likelihood;
  }

  /**
   * Sees a pattern in the step of expectation.
   *
   * @param pairs of the pattern, over how likely it is among all to how likely among plain
   *     strangers
   */
  void seen(long pattern, double[][] ratio, double pairs) {
    if (!any) {
      return;
    }
    double relatives = pairs * share * likelihood(pattern, ratio);
    seen += relatives;
    for (int f = 0; f < shared.length; f++) {
      int level = Pattern.level(pattern, f);
      if (level != Pattern.MISSING) {
        double both = shared[f] * ratio[f][level];
        sharing[f] += relatives * both / (both + 1 - shared[f]);
        telling[f] += relatives;
      }
    }
  }

  /**
   * The step of maximisation.
   *
   * @param matched pairs of one actor
   * @return by how much anything moved
   */
  double learned(double matched) {
    if (!any) {
      return 0;
    }
    double moved = 0;
    for (int f = 0; f < shared.length; f++) {
      double next = sharing[f] / telling[f];
      next = marked[f] ? Math.min(1, next) : Math.max(LEAST_OWN, Math.min(MOST_OWN, next));
      moved = Math.max(moved, Math.abs(next - shared[f]));
      shared[f] = next;
    }
    double next = Math.min(0.5, (seen + 0.5) / (Math.max(1, allPairs - matched) + 1));
    moved = Math.max(moved, Math.abs(next - share) / share);
    share = next;
    forget();
    return moved;
  }

  /** The share of all pairs that are of relatives and share a field. */
  double sharing(int field) {
    return any ? share * shared[field] : 0;
  }

  Relatives relatives() {
    return any ? new Relatives(share, shared.clone()) : Relatives.NONE;
  }
}

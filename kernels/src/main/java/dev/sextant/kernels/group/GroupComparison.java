package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Partition;
import java.util.Arrays;

/**
 * How far two groupings of the same nodes agree. Cost: O(n log n); O(n) memory. Deterministic.
 *
 * <p>When nodes are missing: compare the groupings of those that are in both.
 */
public final class GroupComparison {
  private GroupComparison() {}

  /**
   * The Rand index, corrected so that chance gives 0 and equality 1: over pairs of nodes, how often
   * both groupings put a pair together, against what they would if sizes were kept and members
   * drawn. L. Hubert and P. Arabie 1985, doi:10.1007/BF01908075. 1 for two groupings that are both
   * all in one group or both all apart.
   */
  public static double adjustedRand(Partition one, Partition other) {
    int n = checked(one, other);
    double together = 0;
    for (long count : joint(one, other)) {
      together += pairs(count);
    }
    double inOne = pairsInside(one);
    double inOther = pairsInside(other);
    double expected = n < 2 ? 0 : inOne * inOther / pairs(n);
    double most = (inOne + inOther) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  /**
   * Normalised mutual information: 2 I / (H + H'), 1 for equal groupings, 0 for groupings that say
   * nothing of each other. L. Danon et al. 2005, doi:10.1088/1742-5468/2005/09/P09008. 1 if both
   * are all in one group. Not corrected for chance: many small groups raise it.
   */
  public static double mutualInformation(Partition one, Partition other) {
    int n = checked(one, other);
    double entropies = entropy(sizes(one), n) + entropy(sizes(other), n);
    double shared = entropies - entropy(joint(one, other), n);
    return entropies == 0 ? 1 : Math.max(0, 2 * shared / entropies);
  }

  private static int checked(Partition one, Partition other) {
    if (one.nodes() != other.nodes()) {
      throw new BadGraph(
          "groupings of " + one.nodes() + " and of " + other.nodes() + " nodes cannot be compared");
    }
    return one.nodes();
  }

  private static long[] sizes(Partition groups) {
    long[] sizes = new long[groups.groups()];
    Arrays.setAll(sizes, groups::size);
    return sizes;
  }

  /** How many nodes are in each pair of groups that has any; in a fixed order. */
  private static long[] joint(Partition one, Partition other) {
    long[] keys = new long[one.nodes()];
    Arrays.setAll(keys, v -> ((long) one.groupOf(v) << 32) | other.groupOf(v));
    Arrays.sort(keys);
    long[] counts = new long[keys.length];
    int found = 0;
    for (int i = 0; i < keys.length; ) {
      int end = i + 1;
      while (end < keys.length && keys[end] == keys[i]) {
        end++;
      }
      counts[found++] = end - i;
      i = end;
    }
    return Arrays.copyOf(counts, found);
  }

  private static double pairsInside(Partition groups) {
    double pairs = 0;
    for (long size : sizes(groups)) {
      pairs += pairs(size);
    }
    return pairs;
  }

  private static double pairs(long count) {
    return count * (count - 1.0) / 2;
  }

  private static double entropy(long[] counts, int n) {
    double entropy = 0;
    for (long count : counts) {
      double share = (double) count / n;
      entropy -= share * StrictMath.log(share);
    }
    return entropy;
  }
}

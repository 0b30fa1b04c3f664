package dev.sextant.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a measure behaves when ties are missing, tried out: replicas of the snapshot with a tenth of
 * its ties taken away at random (seeded) are measured as well.
 *
 * @param replicas how many were measured; fewer where one takes long
 * @param removed share of the ties taken away in each
 * @param ranks for measures that rank: each entity's rank and where it lies in 5 to 95 of 100
 *     replicas; empty for measures that number groups
 * @param agreement for measures that number groups: mean adjusted Rand index (L. Hubert, P. Arabie
 *     1985, doi:10.1007/BF01908075) between the snapshot's groups and the replicas', 1 if always
 *     the same, about 0 if alike by chance only; null for measures that rank
 */
public record Robustness(
    int replicas, double removed, List<RankInterval> ranks, @Nullable Double agreement) {
  /** Copies. */
  public Robustness {
    ranks = List.copyOf(ranks);
  }
}

package dev.sextant.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a measure behaves when ties are missing, tried out (seeded). Measures taken before {@link
 * Order} was there tell of replicas with a tenth of the recorded ties taken away; later ones of
 * networks that may be the true one if a tenth of the true ties was not recorded, so that an
 * interval is one of the rank in the true network ({@code docs/uncertainty.md}).
 *
 * @param replicas how many were measured; fewer where one takes long
 * @param removed share of the ties missing
 * @param ranks for measures that rank: each entity's rank and where it lies in 5 to 95 of 100
 *     replicas; empty for measures that number groups
 * @param agreement for measures that number groups: mean adjusted Rand index (L. Hubert, P. Arabie
 *     1985, doi:10.1007/BF01908075) between the snapshot's groups and the replicas', 1 if always
 *     the same, about 0 if alike by chance only; null for measures that rank
 * @param order what else there is to say; null for a measure taken before it was said
 */
public record Robustness(
    int replicas,
    double removed,
    List<RankInterval> ranks,
    @Nullable Double agreement,
    @Nullable Order order) {
  /** Copies. */
  public Robustness {
    ranks = List.copyOf(ranks);
  }

  /** Without what later measures say besides. */
  public Robustness(
      int replicas, double removed, List<RankInterval> ranks, @Nullable Double agreement) {
    this(replicas, removed, ranks, agreement, null);
  }

  /**
   * How firm the order is.
   *
   * @param model where missing ties are taken to be
   * @param coefficient share of the pairs of entities whose order stays when as many ties are lost
   *     once more (C. Martin, P. Niemeyer 2019, doi:10.1017/nws.2019.12); NaN for groups
   * @param first how many are the top; 0 for groups
   * @param top probability of each entity that it is among them; empty for groups
   */
  public record Order(String model, double coefficient, int first, List<Double> top) {
    /** Copies. */
    public Order {
      top = List.copyOf(top);
    }
  }
}

package dev.sextant.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/* Leiden's outer loops. A round: move, refine, fold along the refinement with the moved groups as
 * the start of the next level, until every folded node is a group of its own; nodes of all levels
 * are connected sets by construction, so the groups are. Rounds go on from the last result.
 *
 * The first of several rounds is a sketch: it stops moving when a sweep over the waiting nodes
 * gains little, and folds along the groups themselves, as Louvain does, which makes its levels a
 * third as large. Groups of a sketch need not be connected; the rounds after it refine, and their
 * groups are. The second round takes for the parts of single nodes those that joined in the sketch's
 * first sweep: refining joins each node to its best neighbour alike, for another pass over all edges,
 * and the partitions are as good. What holds at rest holds because of the last round: moving never
 * lowers the quality, and a round that begins with moving single nodes until none gains, and in the
 * end has not gained, proves that no single move and (by its last level) no joining of two groups
 * gains. */
final class LeidenRounds {
  /** A smaller rise, relative to the weight of all edges, is rounding. */
  private static final double RISE = 1e-10;

  /** A sweep that gains less ends a level's moving: share of all weight, in rounds 1 and 2. */
  private static final double[] ENOUGH = {2e-3, 1e-4};

  private final double resolution;
  private final LeidenGround ground;
  private final LeidenMoves moves;
  private final LeidenParts refined;
  private final LeidenFold folder;
  private final int[] joined; // labels after the sketch's first sweep
  private final boolean weightless;

  LeidenRounds(
      Csr graph, LeidenGround.Aim aim, double resolution, SplitMix random, Progress progress) {
    this.resolution = resolution;
    this.ground = new LeidenGround(graph, aim, resolution, random);
    LeidenSums sums = new LeidenSums(ground);
    this.moves = new LeidenMoves(ground, sums, progress);
    this.refined = new LeidenParts(ground, sums);
    this.joined = new int[ground.level.nodes()];
    this.folder = new LeidenFold(ground.level.nodes());
    this.weightless = aim != LeidenGround.Aim.CPM;
  }

  /** One round's result. */
  private record Round(int[] groupOf, double quality, List<int[]> folds) {}

  Leiden.Result compute(int mostRounds) {
    int[] start = new int[ground.level.nodes()];
    Arrays.setAll(start, v -> v);
    Round best = new Round(start, ground.quality(ground.level), List.of());
    double rise = RISE * (weightless ? 1 : ground.twice);
    int rounds = 0;
    while (rounds < mostRounds && ground.twice > 0) {
      boolean sketch = rounds == 0 && mostRounds > 1;
      double enough = mostRounds > 1 && rounds < ENOUGH.length ? ENOUGH[rounds] * ground.twice : 0;
      Round next = round(best.groupOf.clone(), enough, sketch, rounds == 1);
      rounds++;
      boolean risen = next.quality > best.quality + rise;
      if (rounds <= ENOUGH.length || next.quality > best.quality) {
        best = next;
      }
      if (!risen && enough == 0) {
        break;
      }
    }
    Partition communities = Partition.ofLabels(ground.spread(best.groupOf));
    return new Leiden.Result(
        communities, best.quality, resolution, new Leiden.Levels(ground, best.folds), rounds);
  }

  private Round round(int[] start, double enough, boolean sketch, boolean second) {
    List<int[]> folds = new ArrayList<>();
    LeidenLevel level = ground.level;
    int[] groupOf = start;
    while (true) {
      if (sketch && folds.isEmpty()) {
        moves.sketchNodes(level, groupOf, enough, joined);
      } else {
        moves.moveNodes(level, groupOf, enough);
      }
      int groups = folder.compact(groupOf);
      if (groups == level.nodes()) {
        break;
      }
      boolean fromSketch = second && folds.isEmpty();
      int[] partOf;
      if (sketch) {
        partOf = groupOf.clone();
      } else if (fromSketch) {
        partOf = LeidenParts.joined(level, groupOf, joined);
      } else {
        partOf = parts(level, groupOf);
      }
      int parts = sketch ? groups : folder.compact(partOf);
      if (parts == level.nodes() && !fromSketch) {
        groupOf = partOf;
        break;
      }
      int[] above = new int[parts];
      for (int v = 0; v < partOf.length; v++) {
        above[partOf[v]] = groupOf[v];
      }
      folds.add(partOf);
      level = folder.fold(level, partOf, parts, folds.size());
      groupOf = above;
    }
    return new Round(composed(folds, groupOf), ground.quality(level), folds);
  }

  /* Where moving was cut short no node may gain by joining another of its group; the group's
   * connected pieces then serve as parts, or the level would not shrink. Pieces number fewer than
   * nodes unless no group has an edge inside: what is left together are nodes whose joint neighbour
   * has gone, and whose masses are so small that parting gains less than rounding. They part, and the
   * round is over, or it would fold the same level for ever. */
  private int[] parts(LeidenLevel level, int[] groupOf) {
    int[] partOf = new int[level.nodes()];
    refined.refine(level, groupOf, partOf);
    for (int v = 0; v < partOf.length; v++) {
      if (partOf[v] != v) {
        return partOf;
      }
    }
    return LeidenParts.pieces(level, groupOf);
  }

  private static int[] composed(List<int[]> folds, int[] top) {
    int[] labels = top;
    for (int d = folds.size() - 1; d >= 0; d--) {
      labels = below(labels, folds.get(d));
    }
    return labels;
  }

  /** Labels of the parts as labels of what was folded into them. */
  static int[] below(int[] labels, int[] partOf) {
    int[] below = new int[partOf.length];
    for (int v = 0; v < below.length; v++) {
      below[v] = labels[partOf[v]];
    }
    return below;
  }
}

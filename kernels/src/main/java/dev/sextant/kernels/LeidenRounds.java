package dev.sextant.kernels;

import java.util.Arrays;

/* Leiden's outer loops. A round: move, refine, fold along the refinement with the moved groups as
 * the start of the next level, until every folded node is a group of its own. Rounds repeat from
 * the last result while modularity rises. Because moving never lowers modularity and a round begins
 * with moving single nodes, a round that does not gain proves that no single move and (by its last
 * level) no joining of two groups gains. */
final class LeidenRounds {
  /** A smaller rise of modularity is rounding. */
  private static final double RISE = 1e-10;

  private final Csr graph;
  private final LeidenGraph ground;
  private final double resolution;
  private final SplitMix random;
  private final Progress progress;
  private final double twiceWeight;
  private int levels;
  private int steps;

  LeidenRounds(Csr given, double resolution, SplitMix random, Progress progress) {
    this.graph = given.ignoringDirection();
    this.ground = LeidenGraph.of(graph);
    this.resolution = resolution;
    this.random = random;
    this.progress = progress;
    this.twiceWeight = Arrays.stream(ground.strength).sum();
  }

  Leiden.Result compute(int mostRounds) {
    int[] best = new int[ground.nodes];
    Arrays.setAll(best, v -> v);
    if (twiceWeight == 0) {
      return new Leiden.Result(Partition.ofLabels(best), 0, resolution, 0, 0);
    }
    double bestQuality = quality(best);
    int bestLevels = 0;
    int rounds = 0;
    while (rounds < mostRounds) {
      rounds++;
      int[] groups = round(best.clone());
      double quality = quality(groups);
      boolean risen = quality > bestQuality + RISE;
      if (quality > bestQuality) {
        best = groups;
        bestQuality = quality;
        bestLevels = levels;
      }
      if (!risen) {
        break;
      }
    }
    Partition communities = Partition.ofLabels(best);
    return new Leiden.Result(communities, bestQuality, resolution, bestLevels, rounds);
  }

  private int[] round(int[] start) {
    double unit = twiceWeight / 2 / Math.max(1, graph.edges());
    double penalty = resolution / twiceWeight;
    LeidenGraph level = ground;
    int[] nodeOf = new int[ground.nodes]; // the level's node that holds each ground node
    Arrays.setAll(nodeOf, v -> v);
    int[] groupOf = start;
    levels = 0;
    while (true) {
      LeidenMoves moves = new LeidenMoves(level, penalty, unit, random);
      moves.moveNodes(groupOf);
      int groups = LeidenGraph.compact(groupOf);
      progress.step(++steps, -1);
      if (groups == level.nodes) {
        break;
      }
      int[] partOf = moves.refine(groupOf, groups);
      int parts = LeidenGraph.compact(partOf);
      if (parts == level.nodes) {
        // No part was well connected: fold along the groups, or the level would not shrink.
        partOf = groupOf.clone();
        parts = groups;
      }
      int[] startAbove = new int[parts];
      for (int v = 0; v < level.nodes; v++) {
        startAbove[partOf[v]] = groupOf[v];
      }
      level = level.folded(partOf, parts);
      groupOf = startAbove;
      for (int v = 0; v < nodeOf.length; v++) {
        nodeOf[v] = partOf[nodeOf[v]];
      }
      levels++;
    }
    int[] result = new int[nodeOf.length];
    for (int v = 0; v < result.length; v++) {
      result[v] = groupOf[nodeOf[v]];
    }
    return connected(result);
  }

  /* Refinement leads to connected groups, but where it stops for rounding or for want of
   * well-connected parts nothing has shown it; so every group is cut into its pieces, which can
   * only raise modularity, since pieces share no edge. */
  private int[] connected(int[] groupOf) {
    int[] label = new int[groupOf.length];
    Arrays.fill(label, -1);
    int[] queue = new int[groupOf.length];
    for (int s = 0; s < groupOf.length; s++) {
      if (label[s] >= 0) {
        continue;
      }
      label[s] = s;
      queue[0] = s;
      int tail = 1;
      for (int head = 0; head < tail; head++) {
        int v = queue[head];
        for (int a = ground.offsets[v]; a < ground.offsets[v + 1]; a++) {
          int w = ground.targets[a];
          if (label[w] < 0 && groupOf[w] == groupOf[s]) {
            label[w] = s;
            queue[tail++] = w;
          }
        }
      }
    }
    return label;
  }

  private double quality(int[] groupOf) {
    double[] inside = new double[groupOf.length]; // twice the weight inside each group
    double[] total = new double[groupOf.length];
    for (int v = 0; v < groupOf.length; v++) {
      int g = groupOf[v];
      total[g] += ground.strength[v];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (groupOf[w] == g) {
          inside[g] += (w == v ? 2 : 1) * graph.weight(a);
        }
      }
    }
    double quality = 0;
    for (int g = 0; g < total.length; g++) {
      double share = total[g] / twiceWeight;
      quality += inside[g] / twiceWeight - resolution * share * share;
    }
    return quality;
  }
}

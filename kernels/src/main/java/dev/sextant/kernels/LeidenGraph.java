package dev.sextant.kernels;

import java.util.Arrays;

/* An undirected weighted graph at one level of folding. Rows leave loops out: weight inside a node
 * never decides a move, it only counts in `strength`, which folding preserves. */
final class LeidenGraph {
  final int nodes;
  final int[] offsets;
  final int[] targets;
  final double[] weights;
  final double[] strength;

  private LeidenGraph(int[] offsets, int[] targets, double[] weights, double[] strength) {
    this.nodes = strength.length;
    this.offsets = offsets;
    this.targets = targets;
    this.weights = weights;
    this.strength = strength;
  }

  static LeidenGraph of(Csr graph) {
    int n = graph.nodes();
    int[] offsets = new int[n + 1];
    int[] targets = new int[graph.arcs()];
    double[] weights = new double[graph.arcs()];
    double[] strength = new double[n];
    int at = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) == v) {
          strength[v] += 2 * graph.weight(a);
        } else {
          strength[v] += graph.weight(a);
          targets[at] = graph.target(a);
          weights[at++] = graph.weight(a);
        }
      }
      offsets[v + 1] = at;
    }
    return new LeidenGraph(offsets, targets, weights, strength);
  }

  /** One node a group; edges between two groups become one. Labels run from 0 without gaps. */
  LeidenGraph folded(int[] groupOf, int groups) {
    int[][] members = members(groupOf, groups);
    int[] newOffsets = new int[groups + 1];
    int[] newTargets = new int[targets.length];
    double[] newWeights = new double[targets.length];
    double[] newStrength = new double[groups];
    double[] sum = new double[groups];
    int[] touched = new int[groups];
    int at = 0;
    for (int g = 0; g < groups; g++) {
      int count = 0;
      for (int v : members[g]) {
        newStrength[g] += strength[v];
        for (int a = offsets[v]; a < offsets[v + 1]; a++) {
          int h = groupOf[targets[a]];
          if (h != g) {
            if (sum[h] == 0) {
              touched[count++] = h;
            }
            sum[h] += weights[a];
          }
        }
      }
      Arrays.sort(touched, 0, count);
      for (int i = 0; i < count; i++) {
        newTargets[at] = touched[i];
        newWeights[at++] = sum[touched[i]];
        sum[touched[i]] = 0;
      }
      newOffsets[g + 1] = at;
    }
    return new LeidenGraph(
        newOffsets, Arrays.copyOf(newTargets, at), Arrays.copyOf(newWeights, at), newStrength);
  }

  static int[][] members(int[] groupOf, int groups) {
    int[] size = new int[groups];
    for (int g : groupOf) {
      size[g]++;
    }
    int[][] members = new int[groups][];
    for (int g = 0; g < groups; g++) {
      members[g] = new int[size[g]];
    }
    int[] next = new int[groups];
    for (int v = 0; v < groupOf.length; v++) {
      members[groupOf[v]][next[groupOf[v]]++] = v;
    }
    return members;
  }

  /** Renames labels to 0, 1, ... in order of first use; returns how many there are. */
  static int compact(int[] labels) {
    int[] name = new int[labels.length];
    Arrays.fill(name, -1);
    int count = 0;
    for (int v = 0; v < labels.length; v++) {
      if (name[labels[v]] < 0) {
        name[labels[v]] = count++;
      }
      labels[v] = name[labels[v]];
    }
    return count;
  }
}

package dev.sextant.kernels.group;

import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Edges sorted by the triangles they lie in, in buckets of one array; the first is taken away and
 * the other two edges of each of its remaining triangles move down a bucket, by swapping with the
 * first of their bucket, as in the peeling of cores. Rows of edge numbers beside the rows of
 * targets give the number of an edge found from either end. */
final class TrussPeeling {
  private final PlainRows rows;
  private final int[] edgeAt; // the edge's number, by arc
  private final int[] lower;
  private final int[] higher;
  private final int[] support; // triangles left; then, where taken away, support at that time

  TrussPeeling(PlainRows rows) {
    this.rows = rows;
    int edges = rows.targets().length / 2;
    this.edgeAt = new int[rows.targets().length];
    this.lower = new int[edges];
    this.higher = new int[edges];
    this.support = new int[edges];
    numberEdges();
  }

  private void numberEdges() {
    int n = rows.nodes();
    int[] next = Arrays.copyOf(rows.offsets(), n); // rows are met in order of the lower end
    int count = 0;
    for (int u = 0; u < n; u++) {
      for (int a = rows.offsets()[u]; a < rows.offsets()[u + 1]; a++) {
        int v = rows.targets()[a];
        if (v > u) {
          lower[count] = u;
          higher[count] = v;
          edgeAt[a] = count;
          edgeAt[next[v]++] = count++;
        }
      }
    }
  }

  Truss.Result compute(Progress progress) {
    int edges = lower.length;
    countTriangles(progress);
    int most = Arrays.stream(support).max().orElse(0);
    int[] start = new int[most + 2]; // first place of each bucket
    for (int s : support) {
      start[s + 1]++;
    }
    for (int s = 0; s <= most; s++) {
      start[s + 1] += start[s];
    }
    int[] order = new int[edges];
    int[] place = new int[edges];
    int[] next = start.clone();
    for (int e = 0; e < edges; e++) {
      place[e] = next[support[e]]++;
      order[place[e]] = e;
    }
    boolean[] gone = new boolean[edges];
    for (int i = 0; i < edges; i++) {
      int e = order[i];
      int level = support[e];
      gone[e] = true;
      int u = rows.degree(lower[e]) <= rows.degree(higher[e]) ? lower[e] : higher[e];
      int v = u == lower[e] ? higher[e] : lower[e];
      for (int a = rows.offsets()[u]; a < rows.offsets()[u + 1]; a++) {
        if (gone[edgeAt[a]]) {
          continue;
        }
        int back = rows.arc(v, rows.targets()[a]);
        if (back >= 0 && !gone[edgeAt[back]]) {
          lower(edgeAt[a], level, start, order, place);
          lower(edgeAt[back], level, start, order, place);
        }
      }
      if ((i & 4095) == 4095) {
        progress.step(i + 1, edges);
      }
    }
    int[] truss = new int[edges];
    Arrays.setAll(truss, e -> support[e] + 2);
    return new Truss.Result(rows.nodes(), lower, higher, truss);
  }

  /* start[s] stays the first place of bucket s among edges still there: whenever an edge leaves
   * bucket s downwards the bucket begins one later. Edges at the present level stay put. */
  private void lower(int e, int level, int[] start, int[] order, int[] place) {
    int s = support[e];
    if (s <= level) {
      return;
    }
    int first = start[s]++;
    int other = order[first];
    order[first] = e;
    order[place[e]] = other;
    place[other] = place[e];
    place[e] = first;
    support[e] = s - 1;
  }

  /* Each edge is kept at its lower end in (degree, number), in rows that are nowhere longer than the
   * square root of 2m, however large the hub: a triangle is met once, at its lowest node, whose row is
   * marked. */
  private void countTriangles(Progress progress) {
    int n = rows.nodes();
    int[] start = new int[n + 1];
    int[] target = new int[lower.length];
    int[] edge = new int[lower.length];
    int at = 0;
    for (int u = 0; u < n; u++) {
      for (int a = rows.offsets()[u]; a < rows.offsets()[u + 1]; a++) {
        if (above(u, rows.targets()[a])) {
          target[at] = rows.targets()[a];
          edge[at++] = edgeAt[a];
        }
      }
      start[u + 1] = at;
    }
    int[] mark = new int[n]; // 1 + edge to the node in hand
    for (int u = 0; u < n; u++) {
      for (int a = start[u]; a < start[u + 1]; a++) {
        mark[target[a]] = 1 + edge[a];
      }
      for (int a = start[u]; a < start[u + 1]; a++) {
        int v = target[a];
        for (int b = start[v]; b < start[v + 1]; b++) {
          int third = mark[target[b]];
          if (third > 0) {
            support[edge[a]]++;
            support[edge[b]]++;
            support[third - 1]++;
          }
        }
      }
      for (int a = start[u]; a < start[u + 1]; a++) {
        mark[target[a]] = 0;
      }
      if ((u & 4095) == 4095) {
        progress.step(u + 1, n);
      }
    }
  }

  private boolean above(int u, int v) {
    int du = rows.degree(u);
    int dv = rows.degree(v);
    return dv > du || (dv == du && v > u);
  }
}

package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Colours all alike, then tells nodes of a colour apart by the colours they see, until that changes
 * nothing: the coarsest stable colouring.
 *
 * A split gives new colours to all of the nodes but one lot, which keeps the old one. Only nodes
 * that see a new colour need be looked at in the next turn: the others of a colour still see what
 * they saw, the same as each other, and no new colour, so none of those looked at is like them. */
final class ColourRefinement {
  private final Csr graph;
  private final Csr back;
  private final boolean counting; // how many of a colour are seen, or only whether any is
  private final int[] colour;
  private final int[] size; // nodes by colour
  private int colours = 1;

  ColourRefinement(Csr graph, boolean counting) {
    this.graph = graph;
    this.back = graph.reverse();
    this.counting = counting;
    this.colour = new int[graph.nodes()];
    this.size = new int[graph.nodes() + 1];
    size[0] = graph.nodes();
  }

  Partition compute(Progress progress) {
    int n = graph.nodes();
    int[] look = new int[n];
    Arrays.setAll(look, v -> v);
    int count = n;
    boolean[] listed = new boolean[n];
    int[] changed = new int[n];
    long turns = 0;
    while (count > 0) {
      int changes = split(look, count, changed);
      count = 0;
      for (int i = 0; i < changes; i++) {
        count = list(graph, changed[i], listed, look, count);
        count = graph.directed() ? list(back, changed[i], listed, look, count) : count;
      }
      for (int i = 0; i < count; i++) {
        listed[look[i]] = false;
      }
      progress.step(++turns, -1);
    }
    return Partition.ofLabels(colour);
  }

  private static int list(Csr rows, int v, boolean[] listed, int[] look, int count) {
    int to = count;
    for (int a = rows.first(v); a < rows.end(v); a++) {
      int w = rows.target(a);
      if (!listed[w]) {
        listed[w] = true;
        look[to++] = w;
      }
    }
    return to;
  }

  /** A node and the colours it sees. */
  private record Seen(int node, int colour, int[] sees) implements Comparable<Seen> {
    boolean like(Seen other) {
      return colour == other.colour && Arrays.equals(sees, other.sees);
    }

    @Override
    public int compareTo(Seen other) {
      int byColour = Integer.compare(colour, other.colour);
      int bySight = byColour != 0 ? byColour : Arrays.compare(sees, other.sees);
      return bySight != 0 ? bySight : Integer.compare(node, other.node);
    }
  }

  /** Splits colours among the nodes looked at; returns how many nodes changed. */
  private int split(int[] look, int count, int[] changed) {
    Seen[] seen = new Seen[count];
    for (int i = 0; i < count; i++) {
      seen[i] = new Seen(look[i], colour[look[i]], sight(look[i]));
    }
    Arrays.sort(seen);
    int changes = 0;
    for (int i = 0; i < count; ) {
      int end = i + 1;
      while (end < count && seen[end].colour == seen[i].colour) {
        end++;
      }
      boolean othersStay = size[seen[i].colour] > end - i;
      changes = splitColour(seen, i, end, othersStay, changed, changes);
      i = end;
    }
    return changes;
  }

  private int splitColour(
      Seen[] seen, int from, int to, boolean othersStay, int[] changed, int changesBefore) {
    int keeps = -1; // where the lot begins that keeps the colour
    int largest = 0;
    for (int i = from; i < to && !othersStay; ) {
      int end = endOfLot(seen, i, to);
      if (end - i > largest) {
        largest = end - i;
        keeps = i;
      }
      i = end;
    }
    int changes = changesBefore;
    for (int i = from; i < to; ) {
      int end = endOfLot(seen, i, to);
      if (i != keeps) {
        size[seen[i].colour] -= end - i;
        size[colours] = end - i;
        for (int j = i; j < end; j++) {
          colour[seen[j].node] = colours;
          changed[changes++] = seen[j].node;
        }
        colours++;
      }
      i = end;
    }
    return changes;
  }

  private static int endOfLot(Seen[] seen, int from, int to) {
    int end = from + 1;
    while (end < to && seen[end].like(seen[from])) {
      end++;
    }
    return end;
  }

  private int[] sight(int v) {
    int[] out = colours(graph, v);
    if (!graph.directed()) {
      return out;
    }
    int[] in = colours(back, v);
    int[] both = Arrays.copyOf(out, out.length + 1 + in.length);
    both[out.length] = -1; // no colour: parts the directions
    System.arraycopy(in, 0, both, out.length + 1, in.length);
    return both;
  }

  private int[] colours(Csr rows, int v) {
    int[] seen = new int[rows.end(v) - rows.first(v)];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = colour[rows.target(rows.first(v) + i)];
    }
    Arrays.sort(seen);
    if (counting) {
      return seen;
    }
    int kept = 0;
    for (int i = 0; i < seen.length; i++) {
      if (i == 0 || seen[i] != seen[i - 1]) {
        seen[kept++] = seen[i];
      }
    }
    return Arrays.copyOf(seen, kept);
  }
}

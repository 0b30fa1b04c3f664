package dev.sextant.kernels.covert;

import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.PriorityQueue;

/** Finds out who goes first. */
final class RemovalOrder {
  /** Steps of collective influence. */
  private static final int STEPS = 2;

  private final Csr graph;
  private final Csr plain;
  private final int threads;
  private final Progress progress;

  RemovalOrder(Csr graph, int threads, Progress progress) {
    this.graph = graph;
    this.plain = graph.ignoringDirection();
    this.threads = threads;
    this.progress = progress;
  }

  int[] by(Removal.Strategy strategy, Removal.Order order, int most) {
    if (strategy == Removal.Strategy.LARGEST_PIECE) {
      return largestPiece(most);
    }
    if (order == Removal.Order.FIXED) {
      boolean[] none = new boolean[graph.nodes()];
      double[] scores = scores(strategy, graph, none);
      return Arrays.copyOf(Pools.order(scores), most);
    }
    return switch (strategy) {
      case DEGREE -> byDegree(most);
      case COLLECTIVE_INFLUENCE -> byInfluence(most);
      default -> byScores(strategy, most);
    };
  }

  private double[] scores(Removal.Strategy strategy, Csr rest, boolean[] removed) {
    int n = graph.nodes();
    double[] scores = new double[n];
    switch (strategy) {
      case BETWEENNESS -> scores = Betweenness.byHops(threads).compute(rest, progress).scores();
      case CLOSENESS -> {
        Closeness.Result near =
            Closeness.byHops(Closeness.Towards.OTHERS, threads).compute(rest, progress);
        Arrays.setAll(scores, near::harmonic);
      }
      case COLLECTIVE_INFLUENCE -> {
        scores = CollectiveInfluence.scores(plain, STEPS, removed, progress);
      }
      default -> {
        CollectiveInfluence counter = new CollectiveInfluence(plain);
        Arrays.setAll(scores, v -> counter.degree(v, removed));
      }
    }
    return scores;
  }

  private int[] byScores(Removal.Strategy strategy, int most) {
    int n = graph.nodes();
    boolean[] removed = new boolean[n];
    int[] order = new int[most];
    Csr rest = graph;
    for (int i = 0; i < most; i++) {
      if (rest.edges() == 0) {
        fill(order, i, removed);
        return order;
      }
      double[] scores = scores(strategy, rest, removed);
      int best = -1;
      for (int v = 0; v < n; v++) {
        if (!removed[v] && (best < 0 || scores[v] > scores[best])) {
          best = v;
        }
      }
      order[i] = best;
      removed[best] = true;
      rest = without(rest, best);
      progress.step(i + 1L, most);
    }
    return order;
  }

  private static Csr without(Csr graph, int gone) {
    CsrBuilder builder =
        graph.directed()
            ? CsrBuilder.directed(graph.nodes(), CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(graph.nodes(), CsrBuilder.Loops.DROP);
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (v != gone && w != gone && (graph.directed() || v < w)) {
          builder.edge(v, w);
        }
      }
    }
    return builder.build().graph();
  }

  /** All that is left, by number. */
  private static void fill(int[] order, int from, boolean[] removed) {
    int at = from;
    for (int v = 0; at < order.length; v++) {
      if (!removed[v]) {
        order[at++] = v;
      }
    }
  }

  /** A score as it was when it was put in the queue. */
  private record Entry(int node, double score) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return score != other.score
          ? Double.compare(other.score, score)
          : Integer.compare(node, other.node);
    }
  }

  /* Scores only fall where a neighbour goes: a stale entry is known by its score and passed over. */
  private int[] byDegree(int most) {
    int n = graph.nodes();
    boolean[] removed = new boolean[n];
    CollectiveInfluence counter = new CollectiveInfluence(plain);
    int[] degree = new int[n];
    Arrays.setAll(degree, v -> counter.degree(v, removed));
    PriorityQueue<Entry> queue = new PriorityQueue<>();
    for (int v = 0; v < n; v++) {
      queue.add(new Entry(v, degree[v]));
    }
    int[] order = new int[most];
    for (int i = 0; i < most; ) {
      Entry top = queue.remove();
      int v = top.node;
      if (removed[v] || degree[v] != top.score) {
        continue;
      }
      removed[v] = true;
      order[i++] = v;
      for (int a = plain.first(v); a < plain.end(v); a++) {
        int w = plain.target(a);
        if (!removed[w]) {
          degree[w]--;
          queue.add(new Entry(w, degree[w]));
        }
      }
      if ((i & 1023) == 0) {
        progress.step(i, most);
      }
    }
    return order;
  }

  /* Removing a node changes influence within STEPS + 1 of it and nowhere else. */
  private int[] byInfluence(int most) {
    int n = graph.nodes();
    boolean[] removed = new boolean[n];
    CollectiveInfluence influence = new CollectiveInfluence(plain);
    double[] score = CollectiveInfluence.scores(plain, STEPS, removed, progress);
    PriorityQueue<Entry> queue = new PriorityQueue<>();
    for (int v = 0; v < n; v++) {
      queue.add(new Entry(v, score[v]));
    }
    int[] order = new int[most];
    int i = 0;
    while (i < most) {
      Entry top = queue.remove();
      int v = top.node;
      if (removed[v] || score[v] != top.score) {
        continue;
      }
      if (top.score == 0) {
        break;
      }
      influence.ball(v, STEPS + 1, removed);
      int[] near = influence.members();
      removed[v] = true;
      order[i++] = v;
      for (int w : near) {
        if (w != v) {
          double now = influence.score(w, STEPS, removed);
          if (now != score[w]) {
            score[w] = now;
            queue.add(new Entry(w, now));
          }
        }
      }
      progress.step(i, most);
    }
    rest(order, i, removed);
    return order;
  }

  /** What is left by degree, as if it were a graph of its own. */
  private void rest(int[] order, int from, boolean[] removed) {
    if (from == order.length) {
      return;
    }
    CollectiveInfluence counter = new CollectiveInfluence(plain);
    double[] degree = new double[removed.length];
    Arrays.setAll(degree, v -> removed[v] ? -1 : counter.degree(v, removed));
    int[] all = Pools.order(degree);
    System.arraycopy(all, 0, order, from, order.length - from);
  }

  /** A piece by any of its nodes. */
  private record Piece(int size, int smallest) implements Comparable<Piece> {
    @Override
    public int compareTo(Piece other) {
      return size != other.size ? other.size - size : Integer.compare(smallest, other.smallest);
    }
  }

  /* Removing a node changes its own piece and no other, so only the largest is walked over and only
   * its parts are looked for: the cost falls with the pieces. */
  private int[] largestPiece(int most) {
    int n = graph.nodes();
    boolean[] removed = new boolean[n];
    CutWalk walk = new CutWalk(plain);
    CollectiveInfluence counter = new CollectiveInfluence(plain);
    int[] degree = new int[n];
    Arrays.setAll(degree, v -> counter.degree(v, removed));
    PriorityQueue<Piece> pieces = new PriorityQueue<>();
    Parts parts = new Parts(n);
    for (int v = 0; v < n; v++) {
      parts.add(v, removed, pieces);
    }
    int[] order = new int[most];
    for (int i = 0; i < most; i++) {
      Piece largest = pieces.remove();
      if (largest.size == 1) {
        fill(order, i, removed);
        return order;
      }
      int[] members = walk.walkPiece(largest.smallest, removed);
      int best = members[0];
      for (int j = 1; j < walk.walked(); j++) {
        int v = members[j];
        long less = walk.squaresWithout[v] - walk.squaresWithout[best];
        int more = degree[v] - degree[best];
        if (less < 0 || less == 0 && (more > 0 || more == 0 && v < best)) {
          best = v;
        }
      }
      order[i] = best;
      removed[best] = true;
      parts.again();
      for (int a = plain.first(best); a < plain.end(best); a++) {
        degree[plain.target(a)]--;
        parts.add(plain.target(a), removed, pieces);
      }
      progress.step(i + 1L, most);
    }
    return order;
  }

  /** Finds pieces, each once. */
  private final class Parts {
    private final int[] mark;
    private final int[] queue;
    private int stamp = 1;

    Parts(int n) {
      mark = new int[n];
      queue = new int[n];
    }

    void again() {
      stamp++;
    }

    void add(int root, boolean[] removed, PriorityQueue<Piece> pieces) {
      if (removed[root] || mark[root] == stamp) {
        return;
      }
      mark[root] = stamp;
      queue[0] = root;
      int size = 1;
      int smallest = root;
      for (int i = 0; i < size; i++) {
        for (int a = plain.first(queue[i]); a < plain.end(queue[i]); a++) {
          int w = plain.target(a);
          if (mark[w] != stamp && !removed[w]) {
            mark[w] = stamp;
            queue[size++] = w;
            smallest = Math.min(smallest, w);
          }
        }
      }
      pieces.add(new Piece(size, smallest));
    }
  }
}

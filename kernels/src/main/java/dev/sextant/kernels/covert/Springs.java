package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;
import java.util.stream.IntStream;

/* The system is L s = out - in, where L is the Laplacian of the graph without directions, weights
 * added both ways. Turning ties round changes the right-hand side alone: all replicas share L. L is
 * singular, one null vector a piece; the right-hand side sums to 0 within each piece, so gradients
 * that start from 0 stay out of the null space but for rounding, and the means are taken off at the
 * end. Degrees as preconditioner.
 *
 * A node with one neighbour stands where its own spring is at rest, so its row says
 * s_v = s_u + b_v / w; put into the neighbour's row, b_v moves there and the spring vanishes. Folding
 * such nodes until none is left takes trees out exactly, in linear time and once for all replicas:
 * gradients are left with the core, which in covert networks is small, and long branches, which
 * would take them as many rounds as they are long, cost nothing. */
final class Springs {
  /** Far below what a score is read to. */
  private static final double TOLERANCE = 1e-12;

  /** Long rings need as many rounds as half their length; beyond this the residual says so. */
  private static final int ROUNDS = 100_000;

  private static final long BITS_AT_ONCE = 1L << 20;

  private final int n;
  private final int[] from; // one entry a pair with ties
  private final int[] to;
  private final double[] forth; // weight of arcs from the first to the second
  private final double[] back;
  private final double[] strength;
  private final int[] offsets;
  private final int[] targets;
  private final double[] weights;
  private final int[] piece;
  private final int[] folded; // in order of folding
  private final int[] onto;
  private final double[] spring;
  private final int[] core;
  private final boolean whole;
  private int folds;
  private double total;

  Springs(Csr graph) {
    n = graph.nodes();
    Csr both = unweightedSum(graph);
    offsets = both.sharedOffsets();
    targets = both.sharedTargets();
    weights = new double[both.arcs()];
    strength = new double[n];
    int pairs = 0;
    for (int v = 0; v < n; v++) {
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        pairs += targets[a] > v ? 1 : 0;
      }
    }
    from = new int[pairs];
    to = new int[pairs];
    forth = new double[pairs];
    back = new double[pairs];
    int at = 0;
    boolean integers = true;
    for (int v = 0; v < n; v++) {
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        if (w == v) {
          continue;
        }
        double there = weight(graph, v, w);
        double here = weight(graph, w, v);
        weights[a] = there + here;
        strength[v] += weights[a];
        if (w > v) {
          from[at] = v;
          to[at] = w;
          forth[at] = there;
          back[at++] = here;
          total += weights[a];
          integers &= weights[a] == Math.rint(weights[a]) && weights[a] <= BITS_AT_ONCE;
        }
      }
    }
    whole = integers;
    piece = Absence.Figures.pieces(both, new boolean[n]);
    folded = new int[n];
    onto = new int[n];
    spring = new double[n];
    core = fold();
  }

  /** Takes nodes with one neighbour out, again and again; answers those that stay. */
  private int[] fold() {
    int[] degree = new int[n];
    boolean[] out = new boolean[n];
    for (int v = 0; v < n; v++) {
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        degree[v] += targets[a] == v ? 0 : 1;
      }
      if (degree[v] == 1) {
        folded[folds++] = v;
      }
    }
    for (int i = 0; i < folds; i++) {
      int v = folded[i];
      onto[v] = -1;
      if (degree[v] == 0) {
        continue; // the last of its tree, with nobody left to stand on
      }
      out[v] = true;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int u = targets[a];
        if (u != v && !out[u]) {
          onto[v] = u;
          spring[v] = weights[a];
          strength[u] -= weights[a];
          if (--degree[u] == 1) {
            folded[folds++] = u;
          }
        }
      }
    }
    for (int v = 0; v < n; v++) {
      if (degree[v] == 0) {
        strength[v] = 0;
      }
    }
    return IntStream.range(0, n).filter(v -> !out[v]).toArray();
  }

  private static Csr unweightedSum(Csr graph) {
    return graph.unweighted().ignoringDirection();
  }

  private static double weight(Csr graph, int u, int v) {
    int arc = graph.arc(u, v);
    return arc < 0 ? 0 : graph.weight(arc);
  }

  SpringRank.Result compute(int replicas, long seed, int threads, Progress progress) {
    Solver solver = new Solver();
    double energy = solver.solve(forth, back, progress);
    double[] scores = solver.s.clone();
    if (replicas == 0 || total == 0) {
      return new SpringRank.Result(scores, energy, Double.NaN, solver.rounds, solver.residual);
    }
    boolean[] asLow = new boolean[replicas];
    Replicas.run(
        replicas,
        threads,
        Turned::new,
        (replica, turned) ->
            asLow[replica] =
                turned.energy(Replicas.seed(seed, replica), Replicas.quiet(progress))
                    <= energy + 1e-9,
        progress);
    int low = 1;
    for (boolean yes : asLow) {
      low += yes ? 1 : 0;
    }
    double p = low / (replicas + 1.0);
    return new SpringRank.Result(scores, energy, p, solver.rounds, solver.residual);
  }

  /** Ties turned round at random. */
  private final class Turned {
    private final Solver solver = new Solver();
    private final double[] there = new double[from.length];
    private final double[] here = new double[from.length];

    double energy(long seed, Progress progress) {
      SplitMix random = new SplitMix(seed);
      for (int i = 0; i < from.length; i++) {
        double all = forth[i] + back[i];
        if (whole) {
          there[i] = heads(random, (long) all);
          here[i] = all - there[i];
        } else {
          boolean turn = random.next() < 0;
          boolean turnBack = random.next() < 0;
          there[i] = (turn ? 0 : forth[i]) + (turnBack ? back[i] : 0);
          here[i] = all - there[i];
        }
      }
      return solver.solve(there, here, progress);
    }

    private static long heads(SplitMix random, long coins) {
      long heads = 0;
      for (long left = coins; left > 0; left -= Long.SIZE) {
        long bits = random.next();
        heads += Long.bitCount(left >= Long.SIZE ? bits : bits >>> (Long.SIZE - left));
      }
      return heads;
    }
  }

  private final class Solver {
    final double[] s = new double[n];
    private final double[] r = new double[n];
    private final double[] z = new double[n];
    private final double[] p = new double[n];
    private final double[] lp = new double[n];
    int rounds;
    double residual;

    /** Sets s; answers the energy per unit of weight. */
    double solve(double[] there, double[] here, Progress progress) {
      Arrays.fill(s, 0);
      Arrays.fill(r, 0);
      for (int i = 0; i < from.length; i++) {
        r[from[i]] += there[i] - here[i];
        r[to[i]] -= there[i] - here[i];
      }
      for (int i = 0; i < folds; i++) {
        int v = folded[i];
        if (onto[v] >= 0) {
          r[onto[v]] += r[v];
          z[v] = r[v];
          r[v] = 0;
          p[v] = 0;
        }
      }
      for (int v : core) {
        // The last of a tree, or alone: what is left there is rounding.
        r[v] = strength[v] > 0 ? r[v] : 0;
      }
      double first = dot(r, r);
      double now = first;
      double rz = precondition();
      for (int v : core) {
        p[v] = z[v];
      }
      rounds = 0;
      while (now > TOLERANCE * TOLERANCE * first && rounds < ROUNDS) {
        multiply();
        double step = rz / dot(p, lp);
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
          break;
        }
        for (int v : core) {
          s[v] += step * p[v];
          r[v] -= step * lp[v];
        }
        now = dot(r, r);
        double then = precondition();
        double keep = then / rz;
        rz = then;
        for (int v : core) {
          p[v] = z[v] + keep * p[v];
        }
        rounds++;
        if ((rounds & 63) == 0) {
          progress.step(rounds, -1);
        }
      }
      residual = first == 0 ? 0 : Math.sqrt(now / first);
      for (int i = folds - 1; i >= 0; i--) {
        int v = folded[i];
        if (onto[v] >= 0) {
          s[v] = s[onto[v]] + z[v] / spring[v];
        }
      }
      centre();
      return energy(there, here);
    }

    private double precondition() {
      double sum = 0;
      for (int v : core) {
        z[v] = strength[v] > 0 ? r[v] / strength[v] : 0;
        sum += r[v] * z[v];
      }
      return sum;
    }

    private void multiply() {
      for (int v : core) {
        double sum = strength[v] * p[v];
        for (int a = offsets[v]; a < offsets[v + 1]; a++) {
          sum -= weights[a] * p[targets[a]];
        }
        lp[v] = sum;
      }
    }

    private void centre() {
      double[] sum = new double[n];
      int[] count = new int[n];
      for (int v = 0; v < n; v++) {
        sum[piece[v]] += s[v];
        count[piece[v]]++;
      }
      for (int v = 0; v < n; v++) {
        s[v] -= sum[piece[v]] / count[piece[v]];
      }
    }

    private double energy(double[] there, double[] here) {
      double sum = 0;
      for (int i = 0; i < from.length; i++) {
        double above = s[from[i]] - s[to[i]];
        sum += there[i] * (above - 1) * (above - 1) + here[i] * (above + 1) * (above + 1);
      }
      return total == 0 ? Double.NaN : sum / 2 / total;
    }

    private double dot(double[] a, double[] b) {
      double sum = 0;
      for (int v : core) {
        sum += a[v] * b[v];
      }
      return sum;
    }
  }
}

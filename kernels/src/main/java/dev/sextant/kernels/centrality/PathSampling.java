package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import dev.sextant.kernels.Stripes;
import java.util.ArrayList;
import java.util.List;

/* Whether a node lies inside a drawn path is a coin with the node's share for bias, so after t
 * draws with share x seen, Hoeffding's bound says that a bias above x + e has probability below
 * exp(-t KL(x, x + e)), and the same below x - e, where KL is the relative entropy of two coins. It
 * is asked at points of time fixed beforehand, each 1.25 times the one before, and the allowance of
 * a node is divided by their number: whichever of them is the one where it stops, all nodes' bounds
 * hold with the probability stated (a sum over nodes, two sides and points). No bound of the
 * diameter is needed, and it must stop by the time at which the bound for a fair coin is met.
 *
 * Nodes that are often met need more draws for the same probability; so half of delta is shared out
 * evenly, and half by exp(-C e^2 / 2x) after shares x seen in draws that are used for nothing else,
 * with C such that all of it is used.
 *
 * Draw number i has a generator of its own, and what is counted is whole numbers: neither threads nor
 * batches change a byte. */
final class PathSampling {
  private static final int FIRST = 500;
  private static final double GROWTH = 1.25;

  /** Draws of a stripe: long enough to be worth handing out. */
  private static final int STRIPE = 250;

  private final Csr graph;
  private final int n;
  private final double epsilon;
  private final double error; // of shares of all pairs, in which a node may be an end
  private final double delta;
  private final int threads;
  private final int[] count;
  private final PathDraw[] spaces;

  PathSampling(Csr graph, double epsilon, double delta, int threads) {
    this.graph = graph.unweighted();
    this.n = graph.nodes();
    this.epsilon = epsilon;
    this.error = epsilon * (n - 2.0) / n;
    this.delta = delta;
    this.threads = threads;
    this.count = new int[n];
    this.spaces = new PathDraw[threads];
  }

  SampledBetweenness.Result compute(long seed, Progress progress) {
    if (n < 3) {
      return new SampledBetweenness.Result(new double[n], 0, epsilon, delta);
    }
    Csr reverse = graph.reverse();
    for (int i = 0; i < threads; i++) {
      spaces[i] = new PathDraw(graph, reverse);
    }
    draw(~seed, 0, FIRST, progress);
    double[] allowance = allowances(FIRST);
    java.util.Arrays.fill(count, 0);
    int points = points(allowance);
    for (int v = 0; v < n; v++) {
      allowance[v] = Math.log(2 * points / allowance[v]);
    }
    long drawn = 0;
    long until = FIRST;
    while (true) {
      draw(seed, drawn, until, progress);
      drawn = until;
      if (enough(allowance, drawn)) {
        break;
      }
      until = next(drawn);
    }
    double[] scores = new double[n];
    for (int v = 0; v < n; v++) {
      scores[v] = Math.min(1, (double) count[v] / drawn * n / (n - 2));
    }
    return new SampledBetweenness.Result(scores, drawn, epsilon, delta);
  }

  private static long next(long drawn) {
    return (long) Math.ceil(drawn * GROWTH);
  }

  /**
   * Points of time at which it may stop: one more raises the last point, so both are counted up.
   */
  private int points(double[] allowance) {
    double least = 1;
    for (double a : allowance) {
      least = Math.min(least, a);
    }
    int points = 1;
    for (long t = FIRST; t * 2 * error * error < Math.log(2 * points / least); t = next(t)) {
      points++;
    }
    return points;
  }

  private boolean enough(double[] wanted, long drawn) {
    double hardest = 0; // among the nodes never met, whose bound is the same but for the allowance
    for (int v = 0; v < n; v++) {
      if (count[v] == 0) {
        hardest = Math.max(hardest, wanted[v]);
      } else {
        double share = (double) count[v] / drawn;
        if (drawn * entropy(share, share + error) < wanted[v]
            || (share > error && drawn * entropy(share, share - error) < wanted[v])) {
          return false;
        }
      }
    }
    return drawn * entropy(0, error) >= hardest;
  }

  /** Relative entropy of a coin of one bias to a coin of another. */
  private static double entropy(double x, double y) {
    if (y >= 1) {
      return Double.POSITIVE_INFINITY;
    }
    double heads = x == 0 ? 0 : x * Math.log(x / y);
    double tails = x == 1 ? 0 : (1 - x) * (Math.log1p(-x) - Math.log1p(-y));
    return heads + tails;
  }

  private double[] allowances(int drawn) {
    double[] spread = new double[n];
    for (int v = 0; v < n; v++) {
      // A little more than was seen, so that what was missed by chance is not starved.
      double share = (count[v] + Math.sqrt(count[v]) + 1) / drawn;
      spread[v] = share * Math.max(0.25, 1 - share);
    }
    double low = 0;
    double high = 1e9;
    for (int halving = 0; halving < 100; halving++) {
      double middle = (low + high) / 2;
      double sum = 0;
      for (double s : spread) {
        sum += Math.exp(-middle * error * error / (2 * s));
      }
      if (sum > delta / 2) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double[] allowance = new double[n];
    for (int v = 0; v < n; v++) {
      allowance[v] = delta / 2 / n + Math.exp(-high * error * error / (2 * spread[v]));
    }
    return allowance;
  }

  private void draw(long seed, long from, long to, Progress progress) {
    List<Stripes.Work<PathDraw>> works = new ArrayList<>();
    for (long start = from; start < to; start += STRIPE) {
      long first = start;
      long last = Math.min(to, start + STRIPE);
      works.add((space, ticker) -> {
        for (long i = first; i < last; i++) {
          space.draw(new SplitMix(new SplitMix(seed + i).next()));
        }
        ticker.tick(last - first);
      });
    }
    java.util.concurrent.atomic.AtomicInteger taken =
        new java.util.concurrent.atomic.AtomicInteger();
    Stripes.run(
        works,
        () -> spaces[taken.getAndIncrement()],
        threads,
        done -> progress.step(from + done, -1));
    for (PathDraw space : spaces) {
      space.drain(count);
    }
  }
}

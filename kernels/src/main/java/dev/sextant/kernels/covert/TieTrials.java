package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/** Ranks pairs, and checks ranks on ties hidden on purpose. */
final class TieTrials {
  private static final int LEAST_SAMPLE = 1_000;
  private static final double TAIL = 0.05;

  private final Csr graph;
  private final HiddenTies.Plan plan;
  private final Progress progress;
  private final int n;
  private final int[] from;
  private final int[] to;
  private final int hide;

  TieTrials(Csr given, HiddenTies.Plan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
    n = given.nodes();
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    for (int v = 0; v < n; v++) {
      for (int a = given.first(v); a < given.end(v); a++) {
        builder.edge(v, given.target(a));
      }
    }
    graph = builder.build().graph();
    from = new int[graph.edges()];
    to = new int[graph.edges()];
    int at = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) > v) {
          from[at] = v;
          to[at++] = graph.target(a);
        }
      }
    }
    hide = (int) Math.max(1, Math.round(plan.hidden() * from.length));
  }

  /** What one trial found. */
  private record Trial(boolean[] hits, double precision, double auc) {}

  HiddenTies.Result result() {
    BestPairs best = rank(graph, plan.most(), plan.seed(), plan.threads(), progress);
    boolean tried = plan.trials() > 0 && from.length > 1;
    double[] share = new double[best.size()];
    Arrays.fill(share, Double.NaN);
    HiddenTies.Band none = new HiddenTies.Band(Double.NaN, Double.NaN, Double.NaN);
    HiddenTies.Band precision = none;
    HiddenTies.Band auc = none;
    if (tried) {
      Trial[] trials = new Trial[plan.trials()];
      Replicas.run(
          trials.length,
          plan.threads(),
          () -> trials,
          (i, all) -> all[i] = trial(Replicas.seed(plan.seed(), i + 1)),
          progress);
      calibrate(trials, best, share);
      precision = band(Arrays.stream(trials).mapToDouble(Trial::precision).toArray());
      auc = band(Arrays.stream(trials).mapToDouble(Trial::auc).toArray());
    }
    int[] ranks = new int[best.size()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = i > 0 && best.score(i) == best.score(i - 1) ? ranks[i - 1] : i + 1;
    }
    return new HiddenTies.Result(
        best.from(), best.to(), best.scores(), ranks, share, precision, auc, tried ? hide : 0);
  }

  private static HiddenTies.Band band(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    return new HiddenTies.Band(
        Arrays.stream(values).sum() / values.length,
        sorted[(int) Math.floor(TAIL * last)],
        sorted[(int) Math.ceil((1 - TAIL) * last)]);
  }

  /* Pools of neighbours that rise: shares by rank that only fall, nearest to those counted. */
  private static void calibrate(Trial[] trials, BestPairs best, double[] share) {
    int ranks = trials[0].hits.length;
    double[] sum = new double[ranks];
    int[] width = new int[ranks];
    int pools = 0;
    for (int rank = 0; rank < ranks; rank++) {
      double hits = 0;
      for (Trial trial : trials) {
        hits += trial.hits[rank] ? 1 : 0;
      }
      sum[pools] = hits / trials.length;
      width[pools++] = 1;
      while (pools > 1 && sum[pools - 1] * width[pools - 2] > sum[pools - 2] * width[pools - 1]) {
        pools--;
        sum[pools - 1] += sum[pools];
        width[pools - 1] += width[pools];
      }
    }
    double[] fitted = new double[ranks];
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int i = 0; i < width[pool]; i++) {
        fitted[at++] = sum[pool] / width[pool];
      }
    }
    for (int i = 0; i < share.length; ) {
      int end = i + 1;
      double total = i < ranks ? fitted[i] : 0;
      while (end < share.length && best.score(end) == best.score(i)) {
        total += end < ranks ? fitted[end] : 0;
        end++;
      }
      double mean = total / (end - i);
      // Rounding must not make a later share the larger one.
      Arrays.fill(share, i, end, i == 0 ? mean : Math.min(mean, share[i - 1]));
      i = end;
    }
  }

  private Trial trial(long seed) {
    SplitMix random = new SplitMix(seed);
    int[] order = Pools.all(from.length);
    random.shuffle(order, order.length);
    boolean[] hidden = new boolean[from.length];
    for (int i = 0; i < hide; i++) {
      hidden[order[i]] = true;
    }
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    for (int e = 0; e < from.length; e++) {
      if (!hidden[e]) {
        builder.edge(from[e], to[e]);
      }
    }
    Csr rest = builder.build().graph();
    BestPairs best =
        rank(rest, Math.max(plan.most(), hide), random.next(), 1, Replicas.quiet(progress));
    boolean[] hits = new boolean[plan.most()];
    double found = 0;
    for (int i = 0; i < best.size(); i++) {
      boolean tie = graph.arc(best.from(i), best.to(i)) >= 0;
      if (i < hits.length) {
        hits[i] = tie;
      }
      found += i < hide && tie ? 1 : 0;
    }
    return new Trial(hits, found / hide, auc(rest, order, random));
  }

  /* Hidden ties and drawn pairs, sorted by their smaller node so that each row is made once. */
  private double auc(Csr rest, int[] order, SplitMix random) {
    long pairs = (long) n * (n - 1) / 2 - from.length;
    if (pairs == 0) {
      return Double.NaN;
    }
    int sample = Math.max(LEAST_SAMPLE, hide);
    long[] keys = new long[hide + sample];
    for (int i = 0; i < hide; i++) {
      keys[i] = key(from[order[i]], to[order[i]], 1);
    }
    for (int i = hide; i < keys.length; ) {
      int u = random.below(n);
      int v = random.below(n);
      if (u != v && graph.arc(u, v) < 0) {
        keys[i++] = key(Math.min(u, v), Math.max(u, v), 0);
      }
    }
    Arrays.sort(keys);
    LinkRows rows = rows(rest);
    double[] ties = new double[hide];
    double[] others = new double[sample];
    int tie = 0;
    int other = 0;
    int last = -1;
    for (long key : keys) {
      int u = (int) (key >>> 32);
      int v = (int) (key >>> 1) & Integer.MAX_VALUE;
      if (u != last) {
        rows.compute(u);
        last = u;
      }
      if ((key & 1) == 1) {
        ties[tie++] = rows.row[v];
      } else {
        others[other++] = rows.row[v];
      }
    }
    Arrays.sort(others);
    double above = 0;
    for (double score : ties) {
      above += (first(others, score, false) + first(others, score, true)) / 2.0;
    }
    return above / hide / sample;
  }

  private static long key(int u, int v, int tie) {
    return (long) u << 32 | (long) v << 1 | tie;
  }

  /** How many sorted values are below, or not above. */
  private static int first(double[] sorted, double value, boolean above) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (above ? sorted[middle] <= value : sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private LinkRows rows(Csr of) {
    double largest =
        plan.score().kind() == LinkScore.Kind.KATZ
            ? LinkRows.largestEigenvalue(of, Replicas.quiet(progress))
            : 0;
    return new LinkRows(of, plan.score(), largest);
  }

  /** Nodes a stripe: the best pairs of each are found alone and then joined. */
  private static final int STRIPE = 256;

  private BestPairs rank(Csr of, int most, long seed, int threads, Progress heard) {
    int stripes = (n + STRIPE - 1) / STRIPE;
    BestPairs[] found = new BestPairs[stripes];
    double largest =
        plan.score().kind() == LinkScore.Kind.KATZ
            ? LinkRows.largestEigenvalue(of, Replicas.quiet(progress))
            : 0;
    Replicas.run(
        stripes,
        threads,
        () -> new LinkRows(of, plan.score(), largest),
        (stripe, rows) -> {
          BestPairs best = new BestPairs(most, seed);
          int end = Math.min(n, (stripe + 1) * STRIPE);
          for (int u = stripe * STRIPE; u < end; u++) {
            rows.compute(u);
            for (int i = 0; i < rows.size; i++) {
              int v = rows.listed[i];
              double score = rows.row[v];
              if (v > u && score > 0 && best.wants(score) && of.arc(u, v) < 0) {
                best.add(u, v, score);
              }
            }
          }
          found[stripe] = best;
        },
        heard);
    BestPairs all = new BestPairs(most, seed);
    for (BestPairs best : found) {
      all.addAll(best);
    }
    all.sort();
    return all;
  }
}

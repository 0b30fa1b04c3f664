package dev.sextant.linkage.together;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Works out what would be expected of each pair; see {@link Chances}. */
final class PairChances {
  private final ByObject shares;
  private final PairTable pairs;
  private final long[] perObject;
  private final Shares source;
  private final double all;
  private final double rate;
  private final long window;
  private final Map<Long, Integer> objectsByActs = new TreeMap<>();
  private final Map<Long, Double> expectedByProduct = new HashMap<>();
  private final int[][] rowsOf;

  PairChances(ByObject shares, PairTable pairs, long[] perObject, Shares source, long window) {
    this.window = window;
    this.shares = shares;
    this.pairs = pairs;
    this.perObject = perObject;
    this.source = source;
    this.all = shares.account.length;
    double[] rates = new double[perObject.length];
    int several = 0;
    for (int g = 0; g < perObject.length; g++) {
      if (perObject[g] > 0) {
        objectsByActs.merge(perObject[g], 1, Integer::sum);
      }
      if (possible(g) > 0) {
        rates[several++] = perObject[g] / possible(g);
      }
    }
    Arrays.sort(rates, 0, several); // As below: one sum, whatever the order of the shares.
    this.rate = Arrays.stream(rates, 0, several).average().orElse(0);
    this.rowsOf = rowsOf();
  }

  private double possible(int g) {
    double n = shares.start[g + 1] - shares.start[g];
    return n * (n - 1) / 2;
  }

  /* For each account in a pair its shares, by object and time. */
  private int[][] rowsOf() {
    int[] needed = new int[shares.activity.length];
    for (int pair = 0; pair < pairs.size(); pair++) {
      needed[pairs.low(pair)] = 1;
      needed[pairs.high(pair)] = 1;
    }
    int[][] rows = new int[needed.length][];
    for (int account = 0; account < needed.length; account++) {
      rows[account] = new int[needed[account] == 0 ? 0 : shares.activity[account]];
    }
    int[] next = new int[needed.length];
    for (int i = 0; i < shares.account.length; i++) {
      int account = shares.account[i];
      if (needed[account] == 1) {
        rows[account][next[account]++] = i;
      }
    }
    return rows;
  }

  List<ActsTogether.Pair> pairs() {
    int n = pairs.size();
    double[] chance = new double[n];
    double[] timing = new double[n];
    Timing[] timings = new Timing[n];
    for (int pair = 0; pair < n; pair++) {
      chance[pair] = atLeast(pairs.objects[pair], expected(pair));
      timings[pair] = timing(pair);
      timing[pair] = timings[pair].p();
    }
    double tests = shares.actives * (shares.actives - 1.0) / 2;
    double[] chanceQ = FalseDiscovery.qValues(chance, tests);
    double[] timingQ = FalseDiscovery.qValues(timing, Math.min(tests, allPossible()));
    List<ActsTogether.Pair> listed = new ArrayList<>(n);
    for (int pair = 0; pair < n; pair++) {
      Chances chances =
          new Chances(
              expected(pair),
              chance[pair],
              chanceQ[pair],
              timings[pair].common(),
              timings[pair].expected(),
              timing[pair],
              timingQ[pair],
              pairs.objects[pair] / (double) timings[pair].fewest());
      listed.add(pair(pair, chances));
    }
    return listed;
  }

  private double allPossible() {
    return IntStream.range(0, shares.groups()).mapToDouble(this::possible).sum();
  }

  private ActsTogether.Pair pair(int pair, Chances chances) {
    String x = source.accountName(pairs.low(pair));
    String y = source.accountName(pairs.high(pair));
    boolean ordered = x.compareTo(y) < 0;
    return new ActsTogether.Pair(
        ordered ? x : y,
        ordered ? y : x,
        pairs.acts[pair],
        pairs.objects[pair],
        chances,
        innocent(pair, chances));
  }

  private List<Innocent> innocent(int pair, Chances chances) {
    List<Innocent> found = new ArrayList<>();
    int acts = pairs.acts[pair];
    if (chances.chanceQ() > Innocent.RATE) {
      found.add(Innocent.CHANCE);
    } else if (chances.timingQ() > Innocent.RATE) {
      found.add(Innocent.SHARED_TASTE);
    }
    if (2 * pairs.crowded[pair] >= acts) {
      found.add(Innocent.VIRAL_BURST);
    }
    if (2 * pairs.early[pair] >= acts) {
      found.add(Innocent.SAME_SOURCE);
    }
    int first = Math.max(pairs.lowFirst[pair], pairs.highFirst[pair]);
    if (acts >= 3 && 10 * first >= 9 * acts) {
      found.add(Innocent.ONE_FOLLOWS);
    }
    if (pairs.objects[pair] == 1) {
      found.add(Innocent.ONE_OCCASION);
    }
    return List.copyOf(found);
  }

  /* Depends on the product of the two activities alone, and objects with equally many acts count
   * alike: a few hundred terms, once for each product. */
  private double expected(int pair) {
    long product = (long) shares.activity[pairs.low(pair)] * shares.activity[pairs.high(pair)];
    return expectedByProduct.computeIfAbsent(
        product,
        mn -> {
          double sum = 0;
          for (Map.Entry<Long, Integer> objects : objectsByActs.entrySet()) {
            sum += objects.getValue() * -Math.expm1(-2.0 * mn * objects.getKey() / (all * all));
          }
          return sum;
        });
  }

  /** Probability that a Poisson count with this mean is at least k. */
  static double atLeast(int k, double mean) {
    if (k <= mean) {
      return 1; // The bound holds above the expectation only.
    }
    double term = Math.exp(-mean + k * Math.log(mean) - logFactorial(k));
    double sum = 0;
    for (int i = k; term > sum * 1e-17 && term > 0; ) {
      sum += term;
      i++;
      term *= mean / i;
    }
    return Math.min(1, sum);
  }

  private static double logFactorial(int k) {
    double sum = 0;
    for (int i = 2; i <= k; i++) {
      sum += Math.log(i);
    }
    return sum;
  }

  /** What timing expects: objects in common, objects met, p, objects of the less active account. */
  private record Timing(int common, double expected, double p, int fewest) {}

  private Timing timing(int pair) {
    int[] x = rowsOf[pairs.low(pair)];
    int[] y = rowsOf[pairs.high(pair)];
    double[] chances = new double[Math.min(x.length, y.length)];
    int common = 0;
    for (int i = 0, j = 0; i < x.length && j < y.length; ) {
      int g = shares.group[x[i]];
      int other = shares.group[y[j]];
      if (g != other) {
        if (g < other) {
          i++;
        } else {
          j++;
        }
        continue;
      }
      int mine = run(x, i);
      int theirs = run(y, j);
      chances[common++] = met(g, mine * (double) theirs, own(x, i, mine, y, j, theirs));
      i += mine;
      j += theirs;
    }
    double[] sorted = Arrays.copyOf(chances, common);
    Arrays.sort(sorted); // Sums come out the same in whatever order the shares were given.
    double p = tail(sorted, pairs.objects[pair]);
    return new Timing(common, Arrays.stream(sorted).sum(), p, Math.min(distinct(x), distinct(y)));
  }

  private int run(int[] rows, int from) {
    int to = from;
    while (to < rows.length && shares.group[rows[to]] == shares.group[rows[from]]) {
      to++;
    }
    return to - from;
  }

  private int distinct(int[] rows) {
    int count = 0;
    for (int i = 0; i < rows.length; i += run(rows, i)) {
      count++;
    }
    return count;
  }

  /* The pair's own acts are taken out, or an object that only these two shared would always say that
   * such closeness is usual. */
  private double met(int g, double both, long own) {
    double within = perObject[g] - own + rate;
    double possible = possible(g) - both + 1;
    return 1 - Math.pow(1 - Math.min(1, within / possible), both);
  }

  private long own(int[] x, int i, int mine, int[] y, int j, int theirs) {
    long count = 0;
    for (int a = i; a < i + mine; a++) {
      for (int b = j; b < j + theirs; b++) {
        boolean within = Math.abs(shares.millis[x[a]] - shares.millis[y[b]]) <= window;
        count += within && shares.act(x[a], y[b]) ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Probability that at least k of independent events happen.
   *
   * @param chances of each event
   */
  static double tail(double[] chances, int k) {
    if (k > chances.length) {
      return 0;
    }
    // fewer[i]: probability of exactly i, i < k; what reaches k leaves the table into the answer.
    double[] fewer = new double[k];
    if (k == 0) {
      return 1;
    }
    fewer[0] = 1;
    double reached = 0;
    for (double p : chances) {
      reached += fewer[k - 1] * p;
      for (int i = k - 1; i > 0; i--) {
        fewer[i] = fewer[i] * (1 - p) + fewer[i - 1] * p;
      }
      fewer[0] *= 1 - p;
    }
    return Math.min(1, reached);
  }
}

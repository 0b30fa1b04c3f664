package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks for sets: climbs from several starts, and proves what can be proved. */
final class KeyPlayerSearch {
  /** Most nodes for branch and bound: a set of nodes is one long, with bits to spare. */
  static final int PROVABLE = 60;

  /** Most nodes whose all-pairs distances are counted again and again. */
  private static final int BY_DISTANCE = 65_536;

  /** Largest set that is looked for when a worth is asked for. */
  private static final int LARGEST = 1_000;

  /** Most nodes for which a round of swaps takes a moment. */
  private static final int CHEAP = 2_000;

  private final Csr graph;
  private final KeyPlayers.Goal goal;
  private final KeyPlayers.Search search;
  private final Progress progress;
  private final int n;
  private final Supplier<SetClimb.Costs> judges;
  private final int[] pool;

  KeyPlayerSearch(Csr graph, KeyPlayers.Goal goal, KeyPlayers.Search search, Progress progress) {
    this.graph = graph;
    this.goal = goal;
    this.search = search;
    this.progress = progress;
    this.n = graph.nodes();
    if (goal.aim() == KeyPlayers.Aim.FRAGMENT_BY_DISTANCE && n > BY_DISTANCE) {
      throw new BadGraph(
          n
              + " nodes are more than the "
              + BY_DISTANCE
              + " whose distances can be counted for many sets; plain fragmentation, or the"
              + " largest component's core, would do");
    }
    if (goal.fragments()) {
      KeyPlayers.Aim aim = goal.aim();
      this.judges = () -> Breaker.of(graph, aim)::costWithout;
      this.pool = aim == KeyPlayers.Aim.FRAGMENT ? Pools.all(n) : breakers();
    } else {
      this.pool = Pools.reaching(graph, search.pool(), progress);
      ReachRows rows = new ReachRows(graph, pool, goal.steps(), progress);
      this.judges = () -> rows.judge();
    }
  }

  private int[] breakers() {
    if (n <= search.pool()) {
      return Pools.all(n);
    }
    return Pools.breaking(graph, search.pool(), progress);
  }

  KeyPlayers.Result ofSize(int size) {
    int most = goal.fragments() ? n - 1 : n;
    if (size > most) {
      throw new BadGraph("a set of " + size + " nodes of " + n + ": at most " + Math.max(0, most));
    }
    Found found = find(size);
    return result(found.best, found.proved, size);
  }

  KeyPlayers.Result worth(double worth) {
    int most = Math.min(LARGEST, Math.min(pool.length, goal.fragments() ? n - 1 : n));
    double before = before();
    if (before >= worth) {
      return new KeyPlayers.Result(List.of(new int[0]), new double[] {before}, true, before);
    }
    if (n <= PROVABLE) {
      boolean proved = true;
      for (int size = 1; size <= most; size++) {
        Found found = find(size);
        if (value(found.best.cost(0), size) >= worth - BestSets.SAME) {
          return result(found.best, proved, size);
        }
        proved &= found.proved;
      }
      return new KeyPlayers.Result(List.of(), new double[0], proved, before);
    }
    return downwards(worth, most, before);
  }

  /* Greedy gives a size that is enough; swaps may then do with less, one node at a time. */
  private KeyPlayers.Result downwards(double worth, int most, double before) {
    SetClimb.Costs judge = judges.get();
    boolean[] member = new boolean[n];
    double[] costs = new double[pool.length];
    int size = 0;
    double value = before;
    while (value < worth - BestSets.SAME && size < most) {
      judge.with(member, pool, costs, progress);
      int at = 0;
      for (int i = 1; i < pool.length; i++) {
        at = costs[i] < costs[at] ? i : at;
      }
      member[pool[at]] = true;
      size++;
      value = value(costs[at], size);
      progress.step(size, most);
    }
    if (value < worth - BestSets.SAME) {
      return new KeyPlayers.Result(List.of(), new double[0], false, before);
    }
    BestSets best = find(size).best;
    while (size > 1) {
      BestSets fewer = find(size - 1).best;
      if (value(fewer.cost(0), size - 1) < worth - BestSets.SAME) {
        break;
      }
      best = fewer;
      size--;
    }
    return result(best, false, size);
  }

  private record Found(BestSets best, boolean proved) {}

  private Found find(int size) {
    if (size > pool.length) {
      throw new BadGraph(
          "a set of " + size + " nodes out of a pool of " + pool.length + ": widen the pool");
    }
    BestSets all = new BestSets(search.keep());
    boolean prove = n <= PROVABLE && search.budget() > 0;
    if (prove) {
      // One climb gives branch and bound something to beat; all of them only if it fails.
      climb(size, 1, 1, all);
      boolean proved =
          goal.fragments()
              ? new ProvenBreak(graph, goal.aim(), all, search.budget(), progress).run(size)
              : new ProvenReach(graph, goal.steps(), all, search.budget(), progress).run(size);
      if (proved) {
        return new Found(all, true);
      }
    }
    climb(size, size == pool.length ? 1 : search.restarts(), kicks(), all);
    return new Found(all, false);
  }

  private void climb(int size, int starts, int kicks, BestSets all) {
    BestSets[] bests = new BestSets[starts];
    Replicas.run(
        starts,
        search.threads(),
        judges,
        (start, judge) -> {
          bests[start] = new BestSets(search.keep());
          SplitMix random = start == 0 ? null : new SplitMix(Replicas.seed(search.seed(), start));
          new SetClimb(judge, n, pool, bests[start], Replicas.quiet(progress))
              .run(size, random, kicks);
        },
        progress);
    for (BestSets best : bests) {
      all.addAll(best);
    }
  }

  /* Where judging is cheap the time is better spent on shaking than saved. */
  private int kicks() {
    boolean cheap = goal.aim() != KeyPlayers.Aim.FRAGMENT_BY_DISTANCE && n <= CHEAP;
    return cheap ? 16 : 1;
  }

  private double before() {
    return goal.fragments() ? value(Breaker.of(graph, goal.aim()).cost(new boolean[n]), 0) : 0;
  }

  private KeyPlayers.Result result(BestSets best, boolean proved, int size) {
    double[] values = new double[best.size()];
    List<int[]> sets = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      values[i] = value(best.cost(i), size);
      sets.add(best.sets().get(i));
    }
    return new KeyPlayers.Result(sets, values, proved, before());
  }

  private double value(double cost, int size) {
    if (!goal.fragments()) {
      return n == 0 ? 0 : -cost / n;
    }
    double rest = n - size;
    return rest < 2 ? 1 : 1 - cost / (rest * (rest - 1));
  }
}

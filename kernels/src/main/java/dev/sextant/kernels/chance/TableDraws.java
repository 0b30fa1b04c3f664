package dev.sextant.kernels.chance;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.group.Projection;
import java.util.ArrayList;
import java.util.List;

/* Draws tables with the observed sums and counts, for each observed pair, how often it shares as
 * much. Each thread counts for itself; whole numbers add up in any order. Pairs stand ordered by
 * their first end, so that one walk over a person's events serves all pairs of the person. */
final class TableDraws {
  /** Trades a person and draw; five suffice (Strona et al. 2014). */
  private static final double TRADES = 5;

  private final Projection pairs;
  private final int[] place;
  private final int persons;
  private final Csr table;
  private final int[] start;

  TableDraws(Csr graph, boolean[] people, Projection pairs) {
    this.pairs = pairs;
    int n = graph.nodes();
    this.place = new int[n];
    int next = 0;
    for (int v = 0; v < n; v++) {
      place[v] = people[v] ? next++ : -1;
    }
    this.persons = next;
    for (int v = 0; v < n; v++) {
      place[v] = people[v] ? place[v] : next++;
    }
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        builder.edge(place[v], place[graph.target(a)]);
      }
    }
    this.table = builder.build().graph();
    this.start = new int[persons + 1];
    for (int i = 0; i < pairs.pairs(); i++) {
      start[place[pairs.lower(i)] + 1]++;
    }
    for (int v = 0; v < persons; v++) {
      start[v + 1] += start[v];
    }
  }

  /** A thread's own. */
  private final class Space {
    final int[] asMany = new int[pairs.pairs()];
    final int[] times = new int[persons];
  }

  double[] tails(int draws, long seed, int threads, Progress progress) {
    NullModel model = NullModel.twoMode(persons, TRADES);
    List<Space> spaces = new ArrayList<>();
    Replicas.run(
        draws,
        threads,
        () -> {
          Space space = new Space();
          synchronized (spaces) {
            spaces.add(space);
          }
          return space;
        },
        (i, space) -> {
          Csr drawn = model.draw(table, Replicas.seed(seed, i), Replicas.quiet(progress));
          count(drawn, space);
        },
        progress);
    double[] tails = new double[pairs.pairs()];
    for (int i = 0; i < tails.length; i++) {
      double times = 1;
      for (Space space : spaces) {
        times += space.asMany[i];
      }
      tails[i] = times / (draws + 1.0);
    }
    return tails;
  }

  private void count(Csr drawn, Space space) {
    for (int u = 0; u < persons; u++) {
      if (start[u] == start[u + 1]) {
        continue;
      }
      walk(drawn, u, space.times, 1);
      for (int i = start[u]; i < start[u + 1]; i++) {
        space.asMany[i] += space.times[place[pairs.higher(i)]] >= pairs.shared(i) ? 1 : 0;
      }
      walk(drawn, u, space.times, 0);
    }
  }

  /* Counts whom a person meets, or, with 0, clears the counts. */
  private static void walk(Csr drawn, int u, int[] times, int add) {
    for (int a = drawn.first(u); a < drawn.end(u); a++) {
      int event = drawn.target(a);
      for (int b = drawn.first(event); b < drawn.end(event); b++) {
        int w = drawn.target(b);
        times[w] = add == 0 ? 0 : times[w] + add;
      }
    }
  }
}

package dev.sextant.linkage;

import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.link.ComparedPairs;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.link.Site;
import dev.sextant.linkage.model.Scorer;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many pairs a second are found, compared in all fields and scored: the middle of a run,
 * without reading, learning and grouping. Every round begins with comparers that remember nothing,
 * on blocks that were built before; the first rounds only warm the virtual machine.
 *
 * <pre>java ... dev.sextant.linkage.CompareSpeed records.csv profile.yaml THREADS ROUNDS</pre>
 *
 * <p>Prints for the middle and the best round: pairs, seconds on the wall, seconds of the threads'
 * processors, pairs a second of the wall, and pairs a second that THREADS undisturbed processors
 * would do by those seconds: the figure to go by where others use the machine.
 */
public final class CompareSpeed {
  private final Table table;
  private final Profile profile;
  private final Scorer scorer;
  private final int threads;

  private CompareSpeed(Table table, Profile profile, int threads) {
    this.table = table;
    this.profile = profile;
    this.threads = threads;
    Linked linked = new Linker(table, profile, Comparisons.standard()).link(threads);
    this.scorer = new Scorer(linked.fields(), linked.weights(), linked.rarity(), profile.caps());
  }

  /** One round. */
  private record Round(long pairs, double wall, double processor, long sum) {}

  /** Prints two lines. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Profile profile = ProfileReader.read(Path.of(args[1]));
    Table table = TableReader.read(Path.of(args[0]), null, profile.id());
    int threads = Integer.parseInt(args[2]);
    int rounds = Integer.parseInt(args[3]);
    CompareSpeed speed = new CompareSpeed(table, profile, threads);
    Round[] done = new Round[rounds];
    for (int i = 0; i < rounds; i++) {
      done[i] = speed.round();
    }
    Round[] warm = Arrays.copyOfRange(done, rounds / 2, rounds);
    Arrays.sort(warm, (x, y) -> Double.compare(x.processor, y.processor));
    say("middle", warm[warm.length / 2], threads);
    say("best", warm[0], threads);
  }

  private static void say(String which, Round round, int threads) {
    System.out.printf(
        Locale.ROOT,
        "%-7s %,d pairs, wall %.3f s, processor %.3f s, %,.0f a second of the wall, %,.0f of %d"
            + " undisturbed processors (sum of scores %d)%n",
        which,
        round.pairs,
        round.wall,
        round.processor,
        round.pairs / round.wall,
        threads * round.pairs / round.processor,
        threads,
        round.sum);
  }

  private Round round() throws InterruptedException, ExecutionException {
    Site site = Site.of(table, profile, Comparisons.standard(), threads);
    AtomicInteger next = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      long from = System.nanoTime();
      List<Future<long[]>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(workers.submit(() -> part(site, next)));
      }
      long[] sums = new long[3];
      for (Future<long[]> part : parts) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += part.get()[i];
        }
      }
      double wall = (System.nanoTime() - from) / 1e9;
      return new Round(sums[0], wall, sums[2] / 1e9, sums[1]);
    } finally {
      workers.shutdown();
    }
  }

  /* Pairs, the sum of their scores, nanoseconds of this thread's processor. */
  private long[] part(Site site, AtomicInteger next) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long from = clock.getCurrentThreadCpuTime();
    long pairs = 0;
    long sum = 0;
    for (int piece = next.getAndIncrement();
        piece < site.pieces();
        piece = next.getAndIncrement()) {
      ComparedPairs compared = site.compare(piece, false);
      pairs += compared.size();
      for (int i = 0; i < compared.size(); i++) {
        sum += scorer.score(compared.a()[i], compared.b()[i], compared.patterns()[i]);
      }
    }
    return new long[] {pairs, sum, clock.getCurrentThreadCpuTime() - from};
  }
}

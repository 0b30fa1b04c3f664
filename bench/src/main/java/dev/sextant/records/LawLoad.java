package dev.sextant.records;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.flow.Demo;
import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityFile;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Purpose;
import dev.sextant.authority.Step;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the law costs: a page of 100 records with permit, policies and act, beside the same page
 * within an act that is under way, on a whole house with a real database and a log that waits for
 * the disk. The three are asked in turn, so that they share whatever else the machine does.
 *
 * <p>In the package of records, whose page without an act is not for others.
 */
public final class LawLoad {
  private static final int WARM = 100;
  private static final int ROUNDS = 500;
  private static final double MICROS = 1_000.0;

  private LawLoad() {}

  /**
   * Runs it.
   *
   * @param args the home to make or use, else a temporary one; then how many rounds
   */
  public static void main(String[] args) throws IOException {
    Path home = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("sextant-law-load");
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
    HomeFolder folder = new HomeFolder(home);
    if (!Files.exists(folder.trainingMark())) {
      // Nobody in it is real: such a home brings its own witness, which the demo's release needs.
      Files.createDirectories(home);
      Files.createFile(folder.trainingMark());
    }
    try (House house = House.open(folder, Optional.empty(), Clock.systemUTC())) {
      Permit permit = permit(house);
      run(house.rooms().records(), permit, WARM, null);
      run(house.rooms().records(), permit, rounds, System.out);
    }
  }

  private static Permit permit(House house) throws IOException {
    if (house.authority().people().byLogin("ana").isEmpty()) {
      new Demo(house, line -> {}, Progress.silent()).play();
    }
    ActorId analyst = house.authority().people().byLogin("ana").orElseThrow().id();
    CaseFile file = house.authority().cases().cases(analyst).getFirst();
    AuthorityFile living =
        house.authority().authorities().authorities(analyst, file.id()).stream()
            .filter(one -> one.state().living())
            .findFirst()
            .orElseThrow();
    return house
        .authority()
        .authorities()
        .permit(analyst, living.document().id(), new Purpose("Measure what the law costs"));
  }

  private static void run(Records records, Permit permit, int rounds, @Nullable PrintStream out) {
    RecordQuery query = RecordQuery.all().page(0, 100);
    long[] with = new long[rounds];
    long[] without = new long[rounds];
    long[] alone = new long[rounds];
    int shown = 0;
    try (Act open = permit.begin(Step.SEARCH, Particulars.none())) {
      for (int i = 0; i < rounds; i++) {
        long start = System.nanoTime();
        shown = records.search(permit, query).found().size();
        with[i] = System.nanoTime() - start;
        start = System.nanoTime();
        records.page(open, query);
        without[i] = System.nanoTime() - start;
        start = System.nanoTime();
        try (Act act = permit.begin(Step.SEARCH, Particulars.none())) {
          act.done();
        }
        alone[i] = System.nanoTime() - start;
      }
      open.done();
    }
    if (out != null) {
      out.printf("rounds %d, records on a page %d%n", rounds, shown);
      print(out, "page with permit, policy and act", with);
      print(out, "the same page without them", without);
      print(out, "permit, policy and act alone", alone);
      out.printf(
          "difference at the median %.3f ms, ratio %.2f%n",
          (median(with) - median(without)) / MICROS, median(with) / median(without));
    }
  }

  private static void print(PrintStream out, String what, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    out.printf(
        "%-34s median %.3f ms, 95th percentile %.3f ms%n",
        what, median(nanos) / MICROS, sorted[sorted.length * 95 / 100] / MICROS / MICROS);
  }

  /* In microseconds. */
  private static double median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / MICROS;
  }
}

package dev.sextant.linkage;

import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.link.LiveIndex;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How long it takes to add one record to a run: links a table without some of its rows, drawn by
 * chance, then adds those one by one, and prints how long the slowest of a hundred took.
 *
 * <pre>java ... dev.sextant.linkage.AddOne people.csv profile.yaml ADDED SEED</pre>
 *
 * <p>For tables without quoted cells.
 */
public final class AddOne {
  private AddOne() {}

  /** Prints one line. */
  public static void main(String[] args) throws IOException {
    int added = Integer.parseInt(args[2]);
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(args[0])));
    String header = lines.removeFirst();
    SplittableRandom random = new SplittableRandom(Long.parseLong(args[3]));
    List<String> late = new ArrayList<>();
    for (int i = 0; i < added; i++) {
      int at = random.nextInt(lines.size());
      late.add(lines.get(at));
      lines.set(at, lines.getLast());
      lines.removeLast();
    }
    Path base = Files.createTempFile("linkage-base", ".csv");
    try {
      lines.addFirst(header);
      Files.write(base, lines);
      lines.clear();
      Profile profile = ProfileReader.read(Path.of(args[1]));
      Linked linked =
          new Linker(TableReader.read(base, null, profile.id()), profile, Comparisons.standard())
              .link(2);
      add(new LiveIndex(linked), header.split(",", -1), late);
    } finally {
      Files.delete(base);
    }
  }

  private static void add(LiveIndex live, String[] names, List<String> late) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[late.size()];
    long[] busy = new long[late.size()];
    long pairs = 0;
    for (int i = 0; i < nanos.length; i++) {
      String[] cells = late.get(i).split(",", -1);
      Map<String, String> record = new HashMap<>();
      for (int c = 0; c < cells.length; c++) {
        record.put(names[c], cells[c]);
      }
      long busyFrom = threads.getCurrentThreadCpuTime();
      long from = System.nanoTime();
      pairs += live.add(cells[0], record).pairs().size();
      nanos[i] = System.nanoTime() - from;
      busy[i] = threads.getCurrentThreadCpuTime() - busyFrom;
    }
    System.out.printf("added %d, %.1f pairs each%n", nanos.length, (double) pairs / nanos.length);
    print("on the wall", nanos);
    print("of the processor", busy);
  }

  private static void print(String of, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: half within %.3f ms, 99 of 100 within %.3f ms, slowest %.3f ms%n",
        of,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }
}

package dev.sextant.records;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor seconds of everything that works on an intake: this process and its kinds of thread,
 * its children (the reader), and the database with its servers. Unlike the clock on the wall they
 * can be compared on a machine that does other things as well. Linux only.
 *
 * @param own this process, in seconds
 * @param children of this process, in seconds
 * @param database all of its processes, in seconds
 * @param threads of this process, by kind, in seconds
 */
record Processor(double own, double children, double database, Map<String, Double> threads) {
  /** The kernel counts in hundredths of a second, whatever its own clock. */
  private static final double TICKS = 100;

  private static final int PARENT = 1;
  private static final int OWN = 11;
  private static final int CHILDREN = 13;

  /** As it stands now. */
  static Processor now(Path home) throws IOException {
    double own =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    double children = two(fields(Path.of("/proc/self/stat")), CHILDREN);
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      List<String> fields = fields(Path.of("/proc", String.valueOf(child.pid()), "stat"));
      children += fields.isEmpty() || named(child, "postgres") ? 0 : two(fields, OWN);
    }
    return new Processor(own, children, database(home), byKind());
  }

  /** What was used since. */
  Processor since(Processor before) {
    Map<String, Double> used = new TreeMap<>();
    threads.forEach(
        (kind, seconds) -> used.put(kind, seconds - before.threads.getOrDefault(kind, 0.0)));
    return new Processor(
        own - before.own, children - before.children, database - before.database, used);
  }

  /** All of it. */
  double all() {
    return own + children + database;
  }

  private static boolean named(ProcessHandle process, String name) {
    return process.info().command().filter(c -> c.contains(name)).isPresent();
  }

  private static double database(Path home) throws IOException {
    Path file;
    try (Stream<Path> files = Files.find(home, 6, (p, a) -> p.endsWith("postmaster.pid"))) {
      file = files.findFirst().orElse(null);
    }
    if (file == null) {
      return 0;
    }
    String server = Files.readAllLines(file).getFirst().strip();
    double seconds = 0;
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      for (Path process : all.filter(p -> p.getFileName().toString().matches("[0-9]+")).toList()) {
        List<String> fields = fields(process.resolve("stat"));
        if (fields.isEmpty()) {
          continue;
        }
        if (process.getFileName().toString().equals(server)) {
          seconds += two(fields, OWN) + two(fields, CHILDREN);
        } else if (fields.get(PARENT).equals(server)) {
          seconds += two(fields, OWN);
        }
      }
    }
    return seconds;
  }

  private static Map<String, Double> byKind() throws IOException {
    Map<String, Double> kinds = new TreeMap<>();
    try (Stream<Path> all = Files.list(Path.of("/proc/self/task"))) {
      for (Path thread : all.toList()) {
        List<String> fields = fields(thread.resolve("stat"));
        if (!fields.isEmpty()) {
          String name = Files.readString(thread.resolve("comm")).strip();
          kinds.merge(name.replaceAll("[-#0-9 ]+$", ""), two(fields, OWN), Double::sum);
        }
      }
    }
    return kinds;
  }

  private static double two(List<String> fields, int first) {
    return (Long.parseLong(fields.get(first)) + Long.parseLong(fields.get(first + 1))) / TICKS;
  }

  /* After the name, which may hold blanks; nothing if the process ended meanwhile. */
  private static List<String> fields(Path stat) throws IOException {
    try {
      String text = Files.readString(stat);
      return List.of(text.substring(text.lastIndexOf(')') + 2).strip().split(" "));
    } catch (java.nio.file.NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      if (e.getMessage() != null && e.getMessage().contains("No such process")) {
        return List.of();
      }
      throw e;
    }
  }
}

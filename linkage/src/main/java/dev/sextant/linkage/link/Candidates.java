package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Blocking;
import dev.sextant.linkage.block.Sides;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Comparer;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.PatternCounts;
import dev.sextant.linkage.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** All pairs that a rule meets, with the levels of their fields: 16 bytes a pair. */
final class Candidates {
  private final List<Part> parts;
  private final PatternCounts counts;
  private final long pairs;

  private Candidates(List<Part> parts, PatternCounts counts) {
    this.parts = parts;
    this.counts = counts;
    this.pairs = parts.stream().mapToLong(part -> part.size).sum();
  }

  /** Compares all pairs; the parts come in the order of the blocking's pieces. */
  static Candidates compare(
      Blocking blocking, Sides sides, List<Compared> fields, Workers workers) {
    return compare(blocking, blocking.pieces(), sides, fields, workers);
  }

  /** Compares the pairs of some pieces. */
  static Candidates compare(
      Blocking blocking,
      List<Blocking.Piece> pieces,
      Sides sides,
      List<Compared> fields,
      Workers workers) {
    ThreadLocal<Comparer> comparers = ThreadLocal.withInitial(() -> new Comparer(fields));
    List<Callable<Part>> work = new ArrayList<>();
    for (Blocking.Piece piece : pieces) {
      work.add(() -> {
        Part part = new Part();
        Comparer comparer = comparers.get();
        blocking.run(piece, sides, (a, b) -> part.add(a, b, comparer.pattern(a, b)));
        part.end();
        return part;
      });
    }
    List<Part> parts = workers.all(work);
    PatternCounts counts = new PatternCounts();
    for (Part part : parts) {
      counts.add(part.counted());
    }
    return new Candidates(parts, counts);
  }

  /** All scores in one array. */
  int[] scores(Scorer scorer, Workers workers) {
    List<int[]> scored = Scores.of(this, scorer, Decoys.NONE, workers).parts();
    int[] all = new int[scored.stream().mapToInt(each -> each.length).sum()];
    int at = 0;
    for (int[] each : scored) {
      System.arraycopy(each, 0, all, at, each.length);
      at += each.length;
    }
    return all;
  }

  List<Part> parts() {
    return parts;
  }

  PatternCounts counts() {
    return counts;
  }

  long pairs() {
    return pairs;
  }

  /** The pairs of one piece of work. */
  static final class Part {
    private int[] a = new int[256];
    private int[] b = new int[256];
    private long[] patterns = new long[256];
    private PatternCounts counted = new PatternCounts();
    private int size;

    private void add(int one, int other, long pattern) {
      if (size == a.length) {
        int room = size + (size >> 1);
        a = Arrays.copyOf(a, room);
        b = Arrays.copyOf(b, room);
        patterns = Arrays.copyOf(patterns, room);
      }
      a[size] = one;
      b[size] = other;
      patterns[size++] = pattern;
    }

    private void end() {
      a = Arrays.copyOf(a, size);
      b = Arrays.copyOf(b, size);
      patterns = Arrays.copyOf(patterns, size);
      for (long pattern : patterns) {
        counted.add(pattern, 1);
      }
    }

    private PatternCounts counted() {
      PatternCounts taken = counted;
      counted = new PatternCounts();
      return taken;
    }

    int size() {
      return size;
    }

    int a(int at) {
      return a[at];
    }

    int b(int at) {
      return b[at];
    }

    long pattern(int at) {
      return patterns[at];
    }
  }
}

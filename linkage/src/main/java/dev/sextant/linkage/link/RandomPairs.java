package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Sides;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Comparer;
import dev.sextant.linkage.model.PatternCounts;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * Patterns of random pairs: how often strangers agree. Pairs are drawn by the records' places in
 * the order of ids, so that the order of the file has no say.
 */
final class RandomPairs {
  /** At this many pairs an agreement of one in 5,000 is known within 10 %. */
  private static final int PAIRS = 500_000;

  private static final int PIECES = 32;

  private RandomPairs() {}

  static PatternCounts draw(
      Table table, int[] byRank, Sides sides, List<Compared> fields, long seed, Workers workers) {
    int left = 0;
    for (int row : byRank) {
      left += row < table.left() ? 1 : 0;
    }
    int[] leftRows = new int[table.twoSided() ? left : byRank.length];
    int[] rightRows = table.twoSided() ? new int[byRank.length - left] : byRank;
    int l = 0;
    int r = 0;
    for (int row : byRank) {
      if (!table.twoSided() || row < table.left()) {
        leftRows[l++] = row;
      } else {
        rightRows[r++] = row;
      }
    }
    double all = (double) leftRows.length * rightRows.length;
    int each = (int) Math.min(PAIRS, 2 * all) / PIECES + 1;
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Callable<PatternCounts>> work = new ArrayList<>();
    for (int piece = 0; piece < PIECES; piece++) {
      SplittableRandom random = seeds.split();
      work.add(() -> {
        PatternCounts counts = new PatternCounts();
        Comparer comparer = new Comparer(fields);
        for (int i = 0; i < each && leftRows.length > 0 && rightRows.length > 0; i++) {
          int a = leftRows[random.nextInt(leftRows.length)];
          int b = rightRows[random.nextInt(rightRows.length)];
          if (a != b && sides.looked(a, b)) {
            counts.add(comparer.pattern(a, b), 1);
          }
        }
        return counts;
      });
    }
    PatternCounts counts = new PatternCounts();
    workers.all(work).forEach(counts::add);
    return counts;
  }
}

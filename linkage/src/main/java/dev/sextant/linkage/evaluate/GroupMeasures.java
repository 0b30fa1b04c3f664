package dev.sextant.linkage.evaluate;

import java.util.HashMap;
import java.util.Map;

/**
 * How two partitions of the same records agree.
 *
 * @param records records that take part
 * @param pairs right, wrong and missed pairs within groups
 * @param bCubedPrecision mean over records of the share of their found group that belongs to them
 * @param bCubedRecall mean over records of the share of their true group that was found with them
 * @param foundGroups found groups of at least two
 * @param trueGroups true groups of at least two
 * @param exactGroups true groups of at least two that were found exactly
 * @param largestFound records in the largest found group
 * @param largestTrue records in the largest true group
 */
public record GroupMeasures(
    int records,
    Counts pairs,
    double bCubedPrecision,
    double bCubedRecall,
    int foundGroups,
    int trueGroups,
    int exactGroups,
    int largestFound,
    int largestTrue) {

  /** Harmonic mean of B-cubed precision and recall. */
  public double bCubedF1() {
    return 2 * bCubedPrecision * bCubedRecall / (bCubedPrecision + bCubedRecall);
  }

  /**
   * Compares. B-cubed as in E. Amigó and others 2009, doi:10.1007/s10791-008-9066-8. Cost: one pass
   * over the records and one over the cells of the contingency table that are not empty.
   *
   * @param records how many take part; a record that a partition does not know is alone in it
   */
  public static GroupMeasures of(Partition found, Partition truth, int records) {
    int[] foundOf = found.groups(records);
    int[] trueOf = truth.groups(records);
    Map<Long, Integer> cells = new HashMap<>();
    int[] foundSize = new int[records];
    int[] trueSize = new int[records];
    for (int i = 0; i < records; i++) {
      foundSize[foundOf[i]]++;
      trueSize[trueOf[i]]++;
      cells.merge((long) foundOf[i] << 32 | trueOf[i], 1, Integer::sum);
    }
    long right = 0;
    int exact = 0;
    double precision = 0;
    double recall = 0;
    for (Map.Entry<Long, Integer> cell : cells.entrySet()) {
      long both = cell.getValue();
      int foundHere = foundSize[(int) (cell.getKey() >>> 32)];
      int trueHere = trueSize[(int) (long) cell.getKey()];
      right += both * (both - 1) / 2;
      precision += (double) both * both / foundHere;
      recall += (double) both * both / trueHere;
      exact += both > 1 && both == foundHere && both == trueHere ? 1 : 0;
    }
    Counts pairs = new Counts(right, pairs(foundSize) - right, pairs(trueSize) - right);
    return new GroupMeasures(
        records,
        pairs,
        precision / records,
        recall / records,
        several(foundSize),
        several(trueSize),
        exact,
        largest(foundSize),
        largest(trueSize));
  }

  private static long pairs(int[] sizes) {
    long pairs = 0;
    for (int size : sizes) {
      pairs += (long) size * (size - 1) / 2;
    }
    return pairs;
  }

  private static int several(int[] sizes) {
    int count = 0;
    for (int size : sizes) {
      count += size > 1 ? 1 : 0;
    }
    return count;
  }

  private static int largest(int[] sizes) {
    int most = 0;
    for (int size : sizes) {
      most = Math.max(most, size);
    }
    return most;
  }
}

package dev.sextant.linkage.evaluate;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Scored pairs: two records' numbers, log2 odds (score, prior included) and probability, in the
 * order given.
 */
public final class ScoredPairs {
  private int[] left = new int[1024];
  private int[] right = new int[1024];
  private double[] log2Odds = new double[1024];
  private double[] probability = new double[1024];
  private int size;

  /** No pairs yet. */
  public ScoredPairs() {}

  /**
   * Reads tab-separated rows without a header: id_a, id_b, log2 odds, probability; further columns
   * are not read.
   *
   * @throws LinkageFault {@code SX-LINK-PAIR} if a row has fewer cells or a number is none, {@code
   *     SX-LINK-TWICE} if a pair comes twice, in whichever order
   */
  public static ScoredPairs read(Path file, IdNumbers ids) throws IOException {
    ScoredPairs pairs = new ScoredPairs();
    LongSet seen = new LongSet();
    try (DelimitedRows rows = DelimitedRows.tabs(file)) {
      while (rows.next()) {
        if (rows.size() < 4) {
          throw pairFault(rows, rows.size() + " cells");
        }
        int a = ids.left(rows.cell(0));
        int b = ids.right(rows.cell(1));
        if (!seen.add(IdNumbers.key(a, b))) {
          throw new LinkageFault(
              "SX-LINK-TWICE",
              "a pair is scored twice",
              rows.place(),
              rows.cell(0) + " " + rows.cell(1),
              "give each pair once; the order of its ids does not count");
        }
        double odds = number(rows, 2);
        double probability = number(rows, 3);
        if (!(probability >= 0 && probability <= 1)) {
          throw pairFault(rows, rows.cell(3));
        }
        pairs.add(a, b, odds, probability);
      }
    }
    return pairs;
  }

  private static double number(DelimitedRows rows, int column) {
    try {
      double value = Double.parseDouble(rows.cell(column));
      if (!Double.isNaN(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw pairFault(rows, rows.cell(column));
    }
    throw pairFault(rows, rows.cell(column));
  }

  private static LinkageFault pairFault(DelimitedRows rows, String value) {
    return new LinkageFault(
        "SX-LINK-PAIR",
        "a row is no scored pair",
        rows.place(),
        value,
        "give id_a, id_b, log2 odds, probability (0 to 1), set apart by tabs");
  }

  /** Adds a pair. */
  public void add(int a, int b, double odds, double p) {
    if (size == left.length) {
      int room = size * 2;
      left = Arrays.copyOf(left, room);
      right = Arrays.copyOf(right, room);
      log2Odds = Arrays.copyOf(log2Odds, room);
      probability = Arrays.copyOf(probability, room);
    }
    left[size] = a;
    right[size] = b;
    log2Odds[size] = odds;
    probability[size++] = p;
  }

  /** How many pairs. */
  public int size() {
    return size;
  }

  /** The first record's number. */
  public int left(int pair) {
    return left[pair];
  }

  /** The second record's number. */
  public int right(int pair) {
    return right[pair];
  }

  /** Score of a pair: log2 of the odds that both are one actor. */
  public double log2Odds(int pair) {
    return log2Odds[pair];
  }

  /** Probability of a pair. */
  public double probability(int pair) {
    return probability[pair];
  }
}

package dev.sextant.linkage.link;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.metric.Bits;
import java.nio.file.Path;

/**
 * Writes results as tab-separated text without a header: pairs (id, id, log2 odds, probability) and
 * groups (id, entity). Fixed-point scores are written with 6 decimals, so the same score is the
 * same text.
 */
public final class PairWriter {
  private PairWriter() {}

  /**
   * Writes pairs: the file is there whole or not at all.
   *
   * @return how many
   * @throws LinkageFault {@code SX-LINK-WRITE} if it cannot be written: a full disk, no such folder
   */
  public static long pairs(Linked linked, Path path) {
    String[] ids = linked.table().ids();
    long[] count = {0};
    try (WholeFile file = WholeFile.at(path)) {
      linked.pairs((a, b, score) -> {
        count[0]++;
        file.text(ids[a]);
        file.character('\t');
        file.text(ids[b]);
        file.character('\t');
        file.millionths(Math.round(score * 1_000_000.0 / Bits.ONE));
        file.character('\t');
        file.millionths(Math.round(probability(score) * 1_000_000.0));
        file.character('\n');
      });
      file.done();
    }
    return count[0];
  }

  /**
   * Looks whether results can be written to a place: to be asked before a long run, not after.
   *
   * @throws LinkageFault {@code SX-LINK-WRITE} if they cannot
   */
  public static void probe(Path path) {
    WholeFile.probe(path);
  }

  /** The probability that log2 odds mean. */
  public static double probability(int score) {
    double odds = StrictMath.pow(2, Bits.shown(score));
    return odds > 1e15 ? 1 : odds / (1 + odds);
  }

  /**
   * Writes groups, all records, in the order of ids; a group is named by its first id. The file is
   * there whole or not at all.
   *
   * @throws LinkageFault {@code SX-LINK-WRITE} if it cannot be written
   */
  public static void groups(Linked linked, Path path) {
    String[] ids = linked.table().ids();
    boolean two = linked.table().twoSided();
    try (WholeFile file = WholeFile.at(path)) {
      for (int row = 0; row < ids.length; row++) {
        int first = linked.groups().group(row);
        file.text(ids[row]);
        file.character('\t');
        file.text(!two ? "" : first < linked.table().left() ? "left:" : "right:");
        file.text(ids[first]);
        file.character('\n');
      }
      file.done();
    }
  }
}

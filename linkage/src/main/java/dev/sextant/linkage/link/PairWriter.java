package dev.sextant.linkage.link;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.table.Table;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

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
        pair(file, ids[a], ids[b], score);
      });
      file.done();
    }
    return count[0];
  }

  /**
   * Writes the pairs of records that came after a run, as {@link #pairs} does: those at or above
   * the profile's floor, by the groups as they are now. The same in whatever order the records
   * came.
   *
   * @param later ids of those records
   * @return how many
   * @throws LinkageFault {@code SX-LINK-WRITE} if it cannot be written
   */
  public static long added(LiveIndex live, Collection<String> later, Profile profile, Path path) {
    int floor = Bits.of(profile.settings().floor());
    TreeSet<String> ids = new TreeSet<>(later);
    long count = 0;
    try (WholeFile file = WholeFile.at(path)) {
      for (String id : ids) {
        for (LiveIndex.Pair pair : live.pairs(id)) {
          boolean told = ids.contains(pair.id()) && pair.id().compareTo(id) < 0;
          if (pair.score() >= floor && !told) {
            pair(file, id, pair.id(), pair.score());
            count++;
          }
        }
      }
      file.done();
    }
    return count;
  }

  private static void pair(WholeFile file, String a, String b, int score) {
    file.text(a);
    file.character('\t');
    file.text(b);
    file.character('\t');
    file.millionths(Math.round(score * 1_000_000.0 / Bits.ONE));
    file.character('\t');
    file.millionths(Math.round(probability(score) * 1_000_000.0));
    file.character('\n');
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

  /**
   * Writes the groups of a run and of the records that came after it, as {@link #groups} does;
   * later records follow in the order given.
   *
   * @throws LinkageFault {@code SX-LINK-WRITE} if it cannot be written
   */
  public static void groups(Table table, Iterable<String> later, LiveIndex live, Path path) {
    Map<String, String> first = new HashMap<>();
    live.groups().forEach((group, ids) -> ids.forEach(id -> first.put(id, group)));
    try (WholeFile file = WholeFile.at(path)) {
      for (String id : table.ids()) {
        group(file, id, first);
      }
      for (String id : later) {
        group(file, id, first);
      }
      file.done();
    }
  }

  private static void group(WholeFile file, String id, Map<String, String> first) {
    file.text(id);
    file.character('\t');
    file.text(first.getOrDefault(id, id));
    file.character('\n');
  }
}

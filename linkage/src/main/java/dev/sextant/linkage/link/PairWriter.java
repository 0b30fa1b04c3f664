package dev.sextant.linkage.link;

import dev.sextant.linkage.metric.Bits;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes results as tab-separated text without a header: pairs (id, id, log2 odds, probability) and
 * groups (id, entity). Fixed-point scores are written with 6 decimals, so the same score is the
 * same text.
 */
public final class PairWriter {
  private PairWriter() {}

  /** Writes pairs; returns how many. */
  public static long pairs(Linked linked, Path path) throws IOException {
    String[] ids = linked.table().ids();
    long[] count = {0};
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      linked.pairs((a, b, score) -> {
        try {
          count[0]++;
          out.write(line(ids[a], ids[b], score));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return count[0];
  }

  private static byte[] line(String a, String b, int score) {
    StringBuilder line = new StringBuilder(64).append(a).append('\t').append(b).append('\t');
    decimal(line, Math.round(score * 1_000_000.0 / Bits.ONE));
    line.append('\t');
    decimal(line, Math.round(probability(score) * 1_000_000.0));
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The probability that log2 odds mean. */
  public static double probability(int score) {
    double odds = StrictMath.pow(2, Bits.shown(score));
    return odds > 1e15 ? 1 : odds / (1 + odds);
  }

  private static void decimal(StringBuilder to, long millionths) {
    if (millionths < 0) {
      to.append('-');
    }
    long value = Math.abs(millionths);
    to.append(value / 1_000_000).append('.');
    String rest = Long.toString(value % 1_000_000);
    to.append("0".repeat(6 - rest.length())).append(rest);
  }

  /** Writes groups, all records, in the order of ids; a group is named by its first id. */
  public static void groups(Linked linked, Path path) throws IOException {
    String[] ids = linked.table().ids();
    List<String> lines = new ArrayList<>();
    boolean two = linked.table().twoSided();
    for (int row = 0; row < ids.length; row++) {
      int first = linked.groups().group(row);
      String side = !two ? "" : first < linked.table().left() ? "left:" : "right:";
      lines.add(ids[row] + "\t" + side + ids[first]);
    }
    Files.write(path, lines, StandardCharsets.UTF_8);
  }
}

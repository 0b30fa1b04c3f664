package dev.sextant.identity;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.block.RuleReport;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.link.Announcement;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.link.PairWriter;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Links tables of accounts or persons that belong to no case: for research and evaluation. Needs no
 * permit, keeps nothing but the files it is told to write.
 */
public final class FileLinkage {
  private FileLinkage() {}

  /**
   * What is linked.
   *
   * @param left table
   * @param right table, or none: records of the left one among themselves
   * @param profile in YAML, as {@code docs/formats/linkage.md} describes
   * @param threads any number gives the same
   */
  public record Asked(Path left, Optional<Path> right, Path profile, int threads) {}

  /**
   * Links, writes pairs and groups.
   *
   * @param pairs written: id, id, log2 odds, probability; tab-separated
   * @param clusters written if present: id, entity; tab-separated
   * @param said is told what is about to be compared before it is, and a summary at the end
   * @throws BadLinkage where a table or the profile cannot be used
   */
  public static void link(Asked asked, Path pairs, Optional<Path> clusters, Consumer<String> said)
      throws IOException {
    long started = System.nanoTime();
    try {
      Profile profile = ProfileReader.read(asked.profile());
      Table table = TableReader.read(asked.left(), asked.right().orElse(null), profile.id());
      Linked linked =
          new Linker(table, profile, Comparisons.standard())
              .link(asked.threads(), announced -> said.accept(announcement(announced)));
      long written = PairWriter.pairs(linked, pairs);
      if (clusters.isPresent()) {
        PairWriter.groups(linked, clusters.get());
      }
      said.accept(summary(linked, written, System.nanoTime() - started));
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }

  private static String announcement(Announcement announced) {
    StringBuilder text = new StringBuilder();
    if (announced.derived()) {
      line(text, "rules", "%d, derived from the fields", announced.rules().size());
    }
    for (int i = 0; i < announced.rules().size(); i++) {
      RuleReport rule = announced.rules().get(i);
      line(
          text,
          "rule " + (i + 1),
          "%s: %d pairs, largest block %d, meets %.1f %% of likely pairs",
          rule.rule(),
          rule.pairs(),
          rule.largest(),
          100 * announced.recall().get(i));
      if (rule.subKeyed() > 0) {
        line(
            text,
            "",
            "%d blocks keyed further, %d pairs left out",
            rule.subKeyed(),
            rule.leftOut());
      }
      for (RuleReport.Generic generic : rule.generic()) {
        line(text, "", "generic value on %d records: %s", generic.records(), generic.value());
      }
    }
    line(text, "recall", "%.1f %% estimated of all rules", 100 * announced.together());
    return text.toString();
  }

  private static String summary(Linked linked, long written, long nanos) {
    StringBuilder text = new StringBuilder();
    Table table = linked.table();
    line(text, "records", "%d%s", table.rows(), sides(table));
    double seconds = linked.comparingNanos() / 1e9;
    line(text, "compared", "%d pairs in %.2f s", linked.compared(), seconds);
    line(text, "prior", "1 pair in %.0f", 1 / linked.weights().prior());
    line(text, "written", "%d pairs", written);
    line(text, "groups", "%d of two records or more", linked.groupsOfTwo());
    Runtime runtime = Runtime.getRuntime();
    line(text, "time", "%.2f s", nanos / 1e9);
    line(text, "memory", "%d MiB in use", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    return text.toString();
  }

  private static String sides(Table table) {
    return table.twoSided()
        ? " (" + table.left() + " left, " + (table.rows() - table.left()) + " right)"
        : "";
  }

  private static void line(StringBuilder to, String name, String format, Object... values) {
    to.append(String.format(Locale.ROOT, "%-10s ", name))
        .append(String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}

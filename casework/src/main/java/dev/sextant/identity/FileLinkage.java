package dev.sextant.identity;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.block.RuleReport;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.link.Announcement;
import dev.sextant.linkage.link.Labels;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.link.PairWriter;
import dev.sextant.linkage.link.StandardOutput;
import dev.sextant.linkage.model.LabelCalibration;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

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
   * @param labels pairs that persons judged (id, id, 1 or 0; tab-separated), to learn and calibrate
   *     by, or none
   * @param spill folder in which compared pairs are kept instead of in memory, or none
   * @param threads any number gives the same
   */
  public record Asked(
      Path left,
      Optional<Path> right,
      Path profile,
      Optional<Path> labels,
      Optional<Path> spill,
      int threads) {}

  /** Takes what is said while files are linked. */
  @FunctionalInterface
  public interface Said {
    /** Takes what belongs to the result: whole lines. */
    void text(String lines);

    /** Takes how far a run is, one line, at most every few seconds. */
    default void progress(String line) {}
  }

  /**
   * Links, writes pairs and groups.
   *
   * @param pairs written: id, id, log2 odds, probability; tab-separated
   * @param clusters written if present: id, entity; tab-separated
   * @param said is told what is about to be compared before it is, how far a long run is, and a
   *     summary at the end
   * @throws BadLinkage where a table or the profile cannot be used
   */
  public static void link(Asked asked, Path pairs, Optional<Path> clusters, Said said)
      throws IOException {
    long started = System.nanoTime();
    Steps steps = new Steps(said, System::nanoTime);
    try {
      PairWriter.probe(pairs);
      clusters.ifPresent(PairWriter::probe);
      Profile profile = ProfileReader.read(asked.profile());
      Table table = TableReader.read(asked.left(), asked.right().orElse(null), profile.id());
      Labels labels =
          asked.labels().isPresent() ? Labels.read(asked.labels().get(), table) : Labels.NONE;
      Linker bare = new Linker(table, profile, Comparisons.standard(), labels);
      try (Linker linker = asked.spill().map(bare::spillingTo).orElse(bare)) {
        Linked linked = linker.link(asked.threads(), steps);
        steps.say("writing " + pairs);
        long written = PairWriter.pairs(linked, pairs);
        if (clusters.isPresent()) {
          PairWriter.groups(linked, clusters.get());
        }
        said.text(summary(linked, written, System.nanoTime() - started));
      }
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    } catch (OutOfMemoryError e) {
      /* What filled the memory is out of reach by now, so that there is room to say this. */
      throw new BadLinkage(tooLarge(asked.left(), e));
    }
  }

  /** True if what is written to a place and what the process prints go to the same end. */
  public static boolean printsTo(Path place) {
    return StandardOutput.is(place);
  }

  static LinkageFault tooLarge(Path table, OutOfMemoryError cause) {
    return new LinkageFault(
        "SX-LINK-MEMORY",
        "the tables are too large for the memory that Java may use",
        table.toString(),
        (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
        "let it use more (SEXTANT_JAVA_OPTS=-Xmx4g: ten million records of eight cells"
            + " fit) and keep pairs in a file with --spill FOLDER",
        cause);
  }

  static String announcement(Announcement announced) {
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
      if (rule.cut() > 0) {
        line(text, "", "%d records had more keys than are kept, and lost some", rule.cut());
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
    linked.calibration().ifPresent(by -> calibration(text, linked, by));
    line(text, "written", "%d pairs", written);
    line(text, "groups", "%d of two records or more", linked.groupsOfTwo());
    Runtime runtime = Runtime.getRuntime();
    line(text, "time", "%.2f s", nanos / 1e9);
    line(text, "memory", "%d MiB in use", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    return text.toString();
  }

  /* The prior apart: a pair's log2 odds less the prior's are its likelihood ratio. */
  private static void calibration(StringBuilder text, Linked linked, LabelCalibration by) {
    String labels =
        String.format(Locale.ROOT, "%d labels same, %d different", by.same(), by.different());
    switch (by.kind()) {
      case NONE ->
          line(
              text,
              "labels",
              "%s: too few to calibrate by (%d of either kind are needed); learned with",
              labels,
              LabelCalibration.FEW);
      case BI_GAUSSIAN ->
          line(
              text,
              "labels",
              "%s: calibrated bi-Gaussian (isotonic from %d of either kind)",
              labels,
              LabelCalibration.MANY);
      case ISOTONIC -> line(text, "labels", "%s: calibrated isotonic", labels);
    }
    double[] sums = new double[2];
    linked.pairs((a, b, score) -> {
      sums[0]++;
      sums[1] += PairWriter.probability(score);
    });
    double share = sums[1] / Math.max(1, sums[0]);
    line(
        text,
        "",
        "prior among written pairs %.3f log2 odds: log2 likelihood ratio = log2 odds - prior",
        Math.log(share / (1 - share)) / Math.log(2));
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

package dev.sextant.cluster;

import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.PairWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sextant cluster link}: as {@code sextant identity link}, compared on the workers. */
@Command(
    name = "link",
    description =
        "Link tables of accounts or persons as `sextant identity link` does, with pairs compared on"
            + " the workers. Gives the same bytes.",
    mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @CommandLine.Mixin private ClusterMain.Reach reach = new ClusterMain.Reach();

  @Option(names = "--left", required = true, description = "A table: CSV or TSV with a header.")
  private Path left = Path.of("");

  @Option(names = "--right", description = "A second table; else the first is linked to itself.")
  private @Nullable Path right;

  @Option(names = "--profile", required = true, description = "The profile, in YAML.")
  private Path profile = Path.of("");

  @Option(
      names = "--out",
      required = true,
      description = "Where pairs go: id, id, log2 odds, probability; tab-separated.")
  private Path out = Path.of("");

  @Option(names = "--clusters", description = "Where groups go: id, entity; tab-separated.")
  private @Nullable Path clusters;

  @Option(
      names = "--threads",
      description = "Threads for what is done here (default: all).",
      defaultValue = "0")
  private int threads;

  @Override
  public Integer call() throws IOException {
    int here = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    try (SparkSession session = reach.session()) {
      Linked linked = ClusterLinker.link(session, left, right, profile, here);
      long written = PairWriter.pairs(linked, out);
      Path groups = clusters;
      if (groups != null) {
        PairWriter.groups(linked, groups);
      }
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "records %,d; compared %,d pairs; written %,d; groups of two or more %,d%n",
              linked.table().rows(),
              linked.compared(),
              written,
              linked.groupsOfTwo());
      return 0;
    }
  }
}

package dev.sextant.cluster;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the cluster's measures: {@code sextant cluster ...}. */
@Command(
    name = "cluster",
    description =
        "Measure tie tables, and link records, that outgrow one machine: on Apache Spark.",
    mixinStandardHelpOptions = true,
    subcommands = {ClusterMain.Ties.class, ClusterMain.Measure.class, LinkCommand.class})
public final class ClusterMain implements Callable<Integer> {
  /** Bytes that a tie takes on one machine while it is loaded: ids, numbers and both rows. */
  private static final long BYTES_A_TIE = 64;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Made by picocli. */
  public ClusterMain() {}

  /**
   * Runs a command and ends the process with its code: 0, or 2 for a fault that is the caller's.
   */
  public static void main(String[] args) {
    System.exit(run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
  }

  /** As {@link #main}, without ending the process. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new ClusterMain());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((fault, command, parsed) -> {
      Throwable told = fault;
      while (told != null && !(told instanceof ClusterFault || told instanceof LinkageFault)) {
        told = told.getCause();
      }
      if (told == null) {
        throw fault;
      }
      command.getErr().println(told.getMessage());
      return 2;
    });
    return line.execute(args);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 2;
  }

  /** Where the work is done. */
  enum Engine {
    /** Here if the table fits, else on the cluster. */
    AUTO,
    /** Here. */
    LOCAL,
    /** On the cluster. */
    CLUSTER
  }

  /** How the cluster is reached. */
  static final class Reach {
    @Option(
        names = "--master",
        description =
            "Where Spark runs: local[2], spark://host:7077, yarn, ... (default: ${DEFAULT-VALUE}).",
        defaultValue = "${env:SEXTANT_SPARK_MASTER:-local[*]}")
    private String master = "local[*]";

    @Option(names = "--spark", description = "A setting of Spark's, as key=value; may be repeated.")
    private List<String> settings = List.of();

    SparkSession session() {
      return Sessions.open(master, settings);
    }
  }

  /** Writes a tie table. */
  @Command(
      name = "ties",
      description = "Write a tie table in Parquet from a text of two ids a line, and a weight.",
      mixinStandardHelpOptions = true)
  static final class Ties implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @CommandLine.Mixin private Reach reach = new Reach();

    @Parameters(index = "0", description = "The text; parted by blanks, tabs or commas.")
    private String text = "";

    @Parameters(index = "1", description = "The folder to write; it must not be there.")
    private String folder = "";

    @Option(names = "--weighted", description = "The third column is the weight, above 0.")
    private boolean weighted;

    @Override
    public Integer call() throws IOException {
      if (!text.contains("://") && !Files.isReadable(Path.of(text))) {
        throw new ClusterFault(
            "SX-CLUSTER-FILE", "there is no such text", "cluster ties", text, "check the path");
      }
      if (!folder.contains("://") && Files.exists(Path.of(folder))) {
        throw new ClusterFault(
            "SX-CLUSTER-EXISTS",
            "the folder is there already; nothing was written",
            "cluster ties",
            folder,
            "name another one, or remove it");
      }
      try (SparkSession session = reach.session()) {
        long rows = TieTable.write(session, text, folder, weighted);
        spec.commandLine().getOut().printf(Locale.ROOT, "%,d ties in %s%n", rows, folder);
        return 0;
      }
    }
  }

  /** Measures a tie table. */
  @Command(
      name = "measure",
      description = "Measure a tie table; by the kernels here if it fits, else on the cluster.",
      mixinStandardHelpOptions = true)
  static final class Measure implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @CommandLine.Mixin private Reach reach = new Reach();

    @Parameters(index = "0", description = "The tie table: a folder of Parquet.")
    private String folder = "";

    @Option(
        names = "--measures",
        description =
            "Comma-separated: components, pagerank, kcore, triangles, labels, harmonic,"
                + " betweenness; or all.",
        defaultValue = "all")
    private String measures = "all";

    @Option(
        names = "--engine",
        description = "auto, local or cluster (default: ${DEFAULT-VALUE}).",
        defaultValue = "auto")
    private Engine engine = Engine.AUTO;

    @Option(names = "--directed", description = "Ties run from the first id to the second.")
    private boolean directed;

    @Option(names = "--weighted", description = "Weights count, where the measure knows weights.")
    private boolean weighted;

    @Option(names = "--seed", description = "Of samples, sketches and labels.", defaultValue = "1")
    private long seed = 1;

    @Option(
        names = "--registers",
        description = "Logarithm of a HyperBall counter's bytes, 4 to 16.",
        defaultValue = "8")
    private int registers = 8;

    @Option(
        names = "--sample",
        description = "Sources of the sampled betweenness.",
        defaultValue = "64")
    private int sample = 64;

    @Option(
        names = "--pieces",
        description = "Blocks to cut the graph into; 0: as suits.",
        defaultValue = "0")
    private int pieces;

    @Option(
        names = "--out",
        description = "Folder for the values, in Parquet; else TSV is printed.")
    private String out = "";

    @Override
    public Integer call() throws IOException {
      List<Scaling> wanted = Scaling.parse(measures);
      if (registers < 4 || registers > 16 || sample < 1 || pieces < 0) {
        throw new ClusterFault(
            "SX-CLUSTER-OPTION",
            "an option is out of its range",
            "cluster measure",
            "registers " + registers + ", sample " + sample + ", pieces " + pieces,
            "registers 4 to 16, sample from 1, pieces from 0");
      }
      Wishes wishes = new Wishes(directed, weighted, seed, registers, sample, 1e-9, pieces);
      try (SparkSession session = reach.session()) {
        TieTable table = TieTable.open(session, folder);
        if (weighted && !table.weighted()) {
          throw new ClusterFault(
              "SX-CLUSTER-WEIGHT",
              "the table has no weights",
              folder,
              "--weighted",
              "leave --weighted out, or write the table with `cluster ties --weighted`");
        }
        Measured found =
            here(table)
                ? LocalEngine.measure(session, table, wanted, wishes)
                : ClusterEngine.measure(session, table, wanted, wishes);
        tell(found);
        return 0;
      }
    }

    /** One machine does it if what a tie takes, for all of them, is less than half the heap. */
    private boolean here(TieTable table) {
      return switch (engine) {
        case LOCAL -> true;
        case CLUSTER -> false;
        case AUTO -> table.rows() < Runtime.getRuntime().maxMemory() / 2 / BYTES_A_TIE;
      };
    }

    private void tell(Measured found) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          Locale.ROOT, "%s: %,d nodes, %,d ties%n", found.engine(), found.nodes(), found.ties());
      found
          .seconds()
          .forEach((one, took) -> err.printf(Locale.ROOT, "%s\t%.3f s%n", one.column(), took));
      if (!out.isEmpty()) {
        found.table().write().mode(org.apache.spark.sql.SaveMode.ErrorIfExists).parquet(out);
        return;
      }
      Dataset<Row> table = found.table();
      PrintWriter to = spec.commandLine().getOut();
      to.println(String.join("\t", table.columns()));
      table
          .toLocalIterator()
          .forEachRemaining(row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
              line.append(i == 0 ? "" : "\t").append(number(row.get(i)));
            }
            to.println(line);
          });
    }

    private static String number(Object value) {
      return value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15
          ? Long.toString(d.longValue())
          : value.toString();
    }
  }
}

package dev.sextant.app.cli;

import dev.sextant.network.FileMeasures;
import dev.sextant.network.Method;
import dev.sextant.network.VisibleText;
import dev.sextant.records.GraphFile;
import dev.sextant.records.GraphTable;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Research on graph files, without a case. */
@Command(
    name = "graph",
    description = "Measure a graph file without a case (research).",
    mixinStandardHelpOptions = true,
    subcommands = {
      GraphCommand.MeasureFile.class,
      KeyPlayersCommand.class,
      RemovalCommand.class,
      LinksCommand.class
    })
final class GraphCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.USAGE;
  }

  /** The output's form. */
  enum Format {
    /** A head line, then one tab-separated line a node. */
    TSV,
    /** One JSON document. */
    JSON
  }

  /** Measures one file. */
  @Command(
      name = "measure",
      description = "Measure any graph file that a reader knows.",
      mixinStandardHelpOptions = true)
  static final class MeasureFile implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", description = "The graph file.")
    private Path file = Path.of("");

    @Option(
        names = "--measures",
        description =
            "Comma-separated: degree, components, betweenness, pagerank, kcore, community; or all.",
        defaultValue = "all")
    private String measures = "all";

    @Option(
        names = "--directed",
        description =
            "Ties run one way, those that the file says run both ways as one each way. Without it"
                + " they do if the file says so, and not in plain tables.")
    private boolean directed;

    @Option(names = "--undirected", description = "Ties run both ways, whatever the file says.")
    private boolean undirected;

    @Option(
        names = "--partial",
        description = "Measure what could be read of a file that breaks off or overruns a limit.")
    private boolean partial;

    @Option(
        names = "--weighted",
        description = "The file's numbers count, as strength; without it every tie counts 1.")
    private boolean weighted;

    @Option(names = "--seed", description = "Seed of the community search.", defaultValue = "1")
    private long seed;

    @Option(names = "--format", description = "tsv or json.", defaultValue = "tsv")
    private Format format = Format.TSV;

    @Override
    public Integer call() throws IOException {
      if (directed && undirected) {
        throw new ParameterException(
            spec.commandLine(), "--directed and --undirected exclude each other");
      }
      Set<Method> methods = methods();
      if (!java.nio.file.Files.exists(file)) {
        throw new CliFault(
            "SX-CLI-FILE",
            "there is no such file",
            "graph measure",
            file.toString(),
            "check the path");
      }
      try (ProgressBar bar = ProgressBar.on(spec)) {
        GraphTable table =
            GraphFile.read(Reading.prepare(), Target.plain(file), Limits.standard(), partial, bar);
        boolean oneWay = !undirected && (directed || table.saysDirected());
        FileMeasures measured = FileMeasures.of(table, oneWay, weighted);
        for (Method method : methods) {
          measured.with(method, seed, bar);
        }
        bar.close();
        tell(table, measured, oneWay);
        print(table, measured, methods);
      }
      return ExitCode.OK;
    }

    private void tell(GraphTable table, FileMeasures measured, boolean oneWay) {
      PrintWriter err = spec.commandLine().getErr();
      for (ReadNote note : table.notes()) {
        err.println(VisibleText.of(note.code() + ": " + note.what()));
      }
      if (table.directed() && !oneWay && !undirected) {
        err.println(
            "SX-NOTE-UNDIRECTED: the file has no word for direction, so its ties were measured as"
                + " running both ways; --directed takes them as they stand.");
      }
      err.printf(
          "%d nodes, %d ties (%s%s), %d loops left out, %d parallel ties merged%n",
          table.nodes(),
          measured.ties(),
          oneWay ? "directed" : "undirected",
          weighted ? ", weighted" : "",
          measured.loops(),
          measured.merged());
    }

    private Set<Method> methods() {
      if (measures.strip().equalsIgnoreCase("all")) {
        return new LinkedHashSet<>(List.of(Method.values()));
      }
      Set<Method> asked = new LinkedHashSet<>();
      for (String name : measures.split(",", -1)) {
        asked.add(method(name.strip()));
      }
      return asked;
    }

    private static Method method(String name) {
      String wanted = name.equalsIgnoreCase("component") ? "components" : name;
      return Arrays.stream(Method.values())
          .filter(m -> m.name().equalsIgnoreCase(wanted))
          .findFirst()
          .orElseThrow(() ->
              new BadValue(
                  "SX-CLI-MEASURE",
                  "measure",
                  name,
                  "use some of "
                      + Arrays.toString(Method.values()).toLowerCase(Locale.ROOT)
                      + " or all"));
    }

    private void print(GraphTable table, FileMeasures measured, Set<Method> methods) {
      PrintWriter out = spec.commandLine().getOut();
      if (format == Format.TSV) {
        out.print(measured.tsv());
      } else {
        Map<String, Object> columns = new LinkedHashMap<>();
        Map<String, Object> summaries = new LinkedHashMap<>();
        for (Method method : methods) {
          List<Object> values = new ArrayList<>();
          for (double value : measured.values(method)) {
            // Fractions are strings in canonical JSON: no reader can round them on the way in.
            values.add(
                value == Math.rint(value) && Math.abs(value) < 1e15
                    ? (Object) (long) value
                    : Double.toString(value));
          }
          String name = method.name().toLowerCase(Locale.ROOT);
          columns.put(name, values);
          summaries.put(name, measured.summary(method));
        }
        String json =
            CanonicalJson.text(
                Map.of(
                    "nodes",
                    Arrays.asList(table.labels()),
                    "ties",
                    measured.ties(),
                    "measures",
                    columns,
                    "summaries",
                    summaries));
        // JSON escapes have the same form: the labels read back unchanged.
        out.println(VisibleText.of(json));
      }
      out.flush();
    }
  }
}

package dev.sextant.app.cli;

import dev.sextant.network.FileMeasures;
import dev.sextant.network.MeasureCard;
import dev.sextant.network.PlainFile;
import dev.sextant.network.Uncertainty;
import dev.sextant.network.VisibleText;
import dev.sextant.records.GraphFile;
import dev.sextant.records.GraphTable;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import dev.sextant.terms.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      GraphCommand.ListMeasures.class,
      GraphBench.class,
      KeyPlayersCommand.class,
      RemovalCommand.class,
      LinksCommand.class,
      PathsCommand.class,
      WhatIfCommand.class,
      CompareCommand.class,
      QapCommand.class,
      BrokerageCommand.class,
      MixingCommand.class,
      BlockmodelCommand.class,
      TwoModeCommand.class,
      MotifsCommand.class,
      BurstsCommand.class,
      ChangesCommand.class,
      LayoutCommand.class
    })
final class GraphCommand extends CommandGroup {
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
            "Comma-separated names, as `sextant graph measures` lists them; or all: what the file's"
                + " size allows, with a note of what was left out.",
        defaultValue = "all")
    private String measures = "all";

    @Option(
        names = "--uncertainty",
        description =
            "What may be wrong, for rank intervals: missing=SHARE of the true ties,"
                + " model=closure|degree|uniform (where they are), spurious=PROBABILITY of each tie"
                + " to be wrong, unseen=SHARE of the people, boundary=PROBABILITY of each person watched"
                + " that a narrower data set had not, replicas=N, seed=N, level=0.9, top=10;"
                + " joined by commas. Default: missing=0.1. none: no intervals.",
        defaultValue = "missing=0.1")
    private String uncertainty = "missing=0.1";

    @Option(
        names = "--watched",
        description =
            "A file of labels, one a line: the people whose own ties were gathered. Intervals then"
                + " count in what could not be seen among the others. Default: everybody's were.")
    private @Nullable Path watched;

    @Mixin private ThreadsOption threads = new ThreadsOption();

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

    @Option(names = "--seed", description = "Seed of everything random.", defaultValue = "1")
    private long seed;

    @Option(names = "--format", description = "tsv or json.", defaultValue = "tsv")
    private Format format = Format.TSV;

    @Override
    public Integer call() throws IOException {
      if (directed && undirected) {
        throw new ParameterException(
            spec.commandLine(), "--directed and --undirected exclude each other");
      }
      FileMeasures.Asked asked = asked();
      checkThere(file);
      try (ProgressBar bar = ProgressBar.on(spec)) {
        PlainFile plain = weighted || partial ? null : PlainFile.of(file, part -> read(part, bar));
        if (plain != null) {
          boolean oneWay = !undirected && (directed || plain.saysDirected());
          FileMeasures measured = plain.measures(oneWay, bar).measure(asked, bar);
          bar.close();
          tell(plain.notes(), plain.directed(), measured, oneWay);
          print(measured);
          return ExitCode.OK;
        }
        GraphTable table = read(file, bar);
        boolean oneWay = !undirected && (directed || table.saysDirected());
        FileMeasures measured = FileMeasures.of(table, oneWay, weighted).measure(asked, bar);
        bar.close();
        tell(lines(table.notes()), table.directed(), measured, oneWay);
        print(measured);
      }
      return ExitCode.OK;
    }

    private GraphTable read(Path path, ProgressBar bar) throws IOException {
      return GraphFile.read(Reading.prepare(), Target.plain(path), Limits.standard(), partial, bar);
    }

    private static List<String> lines(List<ReadNote> notes) {
      return notes.stream().map(note -> note.code() + ": " + note.what()).toList();
    }

    private void tell(
        List<String> notes, boolean fileDirected, FileMeasures measured, boolean oneWay) {
      PrintWriter err = spec.commandLine().getErr();
      notes.forEach(note -> err.println(VisibleText.of(note)));
      if (fileDirected && !oneWay && !undirected) {
        err.println(
            "SX-NOTE-UNDIRECTED: the file has no word for direction, so its ties were measured as"
                + " running both ways; --directed takes them as they stand.");
      }
      err.printf(
          "%d nodes, %d ties (%s%s), %d loops left out, %d parallel ties merged%n",
          measured.nodes(),
          measured.ties(),
          oneWay ? "directed" : "undirected",
          weighted ? ", weighted" : "",
          measured.loops(),
          measured.merged());
      measured.notes().forEach(note -> err.println(VisibleText.of(note)));
      if (format == Format.TSV && !measured.notInTable().isEmpty()) {
        err.println(
            "SX-NOTE-TABLE: "
                + String.join(", ", measured.notInTable())
                + " have no number for each node and are not in the table; name them in --measures,"
                + " or use --format json.");
      }
      measured.robustness().forEach(line -> err.println(VisibleText.of(line)));
    }

    private FileMeasures.Asked asked() throws IOException {
      int most = threads.most();
      boolean sure = uncertainty.strip().equalsIgnoreCase("none");
      return new FileMeasures.Asked(
          names(), sure ? null : Uncertainty.parse(uncertainty, seed), seed, most, watched());
    }

    private List<String> watched() throws IOException {
      if (watched == null) {
        return List.of();
      }
      checkThere(watched);
      return Files.readAllLines(watched).stream().filter(line -> !line.isBlank()).toList();
    }

    private static void checkThere(Path path) {
      if (!Files.exists(path)) {
        throw CliFault.noFile("graph measure", path);
      }
    }

    private List<String> names() {
      if (measures.strip().equalsIgnoreCase("all")) {
        return List.of();
      }
      List<String> names = new ArrayList<>();
      for (String name : measures.split(",", -1)) {
        MeasureCard.named(name);
        names.add(name);
      }
      return names;
    }

    private void print(FileMeasures measured) {
      PrintWriter out = spec.commandLine().getOut();
      if (format == Format.TSV) {
        out.print(measured.tsv());
      } else {
        // JSON escapes have the same form: the labels read back unchanged.
        out.println(VisibleText.of(CanonicalJson.text(measured.document())));
      }
      out.flush();
    }
  }

  /** What can be measured. */
  @Command(
      name = "measures",
      description = "List the measures, or print the card of one.",
      mixinStandardHelpOptions = true)
  static final class ListMeasures implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", arity = "0..1", description = "A measure's name.")
    private @Nullable String name;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      String asked = name;
      if (asked == null) {
        for (MeasureCard card : MeasureCard.all()) {
          out.println(card.name() + "\t" + card.what());
        }
      } else {
        out.println(MeasureCard.named(asked).text());
      }
      out.flush();
      return ExitCode.OK;
    }
  }
}

package dev.sextant.app.cli;

import dev.sextant.network.FileGraph;
import dev.sextant.network.VisibleText;
import dev.sextant.records.GraphFile;
import dev.sextant.records.GraphTable;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all questions about a graph file have in common: the file, direction, seed and threads. */
abstract class GraphAsk implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", description = "The graph file.")
  private Path file = Path.of("");

  @Option(
      names = "--directed",
      description = "Ties run one way; without it they do if the file says so.")
  private boolean directed;

  @Option(names = "--undirected", description = "Ties run both ways, whatever the file says.")
  private boolean undirected;

  @Option(names = "--seed", description = "Seed of everything random.", defaultValue = "1")
  private long seed;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Override
  public final Integer call() throws IOException {
    if (directed && undirected) {
      throw new ParameterException(
          spec.commandLine(), "--directed and --undirected exclude each other");
    }
    check();
    PrintWriter err = spec.commandLine().getErr();
    String answer;
    try (ProgressBar bar = ProgressBar.on(spec)) {
      GraphTable table = read(file, bar);
      boolean oneWay = !undirected && (directed || table.saysDirected());
      FileGraph graph = FileGraph.of(table, oneWay);
      int most = threads.most();
      answer = answer(new Given(table, graph, seed, most), bar);
      bar.close();
      for (ReadNote note : table.notes()) {
        err.println(VisibleText.of(note.code() + ": " + note.what()));
      }
      err.printf(
          "%d nodes, %d ties (%s)%n",
          graph.nodes(), graph.ties(), oneWay ? "directed" : "undirected");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(answer);
    out.flush();
    return ExitCode.OK;
  }

  /**
   * What every question gets.
   *
   * @param table the file as it was read
   * @param graph its ties without weights
   * @param seed of everything random
   * @param threads most threads
   */
  record Given(GraphTable table, FileGraph graph, long seed, int threads) {}

  /** Reads one file, the question's own or another. */
  GraphTable read(Path path, ProgressBar bar) throws IOException {
    checkThere(path);
    return GraphFile.read(Reading.prepare(), Target.plain(path), Limits.standard(), false, bar);
  }

  /** Refuses a path where nothing is. */
  final void checkThere(Path path) {
    if (!Files.exists(path)) {
      throw CliFault.noFile(spec.qualifiedName(), path);
    }
  }

  /** Refuses options that do not go together. */
  void check() {}

  /** Answers with a table. */
  abstract String answer(Given given, ProgressBar bar) throws IOException;

  final CommandSpec spec() {
    return spec;
  }
}

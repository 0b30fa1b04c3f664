package dev.sextant.app.cli;

import dev.sextant.network.FileComparison;
import dev.sextant.network.FileGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What changed from one file to another. */
@Command(
    name = "compare",
    description =
        "Compare two files: ties kept, lost and fresh, and whose rank changed most by a measure.",
    mixinStandardHelpOptions = true)
final class CompareCommand extends GraphAsk {
  @Parameters(index = "1", description = "The other graph file.")
  private Path other = Path.of("");

  @Option(
      names = "--measure",
      description = "The measure whose ranks are compared.",
      defaultValue = "degree")
  private String measure = "degree";

  @Override
  String answer(Given given, ProgressBar bar) throws IOException {
    FileGraph second = FileGraph.of(read(other, bar), given.graph().directed());
    FileComparison both = FileComparison.of(List.of(given.graph(), second), false);
    bar.close();
    both.notes().forEach(spec().commandLine().getErr()::println);
    return both.turnover(measure.strip(), given.seed(), given.threads(), bar);
  }
}

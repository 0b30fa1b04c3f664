package dev.sextant.app.cli;

import dev.sextant.network.FileComparison;
import dev.sextant.network.FileGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether ties of one file go with those of others. */
@Command(
    name = "qap",
    description =
        "Test whether ties of the first file go with those of others over the same people: QAP with one"
            + " other file, MRQAP (double semi-partialling, Dekker et al. 2007) with more.",
    mixinStandardHelpOptions = true)
final class QapCommand extends GraphAsk {
  @Parameters(index = "1..*", arity = "1..*", description = "Graph files that may explain it.")
  private List<Path> others = List.of();

  @Option(names = "--permutations", description = "Permutations.", defaultValue = "999")
  private int permutations;

  @Option(names = "--weighted", description = "The files' numbers count.")
  private boolean weighted;

  @Override
  String answer(Given given, ProgressBar bar) throws IOException {
    List<FileGraph> files = new ArrayList<>(List.of(given.graph()));
    List<String> names = new ArrayList<>();
    for (Path other : others) {
      files.add(FileGraph.of(read(other, bar), given.graph().directed()));
      names.add(String.valueOf(other.getFileName()));
    }
    FileComparison all = FileComparison.of(files, weighted);
    bar.close();
    all.notes().forEach(spec().commandLine().getErr()::println);
    return all.qap(names, permutations, given.seed(), given.threads(), bar);
  }
}

package dev.sextant.app.cli;

import dev.sextant.network.FileCovert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Sets that fragment or reach a network. */
@Command(
    name = "keyplayers",
    description =
        "Find sets of nodes that together fragment or reach the network (Borgatti 2006): the best"
            + " ten, since data with errors cannot tell nearly equal sets apart. Proved best up to"
            + " 60 nodes where that takes seconds.",
    mixinStandardHelpOptions = true)
final class KeyPlayersCommand extends GraphAsk {
  @Option(
      names = "--aim",
      description = "fragment, fragment-distance, reach or reach-distance.",
      defaultValue = "fragment-distance")
  private String aim = "fragment-distance";

  @Option(names = "--steps", description = "Steps of --aim reach.", defaultValue = "2")
  private int steps;

  @Option(names = "--size", description = "Nodes in a set; default 3.", defaultValue = "0")
  private int size;

  @Option(
      names = "--worth",
      description = "Instead of --size: the smallest sets worth at least so much, 0 to 1.",
      defaultValue = "-1")
  private double worth;

  @Override
  void check() {
    if (size > 0 && worth >= 0) {
      throw new ParameterException(spec().commandLine(), "--size and --worth exclude each other");
    }
  }

  @Override
  String answer(Given given, ProgressBar bar) {
    FileCovert asked = FileCovert.of(given.graph());
    int members = worth >= 0 ? 0 : size > 0 ? size : 3;
    FileCovert.Wanted wanted =
        new FileCovert.Wanted(aim.strip(), steps, members, Math.max(0, worth));
    return asked.keyPlayers(wanted, given.seed(), given.threads(), bar);
  }
}

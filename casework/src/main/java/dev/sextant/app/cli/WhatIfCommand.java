package dev.sextant.app.cli;

import dev.sextant.network.FilePaths;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The network without named nodes. */
@Command(
    name = "whatif",
    description =
        "Compare the network with and without some nodes: figures of the whole, who would be cut off,"
            + " whose betweenness would grow. What people then do, no drawing foresees.",
    mixinStandardHelpOptions = true)
final class WhatIfCommand extends GraphAsk {
  @Option(
      names = "--without",
      description = "Label of a node to leave out; repeat it for more.",
      required = true)
  private List<String> without = List.of();

  @Override
  String answer(Given given, ProgressBar bar) {
    return FilePaths.of(given.graph()).without(without, bar);
  }
}

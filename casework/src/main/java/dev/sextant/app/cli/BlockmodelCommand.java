package dev.sextant.app.cli;

import dev.sextant.network.FileRoles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Positions and their image. */
@Command(
    name = "blockmodel",
    description =
        "Find positions and which of them are tied: blockmodel (fewest inconsistencies), concor, or"
            + " rege (how nearly any two nodes are regularly equivalent).",
    mixinStandardHelpOptions = true)
final class BlockmodelCommand extends GraphAsk {
  @Option(names = "--method", description = "fit, concor or rege.", defaultValue = "fit")
  private String method = "fit";

  @Option(
      names = "--positions",
      description = "Most positions; concor splits until there are as many or more.",
      defaultValue = "4")
  private int positions;

  @Override
  String answer(Given given, ProgressBar bar) {
    return FileRoles.of(given.graph()).positions(method.strip(), positions, given.seed(), bar);
  }
}

package dev.sextant.app.cli;

import dev.sextant.network.FileRoles;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether like ties to like. */
@Command(
    name = "mixing",
    description =
        "Whether ties go with an attribute: assortativity, share within groups, E-I index, for numbers"
            + " Moran's I and Geary's C, each beside permutations; and the ties between any two groups.",
    mixinStandardHelpOptions = true)
final class MixingCommand extends GroupsAsk {
  @Option(names = "--permutations", description = "Permutations.", defaultValue = "999")
  private int permutations;

  @Override
  String answer(Given given, ProgressBar bar) throws IOException {
    return FileRoles.of(given.graph())
        .mixing(attribute(given, bar), permutations, given.seed(), given.threads(), bar);
  }
}

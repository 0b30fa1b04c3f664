package dev.sextant.app.cli;

import dev.sextant.network.FileAttribute;
import dev.sextant.network.FileRoles;
import dev.sextant.records.GraphTable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether like ties to like. */
@Command(
    name = "mixing",
    description =
        "Whether ties go with an attribute: assortativity, share within groups, E-I index, for numbers"
            + " Moran's I and Geary's C, each beside permutations; and the ties between any two groups.",
    mixinStandardHelpOptions = true)
final class MixingCommand extends GraphAsk {
  @Option(
      names = "--by",
      description = "The attribute of nodes that makes the groups, by the file's name for it.",
      required = true)
  private String by = "";

  @Option(
      names = "--nodes",
      description = "A table of nodes that has it, where the graph file has not: id, then columns.")
  private @Nullable Path nodes;

  @Option(names = "--permutations", description = "Permutations.", defaultValue = "999")
  private int permutations;

  @Override
  String answer(Given given, ProgressBar bar) throws IOException {
    return FileRoles.of(given.graph())
        .mixing(attribute(given, bar), permutations, given.seed(), given.threads(), bar);
  }

  private FileAttribute attribute(Given given, ProgressBar bar) throws IOException {
    GraphTable table = nodes == null ? given.table() : read(nodes, bar);
    return FileAttribute.of(given.graph(), table, by);
  }
}

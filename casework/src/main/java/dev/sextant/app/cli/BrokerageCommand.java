package dev.sextant.app.cli;

import dev.sextant.network.FileAttribute;
import dev.sextant.network.FileRoles;
import dev.sextant.records.GraphTable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brokers between groups. */
@Command(
    name = "brokerage",
    description =
        "Count, for each node, the pairs it stands between by role (Gould and Fernandez 1989):"
            + " coordinator, itinerant, gatekeeper, representative, liaison; groups are an attribute's.",
    mixinStandardHelpOptions = true)
final class BrokerageCommand extends GraphAsk {
  @Option(
      names = "--by",
      description = "The attribute of nodes that makes the groups, by the file's name for it.",
      required = true)
  private String by = "";

  @Option(
      names = "--nodes",
      description = "A table of nodes that has it, where the graph file has not: id, then columns.")
  private @Nullable Path nodes;

  @Override
  String answer(Given given, ProgressBar bar) throws IOException {
    return FileRoles.of(given.graph()).brokerage(attribute(given, bar), bar);
  }

  private FileAttribute attribute(Given given, ProgressBar bar) throws IOException {
    GraphTable table = nodes == null ? given.table() : read(nodes, bar);
    return FileAttribute.of(given.graph(), table, by);
  }
}

package dev.sextant.app.cli;

import dev.sextant.network.FileAttribute;
import dev.sextant.records.GraphTable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What questions about groups of nodes have in common: which attribute makes the groups. */
abstract class GroupsAsk extends GraphAsk {
  @Option(
      names = "--by",
      description = "The attribute of nodes that makes the groups, by the file's name for it.",
      required = true)
  private String by = "";

  @Option(
      names = "--nodes",
      description = "A table of nodes that has it, where the graph file has not: id, then columns.")
  private @Nullable Path nodes;

  /** The attribute. */
  final FileAttribute attribute(Given given, ProgressBar bar) throws IOException {
    GraphTable table = nodes == null ? given.table() : read(nodes, bar);
    return FileAttribute.of(given.graph(), table, by);
  }
}

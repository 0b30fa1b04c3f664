package dev.sextant.app.cli;

import dev.sextant.network.FilePaths;
import dev.sextant.network.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How two nodes are joined. */
@Command(
    name = "paths",
    description = "Paths between two nodes: a shortest one, all shortest ones, or the k shortest.",
    mixinStandardHelpOptions = true)
final class PathsCommand extends GraphAsk {
  @Option(names = "--from", description = "Label of the one node.", required = true)
  private String from = "";

  @Option(names = "--to", description = "Label of the other.", required = true)
  private String to = "";

  @Option(
      names = "--which",
      description = "shortest, all (every shortest path) or k (the k shortest, --most of them).",
      defaultValue = "all")
  private String which = "all";

  @Option(names = "--most", description = "Most paths to list.", defaultValue = "20")
  private int most;

  @Option(
      names = "--weighted",
      description = "The file's numbers count as strengths: a tie is 1/number long.")
  private boolean weighted;

  @Override
  String answer(Given given, ProgressBar bar) {
    FilePaths.Paths found =
        FilePaths.of(given.graph())
            .between(new FilePaths.Between(from, to, which.strip(), most, weighted), bar);
    bar.close();
    found.notes().forEach(note -> spec().commandLine().getErr().println(VisibleText.of(note)));
    return found.table();
  }
}

package dev.sextant.app.cli;

import dev.sextant.network.FileCovert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is left as people are taken away. */
@Command(
    name = "removal",
    description =
        "Take nodes away one after another and print what is left: largest piece, fragmentation by"
            + " pieces and by distance, efficiency.",
    mixinStandardHelpOptions = true)
final class RemovalCommand extends GraphAsk {
  @Option(
      names = "--by",
      description =
          "degree, betweenness, closeness, collective-influence, largest-piece or random.",
      defaultValue = "largest-piece")
  private String by = "largest-piece";

  @Option(names = "--again", description = "Compute scores again after each removal.")
  private boolean again;

  @Option(names = "--most", description = "Most nodes to remove.", defaultValue = "2147483647")
  private int most;

  @Option(
      names = "--replicas",
      description = "Random orders, for the mean and the band.",
      defaultValue = "100")
  private int replicas;

  @Override
  String answer(Given given, ProgressBar bar) {
    FileCovert asked = FileCovert.of(given.graph());
    return asked.removal(
        new FileCovert.Leaving(by.strip(), again, most, replicas),
        given.seed(),
        given.threads(),
        bar);
  }
}

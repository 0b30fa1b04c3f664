package dev.sextant.app.cli;

import dev.sextant.network.FileCovert;
import dev.sextant.network.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Pairs whose tie would surprise least. */
@Command(
    name = "links",
    description =
        "Rank pairs without a tie, each with the share of hidden ties that such a rank held when"
            + " known ties were hidden on purpose. Never says that a tie exists.",
    mixinStandardHelpOptions = true)
final class LinksCommand extends GraphAsk {
  @Option(
      names = "--score",
      description =
          "common-neighbours, jaccard, adamic-adar, resource-allocation, preferential-attachment,"
              + " local-path, katz or pagerank.",
      defaultValue = "adamic-adar")
  private String score = "adamic-adar";

  @Option(names = "--most", description = "Most pairs to print.", defaultValue = "100")
  private int most;

  @Option(names = "--trials", description = "How often ties are hidden.", defaultValue = "20")
  private int trials;

  @Option(names = "--hidden", description = "Share of ties that is hidden.", defaultValue = "0.1")
  private double hidden;

  @Override
  String answer(Given given, ProgressBar bar) {
    FileCovert asked = FileCovert.of(given.graph());
    FileCovert.Hidden found =
        asked.hiddenTies(
            new FileCovert.Looking(score.strip(), most, trials, hidden),
            given.seed(),
            given.threads(),
            bar);
    bar.close();
    found.notes().forEach(note -> spec().commandLine().getErr().println(VisibleText.of(note)));
    return found.table();
  }
}

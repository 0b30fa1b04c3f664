package dev.sextant.app.cli;

import dev.sextant.network.FileTimes;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Bursts of ties. */
@Command(
    name = "bursts",
    description =
        "Tell the rhythm of some nodes' ties, or of all, and their bursts (Kleinberg 2002).",
    mixinStandardHelpOptions = true)
final class BurstsCommand extends TimedAsk {
  @Option(names = "--node", description = "Label of a node; repeat it. Default: all ties together.")
  private List<String> nodes = List.of();

  @Option(
      names = "--gamma",
      description = "What entering a burst costs; the higher, the fewer.",
      defaultValue = "1")
  private double gamma;

  @Override
  String answer(FileTimes times, Given given, ProgressBar bar) {
    return times.bursts(nodes, gamma, bar);
  }
}

package dev.sextant.app.cli;

import dev.sextant.network.FileTimes;
import dev.sextant.records.GraphTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Bursts of ties. */
@Command(
    name = "bursts",
    description =
        "Tell the rhythm of some nodes' ties, or of all, and their bursts (Kleinberg 2002).",
    mixinStandardHelpOptions = true)
final class BurstsCommand extends GraphAsk {
  @Option(
      names = "--time",
      description =
          "The column of times, by the file's name for it; weight: the numbers taken for"
              + " strengths. Default: columns named time, date, timestamp and the like.",
      defaultValue = "")
  private String column = "";

  @Option(names = "--node", description = "Label of a node; repeat it. Default: all ties together.")
  private List<String> nodes = List.of();

  @Option(
      names = "--gamma",
      description = "What entering a burst costs; the higher, the fewer.",
      defaultValue = "1")
  private double gamma;

  @Override
  GraphTable read(Path path, ProgressBar bar) throws IOException {
    return readTimed(path, column, bar);
  }

  @Override
  String answer(Given given, ProgressBar bar) {
    FileTimes times = FileTimes.of(given.graph());
    tellUntimed(times.untimed());
    return times.bursts(nodes, gamma, bar);
  }
}

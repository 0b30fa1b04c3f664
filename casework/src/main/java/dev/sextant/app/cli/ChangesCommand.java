package dev.sextant.app.cli;

import dev.sextant.network.FileTimes;
import dev.sextant.records.GraphTable;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** When the network changed. */
@Command(
    name = "changes",
    description =
        "Cut the ties into windows and find significant changes between them (energy statistic, by"
            + " permutations). A change in watching is found as one, too.",
    mixinStandardHelpOptions = true)
final class ChangesCommand extends GraphAsk {
  @Option(
      names = "--time",
      description =
          "The column of times, by the file's name for it; weight: the numbers taken for"
              + " strengths. Default: columns named time, date, timestamp and the like.",
      defaultValue = "")
  private String column = "";

  @Option(
      names = "--window",
      description = "Length: seconds where times are dates, else the file's own unit.",
      required = true)
  private long window;

  @Option(names = "--level", description = "Significance that counts.", defaultValue = "0.05")
  private double level;

  @Override
  GraphTable read(Path path, ProgressBar bar) throws IOException {
    return readTimed(path, column, bar);
  }

  @Override
  String answer(Given given, ProgressBar bar) {
    FileTimes times = FileTimes.of(given.graph());
    tellUntimed(times.untimed());
    return times.changes(window, level, given.seed(), given.threads(), bar);
  }
}

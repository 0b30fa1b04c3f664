package dev.sextant.app.cli;

import dev.sextant.network.FileTimes;
import dev.sextant.records.GraphTable;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Patterns of three ties in time. */
@Command(
    name = "motifs",
    description =
        "Count the 36 patterns of three ties within a span (Paranjape et al. 2017), beside the same ties"
            + " with shuffled times.",
    mixinStandardHelpOptions = true)
final class MotifsCommand extends GraphAsk {
  @Option(
      names = "--time",
      description =
          "The column of times, by the file's name for it; weight: the numbers taken for"
              + " strengths. Default: columns named time, date, timestamp and the like.",
      defaultValue = "")
  private String column = "";

  @Option(
      names = "--within",
      description = "Span of the three: seconds where times are dates, else the file's own unit.",
      required = true)
  private long within;

  @Option(names = "--draws", description = "Shuffles; 0: counts only.", defaultValue = "99")
  private int draws;

  @Override
  GraphTable read(Path path, ProgressBar bar) throws IOException {
    return readTimed(path, column, bar);
  }

  @Override
  String answer(Given given, ProgressBar bar) {
    FileTimes times = FileTimes.of(given.graph());
    tellUntimed(times.untimed());
    return times.motifs(within, draws, given.seed(), given.threads(), bar);
  }
}

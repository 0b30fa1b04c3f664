package dev.sextant.app.cli;

import dev.sextant.network.FileTimes;
import dev.sextant.records.GraphFile;
import dev.sextant.records.GraphTable;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What questions about the times of ties have in common: where the times stand. */
abstract class TimedAsk extends GraphAsk {
  @Option(
      names = "--time",
      description =
          "The column of times, by the file's name for it; weight: the numbers taken for"
              + " strengths. Default: columns named time, date, timestamp and the like.",
      defaultValue = "")
  private String column = "";

  @Override
  final GraphTable read(Path path, ProgressBar bar) throws IOException {
    checkThere(path);
    return GraphFile.timed(
        Reading.prepare(), Target.plain(path), Limits.standard(), column.strip(), bar);
  }

  @Override
  final String answer(Given given, ProgressBar bar) {
    FileTimes times = FileTimes.of(given.graph());
    int untimed = times.untimed();
    if (untimed > 0) {
      spec()
          .commandLine()
          .getErr()
          .println("SX-NOTE-UNTIMED: " + untimed + " ties without a time were left out.");
    }
    return answer(times, given, bar);
  }

  /** Answers with a table. */
  abstract String answer(FileTimes times, Given given, ProgressBar bar);
}

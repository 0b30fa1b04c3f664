package dev.sextant.app.cli;

import dev.sextant.network.FileTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** When the network changed. */
@Command(
    name = "changes",
    description =
        "Cut the ties into windows and find significant changes between them (energy statistic, by"
            + " permutations). A change in watching is found as one, too.",
    mixinStandardHelpOptions = true)
final class ChangesCommand extends TimedAsk {
  @Option(
      names = "--window",
      description = "Length: seconds where times are dates, else the file's own unit.",
      required = true)
  private long window;

  @Option(names = "--level", description = "Significance that counts.", defaultValue = "0.05")
  private double level;

  @Override
  String answer(FileTimes times, Given given, ProgressBar bar) {
    return times.changes(window, level, given.seed(), given.threads(), bar);
  }
}

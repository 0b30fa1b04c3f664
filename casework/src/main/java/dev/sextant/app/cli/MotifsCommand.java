package dev.sextant.app.cli;

import dev.sextant.network.FileTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Patterns of three ties in time. */
@Command(
    name = "motifs",
    description =
        "Count the 36 patterns of three ties within a span (Paranjape et al. 2017), beside the same ties"
            + " with shuffled times.",
    mixinStandardHelpOptions = true)
final class MotifsCommand extends TimedAsk {
  @Option(
      names = "--within",
      description = "Span of the three: seconds where times are dates, else the file's own unit.",
      required = true)
  private long within;

  @Option(names = "--draws", description = "Shuffles; 0: counts only.", defaultValue = "99")
  private int draws;

  @Override
  String answer(FileTimes times, Given given, ProgressBar bar) {
    return times.motifs(within, draws, given.seed(), given.threads(), bar);
  }
}

package dev.sextant.app.cli;

import dev.sextant.network.FileProjection;
import dev.sextant.network.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ties among one side of a two-mode graph. */
@Command(
    name = "twomode",
    description =
        "Tie the nodes of one side of a two-mode graph (people by events) that share more than chance"
            + " would have it: hypergeometric, sdsm (Neal 2014, exact) or fdsm (drawn).",
    mixinStandardHelpOptions = true)
final class TwoModeCommand extends GraphAsk {
  @Option(
      names = "--side",
      description = "first (the kind of the file's first node) or second.",
      defaultValue = "first")
  private String side = "first";

  @Option(
      names = "--test",
      description = "hypergeometric, sdsm, fdsm or none.",
      defaultValue = "sdsm")
  private String test = "sdsm";

  @Option(
      names = "--correction",
      description = "For the number of pairs: none, holm or fdr.",
      defaultValue = "fdr")
  private String correction = "fdr";

  @Option(names = "--level", description = "Of the error.", defaultValue = "0.05")
  private double level;

  @Option(names = "--draws", description = "Tables drawn by fdsm.", defaultValue = "1000")
  private int draws;

  @Option(names = "--everything", description = "List pairs that are no more than chance, too.")
  private boolean everything;

  @Override
  String answer(Given given, ProgressBar bar) {
    FileProjection.Ties found =
        FileProjection.of(given.graph())
            .project(
                new FileProjection.Wanted(
                    side.strip(), test.strip(), correction.strip(), level, draws, everything),
                given.seed(),
                given.threads(),
                bar);
    bar.close();
    found.notes().forEach(note -> spec().commandLine().getErr().println(VisibleText.of(note)));
    return found.table();
  }
}

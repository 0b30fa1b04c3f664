package dev.sextant.app.cli;

import picocli.CommandLine.Option;

/** How many threads may work. */
final class ThreadsOption {
  /** Made by picocli. */
  ThreadsOption() {}

  @Option(
      names = "--threads",
      description = "Most threads; any number gives the same. Default: one a processor.",
      defaultValue = "0")
  private int threads;

  /** At least one. */
  int most() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }
}

package dev.sextant.app.cli;

import dev.sextant.identity.PairEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws pairs for a person to judge. */
@Command(
    name = "sample",
    description =
        "Draw the pairs that a person should judge so that precision and recall can be estimated"
            + " where no truth is known; then `identity evaluate --judged`.",
    mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      description = "Scored pairs, tab-separated: id_a, id_b, log2 odds, probability.")
  private Path pairs = Path.of("");

  @Option(names = "--judge", description = "How many pairs will be judged.", defaultValue = "200")
  private int judge;

  @Option(names = "--seed", description = "Seed of the draw.", defaultValue = "1")
  private long seed;

  @Option(names = "--out", description = "Where to write the table.", required = true)
  private Path table = Path.of("");

  @Override
  public Integer call() throws IOException {
    new Outlet(spec, table).write(PairEvaluation.sample(pairs, judge, seed));
    return ExitCode.OK;
  }
}

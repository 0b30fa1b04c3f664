package dev.sextant.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Research on tables of accounts or persons, without a case. */
@Command(
    name = "identity",
    description = "Link tables of accounts or persons without a case (research).",
    mixinStandardHelpOptions = true,
    subcommands = {
      LinkCommand.class,
      AddRecordsCommand.class,
      EvaluateCommand.class,
      SampleCommand.class,
      TogetherCommand.class,
      AlikeCommand.class,
      ExplainCommand.class
    })
final class IdentityCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.USAGE;
  }
}

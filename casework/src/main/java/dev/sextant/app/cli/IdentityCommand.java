package dev.sextant.app.cli;

import picocli.CommandLine.Command;

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
final class IdentityCommand extends CommandGroup {}

package dev.sextant.app.cli;

import dev.sextant.terms.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The root of all commands. */
@Command(
    name = "sextant",
    description = "Social media intelligence under law.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      VerifyCommand.class,
      WitnessCommand.class,
      OverseeCommand.class,
      ReadCommand.class,
      MapCommand.class,
      ReadersCommand.class,
      GraphCommand.class,
      IdentityCommand.class,
      LedgerCommand.class,
      FindingsCommand.class,
      DisclosuresCommand.class,
      CaseCommand.class,
      ProcessCommand.class,
      DeconflictCommand.class,
      AuthorityCommand.class,
      PeopleCommand.class,
      PolicyCommand.class,
      ModelsCommand.class,
      SubjectsCommand.class,
      RetentionCommand.class,
      TipsCommand.class,
      WarmCommand.class
    })
public final class SextantCommand extends CommandGroup {
  /** Made by picocli. */
  SextantCommand() {}

  /**
   * Runs one command.
   *
   * @return its exit code: 0 done, 1 invalid, 2 wrong usage, 3 a fault
   */
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    return new CommandLine(new SextantCommand())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line))
        .setParameterExceptionHandler(SextantCommand::wrongUsage)
        .execute(args);
  }

  private static int failed(Exception e, CommandLine line) {
    line.getOut().flush();
    if (e instanceof Fault fault) {
      line.getErr().println(fault.line());
      return ExitCode.FAULT;
    }
    IOException io =
        e instanceof IOException own
            ? own
            : e instanceof UncheckedIOException wrapped ? wrapped.getCause() : null;
    if (io != null) {
      line.getErr()
          .println(
              new CliFault(
                      "SX-IO",
                      "a file or folder cannot be used",
                      line.getCommandSpec().qualifiedName(),
                      io.getClass().getSimpleName() + " " + io.getMessage(),
                      "check that it exists, that you may use it, and that the disk has room")
                  .line());
      return ExitCode.FAULT;
    }
    // Not one of ours: a defect; the trace is what its finder needs.
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    line.getErr()
        .println(
            new CliFault(
                    "SX-DEFECT",
                    "the program has a fault of its own",
                    line.getCommandSpec().qualifiedName(),
                    e.getClass().getSimpleName(),
                    "report it with the lines below; nothing was half-done")
                .line());
    line.getErr().print(trace);
    line.getErr().flush();
    return ExitCode.DEFECT;
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    String message = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    line.getErr()
        .println(
            "SX-CLI-USAGE: "
                + message
                + " | at: "
                + line.getCommandSpec().qualifiedName()
                + " | value: "
                + String.join(" ", args).replaceAll("\\p{Cntrl}+", " ")
                + " | cure: see "
                + line.getCommandSpec().qualifiedName()
                + " --help");
    return ExitCode.USAGE;
  }
}

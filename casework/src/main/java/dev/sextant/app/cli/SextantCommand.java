package dev.sextant.app.cli;

import dev.sextant.terms.Fault;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
      ReadCommand.class,
      ReadersCommand.class,
      GraphCommand.class,
      LedgerCommand.class,
      CaseCommand.class,
      PeopleCommand.class,
      WarmCommand.class
    })
public final class SextantCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Made by picocli. */
  SextantCommand() {
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.USAGE;
  }

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

  private static int failed(Exception e, CommandLine line) throws Exception {
    line.getOut().flush();
    if (e instanceof Fault fault) {
      line.getErr().println(fault.line());
      return ExitCode.FAULT;
    }
    // Not one of ours: a defect or a broken machine; the trace is what its finder needs.
    throw e;
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

package dev.sextant.app.cli;

import dev.sextant.app.House;
import dev.sextant.app.flow.RetentionRun;
import dev.sextant.authority.Actor;
import dev.sextant.authority.Destruction;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The schedule of retention from the command line. */
@Command(
    name = "retention",
    description = "Destroy what is due: run the schedule, list what waits for two people.",
    mixinStandardHelpOptions = true,
    subcommands = {RetentionCommand.Run.class, RetentionCommand.ListDestructions.class})
final class RetentionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.USAGE;
  }

  /** Runs the schedule once. */
  @Command(
      name = "run",
      description =
          "Remove persons whose time is over, propose what is due, destroy what two people confirmed.",
      mixinStandardHelpOptions = true)
  static final class Run implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (House house = desk.open()) {
        desk.person(house);
        RetentionRun.Report report = RetentionRun.of(house).run();
        out.println(report.persons().size() + " persons removed");
        report.proposed().forEach(d -> out.println("proposed   " + line(d)));
        report.destroyed().forEach(d -> out.println("destroyed  " + line(d)));
        report.held().forEach(d -> out.println("held       " + line(d)));
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  /** Lists destructions. */
  @Command(
      name = "list",
      description = "Destructions of your cases, newest first, and who confirmed them.",
      mixinStandardHelpOptions = true)
  static final class ListDestructions implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Desk desk = new Desk();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (House house = desk.open()) {
        Actor actor = desk.person(house);
        for (Destruction d : house.authority().retention().list(actor.id())) {
          String state =
              d.doneAt() != null
                  ? "done " + d.doneAt()
                  : d.confirmed()
                      ? "confirmed"
                      : d.firstBy() != null ? "one of two" : "none of two";
          out.println(line(d) + "  " + state);
        }
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  private static String line(Destruction d) {
    return d.id() + "  " + d.thing() + "  due " + d.dueAt() + "  " + d.cause();
  }
}

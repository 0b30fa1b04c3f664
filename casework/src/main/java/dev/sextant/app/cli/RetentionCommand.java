package dev.sextant.app.cli;

import dev.sextant.app.flow.RetentionRun;
import dev.sextant.authority.Actor;
import dev.sextant.authority.Destruction;
import java.io.IOException;
import picocli.CommandLine.Command;

/** The schedule of retention from the command line. */
@Command(
    name = "retention",
    description = "Destroy what is due: run the schedule, list what waits for two people.",
    mixinStandardHelpOptions = true,
    subcommands = {RetentionCommand.Run.class, RetentionCommand.ListDestructions.class})
final class RetentionCommand extends CommandGroup {
  /** Runs the schedule once. */
  @Command(
      name = "run",
      description =
          "Remove persons whose time is over, propose what is due, destroy what two people confirmed.",
      mixinStandardHelpOptions = true)
  static final class Run extends DeskCommand {
    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        desk().person(house);
        RetentionRun.Report report = RetentionRun.of(house).run();
        out.println(report.persons().size() + " persons removed");
        report.proposed().forEach(d -> out.println("proposed   " + line(d)));
        report.destroyed().forEach(d -> out.println("destroyed  " + line(d)));
        report.held().forEach(d -> out.println("held       " + line(d)));
      });
    }
  }

  /** Lists destructions. */
  @Command(
      name = "list",
      description = "Destructions of your cases, newest first, and who confirmed them.",
      mixinStandardHelpOptions = true)
  static final class ListDestructions extends DeskCommand {
    @Override
    public Integer call() throws IOException {
      return atDesk((house, out) -> {
        Actor actor = desk().person(house);
        for (Destruction d : house.authority().retention().list(actor.id())) {
          String state =
              d.doneAt() != null
                  ? "done " + d.doneAt()
                  : d.confirmed()
                      ? "confirmed"
                      : d.firstBy() != null ? "one of two" : "none of two";
          out.println(line(d) + "  " + state);
        }
      });
    }
  }

  private static String line(Destruction d) {
    return d.id() + "  " + d.thing() + "  due " + d.dueAt() + "  " + d.cause();
  }
}

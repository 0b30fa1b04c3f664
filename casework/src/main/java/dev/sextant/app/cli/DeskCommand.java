package dev.sextant.app.cli;

import dev.sextant.app.House;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command of a person who works in a home. */
abstract class DeskCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Desk desk = new Desk();

  /** What is done while the home is open. */
  interface Work {
    /** Does it; what it prints is flushed when the home is closed again. */
    void in(House house, PrintWriter out) throws IOException;
  }

  /** Opens the home, does the work, and closes it. */
  final int atDesk(Work work) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (House house = desk.open()) {
      work.in(house, out);
    }
    out.flush();
    return ExitCode.OK;
  }

  final Desk desk() {
    return desk;
  }

  final CommandSpec spec() {
    return spec;
  }
}

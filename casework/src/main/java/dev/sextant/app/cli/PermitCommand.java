package dev.sextant.app.cli;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;

/** A command of a person who works in a case, under an authority and for a purpose. */
abstract class PermitCommand extends DeskCommand {
  @Mixin private Leave leave = new Leave();

  /** What is done under the permit. */
  interface PermittedWork {
    /** Does it; what it prints is flushed when the home is closed again. */
    void in(House house, Permit permit, PrintWriter out) throws IOException;
  }

  /** Opens the home, does the work under a permit of the person, and closes it. */
  final int underPermit(PermittedWork work) throws IOException {
    return atDesk((house, out) -> work.in(house, permit(house), out));
  }

  /** A permit under the authority named, which must be in force. */
  final Permit permit(House house) {
    return desk().permit(house, leave.authority(), leave.purpose());
  }
}

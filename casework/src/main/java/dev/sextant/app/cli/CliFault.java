package dev.sextant.app.cli;

import dev.sextant.terms.Fault;
import java.nio.file.Path;

/** The command line cannot do what it was asked to. */
final class CliFault extends Fault {
  private static final long serialVersionUID = 1L;

  CliFault(String code, String what, String place, String value, String cure) {
    super(code, what, place, value, cure);
  }

  /** Nothing is at a path that a command was given. */
  static CliFault noFile(String command, Path path) {
    return new CliFault(
        "SX-CLI-FILE", "there is no such file", command, path.toString(), "check the path");
  }
}

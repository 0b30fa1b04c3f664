package dev.sextant.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out what it wrote to the standard output
 * @param err and to the standard error
 */
record Ran(int code, String out, String err) {
  /** Runs a command. */
  static Ran of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = SextantCommand.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ran(code, out.toString(), err.toString());
  }

  static Ran of(List<String> args) {
    return of(args.toArray(String[]::new));
  }

  /** The lines of the output. */
  List<String> lines() {
    return out.lines().toList();
  }

  /** The lines of the errors that say something. */
  List<String> errors() {
    return err.lines().filter(line -> !line.isBlank()).toList();
  }
}

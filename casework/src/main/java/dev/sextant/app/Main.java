package dev.sextant.app;

import dev.sextant.app.cli.SextantCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command line's thin main. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = SextantCommand.run(args, out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }
}

package dev.sextant.app;

import dev.sextant.app.cli.SextantCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line's thin main. */
public final class Main {
  private Main() {}

  /* Lucene warns where the incubating vector module is off. The virtual machine warns on every
   * command's error stream where it is on, and a clear error is one line: so it is off. The logger is
   * held, for the logging library forgets levels of loggers that nobody holds. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    // Libraries fold names and write numbers by it: in Turkish the engine of policies is not found.
    Locale.setDefault(Locale.ROOT);
    LUCENE.setLevel(Level.SEVERE);
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = SextantCommand.run(args, out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }
}

package dev.sextant.app.cli;

import dev.sextant.identity.FileLinkage;
import java.io.PrintWriter;

/**
 * Prints what linking says. The result goes out as it comes, so that a long run can be stopped on
 * what it announces.
 */
record PrintedLinkage(PrintWriter out, PrintWriter err) implements FileLinkage.Said {
  @Override
  public void text(String lines) {
    out.print(lines);
    out.flush();
  }

  @Override
  public void progress(String line) {
    err.println(line);
    err.flush();
  }
}

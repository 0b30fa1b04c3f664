package dev.sextant.app.cli;

import dev.sextant.identity.FileLinkage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Prints what linking says. The result goes out as it comes, so that a long run can be stopped on
 * what it announces.
 */
record PrintedLinkage(PrintWriter out, PrintWriter err) implements FileLinkage.Said {
  /** Where what is told goes beside tables that may take the standard output. */
  static PrintedLinkage of(CommandSpec spec, Path pairs, Optional<Path> clusters) {
    return new PrintedLinkage(
        new Outlet(spec, pairs, clusters).words(), spec.commandLine().getErr());
  }

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

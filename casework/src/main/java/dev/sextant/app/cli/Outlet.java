package dev.sextant.app.cli;

import dev.sextant.identity.FileLinkage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command writes its table, and where it tells about it: a table that goes to the standard
 * output stands there alone, and what is told goes to the standard error.
 */
final class Outlet {
  private final CommandSpec spec;
  private final boolean standard;
  private final boolean beside;
  private final Path place;

  Outlet(CommandSpec spec, Path place) {
    this(spec, place, Optional.empty());
  }

  /** With a second table, which may go to the standard output as well as the first. */
  Outlet(CommandSpec spec, Path place, Optional<Path> second) {
    this.spec = spec;
    this.place = place;
    this.standard = FileLinkage.printsTo(place);
    this.beside = second.filter(FileLinkage::printsTo).isPresent();
  }

  /** Writes the whole table. */
  void write(String table) throws IOException {
    if (standard) {
      System.out.write(table.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    } else {
      Files.writeString(place, table);
    }
  }

  /** Where to tell what was written. */
  PrintWriter words() {
    return standard || beside ? spec.commandLine().getErr() : spec.commandLine().getOut();
  }
}

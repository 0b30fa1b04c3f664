package dev.sextant.app.cli;

import dev.sextant.records.reader.DryRun;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Reading;
import dev.sextant.terms.BadValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files without a case and prints what is in them; stores nothing. */
@Command(
    name = "read",
    description = "Dry run: print what readers find in files or folders. Stores nothing.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", description = "Exported files, archives or folders.")
  private List<Path> files = List.of();

  /** The output's form. */
  enum Format {
    /** One record a line, then faults, unknown items and notes. */
    JSONL
  }

  @Option(names = "--format", description = "jsonl: one record a line.", defaultValue = "jsonl")
  private Format format = Format.JSONL;

  @Option(names = "--summary", description = "One JSON object a file, with counts, instead.")
  private boolean summary;

  @Option(
      names = "--zone",
      description = "Zone of local times that state none, such as Europe/Lisbon.")
  private @Nullable String zone;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DryRun run = new DryRun(Reading.prepare(), Limits.standard(), declared());
    DryRun.Form form = summary ? DryRun.Form.SUMMARY : DryRun.Form.JSONL;
    int exit = ExitCode.OK;
    for (Path file : files) {
      Optional<ReaderFault> fault = one(run, file, form, out);
      if (fault.isPresent()) {
        // One file that cannot be read does not keep the others from being read.
        err.println(fault.get().line());
        err.flush();
        exit = ExitCode.FAULT;
      }
    }
    return exit;
  }

  private Optional<ReaderFault> one(DryRun run, Path file, DryRun.Form form, PrintWriter out)
      throws IOException {
    try (ProgressBar bar = ProgressBar.on(spec)) {
      return run.run(file, form, out, bar);
    } catch (ReaderFault e) {
      return Optional.of(e);
    }
  }

  private Optional<ZoneId> declared() {
    if (zone == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new BadValue("SX-CLI-ZONE", "zone", zone, "give an IANA name, such as Europe/Lisbon");
    }
  }
}

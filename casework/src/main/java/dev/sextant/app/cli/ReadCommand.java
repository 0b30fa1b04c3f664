package dev.sextant.app.cli;

import dev.sextant.records.reader.DryRun;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.text.Selectors;
import dev.sextant.terms.BadValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files without a case and prints what is in them; stores nothing. */
@Command(
    name = "read",
    description = "Read files without a case: print normalised records, or a summary.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", description = "Files, zips or folders.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--format", description = "jsonl: one record a line, then faults (default).")
  private @Nullable String format;

  @Option(names = "--summary", description = "Print reader, counts, faults and digest instead.")
  private boolean summary;

  @Option(
      names = "--zone",
      description = "Zone of local times without one, such as Europe/London, if you know it.")
  private @Nullable String zone;

  @Option(
      names = "--profile",
      description =
          "Read tables under a mapping profile: the name of one that ships or was saved, its file,"
              + " or guess.")
  private @Nullable String profile;

  @Option(
      names = "--profiles",
      description = "Folder of saved profiles (default: ./sextant-profiles).",
      defaultValue = ProfileFiles.FOLDER)
  private Path profiles = Path.of(ProfileFiles.FOLDER);

  @Option(
      names = "--selectors",
      description = "Tell the language of each record's words and the selectors in them.")
  private boolean selectors;

  @Option(
      names = "--region",
      description =
          "Country of telephone numbers and plates that are written without one, such as GB.")
  private String region = "";

  @Override
  public Integer call() throws IOException {
    if (format != null && !format.toLowerCase(Locale.ROOT).equals("jsonl")) {
      throw new BadValue("SX-CLI-FORMAT", "format", format, "use jsonl, or --summary");
    }
    DryRun run = new DryRun(Reading.prepare(), Limits.standard(), zone(), selectors());
    UnaryOperator<Target> how = how();
    PrintWriter out = spec.commandLine().getOut();
    int code = ExitCode.OK;
    for (Path file : files) {
      Optional<ReaderFault> stopped;
      try (ProgressBar bar = ProgressBar.on(spec)) {
        stopped = run.run(file, how, summary ? DryRun.Form.SUMMARY : DryRun.Form.JSONL, out, bar);
      } catch (ReaderFault e) {
        stopped = Optional.of(e); // The other files are read all the same.
      }
      out.flush();
      if (stopped.isPresent()) {
        spec.commandLine().getErr().println(stopped.get().line());
        code = ExitCode.FAULT;
      }
    }
    return code;
  }

  private UnaryOperator<Target> how() throws IOException {
    if (profile == null) {
      return UnaryOperator.identity();
    }
    if (profile.equals(ProfileFiles.GUESS)) {
      return Target::guessed;
    }
    MappingProfile named = new ProfileFiles(profiles).find(profile);
    return target -> target.under(named);
  }

  private Optional<Selectors> selectors() {
    return selectors ? Optional.of(new Selectors(region)) : Optional.empty();
  }

  private Optional<ZoneId> zone() {
    if (zone == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new BadValue("SX-CLI-ZONE", "zone", zone, "give an IANA name, such as Europe/London");
    }
  }
}

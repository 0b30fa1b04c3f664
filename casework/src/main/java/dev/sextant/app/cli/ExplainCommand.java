package dev.sextant.app.cli;

import dev.sextant.app.Program;
import dev.sextant.identity.FileExplanation;
import dev.sextant.identity.FileLinkage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explains why two records score as they do. */
@Command(
    name = "explain",
    description =
        "Explain why two records score as they do, or why a group holds together; or work an"
            + " explanation's numbers out again from its JSON.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--left", description = "Table of records (CSV, TSV).")
  private @Nullable Path left;

  @Option(names = "--right", description = "A second table.")
  private @Nullable Path right;

  @Option(names = "--profile", description = "How to link, in YAML.")
  private @Nullable Path profile;

  @Option(
      names = "--pair",
      arity = "2",
      paramLabel = "ID",
      description = "Ids of the two records, the left table's first.")
  private List<String> pair = new ArrayList<>();

  @Option(
      names = "--group",
      paramLabel = "ID",
      description = "Id of a record whose group is explained; of the left table if there are two.")
  private @Nullable String group;

  @Option(
      names = "--to",
      paramLabel = "ID",
      description =
          "With --group: only the strongest way from that record to this one, of the right table if"
              + " there are two; text or json.")
  private @Nullable String to;

  @Option(
      names = "--labels",
      description = "Pairs that persons judged, as for link: what they made of the run's scores.")
  private @Nullable Path labels;

  @Option(names = "--format", description = "text, json or svg.", defaultValue = "text")
  private FileExplanation.Form format = FileExplanation.Form.TEXT;

  @Option(names = "--language", description = "en, es, pt or fr.", defaultValue = "en")
  private FileExplanation.Language language = FileExplanation.Language.EN;

  @Option(
      names = "--recompute",
      paramLabel = "JSON",
      description = "Instead: work the numbers of an explanation out again.")
  private @Nullable Path recompute;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path document = recompute;
    if (document != null) {
      List<String> wrong = FileExplanation.recompute(document);
      wrong.forEach(out::println);
      out.println(wrong.isEmpty() ? "VALID" : "INVALID");
      out.flush();
      return wrong.isEmpty() ? ExitCode.OK : ExitCode.INVALID;
    }
    Path table = left;
    Path how = profile;
    String member = group;
    if (table == null || how == null || pair.size() != 2 && member == null) {
      throw new ParameterException(
          spec.commandLine(),
          "give --left, --profile and --pair ID ID or --group ID; or --recompute JSON alone");
    }
    if (to != null && (member == null || format == FileExplanation.Form.SVG)) {
      throw new ParameterException(
          spec.commandLine(), "--to goes with --group, and with --format text or json");
    }
    int most = threads.most();
    FileExplanation explanation =
        FileExplanation.of(
            new FileLinkage.Asked(
                table,
                Optional.ofNullable(right),
                how,
                Optional.ofNullable(labels),
                Optional.empty(),
                most),
            Program.version());
    out.print(written(explanation));
    out.flush();
    return ExitCode.OK;
  }

  private String written(FileExplanation explanation) {
    String member = group;
    String end = to;
    if (member == null) {
      return explanation.pair(pair.get(0), pair.get(1), format, language);
    }
    return end == null
        ? explanation.group(member, false, format, language)
        : explanation.path(member, end, format, language);
  }
}

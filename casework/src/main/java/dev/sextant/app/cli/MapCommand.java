package dev.sextant.app.cli;

import dev.sextant.network.VisibleText;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.RecordLine;
import dev.sextant.records.reader.Tally;
import dev.sextant.records.reader.Target;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.reader.mapping.ProfileDraft;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.records.reader.mapping.Trial;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a table, guesses what its columns are, tries a mapping profile and saves it. */
@Command(
    name = "map",
    description = {
      "Map the columns of a table: first rows, guessed roles, a dry run with an error report by row.",
      "Nothing is stored but the profile, with --save."
    },
    mixinStandardHelpOptions = true)
final class MapCommand implements Callable<Integer> {
  private static final int RECORDS_SHOWN = 5;
  private static final int PROBLEMS_SHOWN = 200;
  private static final int CELL_WIDTH = 24;
  private static final int ROWS_SHOWN = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", description = "The table: CSV, TSV, XLSX, JSON lines.")
  private Path file = Path.of("");

  @Option(names = "--column", description = "NAME=ROLE; an empty role keeps the column as it is.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--kind",
      description =
          "What a row is: message, post, call, login, place, relation, membership, profile, follow,"
              + " activity.")
  private @Nullable String kind;

  @Option(names = "--platform", description = "Where the accounts live, such as phone, telegram.")
  private @Nullable String platform;

  @Option(names = "--zone", description = "Zone of the table's times, such as Europe/London.")
  private @Nullable String zone;

  @Option(
      names = "--order",
      description = "day-month-year, month-day-year or year-month-day; else decided by the file.")
  private @Nullable String order;

  @Option(names = "--profile", description = "Begin with this profile: a name, or a file.")
  private @Nullable String profile;

  @Option(names = "--save", description = "Save the profile under this name.")
  private @Nullable String save;

  @Option(
      names = "--profiles",
      description = "Folder of saved profiles (default: ./sextant-profiles).",
      defaultValue = ProfileFiles.FOLDER)
  private Path profiles = Path.of(ProfileFiles.FOLDER);

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw CliFault.noFile("map", file);
    }
    PrintWriter out = spec.commandLine().getOut();
    MappingProfile given = profile == null ? null : new ProfileFiles(profiles).find(profile);
    Target target = Target.plain(file);
    TableSurvey survey = survey(given == null ? target : target.under(given));
    survey.tables().forEach(table -> show(table, out));
    if (survey.tables().isEmpty()) {
      out.flush();
      throw new CliFault(
          "SX-MAP-NO-TABLE",
          "no table is in it",
          "map",
          file.toString(),
          "give CSV, XLSX or JSONL");
    }
    ProfileDraft draft = draft(given, survey.tables().getFirst());
    if (draft == null) {
      out.println("Nothing suggests what a row is: say --kind and --column NAME=ROLE.");
      out.flush();
      return ExitCode.FAULT;
    }
    out.println("profile:");
    draft.yaml().lines().forEach(line -> out.println("  " + VisibleText.of(line)));
    MappingProfile made = draft.profile();
    out.println("digest: " + made.digest().hex());
    int code = tried(target.under(made), out);
    if (save != null) {
      out.println("saved: " + new ProfileFiles(profiles).save(made));
    }
    out.flush();
    return code;
  }

  private TableSurvey survey(Target target) throws IOException {
    Trial look = new Trial(0, 0);
    Reading.Finished finished = Reading.prepare().run(target.surveyed(), Limits.standard(), look);
    if (finished.outcome().stopped().isPresent()) {
      throw finished.outcome().stopped().get();
    }
    return look.survey();
  }

  private @Nullable ProfileDraft draft(@Nullable MappingProfile given, TableSurvey.Seen table) {
    Map<String, String> roles = new LinkedHashMap<>();
    for (String one : columns) {
      int at = one.lastIndexOf('=');
      if (at < 1) {
        throw new BadValue("SX-CLI-COLUMN", "column", one, "write NAME=ROLE");
      }
      roles.put(one.substring(0, at).strip(), one.substring(at + 1).strip());
    }
    if (given == null && table.guess().isEmpty() && kind == null) {
      return null;
    }
    ProfileDraft draft =
        given != null
            ? ProfileDraft.of(given.canonical())
            : table.guess().isEmpty() ? ProfileDraft.empty() : ProfileDraft.of(table.guess());
    if (kind != null || !roles.isEmpty()) {
      draft.with(kind, roles);
    }
    draft.set("times", "zone", zone).set("times", "order", order).set("platform", platform);
    return save == null ? draft : draft.named(save);
  }

  private static void show(TableSurvey.Seen table, PrintWriter out) {
    String place = table.sheet().isEmpty() ? table.part() : "sheet " + table.sheet();
    out.println(
        "table: " + (place.isEmpty() ? "the file" : VisibleText.of(place)) + ", " + table.kind());
    if (!table.charset().isEmpty()) {
      out.println("  characters: " + table.charset());
    }
    if (!table.separator().isEmpty()) {
      out.println(
          "  between cells: " + (table.separator().equals("\t") ? "tab" : table.separator()));
    }
    Map<String, String> roles = TableSurvey.roles(table);
    for (int i = 0; i < table.columns().size(); i++) {
      StringBuilder line = new StringBuilder();
      String name = table.columns().get(i);
      line.append(
          String.format(
              Locale.ROOT, "  %-28s %-14s", VisibleText.of(name), roles.getOrDefault(name, "-")));
      for (List<String> row : table.rows().subList(0, Math.min(ROWS_SHOWN, table.rows().size()))) {
        String cell = i + 1 < row.size() ? row.get(i + 1) : "";
        line.append(" | ").append(cut(VisibleText.of(cell.replace('\n', ' '))));
      }
      out.println(line);
    }
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= CELL_WIDTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, CELL_WIDTH - 1)) + "…";
  }

  private int tried(Target target, PrintWriter out) throws IOException {
    Trial trial = new Trial(RECORDS_SHOWN, PROBLEMS_SHOWN);
    Reading.Finished finished = Reading.prepare().run(target, Limits.standard(), trial);
    out.println("first records:");
    List<Record> records = trial.records();
    for (int i = 0; i < records.size(); i++) {
      out.println("  " + VisibleText.of(CanonicalJson.text(RecordLine.of(records.get(i), i))));
    }
    trial.notes().forEach(n -> out.println(VisibleText.of(n.code() + ": " + n.what())));
    out.println("rows with errors:" + (trial.problems().isEmpty() ? " none" : ""));
    trial
        .problems()
        .forEach(p ->
            out.println("  row " + VisibleText.of(p.row() + ": " + p.code() + " " + p.what())));
    if (trial.beyond() > 0) {
      out.println("  and " + trial.beyond() + " more");
    }
    Tally tally = finished.outcome().tally();
    out.printf(
        "%d rows = %d read + %d faults + %d unknown; %d records%n",
        tally.items(), tally.read(), tally.faults(), tally.unknown(), tally.records());
    ReaderFault stopped = finished.outcome().stopped().orElse(null);
    if (stopped != null) {
      spec.commandLine().getErr().println(stopped.line());
      return ExitCode.FAULT;
    }
    return ExitCode.OK;
  }
}

package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.CodedText;
import dev.sextant.app.http.Views.JobView;
import dev.sextant.authority.Permit;
import dev.sextant.records.Mappings;
import dev.sextant.records.Record;
import dev.sextant.records.RecordKind;
import dev.sextant.records.reader.RecordLine;
import dev.sextant.records.reader.Tally;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.reader.mapping.ProfileDraft;
import dev.sextant.records.reader.mapping.Role;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ExhibitId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Mapping the columns of tables: a look, a trial, profiles kept for the case, reading under one.
 */
@RestController
class MappingsHttp {
  private final House house;

  MappingsHttp(House house) {
    this.house = house;
  }

  /** A column with its guessed role and the shapes of its first cells. */
  record ColumnView(String name, String role, List<String> shapes) {}

  /** A table as it was seen; the guess is a profile's text. */
  record SeenTable(
      String part,
      String sheet,
      String kind,
      String charset,
      String separator,
      String recordKind,
      List<ColumnView> columns,
      String guess) {}

  /** What a kind of record can take. */
  record KindView(String kind, List<String> roles) {}

  /** A profile that can be chosen. */
  record ProfileView(
      String name, long version, String title, String sha256, String text, boolean shipped) {}

  /** All there is to begin with. */
  record MappingView(List<SeenTable> tables, List<KindView> kinds, List<ProfileView> profiles) {}

  /**
   * What a person chose: a profile's text as it stands, or a start and roles by column.
   *
   * @param text a profile; empty to begin with nothing
   * @param kind of record, or empty for the text's
   * @param roles by column; an empty role takes the column out
   */
  record MappingDraft(
      @Nullable String text,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String platform,
      @Nullable String zone,
      @Nullable String order,
      @Nullable Map<String, String> roles) {}

  /** A record in a few words. */
  record SampleView(
      String kind, String time, String author, String recipients, String text, String extra) {}

  /** What is wrong in a row. */
  record ProblemView(String row, String code, String what) {}

  /** What a trial came to. */
  record TrialView(
      ProfileView profile,
      long items,
      long read,
      long faults,
      long unknown,
      long sealed,
      List<SampleView> samples,
      List<ProblemView> problems,
      long moreProblems,
      List<CodedText> notes) {}

  /** Under which profile to read. */
  record MappedReading(String profile, @Nullable String zone) {}

  @GetMapping("/api/exhibits/{id}/mapping")
  MappingView look(Permit permit, @PathVariable String id) {
    Mappings mappings = house.rooms().records().mappings();
    Mappings.Ready ready = mappings.ready(permit, ExhibitId.parse(id));
    List<ProfileView> profiles = new ArrayList<>();
    ready.kept().forEach(p -> profiles.add(view(p, false)));
    mappings.shipped().forEach(p -> profiles.add(view(p, true)));
    return new MappingView(
        ready.survey().tables().stream().map(MappingsHttp::view).toList(), kinds(), profiles);
  }

  /** Tries a mapping out; nothing is kept. */
  @PostMapping("/api/exhibits/{id}/mapping/trial")
  TrialView trial(Permit permit, @PathVariable String id, @RequestBody MappingDraft draft) {
    MappingProfile profile = profile(draft);
    Mappings.Tried tried =
        house.rooms().records().mappings().tryOut(permit, ExhibitId.parse(id), profile);
    Tally tally = tried.outcome().tally();
    return new TrialView(
        view(profile, false),
        tally.items(),
        tally.read(),
        tally.faults(),
        tally.unknown(),
        tried.sealed(),
        tried.records().stream().map(MappingsHttp::sample).toList(),
        tried.problems().stream().map(p -> new ProblemView(p.row(), p.code(), p.what())).toList(),
        tried.beyond(),
        tally.notes().stream().map(n -> new CodedText(n.code(), n.what())).toList());
  }

  /** Keeps a profile for the case. */
  @PostMapping("/api/mappings")
  ProfileView keep(Permit permit, @RequestBody MappingDraft draft) {
    return view(house.rooms().records().mappings().keep(permit, profile(draft)), false);
  }

  /** Reads an exhibit under a profile kept for the case, or shipped. */
  @PostMapping("/api/exhibits/{id}/mapping/reading")
  JobView read(Permit permit, @PathVariable String id, @RequestBody MappedReading asked) {
    ExhibitId exhibit = ExhibitId.parse(id);
    MappingProfile profile = house.rooms().records().mappings().named(permit, asked.profile());
    Optional<ZoneId> zone = zone(asked.zone());
    return JobsHttp.reading(
        house,
        permit,
        exhibit,
        progress ->
            house.rooms().records().read(permit, exhibit, zone, Optional.of(profile), progress));
  }

  private static Optional<ZoneId> zone(@Nullable String name) {
    try {
      return name == null || name.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      throw new BadValue("SX-HTTP-ZONE", "zone", String.valueOf(name), "such as Europe/London");
    }
  }

  private static MappingProfile profile(MappingDraft draft) {
    String text = blank(draft.text());
    ProfileDraft made = text == null ? ProfileDraft.empty() : ProfileDraft.of(text);
    Map<String, String> roles = draft.roles() == null ? Map.of() : draft.roles();
    if (blank(draft.kind()) != null || !roles.isEmpty()) {
      made.with(blank(draft.kind()), roles);
    }
    made.set("platform", blank(draft.platform()))
        .set("times", "zone", blank(draft.zone()))
        .set("times", "order", blank(draft.order()));
    String name = blank(draft.name());
    return (name == null ? made : made.named(name)).profile();
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static ProfileView view(MappingProfile profile, boolean shipped) {
    return new ProfileView(
        profile.name(),
        profile.version(),
        profile.title() == null ? "" : profile.title(),
        profile.digest().hex(),
        profile.canonical(),
        shipped);
  }

  private static SeenTable view(TableSurvey.Seen table) {
    Map<String, String> roles =
        table.guess().isEmpty() ? Map.of() : ProfileDraft.of(table.guess()).roles();
    List<ColumnView> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String name = table.columns().get(i);
      List<String> shapes = new ArrayList<>();
      for (List<String> row : table.rows().subList(0, Math.min(5, table.rows().size()))) {
        shapes.add(i + 1 < row.size() ? row.get(i + 1) : "");
      }
      columns.add(new ColumnView(name, roles.getOrDefault(name, ""), shapes));
    }
    String kind =
        table.guess().isEmpty()
            ? ""
            : MappingProfile.parse(table.guess())
                .records()
                .getFirst()
                .kind()
                .name()
                .toLowerCase(Locale.ROOT);
    return new SeenTable(
        table.part(),
        table.sheet(),
        table.kind(),
        table.charset(),
        table.separator(),
        kind,
        columns,
        table.guess());
  }

  private static List<KindView> kinds() {
    List<KindView> all = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      all.add(
          new KindView(
              kind.name().toLowerCase(Locale.ROOT),
              Role.of(kind).stream().map(Role::word).toList()));
    }
    return all;
  }

  private static SampleView sample(Record record) {
    Map<String, @Nullable Object> line = RecordLine.of(record, 0);
    String from = text(line, "author");
    return new SampleView(
        record.kind().name(),
        text(line, "time").isEmpty() ? text(line, "timeText") : text(line, "time"),
        from,
        line.get("recipients") instanceof List<?> list
            ? String.join(", ", list.stream().map(String::valueOf).toList())
            : "",
        record.words(),
        String.valueOf(record.header().extra()));
  }

  private static String text(Map<String, @Nullable Object> line, String name) {
    Object value = line.get(name);
    return value == null ? "" : value.toString();
  }
}

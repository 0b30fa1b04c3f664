package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.Program;
import dev.sextant.app.http.Views.CodedText;
import dev.sextant.app.http.Views.CountsView;
import dev.sextant.app.http.Views.CustodyEntryView;
import dev.sextant.app.http.Views.ExhibitView;
import dev.sextant.app.http.Views.FieldChangeView;
import dev.sextant.app.http.Views.GenerationDiffView;
import dev.sextant.app.http.Views.JobView;
import dev.sextant.app.http.Views.PlacedFault;
import dev.sextant.app.http.Views.ReadReportView;
import dev.sextant.app.http.Views.RecordChangeView;
import dev.sextant.app.http.Views.SectionCount;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.CustodyEntry;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.Counts;
import dev.sextant.records.GenerationDiff;
import dev.sextant.records.ReadReport;
import dev.sextant.records.ReaderLook;
import dev.sextant.records.StoredRecord;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Progress;
import dev.sextant.terms.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exhibits: sealed, read, and who touched them. */
@RestController
class ExhibitsHttp {
  /** The browser shows no more faults than these; the report in the store has them all. */
  private static final int MOST_FAULTS = 200;

  /** Changes on a page, if nobody says how many. */
  private static final int MOST_CHANGES = 100;

  private final House house;

  ExhibitsHttp(House house) {
    this.house = house;
  }

  @GetMapping("/api/exhibits")
  List<ExhibitView> all(Permit permit) {
    Particulars inputs = Particulars.none().token("what", "exhibits");
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Map<ExhibitId, ReadReport> readings = new HashMap<>();
      house.rooms().records().readings(act).forEach(r -> readings.put(r.exhibit(), r));
      List<ExhibitView> all =
          house.rooms().custody().exhibits(act).stream()
              .map(e -> view(e, readings.get(e.id())))
              .toList();
      act.done(Particulars.none().number("exhibits", all.size()));
      return all;
    }
  }

  @GetMapping("/api/exhibits/{id}")
  ExhibitView one(Permit permit, @PathVariable String id) {
    ExhibitId exhibit = ExhibitId.parse(id);
    try (Act act = permit.begin(Step.VIEW, Particulars.none().id("exhibit", exhibit))) {
      ReadReport last =
          house.rooms().records().readings(act).stream()
              .filter(r -> r.exhibit().equals(exhibit))
              .reduce((a, b) -> b)
              .orElse(null);
      ExhibitView view = view(house.rooms().custody().exhibit(act, exhibit), last);
      act.done();
      return view;
    }
  }

  @GetMapping("/api/exhibits/{id}/chain")
  List<CustodyEntryView> chain(Permit permit, @PathVariable String id) {
    return house.rooms().custody().chain(permit, ExhibitId.parse(id)).stream()
        .map(this::entry)
        .toList();
  }

  /**
   * Takes bytes as the request's body and seals them as they arrive: no copy in clear is ever on
   * disk. Reads them in the background if asked.
   */
  @PostMapping(path = "/api/exhibits", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  JobView seal(Permit permit, @ModelAttribute Incoming asked, HttpServletRequest request)
      throws IOException {
    Acquisition acquisition =
        new Acquisition(
            blank(asked.how(), "UPLOAD").toUpperCase(Locale.ROOT),
            Program.id(),
            permit.actor(),
            house.clock().instant(),
            blank(asked.name(), "upload"),
            words(blank(asked.source(), ""), blank(asked.note(), "")),
            blank(asked.request(), "").isEmpty()
                ? null
                : RequestId.parse(blank(asked.request(), "")));
    Exhibit exhibit =
        house
            .rooms()
            .custody()
            .seal(permit, acquisition, request.getInputStream(), Progress.silent());
    if (acquisition.how().equals(Acquisition.How.PUBLIC_CAPTURE.name())) {
      house.rooms().captures().examine(permit, exhibit.id());
    }
    boolean read = Boolean.TRUE.equals(asked.read());
    return JobsHttp.view(
        house
            .jobs()
            .begin(
                permit.actor(),
                read ? "READ" : "SEAL",
                progress -> {
                  if (read) {
                    house.rooms().records().read(permit, exhibit.id(), progress);
                    DeconflictionHttp.enter(house, permit, exhibit.id());
                  }
                  return exhibit.id().toString();
                }),
        house.clock());
  }

  /** What the query string says of the bytes. */
  record Incoming(
      @Nullable String name,
      @Nullable String how,
      @Nullable String source,
      @Nullable String note,
      @Nullable String request,
      @Nullable Boolean read) {}

  private static String blank(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text;
  }

  private static @Nullable String words(String source, String note) {
    String both = (source.isBlank() ? "" : "source: " + source.strip() + "\n") + note.strip();
    return both.isBlank() ? null : both.strip();
  }

  @PostMapping("/api/exhibits/{id}/read")
  JobView read(Permit permit, @PathVariable String id) {
    ExhibitId exhibit = ExhibitId.parse(id);
    return JobsHttp.reading(
        house,
        permit,
        exhibit,
        progress -> house.rooms().records().read(permit, exhibit, progress));
  }

  /**
   * Which reader would read an exhibit.
   *
   * @param reader its id with its version; null if none knows the content
   * @param certainty how sure it says it is, 1 to 100; 0 if none knows it
   * @param others readers that know it too, surest first, each with how sure
   * @param parts how many parts the exhibit has
   * @param named entries that the reader asked for by name and found
   * @param begun entries whose first bytes it looked at; the empty path is the file itself
   * @param opened entries that it opened and read of
   * @param refusal why no reader knows it; null if one does
   */
  record ReaderLookView(
      @Nullable String reader,
      int certainty,
      List<String> others,
      int parts,
      List<String> named,
      List<String> begun,
      List<String> opened,
      Refusals.@Nullable ErrorBody refusal) {}

  /** Which reader would read it, and what that one looked at to know it. */
  @GetMapping("/api/exhibits/{id}/reader")
  ReaderLookView reader(Permit permit, @PathVariable String id) {
    ReaderLook look = house.rooms().records().reader(permit, ExhibitId.parse(id));
    Refusals.ErrorBody refusal = look.refusal().map(Refusals.ErrorBody::of).orElse(null);
    return look.seen()
        .map(seen ->
            new ReaderLookView(
                seen.reader(),
                seen.certainty(),
                seen.others(),
                seen.parts(),
                seen.named(),
                seen.begun(),
                seen.opened(),
                refusal))
        .orElseGet(() ->
            new ReaderLookView(null, 0, List.of(), 0, List.of(), List.of(), List.of(), refusal));
  }

  /** All readings of an exhibit under this authority, the first one first. */
  @GetMapping("/api/exhibits/{id}/generations")
  List<ReadReportView> generations(Permit permit, @PathVariable String id) {
    ExhibitId exhibit = ExhibitId.parse(id);
    return house.rooms().records().readings(permit).stream()
        .filter(r -> r.exhibit().equals(exhibit))
        .map(ExhibitsHttp::view)
        .toList();
  }

  /** What a later reading says otherwise than an earlier one. */
  @GetMapping("/api/exhibits/{id}/generations/diff")
  GenerationDiffView compare(
      Permit permit, @PathVariable String id, @ModelAttribute Compared asked) {
    GenerationDiff diff =
        house
            .rooms()
            .records()
            .compare(
                permit,
                ExhibitId.parse(id),
                asked.older(),
                asked.newer(),
                asked.from() == null ? 0 : asked.from(),
                asked.size() == null ? MOST_CHANGES : asked.size());
    return new GenerationDiffView(
        diff.older().generation(),
        diff.older().reader(),
        diff.newer().generation(),
        diff.newer().reader(),
        diff.same(),
        diff.changed(),
        diff.added(),
        diff.removed(),
        diff.sealedSince(),
        diff.from(),
        diff.changes().stream().map(ExhibitsHttp::view).toList());
  }

  /** Which readings are compared, and which changes are wanted. */
  record Compared(int older, int newer, @Nullable Long from, @Nullable Integer size) {}

  private static RecordChangeView view(GenerationDiff.RecordChange change) {
    StoredRecord before = change.before();
    StoredRecord after = change.after();
    StoredRecord shown = Objects.requireNonNull(after == null ? before : after);
    Locator at = shown.record().header().locator();
    return new RecordChangeView(
        change.what().name(),
        shown.record().kind().name(),
        before == null ? null : before.id().hex(),
        after == null ? null : after.id().hex(),
        at.part() + "@" + at.from(),
        shown.record().words(),
        change.fields().stream()
            .map(f -> new FieldChangeView(f.field(), f.before(), f.after()))
            .toList());
  }

  private ExhibitView view(Exhibit exhibit, @Nullable ReadReport report) {
    Acquisition how = exhibit.acquisition();
    String note = how.note() == null ? "" : how.note();
    String source =
        note.startsWith("source: ") ? note.lines().findFirst().orElse("").substring(8) : "";
    return new ExhibitView(
        exhibit.id().toString(),
        "E-" + exhibit.number(),
        exhibit.name(),
        exhibit.bytes(),
        exhibit.digest().hex(),
        how.how(),
        source,
        source.isEmpty() ? note : note.substring(8 + source.length()).strip(),
        name(how.by()),
        how.at().toString(),
        report == null ? null : view(report));
  }

  private static ReadReportView view(ReadReport report) {
    Counts counts = report.counts();
    Map<String, Long> byKind = new TreeMap<>();
    counts.byKind().forEach((kind, count) -> byKind.put(kind.name(), count));
    Map<String, Long> sealedBy = new TreeMap<>();
    counts.sealedBy().forEach((verdict, count) -> sealedBy.put(verdict.name(), count));
    return new ReadReportView(
        report.generation(),
        report.reader(),
        report.at().toString(),
        new CountsView(
            counts.items(),
            counts.read(),
            counts.sealed(),
            counts.faults(),
            counts.unknown(),
            counts.ignored(),
            counts.balanced(),
            byKind,
            sealedBy),
        report.notes().stream().map(n -> new CodedText(n.code(), n.what())).toList(),
        report.faults().stream()
            .limit(MOST_FAULTS)
            .map(f ->
                new PlacedFault(
                    f.fault().code(), f.fault().what(), f.where().part() + "@" + f.where().from()))
            .toList(),
        report.unknown().entrySet().stream()
            .map(e -> new SectionCount(e.getKey(), e.getValue()))
            .toList());
  }

  private CustodyEntryView entry(CustodyEntry entry) {
    Acquisition how = entry.acquisition();
    return new CustodyEntryView(
        entry.at().toString(),
        name(entry.by().actor()),
        entry.touch().name(),
        how == null ? "" : how.how() + " " + how.sourceName(),
        entry.by().leaf());
  }

  private String name(ActorId id) {
    return house.authority().people().actor(id).name();
  }
}

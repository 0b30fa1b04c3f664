package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.flow.KitExport;
import dev.sextant.app.http.OversightViews.DenialView;
import dev.sextant.app.http.OversightViews.EmergencyRatio;
import dev.sextant.app.http.OversightViews.FiguresView;
import dev.sextant.app.http.OversightViews.LogStanding;
import dev.sextant.app.http.OversightViews.OverseenView;
import dev.sextant.app.http.OversightViews.OversightView;
import dev.sextant.app.http.OversightViews.WitnessView;
import dev.sextant.authority.AuthorityState;
import dev.sextant.authority.Oversight;
import dev.sextant.disclosure.Transparency;
import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.CheckpointArchive;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.Outage;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.verify.Figures;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The overseer's pages. Whoever is no overseer is refused, and each look is a deed in the log. */
@RestController
class OversightHttp {
  /** Entries looked through for what was lately refused. */
  private static final long LATELY = 20_000;

  private static final int MOST_SHOWN = 100;

  private final House house;

  OversightHttp(House house) {
    this.house = house;
  }

  @GetMapping("/api/oversight")
  OversightView oversight(ActorId caller) {
    return house.authority().oversight().overseeing(caller, "OVERSEE_LOOK", () -> view(caller));
  }

  private OversightView view(ActorId caller) {
    List<Oversight.Overseen> all = house.authority().oversight().versions();
    List<DenialView> denials = new ArrayList<>();
    List<DenialView> alerts = new ArrayList<>();
    lately(denials, alerts);
    return new OversightView(
        all.stream()
            .filter(OversightHttp::waits)
            .sorted(Comparator.comparing(Oversight.Overseen::liveUntil))
            .map(this::overseen)
            .toList(),
        all.stream()
            .filter(one -> one.state().living())
            .sorted(Comparator.comparing(Oversight.Overseen::liveUntil))
            .map(this::overseen)
            .toList(),
        denials.reversed().stream().limit(MOST_SHOWN).toList(),
        denials.reversed().stream().filter(OversightHttp::block).limit(MOST_SHOWN).toList(),
        alerts.reversed().stream().limit(MOST_SHOWN).toList(),
        standing(),
        house.authority().people().vkey(caller).text());
  }

  /* Beforehand, or in force without his word. */
  private static boolean waits(Oversight.Overseen one) {
    return one.state() == AuthorityState.OVERSIGHT_PENDING
        || (one.state().living() && !one.confirmed());
  }

  private OverseenView overseen(Oversight.Overseen one) {
    var draft = one.document().draft();
    return new OverseenView(
        one.document().id().toString(),
        one.document().version(),
        draft.caseId().toString(),
        one.state().name(),
        draft.bounds().scope().maxLevel(),
        draft.basis().instrument(),
        draft.basis().offence(),
        house.authority().people().actor(one.document().applicant()).name(),
        one.beforehand(),
        one.confirmed(),
        one.liveUntil().toString());
  }

  private static boolean block(DenialView denial) {
    return denial.code().contains("REPETITION") || denial.code().contains("OVERLAP");
  }

  private void lately(List<DenialView> denials, List<DenialView> alerts) {
    new KitExport(house).offer();
    LedgerView log = house.ledger().view();
    long size = log.size();
    Map<String, Map<String, @Nullable Object>> intents = new TreeMap<>();
    log.each(
        Math.max(0, size - LATELY),
        size,
        (leaf, bytes) -> {
          Map<String, @Nullable Object> entry = CanonicalJson.readObject(bytes);
          String act = text(entry, "act");
          switch (text(entry, "kind")) {
            case "intent" -> {
              intents.put(act, entry);
              if (text(entry, "step").equals("ALERT")
                  && entry.get("inputs") instanceof Map<?, ?> in) {
                alerts.add(denial(leaf, entry, String.valueOf(in.get("code"))));
              }
            }
            case "refusal" -> denials.add(denial(leaf, entry, text(entry, "code")));
            default -> {
              Map<String, @Nullable Object> intent = intents.remove(act);
              if (text(entry, "outcome").equals("REFUSED")) {
                denials.add(denial(leaf, intent == null ? entry : intent, text(entry, "code")));
              }
            }
          }
        });
  }

  private DenialView denial(long leaf, Map<String, @Nullable Object> entry, String code) {
    String actor = text(entry, "actor");
    return new DenialView(
        leaf,
        text(entry, "at"),
        text(entry, "step"),
        code,
        actor.isEmpty() ? "" : house.authority().people().actor(ActorId.parse(actor)).name(),
        nullable(entry.get("case")),
        nullable(
            entry.containsKey("authority")
                ? entry.get("authority")
                : entry.get("inputs") instanceof Map<?, ?> in ? in.get("authority") : null));
  }

  private static String text(Map<String, @Nullable Object> entry, String name) {
    return entry.get(name) instanceof String text ? text : "";
  }

  private static @Nullable String nullable(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private LogStanding standing() {
    Checkpoint published = house.ledger().published();
    Optional<Checkpoint> cosigned = house.ledger().cosigned();
    List<Outage> outages = house.ledger().outages();
    int[] kept = {0};
    CheckpointArchive.each(house.ledger().archive().folder(), file -> kept[0]++);
    return new LogStanding(
        published.origin(),
        published.size(),
        cosigned.isEmpty() ? null : house.ledger().cosignedAt().map(Instant::toString).orElse(null),
        cosigned.map(Checkpoint::size).orElse(0L),
        kept[0],
        house.home().readWitnesses().stream().map(key -> witness(key, outages)).toList(),
        house.authority().rules().uncosigned().toString(),
        house.authority().readOnly().orElse(null));
  }

  private static WitnessView witness(VerifierKey key, List<Outage> outages) {
    return new WitnessView(
        key.name(),
        key.fingerprint().hex(),
        outages.stream()
            .filter(outage -> outage.witness().equals(key.name()))
            .map(outage -> outage.fault().line())
            .findFirst()
            .orElse(null));
  }

  /**
   * The figures by replay of the log.
   *
   * @param from counts acts from this moment on; none for the beginning
   * @param to counts acts before this moment; absent for the present moment
   */
  @GetMapping("/api/oversight/figures")
  FiguresView figures(
      ActorId caller,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    Instant begin = moment("from", from, Instant.MIN);
    Instant end = moment("to", to, Instant.MAX);
    Predicate<Instant> within = at -> !at.isBefore(begin) && at.isBefore(end);
    return house
        .authority()
        .oversight()
        .overseeing(
            caller,
            "OVERSEE_LOOK",
            () -> {
              KitExport kit = new KitExport(house);
              kit.offer();
              return figures(kit.figures(within));
            });
  }

  /**
   * A transparency report: the figures as they may be published, to be printed.
   *
   * @param as {@code pdf}, {@code html} or {@code json}
   */
  @GetMapping("/api/oversight/transparency")
  ResponseEntity<byte[]> transparency(
      ActorId caller,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String as) {
    Instant begin = moment("from", from, Instant.MIN);
    Instant end = moment("to", to, Instant.MAX);
    Predicate<Instant> within = at -> !at.isBefore(begin) && at.isBefore(end);
    Transparency report =
        house
            .authority()
            .oversight()
            .overseeing(
                caller,
                "OVERSEE_LOOK",
                () ->
                    new KitExport(house)
                        .transparency(from == null ? "" : from, to == null ? "" : to, within));
    String form = as == null || as.isBlank() ? "pdf" : as;
    return switch (form) {
      case "pdf" -> file("pdf", MediaType.APPLICATION_PDF, report.pdf());
      case "json" -> file("json", MediaType.APPLICATION_JSON, report.json());
      case "html" ->
          file("html", MediaType.TEXT_HTML, report.html().getBytes(StandardCharsets.UTF_8));
      default -> throw new BadValue("SX-HTTP-FORM", "as", form, "ask for pdf, html or json");
    };
  }

  private static ResponseEntity<byte[]> file(String ending, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("transparency." + ending).build().toString())
        .contentType(type)
        .body(bytes);
  }

  private FiguresView figures(Figures figures) {
    long smallest = house.authority().rules().smallestCell();
    long limit = house.authority().rules().emergencyRatio();
    long percent = figures.emergencyPercent();
    return new FiguresView(
        Map.copyOf(new TreeMap<String, Map<String, Long>>(figures.groups())),
        Map.copyOf(new TreeMap<String, Map<String, String>>(figures.published(smallest))),
        smallest,
        new EmergencyRatio(
            figures.of("authorities", "urgent"),
            figures.of("authorities", "granted"),
            percent,
            limit,
            percent > limit),
        house.clock().instant().toString());
  }

  private static Instant moment(String name, @Nullable String text, Instant otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BadValue("SX-HTTP-TIME", name, text, "give a moment such as 2026-01-01T00:00:00Z");
    }
  }

  /** The overseer kit as a zip, for {@code sextant-verify oversight}. */
  @GetMapping("/api/oversight/kit")
  ResponseEntity<StreamingResponseBody> kit(ActorId caller) {
    // Refused before the answer begins, so that a refusal has a code and not a broken zip.
    house.authority().oversight().overseeing(caller, "OVERSEE_LOOK", () -> caller);
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.parseMediaType("application/zip"));
    headers.setContentDisposition(
        ContentDisposition.attachment().filename("sextant-overseer-kit.zip").build());
    return ResponseEntity.ok()
        .headers(headers)
        .body(out -> new KitExport(house).toZip(caller, out));
  }
}

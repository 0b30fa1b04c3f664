package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.ByteRange;
import dev.sextant.app.http.Views.ExcerptView;
import dev.sextant.app.http.Views.Facet;
import dev.sextant.app.http.Views.Facets;
import dev.sextant.app.http.Views.RecordPage;
import dev.sextant.app.http.Views.RecordView;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.records.Excerpt;
import dev.sextant.records.Page;
import dev.sextant.records.RecordKind;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.Records;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records and the bytes behind them. */
@RestController
class RecordsHttp {
  private final House house;

  RecordsHttp(House house) {
    this.house = house;
  }

  private Records records() {
    return house.rooms().records();
  }

  /** What the query string may say. */
  record Asked(
      @Nullable String q,
      @Nullable List<String> kind,
      @Nullable List<String> platform,
      @Nullable String account,
      @Nullable String conversation,
      @Nullable String exhibit,
      @Nullable String from,
      @Nullable String to,
      @Nullable String sort,
      @Nullable Integer offset,
      @Nullable Integer limit) {}

  @GetMapping("/api/records")
  RecordPage search(Permit permit, @ModelAttribute Asked asked) {
    RecordQuery query =
        RecordQuery.all()
            .words(asked.q() == null ? "" : asked.q())
            .kinds(kinds(asked.kind()))
            .platforms(platforms(asked.platform()))
            .account(blank(asked.account()))
            .conversation(blank(asked.conversation()))
            .exhibit(
                asked.exhibit() == null || asked.exhibit().isBlank()
                    ? null
                    : ExhibitId.parse(asked.exhibit()))
            .window(
                new Span(
                    NetworkHttp.time("from", asked.from()), NetworkHttp.time("to", asked.to())))
            .sorted(sort(asked.sort(), asked.q()))
            .page(
                asked.offset() == null ? 0 : asked.offset(),
                asked.limit() == null ? 50 : asked.limit());
    return records().search(permit, query, (act, page) -> view(new RecordViews(house, act), page));
  }

  private static RecordPage view(RecordViews views, Page page) {
    return new RecordPage(
        page.total(),
        page.from(),
        page.found().stream().map(f -> views.view(f.record(), f.highlights())).toList(),
        new Facets(facets(page.byKind()), facets(page.byPlatform())));
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Set<RecordKind> kinds(@Nullable List<String> names) {
    return names == null
        ? Set.of()
        : names.stream()
            .filter(name -> !name.isBlank())
            .map(name ->
                Arrays.stream(RecordKind.values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                        new BadValue(
                            "SX-HTTP-CHOICE",
                            "record kind",
                            name,
                            "use one of " + Arrays.toString(RecordKind.values()))))
            .collect(Collectors.toSet());
  }

  private static Set<Platform> platforms(@Nullable List<String> names) {
    return names == null
        ? Set.of()
        : names.stream().filter(n -> !n.isBlank()).map(Platform::new).collect(Collectors.toSet());
  }

  private static RecordQuery.Sort sort(@Nullable String text, @Nullable String words) {
    String named = text == null ? "" : text;
    return switch (named) {
      case "time" -> RecordQuery.Sort.TIME;
      case "-time" -> RecordQuery.Sort.TIME_DESCENDING;
      case "relevance" -> RecordQuery.Sort.RELEVANCE;
      case "" ->
          words == null || words.isBlank() ? RecordQuery.Sort.TIME : RecordQuery.Sort.RELEVANCE;
      default ->
          throw new BadValue("SX-HTTP-CHOICE", "sort", named, "use relevance, time or -time");
    };
  }

  private static List<Facet> facets(Map<?, Long> counts) {
    return counts.entrySet().stream()
        .map(e -> new Facet(e.getKey().toString(), e.getValue()))
        .toList();
  }

  @GetMapping("/api/records/{id}")
  RecordView record(Permit permit, @PathVariable String id) {
    Digest wanted = new Digest(id);
    try (Act act = permit.begin(Step.VIEW, Particulars.none().digest("record", wanted))) {
      RecordView view = new RecordViews(house, act).view(records().record(act, wanted), List.of());
      act.done();
      return view;
    }
  }

  @GetMapping("/api/records/{id}/bytes")
  ExcerptView bytes(
      Permit permit, @PathVariable String id, @RequestParam(defaultValue = "4096") int context) {
    Excerpt excerpt = records().view(permit, new Digest(id), context);
    return new ExcerptView(
        excerpt.part(),
        excerpt.partBytes(),
        excerpt.from(),
        excerpt.to(),
        excerpt.contextFrom(),
        excerpt.contextTo(),
        text(excerpt.bytes()),
        Base64.getEncoder().encodeToString(excerpt.bytes()),
        new ByteRange(
            (int) (excerpt.from() - excerpt.contextFrom()),
            (int) (Math.min(excerpt.to(), excerpt.contextTo()) - excerpt.contextFrom())),
        excerpt.digest().hex());
  }

  /* The context may begin or end within a character; that alone does not make it binary. */
  private static @Nullable String text(byte[] bytes) {
    int start = 0;
    while (start < Math.min(3, bytes.length) && (bytes[start] & 0xC0) == 0x80) {
      start++;
    }
    int end = bytes.length;
    for (int back = 1; back <= Math.min(3, end - start); back++) {
      int lead = bytes[end - back] & 0xFF;
      if (lead >= 0xC0) {
        int needs = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (needs > back) {
          end -= back;
        }
        break;
      }
      if (lead < 0x80) {
        break;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, end - start))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}

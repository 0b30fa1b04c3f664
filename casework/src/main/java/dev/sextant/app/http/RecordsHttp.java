package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.ByteRange;
import dev.sextant.app.http.Views.ElsewhereView;
import dev.sextant.app.http.Views.ExcerptView;
import dev.sextant.app.http.Views.Facet;
import dev.sextant.app.http.Views.Facets;
import dev.sextant.app.http.Views.RecordPage;
import dev.sextant.app.http.Views.RecordView;
import dev.sextant.app.http.Views.SameMediaView;
import dev.sextant.app.http.Views.SavedSearchView;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.disclosure.HandOut;
import dev.sextant.records.Excerpt;
import dev.sextant.records.Page;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.Records;
import dev.sextant.records.SameMedia;
import dev.sextant.records.SavedSearch;
import dev.sextant.records.TableRound;
import dev.sextant.records.text.SelectorKind;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

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

  @GetMapping("/api/records")
  RecordPage search(Permit permit, @ModelAttribute SearchAsked asked) {
    return records()
        .search(permit, asked.query(), (act, page) -> view(new RecordViews(house, act), page));
  }

  private static RecordPage view(RecordViews views, Page page) {
    return new RecordPage(
        page.total(),
        page.from(),
        page.found().stream().map(f -> views.view(f.record(), f.highlights())).toList(),
        facets(page.facets()),
        page.next());
  }

  private static Facets facets(dev.sextant.records.Facets all) {
    return new Facets(
        facets(all.kind(), Enum::name),
        facets(all.platform(), Platform::name),
        facets(all.account(), key -> key),
        all.accounts(),
        facets(all.language(), code -> code),
        facets(all.month(), month -> month),
        facets(all.selector(), SelectorKind::word));
  }

  private static <K> List<Facet> facets(Map<K, Long> counts, Function<K, String> word) {
    return counts.entrySet().stream()
        .map(e -> new Facet(word.apply(e.getKey()), e.getValue()))
        .toList();
  }

  /**
   * All that a search finds, in a file for the person who asks: an export, counted as one.
   *
   * @param format ndjson or csv
   */
  @GetMapping("/api/records/export")
  ResponseEntity<StreamingResponseBody> export(
      Permit permit, @ModelAttribute SearchAsked asked, @RequestParam String format) {
    RecordExport.Form form = RecordExport.Form.of(format);
    RecordQuery query = asked.query();
    // Refused before the answer begins, so that a refusal has a code and not half a file.
    records().check(query);
    HandOut out =
        house
            .rooms()
            .disclosures()
            .handOut(permit, Records.inputs(query).token("format", form.word()));
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.parseMediaType(form.type()));
    headers.setContentDisposition(
        ContentDisposition.attachment().filename("sextant-records." + form.word()).build());
    return ResponseEntity.ok()
        .headers(headers)
        .body(to -> new RecordExport(records(), out, form).write(query, to));
  }

  /** A search to keep: its name, and the query string that it stands for. */
  record SearchBody(String name, String query) {}

  @GetMapping("/api/searches")
  List<SavedSearchView> searches(Permit permit) {
    return records().saved(permit).stream().map(RecordsHttp::view).toList();
  }

  @PostMapping("/api/searches")
  SavedSearchView keep(Permit permit, @RequestBody SearchBody body) {
    return view(records().save(permit, body.name(), body.query()));
  }

  @PostMapping("/api/searches/{id}/drop")
  List<SavedSearchView> drop(Permit permit, @PathVariable String id) {
    records().drop(permit, uuid(id));
    return searches(permit);
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-ID", "saved search", id, "take the id from the list of searches");
    }
  }

  private static SavedSearchView view(SavedSearch kept) {
    return new SavedSearchView(
        kept.id().toString(), kept.name(), kept.query(), kept.at().toString());
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
    return view(records().view(permit, new Digest(id), context));
  }

  /**
   * The bytes of a medium that a record carries, as they stand in the exhibit.
   *
   * @param medium which of its media, from 0
   */
  @GetMapping("/api/records/{id}/media/{medium}/bytes")
  ExcerptView mediumBytes(Permit permit, @PathVariable String id, @PathVariable int medium) {
    return view(records().medium(permit, new Digest(id), medium));
  }

  /**
   * A row of a table round a record.
   *
   * @param cells in order; empty if none of them is in scope
   */
  record TableRowView(String pointer, List<TableCellView> cells) {}

  /** A cell: what it says, or an asterisk where it is not in scope. */
  record TableCellView(String text, boolean marked) {}

  /** Rows of a table round a record; none if the record is of no table. */
  record TableRoundView(String sheet, List<String> columns, List<TableRowView> rows) {}

  /** The rows of the table round a record, read out of the sealed exhibit. */
  @GetMapping("/api/records/{id}/rows")
  TableRoundView rows(Permit permit, @PathVariable String id) {
    TableRound round = records().tableRound(permit, new Digest(id));
    return new TableRoundView(
        round.sheet(),
        round.columns(),
        round.rows().stream()
            .map(row ->
                new TableRowView(
                    row.pointer(),
                    row.cells().stream()
                        .map(cell -> new TableCellView(cell.text(), cell.marked()))
                        .toList()))
            .toList());
  }

  /** Where else in the case the media of a record are: the same bytes, or pictures that look it. */
  @GetMapping("/api/records/{id}/same")
  List<SameMediaView> same(Permit permit, @PathVariable String id) {
    return records()
        .same(
            permit,
            new Digest(id),
            (act, all) -> {
              RecordViews views = new RecordViews(house, act);
              return all.stream().map(one -> view(views, one)).toList();
            });
  }

  private static SameMediaView view(RecordViews views, SameMedia same) {
    return new SameMediaView(
        same.medium(),
        same.words(),
        same.others(),
        same.found().stream()
            .map(f -> new ElsewhereView(views.view(f.record(), List.of()), f.bytes(), f.bits()))
            .toList());
  }

  private static ExcerptView view(Excerpt excerpt) {
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

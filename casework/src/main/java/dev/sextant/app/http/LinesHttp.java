package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.Records;
import dev.sextant.records.StoredRecord;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ExhibitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Many records at once, a line each, for a chart, a timeline and a map of the same search. */
@RestController
class LinesHttp {
  /** As many as a browser filters without waiting. */
  static final int MOST = 50_000;

  /** Characters of a record's words that a line shows. */
  private static final int MOST_WORDS = 160;

  private final House house;

  LinesHttp(House house) {
    this.house = house;
  }

  /** An account that lines name. */
  record LineAccount(String key, String shownAs, String platform) {}

  /**
   * Where a line took place.
   *
   * @param accuracy in metres, if it is said
   * @param tower what is said of the tower that stands there; null if the place is not a tower's
   */
  record LinePlace(
      int line,
      double latitude,
      double longitude,
      @Nullable Double accuracy,
      String name,
      @Nullable LineTower tower) {}

  /**
   * What a source says of a tower's reach. The telephone was somewhere in it, or beyond.
   *
   * @param azimuth direction of the middle of the beam in degrees clockwise from north
   * @param beam its width in degrees
   * @param range in metres
   */
  record LineTower(@Nullable Double azimuth, @Nullable Double beam, @Nullable Double range) {}

  /**
   * What a search finds, in columns: the nth entry of each belongs to the nth record.
   *
   * @param total how many are found in all
   * @param accounts that the columns count from 0
   * @param exhibits by number and name
   * @param zones in which sources state their times
   * @param id digests of the records
   * @param kind of record
   * @param at claimed time in milliseconds since the epoch, or null where there is none
   * @param said the source's own words for that time
   * @param zone place in zones
   * @param author place in accounts, -1 for none
   * @param others places in accounts
   * @param exhibit place in exhibits
   * @param words the beginning of the words
   * @param places of the records that have one
   */
  record LinesView(
      long total,
      List<LineAccount> accounts,
      List<String> exhibits,
      List<String> zones,
      List<String> id,
      List<String> kind,
      List<@Nullable Long> at,
      List<String> said,
      List<Integer> zone,
      List<Integer> author,
      List<List<Integer>> others,
      List<Integer> exhibit,
      List<String> words,
      List<LinePlace> places) {}

  /** The first records that a search finds, at most 50,000, each in one line. */
  @GetMapping("/api/records/lines")
  LinesView lines(Permit permit, @ModelAttribute SearchAsked asked) {
    RecordQuery query = asked.query();
    Records records = house.rooms().records();
    try (Act act = permit.begin(Step.SEARCH, Records.inputs(query).token("what", "lines"))) {
      try {
        Columns columns = new Columns(house.rooms().custody().exhibits(act));
        long total = records.firstFound(act, query, MOST, columns::take);
        act.done(Particulars.none().number("total", total).number("shown", columns.id.size()));
        return columns.view(total);
      } catch (RecordFault.BadQuery e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /** Collects columns. */
  private static final class Columns {
    private final Map<ExhibitId, String> names = new HashMap<>();
    private final Map<String, Integer> accountPlaces = new HashMap<>();
    private final Map<String, Integer> zones = new LinkedHashMap<>();
    private final Map<String, Integer> exhibits = new LinkedHashMap<>();
    private final List<LineAccount> accounts = new ArrayList<>();
    private final List<String> id = new ArrayList<>();
    private final List<String> kind = new ArrayList<>();
    private final List<@Nullable Long> at = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Integer> zone = new ArrayList<>();
    private final List<Integer> author = new ArrayList<>();
    private final List<List<Integer>> others = new ArrayList<>();
    private final List<Integer> exhibit = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<LinePlace> places = new ArrayList<>();

    Columns(List<Exhibit> all) {
      for (Exhibit one : all) {
        names.put(one.id(), "E-" + one.number() + " " + one.name());
      }
    }

    void take(StoredRecord stored) {
      Record record = stored.record();
      ClaimedTime claimed = record.header().claimed();
      Instant instant = claimed.instant();
      List<Integer> named =
          record.accounts().stream()
              .map(account -> place(account, account.keyAt(record.header().locator())))
              .toList();
      boolean acted = record.acting() != null;
      if (record instanceof Record.Place p) {
        places.add(
            new LinePlace(
                id.size(),
                p.latitude(),
                p.longitude(),
                Double.isNaN(p.accuracyMetres()) ? null : p.accuracyMetres(),
                p.name() == null ? "" : p.name(),
                tower(p.header().extra())));
      }
      id.add(stored.id().hex());
      kind.add(record.kind().name());
      at.add(instant == null ? null : instant.toEpochMilli());
      said.add(claimed.text());
      zone.add(place(zones, claimed.zone()));
      author.add(acted ? named.getFirst() : -1);
      others.add(named.subList(acted ? 1 : 0, named.size()));
      exhibit.add(place(exhibits, names.getOrDefault(stored.exhibit(), "E-?")));
      words.add(beginning(record.words()));
    }

    private static @Nullable LineTower tower(Map<String, String> extra) {
      Double azimuth = number(extra.get("azimuth"), -360, 360);
      if (azimuth == null && !"true".equals(extra.get("tower"))) {
        return null;
      }
      return new LineTower(
          azimuth == null ? null : (azimuth + 360) % 360,
          number(extra.get("beam"), Double.MIN_VALUE, 360),
          number(extra.get("range"), Double.MIN_VALUE, 200_000));
    }

    /* Figures out of range say nothing that could be drawn. */
    private static @Nullable Double number(@Nullable String text, double least, double most) {
      if (text == null || !text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
        return null;
      }
      double value = Double.parseDouble(text);
      return value >= least && value <= most ? value : null;
    }

    private int place(AccountRef account, String key) {
      return accountPlaces.computeIfAbsent(
          key,
          fresh -> {
            accounts.add(new LineAccount(key, account.shownAs(), account.platform().toString()));
            return accounts.size() - 1;
          });
    }

    private static int place(Map<String, Integer> places, String word) {
      Integer next = places.size();
      Integer held = places.putIfAbsent(word, next);
      return held == null ? next : held;
    }

    /* Not within a pair of surrogates. */
    private static String beginning(String text) {
      if (text.length() <= MOST_WORDS) {
        return text;
      }
      int end =
          Character.isHighSurrogate(text.charAt(MOST_WORDS - 1)) ? MOST_WORDS - 1 : MOST_WORDS;
      return text.substring(0, end) + "…";
    }

    LinesView view(long total) {
      return new LinesView(
          total,
          accounts,
          List.copyOf(exhibits.keySet()),
          List.copyOf(zones.keySet()),
          id,
          kind,
          at,
          said,
          zone,
          author,
          others,
          exhibit,
          words,
          places);
    }
  }
}

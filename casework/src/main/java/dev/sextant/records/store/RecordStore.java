package dev.sextant.records.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.CaseKeys.FilterSeal;
import dev.sextant.authority.Door;
import dev.sextant.authority.Door.Sql;
import dev.sextant.authority.Verdict;
import dev.sextant.custody.Custody;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.Counts;
import dev.sextant.records.ReadReport;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.ExhibitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Writes readings, and lists them. What a reading holds is read through {@link RecordRows}. */
public final class RecordStore {
  /** What an exhibit's key is used for here. */
  static final String BODY = "records/body/v1";

  /** The note on a reading that gave some records more than once. */
  public static final String REPEATED = "SX-NOTE-REPEATED";

  private final Door door;
  private final CaseKeys keys;
  private final Custody custody;

  /**
   * @param door to the case tables
   * @param keys of the cases
   * @param custody whose exhibits' keys seal what records say
   */
  public RecordStore(Door door, CaseKeys keys, Custody custody) {
    this.door = door;
    this.keys = keys;
    this.custody = custody;
  }

  /**
   * Keeps a reading: everything in one transaction, so that it is whole or absent.
   *
   * @param reading random identifier of the reading
   * @param filling gives every record to the staging and answers what else was told
   * @throws RecordFault.Unreconciled if what is stored is not what was told
   */
  public ReadReport keep(Act act, UUID reading, Exhibit exhibit, Function<Staging, Heard> filling) {
    Sealer sealer = new Sealer(keys, act, custody.exhibitKeys(act, RecordStore.BODY));
    FilterSeal filter = keys.filterSeal(act, reading);
    Staging.Place place =
        new Staging.Place(
            reading,
            exhibit.id().value(),
            act.permit().caseId().value(),
            act.permit().authority().value(),
            exhibit.acquisition().at());
    return door.within(
        act,
        sql -> {
          try (Staging staging = new Staging(sql, sealer, filter, place)) {
            Heard heard = filling.apply(staging);
            staging.end();
            return settle(act, sql, staging, sealer, place, heard);
          } catch (Staging.Broken e) {
            throw e.sql();
          }
        });
  }

  private ReadReport settle(
      Act act, Sql sql, Staging staging, Sealer sealer, Staging.Place place, Heard told) {
    Staging.Repeats repeats = staging.dropRepeats();
    Heard heard = repeats.records() == 0 ? told : without(told, repeats);
    reconcile(staging.staged() - repeats.records(), heard.counts());
    int generation = generation(sql, place);
    Instant at = act.begun();
    sql.jdbc()
        .sql(
            """
            insert into reading (case_id, id, authority_id, exhibit_id, generation, actor, leaf, at,
              records, sealed, about)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(place.caseId())
        .param(place.reading())
        .param(place.authority())
        .param(place.exhibit())
        .param(generation)
        .param(act.permit().actor().value())
        .param(act.intentLeaf())
        .param(Timestamp.from(at))
        .param(heard.counts().records())
        .param(heard.counts().sealedRecords())
        .param(sealer.sealAbout(ReportCodec.bytes(heard), place.reading(), place.exhibit()))
        .update();
    staging.settle();
    stored("records in scope", heard.counts().records(), staging.settled());
    act.takesIn(sql);
    stored("records sealed off", heard.counts().sealedRecords(), staging.sealedOff());
    recount(sql, place.reading(), heard.counts().sealedBy());
    return new ReadReport(
        place.reading(),
        new ExhibitId(place.exhibit()),
        generation,
        heard.reader(),
        act.permit().actor(),
        at,
        act.intentLeaf(),
        heard.counts(),
        heard.notes(),
        heard.faults(),
        heard.moreFaults(),
        heard.unknown());
  }

  private static int generation(Sql sql, Staging.Place place) {
    // Two readings at once must not take the same number.
    sql.jdbc()
        .sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("reading " + place.authority() + " " + place.exhibit())
        .query()
        .singleRow();
    return sql.jdbc()
        .sql("select coalesce(max(generation), 0) + 1 from reading where exhibit_id = ?")
        .param(place.exhibit())
        .query(Integer.class)
        .single();
  }

  /* An item that gives nothing but what was given before is a fault, not read: its bytes are named
   * twice and nobody can say which is meant. */
  private static Heard without(Heard told, Staging.Repeats repeats) {
    Counts c = told.counts();
    long read = repeats.items().getOrDefault(false, 0L);
    long sealed = repeats.items().getOrDefault(true, 0L);
    Counts counts =
        new Counts(
            c.items(),
            c.read() - read,
            c.sealed() - sealed,
            c.faults() + read + sealed,
            c.unknown(),
            c.ignored(),
            less(c.byKind(), repeats.kinds()),
            less(c.sealedBy(), repeats.verdicts()));
    List<dev.sextant.records.reader.ReadNote> notes = new java.util.ArrayList<>(told.notes());
    notes.add(
        new dev.sextant.records.reader.ReadNote(
            REPEATED,
            repeats.records()
                + " records were read twice from the same bytes and are kept once; "
                + (read + sealed)
                + " items gave nothing else and count as faults."));
    return new Heard(
        told.reader(), counts, notes, told.faults(), told.moreFaults(), told.unknown());
  }

  private static <K extends Comparable<K>> Map<K, Long> less(
      Map<K, Long> counts, Map<K, Long> gone) {
    Map<K, Long> out = new TreeMap<>(counts);
    gone.forEach((key, count) -> out.merge(key, -count, Long::sum));
    out.values().removeIf(count -> count == 0);
    return out;
  }

  private static void reconcile(long staged, Counts counts) {
    stored("records read", counts.records() + counts.sealedRecords(), staged);
    if (!counts.balanced()) {
      throw new RecordFault.Unreconciled("items read and items closed differ", counts.toString());
    }
  }

  private static void stored(String what, long told, long stored) {
    if (told != stored) {
      throw new RecordFault.Unreconciled(what + " differ", told + " told, " + stored + " stored");
    }
  }

  /* The database counts what nobody can read back, on its own account. */
  private static void recount(Sql sql, UUID reading, Map<Verdict, Long> sealedBy) {
    Map<Verdict, Long> counted = new TreeMap<>();
    sql.jdbc()
        .sql(
            "select verdict, sum(records) as records from sealed_counts() where reading = ? group by 1")
        .param(reading)
        .query((row, n) ->
            counted.put(Verdict.valueOf(row.getString("verdict")), row.getLong("records")))
        .list();
    if (!counted.equals(sealedBy)) {
      throw new RecordFault.Unreconciled(
          "records sealed off differ by reason", counted + " instead of " + sealedBy);
    }
  }

  /** How many records of a reading are sealed off, as the database counts them, by kind. */
  public Map<RecordKind, Long> sealedKinds(Act act, UUID reading) {
    return door.within(
        act,
        sql -> {
          Map<RecordKind, Long> counted = new TreeMap<>();
          sql.jdbc()
              .sql(
                  "select kind, sum(records) as records from sealed_counts() where reading = ? group by 1")
              .param(reading)
              .query((row, n) ->
                  counted.put(RecordKind.valueOf(row.getString("kind")), row.getLong("records")))
              .list();
          return counted;
        });
  }

  /** All readings within the permit, by exhibit and generation. */
  public List<ReadReport> readings(Act act) {
    Sealer sealer = new Sealer(keys, act, custody.exhibitKeys(act, RecordStore.BODY));
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from reading order by at, exhibit_id, generation")
                .query((row, n) -> report(sealer, row))
                .list());
  }

  private static ReadReport report(Sealer sealer, ResultSet row) throws SQLException {
    UUID reading = row.getObject("id", UUID.class);
    Heard heard =
        ReportCodec.heard(
            sealer.openAbout(
                row.getBytes("about"), reading, row.getObject("exhibit_id", UUID.class)));
    return new ReadReport(
        reading,
        new ExhibitId(row.getObject("exhibit_id", UUID.class)),
        row.getInt("generation"),
        heard.reader(),
        new ActorId(row.getObject("actor", UUID.class)),
        row.getTimestamp("at").toInstant(),
        row.getLong("leaf"),
        heard.counts(),
        heard.notes(),
        heard.faults(),
        heard.moreFaults(),
        heard.unknown());
  }

  /**
   * How often exhibits of the act's case were found to be unlawfully obtained, or not to be after
   * all.
   */
  public long taints(Act act) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select count(*) from sextant.taint where casefile = ?")
                .param(act.permit().caseId().value())
                .query(Long.class)
                .single());
  }

  /** The readings that count, by exhibit. */
  public List<Current> current(Act act) {
    return door.within(act, RecordStore::current);
  }

  static List<Current> current(Sql sql) {
    return sql.jdbc()
        .sql(
            """
            select distinct on (exhibit_id) id, exhibit_id, generation, records, sealed
            from reading order by exhibit_id, generation desc
            """)
        .query((row, n) ->
            new Current(
                row.getObject("id", UUID.class),
                new ExhibitId(row.getObject("exhibit_id", UUID.class)),
                row.getInt("generation"),
                row.getLong("records"),
                row.getLong("sealed")))
        .list();
  }
}

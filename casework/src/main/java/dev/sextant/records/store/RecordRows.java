package dev.sextant.records.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.custody.Custody;
import dev.sextant.records.RecordFilter;
import dev.sextant.records.StoredRecord;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGStatement;

/**
 * Reads records within acts. The database shows what the permit's case, authority, platforms and
 * window allow; what is opened is judged by the permit's whole scope once more, so that a scope
 * that was narrowed since counts at once.
 */
public final class RecordRows {
  /** Rows held at a time while streaming. */
  static final int FETCH = 500;

  static final String COLUMNS =
      "r.record_id, r.exhibit_id, r.reading, r.ordinal, r.kind, r.platform, r.claimed_at,"
          + " r.acquired_at, r.body";

  /** Rows of the readings that count. */
  private static final String CURRENT =
      " from record r join (select distinct on (exhibit_id) id, generation from reading"
          + " order by exhibit_id, generation desc) c on c.id = r.reading where true";

  /**
   * Rows of the readings that counted at a moment, without what the reading that counts now sealed
   * off. Of two records of the same bytes one may be sealed alone: what the reading that counts now
   * still gives is no part of that.
   */
  private static final String COUNTED_AT =
      " from record r join (select distinct on (exhibit_id) id, generation from reading"
          + " where at <= ? order by exhibit_id, generation desc) c on c.id = r.reading"
          + " join (select distinct on (exhibit_id) id, exhibit_id, sealed from reading"
          + " order by exhibit_id, generation desc) now on now.exhibit_id = r.exhibit_id"
          + " where (now.id = c.id or now.sealed = 0"
          + " or exists (select 1 from record k where k.reading = now.id and k.record_id = r.record_id)"
          + " or not exists (select 1 from sealed_ranges(now.id, r.part_key, r.byte_from,"
          + " greatest(r.byte_to, r.byte_from + 1))))";

  private final Door door;
  private final CaseKeys keys;
  private final Custody custody;
  private final Privileges privileges;
  private final OpenedRecords opened = OpenedRecords.inProportion();

  /**
   * The driver's number for binary answers from the first row on: bytes come as bytes, not in
   * hexadecimal.
   */
  static final int BINARY = -1;

  /**
   * @param door to the case tables
   * @param keys of the cases
   * @param custody whose exhibits' keys seal what records say
   * @param terms words of privileged texts, in lower case
   */
  public RecordRows(Door door, CaseKeys keys, Custody custody, List<String> terms) {
    this.door = door;
    this.keys = keys;
    this.custody = custody;
    this.privileges = new Privileges(door, keys, terms);
  }

  /**
   * A record with where it stands.
   *
   * @param record the record
   * @param reading the reading it comes from
   */
  public record Standing(StoredRecord record, UUID reading) {}

  /** Whose words are privileged. */
  public Privileges privileges() {
    return privileges;
  }

  /** Forgets what was opened of a case: to be called when anything of it is destroyed. */
  public void forget(CaseId of) {
    opened.forget(of);
  }

  /** The record of that id, if it is in scope. */
  public Optional<Standing> byId(Act act, Digest id) {
    return one(act, "r.record_id = ?", List.of(id.bytes()));
  }

  /** A record that was read from exactly these bytes, if one is in scope. */
  public Optional<Standing> at(Act act, Locator at) {
    Sealer sealer = new Sealer(keys, act, custody.exhibitKeys(act, RecordStore.BODY));
    return one(
        act,
        "r.part_key = ? and r.byte_from = ? and r.byte_to = ?",
        List.of(sealer.part(at), at.from(), at.to()));
  }

  private Optional<Standing> one(Act act, String where, List<Object> values) {
    return standing(act, CURRENT, where, values, "r.record_id");
  }

  private Optional<Standing> standing(
      Act act, String from, String where, List<Object> values, String order) {
    RowOpener opener = new RowOpener(keys, custody, privileges, act);
    String select = "select c.generation, " + COLUMNS + from + " and " + where;
    return door.within(
        act,
        sql ->
            sql
                .jdbc()
                .sql(select + " order by " + order)
                .params(values)
                .query((row, n) -> opener.open(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst());
  }

  /**
   * Records of given readings by id; those that are not in scope, or no longer there, are left out.
   *
   * <p>Joined with the ids: asked for as {@code any (ids)}, PostgreSQL holds every row that its
   * hash of ids finds against all of them once more, a million comparisons for a thousand.
   */
  public Map<Digest, StoredRecord> byIds(Act act, List<Current> readings, Collection<Digest> ids) {
    Map<Digest, StoredRecord> out = new HashMap<>();
    if (ids.isEmpty()) {
      return out;
    }
    RowOpener opener = new RowOpener(keys, custody, privileges, act, opened);
    Map<UUID, Integer> generations = new HashMap<>();
    readings.forEach(c -> generations.put(c.reading(), c.generation()));
    return door.within(
        act,
        sql -> {
          String select =
              "select 0 as generation, "
                  + COLUMNS
                  + " from unnest(?) wanted (id) join record r on r.record_id = wanted.id"
                  + " where r.reading = any (?)";
          try (PreparedStatement query = sql.connection().prepareStatement(select)) {
            query.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
            query.setArray(
                1,
                sql.connection()
                    .createArrayOf(
                        "bytea",
                        ids.stream().distinct().map(Digest::bytes).toArray(byte[][]::new)));
            query.setArray(2, uuids(sql.connection(), generations.keySet()));
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                opener
                    .open(row)
                    .ifPresent(s -> {
                      StoredRecord r = s.record();
                      int generation = generations.getOrDefault(s.reading(), 0);
                      out.put(
                          r.id(),
                          new StoredRecord(
                              r.id(),
                              r.exhibit(),
                              generation,
                              r.ordinal(),
                              r.record(),
                              r.acquired()));
                    });
              }
            }
          }
          return out;
        });
  }

  private static Array uuids(Connection connection, Collection<UUID> values) throws SQLException {
    return connection.createArrayOf("uuid", values.toArray());
  }

  /** Gives every record in scope, by claimed time (none last), then by id. */
  public void each(Act act, RecordFilter filter, Consumer<StoredRecord> taker) {
    RowOpener opener = new RowOpener(keys, custody, privileges, act);
    Sealer names = opener.sealer();
    List<Object> values = new ArrayList<>();
    Instant readBy = filter.readBy();
    StringBuilder select =
        new StringBuilder("select c.generation, " + COLUMNS)
            .append(readBy == null ? CURRENT : COUNTED_AT);
    if (readBy != null) {
      values.add(OffsetDateTime.ofInstant(readBy, ZoneOffset.UTC));
    }
    String account = filter.account();
    if (account != null) {
      select.append(" and r.account_keys @> array[?::uuid]");
      values.add(names.account(account));
    }
    String conversation = filter.conversation();
    if (conversation != null) {
      select.append(" and r.conversation_key = ?");
      values.add(names.conversation(conversation));
    }
    ExhibitId exhibit = filter.exhibit();
    if (exhibit != null) {
      select.append(" and r.exhibit_id = ?");
      values.add(exhibit.value());
    }
    List<String> kinds = filter.kinds().stream().map(Enum::name).toList();
    List<String> platforms = filter.platforms().stream().map(p -> p.name()).toList();
    select.append(kinds.isEmpty() ? "" : " and r.kind = any (?)");
    select.append(platforms.isEmpty() ? "" : " and r.platform = any (?)");
    select.append(" order by r.claimed_at nulls last, r.record_id");
    door.within(
        act,
        sql -> {
          try (PreparedStatement query = sql.connection().prepareStatement(select.toString())) {
            query.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
            int at = 1;
            for (Object value : values) {
              query.setObject(at++, value);
            }
            for (List<String> some : List.of(kinds, platforms)) {
              if (!some.isEmpty()) {
                query.setArray(at++, sql.connection().createArrayOf("text", some.toArray()));
              }
            }
            query.setFetchSize(FETCH);
            return stream(query, opener, taker);
          }
        });
  }

  private static long stream(
      PreparedStatement query, RowOpener opener, Consumer<StoredRecord> taker) throws SQLException {
    long given = 0;
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Optional<Standing> one = opener.open(row);
        if (one.isPresent()) {
          taker.accept(one.get().record());
          given++;
        }
      }
    }
    return given;
  }

  /** Takes what two readings have at one place. */
  public interface PlaceTaker {
    /** Records that begin at the same byte of the same part; one of the lists may be empty. */
    void place(List<StoredRecord> older, List<StoredRecord> newer);
  }

  /**
   * Gives all places of two readings of an exhibit, part by part and byte by byte, in the memory of
   * one place.
   */
  public void sideBySide(Act act, Current older, Current newer, PlaceTaker taker) {
    RowOpener opener = new RowOpener(keys, custody, privileges, act);
    door.within(
        act,
        sql -> {
          try (PlaceRows before = new PlaceRows(sql.connection(), older, opener::open);
              PlaceRows after = new PlaceRows(sql.connection(), newer, opener::open)) {
            while (!before.over() || !after.over()) {
              int order = before.compareTo(after);
              taker.place(
                  order <= 0 ? before.take() : List.of(), order >= 0 ? after.take() : List.of());
            }
          }
          return true;
        });
  }

  /** Whether a reading sealed off any of the bytes at a place. */
  public boolean sealedOff(Act act, UUID reading, Locator at) {
    UUID part = new Sealer(keys, act, custody.exhibitKeys(act, RecordStore.BODY)).part(at);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select exists (select 1 from sealed_ranges(?, ?, ?, ?))")
                .params(List.of(reading, part, at.from(), Math.max(at.to(), at.from() + 1)))
                .query(Boolean.class)
                .single());
  }

  /**
   * The record of that id in the latest reading that has it, be it one that no longer counts: what
   * a finding rests on can be opened after its exhibit was read again.
   */
  public Optional<Standing> byIdInAny(Act act, Digest id) {
    return standing(
        act,
        " from record r join reading c on c.id = r.reading where true",
        "r.record_id = ?",
        List.of(id.bytes()),
        "c.generation desc");
  }

  /**
   * Who the bytes of a part belong to, around a place.
   *
   * @param seen ranges of records in scope
   * @param sealed ranges of records that are not
   */
  public record Ranges(List<long[]> seen, List<long[]> sealed) {}

  /** Which ranges lie within some bytes of a part of a reading. */
  public Ranges ranges(Act act, UUID reading, Locator part, long from, long to) {
    RowOpener opener = new RowOpener(keys, custody, privileges, act);
    UUID partKey = opener.sealer().part(part);
    return door.within(
        act,
        sql -> {
          List<long[]> seen = new ArrayList<>();
          List<long[]> sealed = new ArrayList<>();
          sql.jdbc()
              .sql(
                  "select 0 as generation, r.byte_from, r.byte_to, "
                      + COLUMNS
                      + " from record r where r.reading = ? and r.part_key = ?"
                      + " and r.byte_from < ? and r.byte_to > ?")
              .params(List.of(reading, partKey, to, from))
              .query((row, n) -> (opener.open(row).isPresent() ? seen : sealed).add(range(row)))
              .list();
          sql.jdbc()
              .sql("select byte_from, byte_to from sealed_ranges(?, ?, ?, ?)")
              .params(List.of(reading, partKey, from, to))
              .query((row, n) -> sealed.add(range(row)))
              .list();
          return new Ranges(seen, sealed);
        });
  }

  private static long[] range(ResultSet row) throws SQLException {
    return new long[] {row.getLong("byte_from"), row.getLong("byte_to")};
  }
}

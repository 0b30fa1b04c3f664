package dev.sextant.identity.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends what the machine saw and answered, and reads it back. Bodies are sealed under the case's
 * key and bound to the columns in the clear. Each event names the exhibits it was made from: it is
 * not shown while one of them is void, and goes when one is destroyed.
 */
public final class EventStore {
  private static final String USE = "identity/event/v1";

  private final Door door;
  private final CaseKeys keys;

  /**
   * Wires the store.
   *
   * @param door to the case tables
   * @param keys of the cases
   */
  public EventStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /** What an event says. */
  public enum Kind {
    /** Observations of accounts. */
    OBSERVED,
    /** Pairs and what they weigh. */
    SCORED,
    /** The method in use from here on. */
    MODEL,
    /**
     * A version of the proposed groups: components that were made anew, and those that are gone.
     */
    GROUPED
  }

  /**
   * An event before it is written.
   *
   * @param body what is kept of it
   * @param records those it was made from, one of each exhibit at least
   */
  public record Draft(Kind kind, Map<String, ?> body, Set<Digest> records) {
    /** Copies. */
    public Draft {
      records = Set.copyOf(records);
    }
  }

  /**
   * An event as it was kept.
   *
   * @param leaf where the act's intent lies in the log
   * @param at when
   */
  public record Event(Kind kind, long leaf, Instant at, Map<String, @Nullable Object> body) {}

  /** The columns in the clear. */
  private record Clear(
      String caseId, UUID id, String authority, Kind kind, long leaf, int place, Instant at) {
    byte[] bound() {
      return CanonicalJson.write(
          Map.of(
              "format",
              "sextant-identity-event/1",
              "case",
              caseId,
              "id",
              id.toString(),
              "authority",
              authority,
              "kind",
              kind.name(),
              "leaf",
              leaf,
              "place",
              place,
              "at",
              at.toString()));
    }
  }

  /**
   * Appends events of one act, all or none.
   *
   * @param at when; the database keeps microseconds
   */
  public void add(Act act, Instant at, Collection<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    ValueCipher cipher = cipher(act);
    door.within(
        act,
        sql -> {
          int place = 0;
          for (Draft draft : drafts) {
            insert(sql, act, cipher, draft, place++, at.truncatedTo(ChronoUnit.MICROS));
          }
          return place;
        });
  }

  private static void insert(
      Door.Sql sql, Act act, ValueCipher cipher, Draft draft, int place, Instant at) {
    Clear clear =
        new Clear(
            act.permit().caseId().toString(),
            UUID.randomUUID(),
            act.permit().authority().toString(),
            draft.kind,
            act.intentLeaf(),
            place,
            at);
    String[] records = draft.records.stream().map(Digest::hex).sorted().toArray(String[]::new);
    sql.jdbc()
        .sql(
            """
            insert into identity_event (case_id, id, authority, kind, leaf, place, at, exhibits, body)
            values (:case, :id, :authority, :kind, :leaf, :place, :at,
              array(select distinct r.exhibit_id from record r where r.record_id = any (
                array(select decode(one, 'hex') from unnest(:records::text[]) one))), :body)
            """)
        .param("case", act.permit().caseId().value())
        .param("id", clear.id)
        .param("authority", act.permit().authority().value())
        .param("kind", draft.kind.name())
        .param("leaf", clear.leaf)
        .param("place", place)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("records", records)
        .param("body", cipher.seal(CanonicalJson.write(draft.body), clear.bound()))
        .update();
  }

  /** All under the act's authority that rest on nothing void, in the order of the log. */
  public List<Event> all(Act act) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from identity_event where authority = ? order by leaf, place")
                .param(act.permit().authority().value())
                .query((row, number) -> read(row, cipher))
                .list());
  }

  private static Event read(ResultSet row, ValueCipher cipher) throws SQLException {
    Clear clear =
        new Clear(
            row.getObject("case_id", UUID.class).toString(),
            row.getObject("id", UUID.class),
            row.getObject("authority", UUID.class).toString(),
            Kind.valueOf(row.getString("kind")),
            row.getLong("leaf"),
            row.getInt("place"),
            row.getObject("at", OffsetDateTime.class).toInstant());
    return new Event(
        clear.kind,
        clear.leaf,
        clear.at,
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), clear.bound())));
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}

package dev.sextant.disclosure.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests for timestamps and the answers that were believed, in order. */
public final class StampStore {
  private static final String USE = "disclosure/stamps/v1";

  private final Door door;
  private final CaseKeys keys;

  /** Wires the store. */
  public StampStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /**
   * A row.
   *
   * @param id random
   * @param disclosure of what
   * @param request which request it answers; null in a request
   * @param by who asked, or brought the answer
   * @param at when, in microseconds
   * @param leaf of the act's intent
   * @param body the request, or the answer's bytes; in the clear here, sealed where it lies
   */
  public record Row(
      UUID id,
      DisclosureId disclosure,
      @Nullable UUID request,
      ActorId by,
      Instant at,
      long leaf,
      byte[] body) {}

  /** Writes a row. */
  public void add(Act act, Row row) {
    byte[] sealed = cipher(act).seal(row.body(), bound(act, row));
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into disclosure_stamp
                      (case_id, id, disclosure, request, authority, actor, leaf, at, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(act.permit().caseId().value())
                .param(row.id())
                .param(row.disclosure().value())
                .param(row.request())
                .param(act.permit().authority().value())
                .param(row.by().value())
                .param(row.leaf())
                .param(OffsetDateTime.ofInstant(row.at(), ZoneOffset.UTC))
                .param(sealed)
                .update());
  }

  /** The rows of the permit's authority, oldest first. */
  public List<Row> all(Act act) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from disclosure_stamp order by leaf, id")
                .query((row, number) -> read(act, row, cipher))
                .list());
  }

  private static Row read(Act act, ResultSet row, ValueCipher cipher) throws SQLException {
    Row bare =
        new Row(
            row.getObject("id", UUID.class),
            new DisclosureId(row.getObject("disclosure", UUID.class)),
            row.getObject("request", UUID.class),
            new ActorId(row.getObject("actor", UUID.class)),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getLong("leaf"),
            new byte[0]);
    byte[] body = cipher.open(row.getBytes("body"), bound(act, bare));
    return new Row(
        bare.id(), bare.disclosure(), bare.request(), bare.by(), bare.at(), bare.leaf(), body);
  }

  private static byte[] bound(Act act, Row row) {
    return Digest.ofFields(
            "stamp",
            act.permit().caseId().toString(),
            act.permit().authority().toString(),
            row.id().toString(),
            row.disclosure().toString(),
            String.valueOf(row.request()),
            row.by().toString(),
            row.at().toString(),
            Long.toString(row.leaf()))
        .bytes();
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}

package dev.sextant.disclosure.store;

import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.ValueCipher;
import dev.sextant.disclosure.Exports.Leave;
import dev.sextant.terms.ActId;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each person handed out, and leave for more. */
public final class ExportStore {
  private final ValueCipher cipher;

  /** Wires the store. */
  public ExportStore(HouseDeeds deeds) {
    this.cipher = deeds.cipher("disclosure/exports/v1");
  }

  /** Makes hand-outs of one person wait for one another, until the transaction ends. */
  public void lock(JdbcClient jdbc, ActorId actor) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 151))")
        .param(actor.toString())
        .query()
        .listOfRows();
  }

  /** How much a person has handed out since a moment. */
  public long used(JdbcClient jdbc, ActorId actor, Instant from) {
    return jdbc.sql("select count(*) from export_use where actor = ? and at > ?")
        .param(actor.value())
        .param(Timestamp.from(from))
        .query(Long.class)
        .single();
  }

  /** Notes one more. */
  public void use(JdbcClient jdbc, ActorId actor, Instant at, ActId act) {
    jdbc.sql("insert into export_use (actor, at, act) values (?, ?, ?)")
        .param(actor.value())
        .param(Timestamp.from(at))
        .param(act.value())
        .update();
  }

  /** Writes leave that is asked for. */
  public void add(HouseDeeds.Deed deed, Leave leave) {
    deed.jdbc()
        .sql("insert into export_leave (id, actor, asked_at, exports, body) values (?, ?, ?, ?, ?)")
        .param(leave.id())
        .param(leave.actor().value())
        .param(Timestamp.from(leave.askedAt()))
        .param(leave.exports())
        .param(sealed(leave))
        .update();
  }

  /** Writes an approval. */
  public void approve(HouseDeeds.Deed deed, Leave leave) {
    deed.jdbc()
        .sql(
            """
            update export_leave set approved_by = ?, usable_from = ?, until = ?, body = ?
            where id = ?
            """)
        .param(Objects.requireNonNull(leave.approvedBy()).value())
        .param(Timestamp.from(Objects.requireNonNull(leave.usableFrom())))
        .param(Timestamp.from(Objects.requireNonNull(leave.until())))
        .param(sealed(leave))
        .param(leave.id())
        .update();
  }

  /** Stops leave. */
  public void stop(HouseDeeds.Deed deed, UUID id) {
    deed.jdbc()
        .sql("update export_leave set stopped_at = ? where id = ? and stopped_at is null")
        .param(Timestamp.from(deed.at()))
        .param(id)
        .update();
  }

  /** All leave, oldest first. */
  public List<Leave> leaves(JdbcClient jdbc) {
    return jdbc.sql("select * from export_leave order by asked_at, id")
        .query((row, number) -> read(row))
        .list();
  }

  private byte[] sealed(Leave leave) {
    return cipher.seal(leave.reason().getBytes(StandardCharsets.UTF_8), bound(leave));
  }

  private Leave read(ResultSet row) throws SQLException {
    UUID approver = row.getObject("approved_by", UUID.class);
    Leave bare =
        new Leave(
            row.getObject("id", UUID.class),
            new ActorId(row.getObject("actor", UUID.class)),
            row.getInt("exports"),
            "",
            row.getTimestamp("asked_at").toInstant(),
            approver == null ? null : new ActorId(approver),
            instant(row, "usable_from"),
            instant(row, "until"),
            row.getTimestamp("stopped_at") != null);
    // Whoever writes an approval behind the program's back cannot seal it: the row does not open.
    String reason =
        new String(cipher.open(row.getBytes("body"), bound(bare)), StandardCharsets.UTF_8);
    return new Leave(
        bare.id(),
        bare.actor(),
        bare.exports(),
        reason,
        bare.askedAt(),
        bare.approvedBy(),
        bare.usableFrom(),
        bare.until(),
        bare.stopped());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static byte[] bound(Leave leave) {
    return Digest.ofFields(
            "export-leave",
            leave.id().toString(),
            leave.actor().toString(),
            Integer.toString(leave.exports()),
            leave.askedAt().toString(),
            String.valueOf(leave.approvedBy()),
            String.valueOf(leave.usableFrom()),
            String.valueOf(leave.until()))
        .bytes();
  }
}

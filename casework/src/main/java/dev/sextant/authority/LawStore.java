package dev.sextant.authority;

import dev.sextant.authority.LawChange.Signature;
import dev.sextant.authority.LawChange.State;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the law, within a transaction of somebody else's. */
final class LawStore {
  private LawStore() {}

  static void keep(JdbcClient jdbc, LawText text) {
    jdbc.sql(
            """
            insert into law_text (kind, digest, name, version, body) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """)
        .param(text.kind().name())
        .param(text.digest().hex())
        .param(text.name())
        .param(text.version())
        .param(text.body())
        .update();
  }

  /** The body as stored; whoever takes it up compares its digest. */
  static Optional<String> body(JdbcClient jdbc, LawKind kind, Digest digest) {
    return jdbc.sql("select body from law_text where kind = ? and digest = ?")
        .param(kind.name())
        .param(digest.hex())
        .query(String.class)
        .optional();
  }

  static void propose(JdbcClient jdbc, LawChange change) {
    Digest before = change.before();
    ActorId actor = change.proposal().actor();
    jdbc.sql(
            """
            insert into law_change
              (id, kind, old_digest, new_digest, proposer, reasons, note, narrowing, state, proposed_at)
            values (:id, :kind, :old, :new, :proposer, :reasons, :note, :narrowing, 'PROPOSED', :at)
            """)
        .param("id", change.id())
        .param("kind", change.kind().name())
        .param("old", before == null ? null : before.hex(), java.sql.Types.VARCHAR)
        .param("new", change.after().hex())
        .param("proposer", actor == null ? null : actor.value(), java.sql.Types.OTHER)
        .param("reasons", change.proposal().reasons())
        .param("note", actor == null ? null : change.proposal().note(), java.sql.Types.VARCHAR)
        .param("narrowing", change.narrowing())
        .param("at", Timestamp.from(change.times().proposed()))
        .update();
  }

  static void sign(JdbcClient jdbc, UUID change, Signature signature) {
    jdbc.sql(
            """
            insert into law_signature (change, role, actor, decision, reasons, note, signed_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(change)
        .param(signature.role().name())
        .param(signature.actor().value())
        .param(signature.decision().name())
        .param(signature.reasons())
        .param(signature.note())
        .param(Timestamp.from(signature.at()))
        .update();
  }

  static void notice(JdbcClient jdbc, UUID change, Instant at, Instant due) {
    jdbc.sql("update law_change set state = 'NOTICED', noticed_at = ?, due_at = ? where id = ?")
        .param(Timestamp.from(at))
        .param(Timestamp.from(due))
        .param(change)
        .update();
  }

  static void end(JdbcClient jdbc, UUID change, State state, Instant at) {
    jdbc.sql("update law_change set state = ?, ended_at = ? where id = ?")
        .param(state.name())
        .param(Timestamp.from(at))
        .param(change)
        .update();
  }

  static void force(JdbcClient jdbc, UUID change, Instant at, long leaf) {
    jdbc.sql("update law_change set state = 'FORCED', ended_at = ?, leaf = ? where id = ?")
        .param(Timestamp.from(at))
        .param(leaf)
        .param(change)
        .update();
  }

  /** One change, locked until the transaction ends. */
  static LawChange locked(JdbcClient jdbc, UUID id) {
    return jdbc.sql("select * from law_change where id = ? for update")
        .param(id)
        .query((row, number) -> change(jdbc, row))
        .optional()
        .orElseThrow(() -> new UnknownInRegister("change of the law", id.toString()));
  }

  /** All, oldest first. */
  static List<LawChange> all(JdbcClient jdbc) {
    return jdbc.sql("select * from law_change order by number")
        .query((row, number) -> change(jdbc, row))
        .list();
  }

  private static LawChange change(JdbcClient jdbc, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String before = row.getString("old_digest");
    UUID proposer = row.getObject("proposer", UUID.class);
    String note = row.getString("note");
    long leaf = row.getLong("leaf");
    return new LawChange(
        id,
        LawKind.valueOf(row.getString("kind")),
        before == null ? null : new Digest(before),
        new Digest(row.getString("new_digest")),
        new LawChange.Proposal(
            proposer == null ? null : new ActorId(proposer),
            row.getString("reasons"),
            note == null ? "" : note),
        row.getBoolean("narrowing"),
        State.valueOf(row.getString("state")),
        new LawChange.Times(
            row.getTimestamp("proposed_at").toInstant(),
            instant(row, "noticed_at"),
            instant(row, "due_at"),
            instant(row, "ended_at")),
        signatures(jdbc, id),
        row.getObject("leaf") == null ? -1 : leaf);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static List<Signature> signatures(JdbcClient jdbc, UUID change) {
    return jdbc.sql("select * from law_signature where change = ? order by signed_at, role")
        .param(change)
        .query((row, number) ->
            new Signature(
                Role.valueOf(row.getString("role")),
                new ActorId(row.getObject("actor", UUID.class)),
                Decision.valueOf(row.getString("decision")),
                row.getString("reasons"),
                row.getString("note"),
                row.getTimestamp("signed_at").toInstant()))
        .list();
  }
}

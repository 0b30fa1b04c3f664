package dev.sextant.identity.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.identity.Review;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.JudgementId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends second persons' words on judgements and reads them back. Decision and reason are sealed
 * under the case's key, and bound to the columns in the clear.
 */
public final class ReviewStore {
  private static final String USE = "identity/review/v1";

  private final Door door;
  private final CaseKeys keys;

  /**
   * Wires the store.
   *
   * @param door to the case tables
   * @param keys of the cases
   */
  public ReviewStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /** The columns in the clear. */
  private record Clear(
      String caseId, UUID id, UUID judgement, String by, String authority, long leaf, Instant at) {
    byte[] bound() {
      return CanonicalJson.write(
          Map.of(
              "format",
              "sextant-judgement-review/1",
              "case",
              caseId,
              "id",
              id.toString(),
              "judgement",
              judgement.toString(),
              "by",
              by,
              "authority",
              authority,
              "leaf",
              leaf,
              "at",
              at.toString()));
    }
  }

  /**
   * Appends one.
   *
   * @param at when; the database keeps microseconds
   * @return digest of the sealed row
   */
  public Digest add(Act act, JudgementId of, boolean approved, String reason, Instant at) {
    Clear clear =
        new Clear(
            act.permit().caseId().toString(),
            UUID.randomUUID(),
            of.value(),
            act.permit().actor().toString(),
            act.permit().authority().toString(),
            act.intentLeaf(),
            at.truncatedTo(ChronoUnit.MICROS));
    byte[] sealed =
        cipher(act)
            .seal(
                CanonicalJson.write(Map.of("approved", approved, "reason", reason)), clear.bound());
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into judgement_review (case_id, id, judgement, actor, authority, leaf, at, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(act.permit().caseId().value())
                .param(clear.id)
                .param(clear.judgement)
                .param(act.permit().actor().value())
                .param(act.permit().authority().value())
                .param(clear.leaf)
                .param(OffsetDateTime.ofInstant(clear.at, ZoneOffset.UTC))
                .param(sealed)
                .update());
    return Digest.of(sealed);
  }

  /** What was said of each judgement under the act's authority, in the order of the log. */
  public Map<JudgementId, List<Review>> all(Act act) {
    ValueCipher cipher = cipher(act);
    Map<JudgementId, List<Review>> all = new HashMap<>();
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from judgement_review where authority = ? order by leaf, id")
                .param(act.permit().authority().value())
                .query((row, number) -> {
                  JudgementId of = new JudgementId(row.getObject("judgement", UUID.class));
                  return all.computeIfAbsent(of, j -> new ArrayList<>()).add(read(row, cipher));
                })
                .list());
    return all;
  }

  private static Review read(ResultSet row, ValueCipher cipher) throws SQLException {
    UUID actor = row.getObject("actor", UUID.class);
    Clear clear =
        new Clear(
            row.getObject("case_id", UUID.class).toString(),
            row.getObject("id", UUID.class),
            row.getObject("judgement", UUID.class),
            actor.toString(),
            row.getObject("authority", UUID.class).toString(),
            row.getLong("leaf"),
            row.getObject("at", OffsetDateTime.class).toInstant());
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), clear.bound()));
    return new Review(
        Boolean.TRUE.equals(body.get("approved")),
        String.valueOf(body.get("reason")),
        new ActorId(actor),
        clear.at,
        clear.leaf);
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}

package dev.sextant.identity.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.identity.Judgement;
import dev.sextant.identity.JudgementVerdict;
import dev.sextant.identity.Pair;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.JudgementId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends judgements and reads them back. Accounts, verdict and reason are sealed under the case's
 * key; the columns in the clear are bound to them, so that a changed row does not open.
 */
public final class JudgementStore {
  private static final String USE = "identity/judgement/v1";

  private final Door door;
  private final CaseKeys keys;

  /**
   * Wires the store.
   *
   * @param door to the case tables
   * @param keys of the cases
   */
  public JudgementStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /**
   * A judgement before it is written.
   *
   * @param id random
   * @param pair the accounts
   * @param verdict what is judged
   * @param reason why
   * @param at when
   * @param withdraws the judgement taken back, or null
   * @param needsSecond whether it counts only once a second person has approved it
   */
  public record Draft(
      JudgementId id,
      Pair pair,
      JudgementVerdict verdict,
      String reason,
      Instant at,
      @Nullable JudgementId withdraws,
      boolean needsSecond) {
    /** The database keeps microseconds. */
    public Draft {
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** The columns in the clear. */
  private record Clear(
      CaseId caseId,
      JudgementId id,
      ActorId by,
      AuthorityId authority,
      long leaf,
      Instant at,
      @Nullable JudgementId withdraws) {
    byte[] bound() {
      Map<String, @Nullable Object> map = new TreeMap<>();
      map.put("format", "sextant-judgement/1");
      map.put("case", caseId.toString());
      map.put("id", id.toString());
      map.put("by", by.toString());
      map.put("authority", authority.toString());
      map.put("leaf", leaf);
      map.put("at", at.toString());
      map.put("withdraws", withdraws == null ? null : withdraws.toString());
      return CanonicalJson.write(map);
    }
  }

  /**
   * Appends one.
   *
   * @param restsOn records that name its accounts, one of each exhibit at least
   */
  public Judgement add(Act act, Draft draft, Collection<Digest> restsOn) {
    Clear clear =
        new Clear(
            act.permit().caseId(),
            draft.id(),
            act.permit().actor(),
            act.permit().authority(),
            act.intentLeaf(),
            draft.at(),
            draft.withdraws());
    Map<String, Object> body =
        Map.of(
            "a", draft.pair().a(),
            "b", draft.pair().b(),
            "verdict", draft.verdict().name(),
            "reason", draft.reason(),
            "second", draft.needsSecond());
    byte[] sealed = cipher(act).seal(CanonicalJson.write(body), clear.bound());
    door.within(
        act,
        sql -> {
          Door.restsOn(sql.jdbc(), restsOn, List.of());
          return insert(sql, clear, sealed);
        });
    return judgement(clear, body, Digest.of(sealed));
  }

  private static int insert(Door.Sql sql, Clear clear, byte[] sealed) {
    JudgementId withdraws = clear.withdraws;
    return sql.jdbc()
        .sql(
            """
            insert into judgement (case_id, id, actor, authority, leaf, at, withdraws, body)
            values (:case, :id, :actor, :authority, :leaf, :at, :withdraws, :body)
            """)
        .param("case", clear.caseId.value())
        .param("id", clear.id.value())
        .param("actor", clear.by.value())
        .param("authority", clear.authority.value())
        .param("leaf", clear.leaf)
        .param("at", OffsetDateTime.ofInstant(clear.at, ZoneOffset.UTC))
        .param("withdraws", withdraws == null ? null : withdraws.value(), java.sql.Types.OTHER)
        .param("body", sealed)
        .update();
  }

  /**
   * All made under the authority of the act's permit, in the order of the log. The database shows
   * no others (V0090_2); asked for here too, since a reason must not cross authorities.
   */
  public List<Judgement> all(Act act) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from judgement where authority = ? order by leaf, id")
                .param(act.permit().authority().value())
                .query((row, number) -> read(row, cipher))
                .list());
  }

  private static Judgement read(ResultSet row, ValueCipher cipher) throws SQLException {
    UUID withdraws = row.getObject("withdraws", UUID.class);
    Clear clear =
        new Clear(
            new CaseId(row.getObject("case_id", UUID.class)),
            new JudgementId(row.getObject("id", UUID.class)),
            new ActorId(row.getObject("actor", UUID.class)),
            new AuthorityId(row.getObject("authority", UUID.class)),
            row.getLong("leaf"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            withdraws == null ? null : new JudgementId(withdraws));
    byte[] sealed = row.getBytes("body");
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(cipher.open(sealed, clear.bound()));
    return judgement(clear, body, Digest.of(sealed));
  }

  private static Judgement judgement(
      Clear clear, Map<String, ? extends @Nullable Object> body, Digest digest) {
    return new Judgement(
        clear.id,
        new Pair(String.valueOf(body.get("a")), String.valueOf(body.get("b"))),
        JudgementVerdict.valueOf(String.valueOf(body.get("verdict"))),
        String.valueOf(body.get("reason")),
        clear.by,
        clear.at,
        clear.withdraws,
        clear.authority,
        clear.leaf,
        digest,
        Boolean.TRUE.equals(body.get("second")),
        List.of());
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}

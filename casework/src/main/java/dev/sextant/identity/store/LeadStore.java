package dev.sextant.identity.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.identity.LeadAccount;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends choices of leading accounts and reads them back. Account and reason are sealed under the
 * case's key; the columns in the clear are bound to them, so that a changed row does not open. They
 * rest on the exhibits that were read under their authority, and fall with them.
 */
public final class LeadStore {
  private static final String USE = "identity/lead/v1";

  private final Door door;
  private final CaseKeys keys;

  /**
   * Wires the store.
   *
   * @param door to the case tables
   * @param keys of the cases
   */
  public LeadStore(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /**
   * A choice before it is written.
   *
   * @param id random
   * @param account by key
   * @param reason why
   * @param at when
   * @param withdraws the choice taken back, or null
   */
  public record Draft(
      UUID id, String account, String reason, Instant at, @Nullable UUID withdraws) {
    /** The database keeps microseconds. */
    public Draft {
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** The columns in the clear. */
  private record Clear(
      UUID caseId,
      UUID id,
      UUID by,
      UUID authority,
      long leaf,
      Instant at,
      @Nullable UUID withdraws) {
    byte[] bound() {
      Map<String, @Nullable Object> map = new TreeMap<>();
      map.put("format", "sextant-lead/1");
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

  /** Appends one. */
  public LeadAccount add(Act act, Draft draft) {
    Clear clear =
        new Clear(
            act.permit().caseId().value(),
            draft.id(),
            act.permit().actor().value(),
            act.permit().authority().value(),
            act.intentLeaf(),
            draft.at(),
            draft.withdraws());
    byte[] sealed =
        cipher(act)
            .seal(
                CanonicalJson.write(Map.of("account", draft.account(), "reason", draft.reason())),
                clear.bound());
    UUID withdraws = draft.withdraws();
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into lead_account (case_id, id, actor, authority, leaf, at, withdraws, exhibits, body)
                    values (?, ?, ?, ?, ?, ?, cast(? as uuid),
                      (select coalesce(array_agg(distinct exhibit_id), '{}') from reading), ?)
                    """)
                .param(clear.caseId)
                .param(clear.id)
                .param(clear.by)
                .param(clear.authority)
                .param(clear.leaf)
                .param(OffsetDateTime.ofInstant(clear.at, ZoneOffset.UTC))
                .param(withdraws == null ? null : withdraws.toString())
                .param(sealed)
                .update());
    return lead(clear, draft.account(), draft.reason());
  }

  /** All made under the authority of the act's permit, in the order of the log. */
  public List<LeadAccount> all(Act act) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select * from lead_account where authority = ? order by leaf, id")
                .param(act.permit().authority().value())
                .query((row, number) -> read(row, cipher))
                .list());
  }

  private static LeadAccount read(ResultSet row, ValueCipher cipher) throws SQLException {
    Clear clear =
        new Clear(
            row.getObject("case_id", UUID.class),
            row.getObject("id", UUID.class),
            row.getObject("actor", UUID.class),
            row.getObject("authority", UUID.class),
            row.getLong("leaf"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getObject("withdraws", UUID.class));
    Map<String, ?> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), clear.bound()));
    return lead(clear, String.valueOf(body.get("account")), String.valueOf(body.get("reason")));
  }

  private static LeadAccount lead(Clear clear, String account, String reason) {
    return new LeadAccount(
        clear.id, account, reason, new ActorId(clear.by), clear.at, clear.withdraws, clear.leaf);
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, USE));
  }
}

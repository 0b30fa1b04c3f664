package dev.sextant.deconfliction.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.deconfliction.oprf.Blinding;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Questions to other houses under way: what was asked and its blind, sealed under the case's key.
 */
public final class PendingRows {
  private static final HexFormat HEX = HexFormat.of();

  private final Door door;
  private final CaseKeys keys;

  /**
   * @param door the way to case tables
   * @param keys keys of cases
   */
  public PendingRows(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /**
   * A question under way.
   *
   * @param house who was asked
   * @param selector about whom
   * @param blinding under which blind
   */
  public record Pending(UUID house, Selector selector, Blinding blinding) {}

  /** Keeps one until its answer comes. */
  public void keep(Act act, UUID id, Pending pending) {
    byte[] plain =
        CanonicalJson.write(
            Map.of(
                "selector", pending.selector().toString(),
                "input", HEX.formatHex(pending.blinding().input()),
                "blind", HEX.formatHex(pending.blinding().blind()),
                "element", HEX.formatHex(pending.blinding().element())));
    byte[] body = cipher(act).seal(plain, bound(id));
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    "insert into deconflict_pending (case_id, id, authority, actor, house, at,"
                        + " body) values (?, ?, ?, ?, ?, ?, ?)")
                .param(act.permit().caseId().value())
                .param(id)
                .param(act.permit().authority().value())
                .param(act.permit().actor().value())
                .param(pending.house())
                .param(Timestamp.from(act.begun()))
                .param(body)
                .update());
  }

  /** The question of an answer, if it was asked under the act's authority. */
  public Optional<Pending> find(Act act, UUID id) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select house, body from deconflict_pending where id = ? and authority = ?")
                .param(id)
                .param(act.permit().authority().value())
                .query((row, number) -> {
                  Map<String, ?> body =
                      CanonicalJson.readObject(cipher.open(row.getBytes("body"), bound(id)));
                  return new Pending(
                      row.getObject("house", UUID.class),
                      Selector.parse(String.valueOf(body.get("selector"))),
                      new Blinding(
                          bytes(body, "input"), bytes(body, "blind"), bytes(body, "element")));
                })
                .optional());
  }

  private static byte[] bytes(Map<String, ?> body, String name) {
    return HEX.parseHex(String.valueOf(body.get(name)));
  }

  /** Drops one whose answer came. */
  public void drop(Act act, UUID id) {
    door.within(
        act,
        sql -> sql.jdbc().sql("delete from deconflict_pending where id = ?").param(id).update());
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, "deconfliction/pending/v1"));
  }

  private static byte[] bound(UUID id) {
    return ("deconfliction pending " + id).getBytes(StandardCharsets.UTF_8);
  }
}

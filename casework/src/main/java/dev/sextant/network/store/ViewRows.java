package dev.sextant.network.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.network.SavedView;
import dev.sextant.terms.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Kept views, sealed under the case's key. The database shows drafts to their makers only, and
 * published ones to whoever holds a permit under the same authority. They rest on the exhibits that
 * were read under it when they were kept, and are destroyed with one of them or with the authority.
 */
public final class ViewRows {
  private final Door door;
  private final CaseKeys keys;

  /**
   * @param door to the case tables
   * @param keys of the cases
   */
  public ViewRows(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /** Keeps one, as a draft. */
  public SavedView keep(Act act, String name, String view) {
    UUID id = UUID.randomUUID();
    String by = act.permit().actor().toString();
    byte[] plain =
        CanonicalJson.text(Map.of("name", name, "view", view)).getBytes(StandardCharsets.UTF_8);
    byte[] body = cipher(act).seal(plain, bound(id));
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into saved_view (case_id, id, actor, authority, at, exhibits, body)
                    values (?, ?, ?, ?, ?,
                      (select coalesce(array_agg(distinct exhibit_id), '{}') from reading), ?)
                    """)
                .param(act.permit().caseId().value())
                .param(id)
                .param(act.permit().actor().value())
                .param(act.permit().authority().value())
                .param(Timestamp.from(act.begun()))
                .param(body)
                .update());
    return new SavedView(id, name, view, by, true, false, act.begun());
  }

  /** Those that the act's person may see in its case, in the order of time. */
  public List<SavedView> of(Act act) {
    ValueCipher cipher = cipher(act);
    UUID me = act.permit().actor().value();
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select id, actor, at, published, body from saved_view order by at, id")
                .query((row, n) -> {
                  UUID id = row.getObject("id", UUID.class);
                  UUID by = row.getObject("actor", UUID.class);
                  Map<String, ?> kept =
                      CanonicalJson.readObject(cipher.open(row.getBytes("body"), bound(id)));
                  return new SavedView(
                      id,
                      String.valueOf(kept.get("name")),
                      String.valueOf(kept.get("view")),
                      by.toString(),
                      by.equals(me),
                      row.getBoolean("published"),
                      row.getTimestamp("at").toInstant());
                })
                .list());
  }

  /** Shows one of the act's person to the team; false if there is none such. */
  public boolean publish(Act act, UUID id) {
    return changed(act, "update saved_view set published = true where id = ? and actor = ?", id);
  }

  /** Keeps one of the act's person no longer; false if there is none such. */
  public boolean drop(Act act, UUID id) {
    return changed(act, "delete from saved_view where id = ? and actor = ?", id);
  }

  private boolean changed(Act act, String statement, UUID id) {
    return door.within(
        act,
        sql ->
            sql.jdbc().sql(statement).param(id).param(act.permit().actor().value()).update() == 1);
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, "network/saved-view/v1"));
  }

  private static byte[] bound(UUID id) {
    return ("saved view " + id).getBytes(StandardCharsets.UTF_8);
  }
}

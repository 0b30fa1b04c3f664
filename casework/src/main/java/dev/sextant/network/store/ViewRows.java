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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of views, sealed under the case's key. The database shows them to their makers only, under
 * the authority they were kept under. They rest on the exhibits that were read under it when they
 * were kept last, and are destroyed with one of them or with the authority.
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

  /** Keeps one. */
  public SavedView keep(Act act, SavedView.Wanted wanted) {
    UUID id = UUID.randomUUID();
    byte[] body = seal(act, id, wanted);
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into saved_view (case_id, id, actor, authority, at, draft_of, base, exhibits, body)
                    values (?, ?, ?, ?, ?, cast(? as uuid), ?,
                      (select coalesce(array_agg(distinct exhibit_id), '{}') from reading), ?)
                    """)
                .param(act.permit().caseId().value())
                .param(id)
                .param(act.permit().actor().value())
                .param(act.permit().authority().value())
                .param(Timestamp.from(act.begun()))
                .param(text(wanted.draftOf()))
                .param(wanted.base())
                .param(body)
                .update());
    return new SavedView(
        id, wanted.name(), wanted.view(), wanted.draftOf(), wanted.base(), act.begun());
  }

  /** Keeps one of the act's person anew; what it is a draft of stays. Empty if there is none. */
  public Optional<SavedView> keepAgain(Act act, UUID id, SavedView.Wanted wanted) {
    byte[] body = seal(act, id, wanted);
    int kept =
        door.within(
            act,
            sql ->
                sql.jdbc()
                    .sql(
                        """
                        update saved_view set at = ?, base = ?, body = ?, exhibits =
                          (select coalesce(array_agg(distinct exhibit_id), '{}') from reading)
                        where id = ? and actor = ? and draft_of is not distinct from cast(? as uuid)
                        """)
                    .param(Timestamp.from(act.begun()))
                    .param(wanted.base())
                    .param(body)
                    .param(id)
                    .param(act.permit().actor().value())
                    .param(text(wanted.draftOf()))
                    .update());
    return kept == 1
        ? Optional.of(
            new SavedView(
                id, wanted.name(), wanted.view(), wanted.draftOf(), wanted.base(), act.begun()))
        : Optional.empty();
  }

  /** Those of the act's person in its case, in the order of time. */
  public List<SavedView> of(Act act) {
    ValueCipher cipher = cipher(act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select id, at, draft_of, base, body from saved_view order by at, id")
                .query((row, n) -> {
                  UUID id = row.getObject("id", UUID.class);
                  Map<String, ?> kept =
                      CanonicalJson.readObject(cipher.open(row.getBytes("body"), bound(id)));
                  return new SavedView(
                      id,
                      String.valueOf(kept.get("name")),
                      String.valueOf(kept.get("view")),
                      row.getObject("draft_of", UUID.class),
                      row.getInt("base"),
                      row.getTimestamp("at").toInstant());
                })
                .list());
  }

  /** Keeps one of the act's person no longer; false if there is none such. */
  public boolean drop(Act act, UUID id) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                    .sql("delete from saved_view where id = ? and actor = ?")
                    .param(id)
                    .param(act.permit().actor().value())
                    .update()
                == 1);
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private byte[] seal(Act act, UUID id, SavedView.Wanted wanted) {
    return cipher(act).seal(plain(wanted.name(), wanted.view()), bound(id));
  }

  static byte[] plain(String name, String view) {
    return CanonicalJson.text(Map.of("name", name, "view", view)).getBytes(StandardCharsets.UTF_8);
  }

  private ValueCipher cipher(Act act) {
    return cipher(keys, act);
  }

  static ValueCipher cipher(CaseKeys keys, Act act) {
    return new ValueCipher(keys.derive(act, "network/saved-view/v1"));
  }

  /** What a draft is bound to; and a version that was published before versions were kept. */
  static byte[] bound(UUID id) {
    return ("saved view " + id).getBytes(StandardCharsets.UTF_8);
  }
}

package dev.sextant.records.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.records.RecordFault;
import dev.sextant.records.SavedSearch;
import dev.sextant.terms.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Searches that people keep, sealed under the case's key. The database shows each person their own
 * and those of the permit's case only.
 */
public final class SavedRows {
  /** More are no help to anybody. */
  private static final int MOST = 200;

  private final Door door;
  private final CaseKeys keys;

  /**
   * @param door to the case tables
   * @param keys of the cases
   */
  public SavedRows(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /** Keeps one. */
  public SavedSearch keep(Act act, String name, String query) {
    SavedSearch kept = new SavedSearch(UUID.randomUUID(), name, query, act.begun());
    byte[] plain =
        CanonicalJson.text(Map.of("name", name, "query", query)).getBytes(StandardCharsets.UTF_8);
    byte[] body = cipher(act).seal(plain, bound(kept.id()));
    door.within(
        act,
        sql -> {
          int held =
              sql.jdbc().sql("select count(*) from saved_search").query(Integer.class).single();
          if (held >= MOST) {
            throw new RecordFault.BadQuery(
                "so many searches are kept already", 0, "drop some: at most " + MOST);
          }
          return sql.jdbc()
              .sql(
                  """
                  insert into saved_search (case_id, id, actor, at, body) values (?, ?, ?, ?, ?)
                  """)
              .param(act.permit().caseId().value())
              .param(kept.id())
              .param(act.permit().actor().value())
              .param(Timestamp.from(kept.at()))
              .param(body)
              .update();
        });
    return kept;
  }

  /** Those of the act's person in its case, by name. */
  public List<SavedSearch> of(Act act) {
    ValueCipher cipher = cipher(act);
    return door
        .within(
            act,
            sql ->
                sql.jdbc()
                    .sql("select id, at, body from saved_search order by at, id")
                    .query((row, n) -> {
                      UUID id = row.getObject("id", UUID.class);
                      Map<String, ?> kept =
                          CanonicalJson.readObject(cipher.open(row.getBytes("body"), bound(id)));
                      return new SavedSearch(
                          id,
                          String.valueOf(kept.get("name")),
                          String.valueOf(kept.get("query")),
                          row.getTimestamp("at").toInstant());
                    })
                    .list())
        .stream()
        .toList();
  }

  /** Keeps one no longer; false if there is none such. */
  public boolean drop(Act act, UUID id) {
    return door.within(
        act,
        sql -> sql.jdbc().sql("delete from saved_search where id = ?").param(id).update() == 1);
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, "records/saved-search/v1"));
  }

  private static byte[] bound(UUID id) {
    return ("saved search " + id).getBytes(StandardCharsets.UTF_8);
  }
}

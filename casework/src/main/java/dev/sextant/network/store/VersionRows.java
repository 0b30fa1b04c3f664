package dev.sextant.network.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.network.ViewVersion;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appends versions of published views and reads them back. Names, states and reasons are sealed
 * under the case's key; the columns in the clear are bound to them, so that a changed row does not
 * open.
 */
public final class VersionRows {
  private final Door door;
  private final CaseKeys keys;

  /**
   * @param door to the case tables
   * @param keys of the cases
   */
  public VersionRows(Door door, CaseKeys keys) {
    this.door = door;
    this.keys = keys;
  }

  /**
   * A version before it is written.
   *
   * @param view the published view
   * @param base the version that it goes on from; 0 for the first
   * @param name its name; of a withdrawal, the reason
   * @param state what is published; empty for a withdrawal
   * @param draft the draft that it was, which is dropped with it; null for none
   */
  public record Next(UUID view, int base, String name, String state, @Nullable UUID draft) {
    String kind() {
      return state.isEmpty() ? "WITHDRAWN" : "PUBLISHED";
    }
  }

  /**
   * Appends one, unless its base is no longer the latest. Two at a time are put in order by the row
   * that counts them.
   */
  public Optional<ViewVersion> append(Act act, Next next) {
    ValueCipher cipher = ViewRows.cipher(keys, act);
    return door.within(
        act,
        sql -> {
          int version = number(sql.jdbc(), act, next);
          if (version == 0) {
            return Optional.empty();
          }
          Clear clear =
              new Clear(
                  next.view(),
                  version,
                  next.kind(),
                  act.permit().actor().value(),
                  act.intentLeaf(),
                  Timestamp.from(act.begun()));
          byte[] plain = ViewRows.plain(next.name(), next.state());
          insert(sql.jdbc(), act, clear, cipher.seal(plain, clear.bound()));
          if (next.draft() != null) {
            sql.jdbc().sql("delete from saved_view where id = ?").param(next.draft()).update();
          }
          return Optional.of(version(clear, next.name(), next.state(), act));
        });
  }

  /* The next number, or 0 if the base is not the latest that is in sight. */
  private static int number(JdbcClient jdbc, Act act, Next next) {
    if (next.base() == 0) {
      return jdbc.sql(
              """
              insert into published_view (case_id, id, authority, last) values (?, ?, ?, 1)
              on conflict do nothing
              """)
          .param(act.permit().caseId().value())
          .param(next.view())
          .param(act.permit().authority().value())
          .update();
    }
    // Locked first: whoever comes second sees what the first did.
    jdbc.sql("select last from published_view where id = ? for update")
        .param(next.view())
        .query(Integer.class)
        .list();
    int latest =
        jdbc.sql("select coalesce(max(version), 0) from view_version where view = ?")
            .param(next.view())
            .query(Integer.class)
            .single();
    return latest != next.base()
        ? 0
        : jdbc.sql("update published_view set last = last + 1 where id = ? returning last")
            .param(next.view())
            .query(Integer.class)
            .single();
  }

  private static void insert(JdbcClient jdbc, Act act, Clear clear, byte[] body) {
    jdbc.sql(
            """
            insert into view_version (case_id, view, version, kind, actor, authority, leaf, at, exhibits, body)
            values (?, ?, ?, ?, ?, ?, ?, ?,
              (select coalesce(array_agg(distinct exhibit_id), '{}') from reading), ?)
            """)
        .param(act.permit().caseId().value())
        .param(clear.view)
        .param(clear.version)
        .param(clear.kind)
        .param(clear.actor)
        .param(act.permit().authority().value())
        .param(clear.leaf)
        .param(clear.at)
        .param(body)
        .update();
  }

  /**
   * Versions that the act's permit may see, in the order of their numbers.
   *
   * @param only of this view; null for every one
   */
  public List<ViewVersion> of(Act act, @Nullable UUID only) {
    ValueCipher cipher = ViewRows.cipher(keys, act);
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    select * from view_version
                    where cast(:only as uuid) is null or view = cast(:only as uuid) order by view, version
                    """)
                .param("only", only == null ? null : only.toString())
                .query((row, n) -> read(row, cipher, act))
                .list());
  }

  private static ViewVersion read(ResultSet row, ValueCipher cipher, Act act) throws SQLException {
    Clear clear =
        new Clear(
            row.getObject("view", UUID.class),
            row.getInt("version"),
            row.getString("kind"),
            row.getObject("actor", UUID.class),
            row.getObject("leaf", Long.class),
            row.getTimestamp("at"));
    Map<String, ?> kept =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), clear.bound()));
    return version(clear, String.valueOf(kept.get("name")), String.valueOf(kept.get("view")), act);
  }

  private static ViewVersion version(Clear clear, String name, String state, Act act) {
    return new ViewVersion(
        clear.view,
        clear.version,
        clear.kind.equals("WITHDRAWN"),
        name,
        state,
        clear.actor.toString(),
        clear.actor.equals(act.permit().actor().value()),
        clear.at.toInstant());
  }

  /** The columns in the clear; without a leaf it was published before versions were kept. */
  private record Clear(
      UUID view, int version, String kind, UUID actor, @Nullable Long leaf, Timestamp at) {
    byte[] bound() {
      if (leaf == null) {
        return ViewRows.bound(view);
      }
      return Digest.ofFields(
              "view-version",
              view.toString(),
              Integer.toString(version),
              kind,
              actor.toString(),
              leaf.toString(),
              at.toInstant().toString())
          .bytes();
    }
  }
}

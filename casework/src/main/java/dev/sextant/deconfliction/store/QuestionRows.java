package dev.sextant.deconfliction.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.Permit;
import dev.sextant.deconfliction.Question;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions that were asked. */
public final class QuestionRows {
  private QuestionRows() {}

  /**
   * Whom a question touches.
   *
   * @param known what the asker is told
   * @param open authorities of cases that are told of it
   * @param silent authorities of cases that the overseer alone is told of
   */
  public record Touched(boolean known, List<UUID> open, List<UUID> silent) {}

  /** A question that nobody was told of yet. */
  public record Untold(
      UUID id, CaseId caseId, AuthorityId authority, List<UUID> open, List<UUID> silent) {}

  /** Keeps a question with whom it touches. */
  public static void put(JdbcClient jdbc, Act act, UUID id, @Nullable UUID house, Touched touched) {
    Permit permit = act.permit();
    jdbc.sql(
            """
            insert into deconflict_question (id, casefile, authority, actor, at, house, known, open, silent)
            values (:id, :case, :authority, :actor, :at, :house, :known, :open::uuid[], :silent::uuid[])
            """)
        .param("id", id)
        .param("case", permit.caseId().value())
        .param("authority", permit.authority().value())
        .param("actor", permit.actor().value())
        .param("at", Timestamp.from(act.begun()))
        .param("house", house, java.sql.Types.OTHER)
        .param("known", touched.known())
        .param("open", touched.open().toArray(UUID[]::new))
        .param("silent", touched.silent().toArray(UUID[]::new))
        .update();
  }

  /** Those of this house that nobody was told of, oldest first. */
  public static List<Untold> untold(JdbcClient jdbc) {
    return jdbc.sql(
            "select id, casefile, authority, open, silent from deconflict_question"
                + " where told_at is null order by at, id")
        .query((row, number) ->
            new Untold(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("casefile", UUID.class)),
                new AuthorityId(row.getObject("authority", UUID.class)),
                uuids(row.getArray("open")),
                uuids(row.getArray("silent"))))
        .list();
  }

  private static List<UUID> uuids(Array array) throws SQLException {
    List<UUID> all = new ArrayList<>();
    for (Object one : (Object[]) array.getArray()) {
      all.add((UUID) one);
    }
    return all;
  }

  /** Notes that whoever must know of a question was told. */
  public static void told(JdbcClient jdbc, UUID id, Instant at) {
    jdbc.sql("update deconflict_question set told_at = ? where id = ?")
        .param(Timestamp.from(at))
        .param(id)
        .update();
  }

  /** What a person asked, newest first. */
  public static List<Question> of(JdbcClient jdbc, ActorId actor, int most) {
    return jdbc.sql(
            "select id, casefile, authority, actor, at, house, known from deconflict_question"
                + " where actor = ? order by at desc, id limit ?")
        .param(actor.value())
        .param(most)
        .query((row, number) -> read(row))
        .list();
  }

  private static Question read(ResultSet row) throws SQLException {
    return new Question(
        row.getObject("id", UUID.class),
        new CaseId(row.getObject("casefile", UUID.class)),
        new AuthorityId(row.getObject("authority", UUID.class)),
        new ActorId(row.getObject("actor", UUID.class)),
        row.getTimestamp("at").toInstant(),
        row.getObject("house", UUID.class),
        row.getBoolean("known"));
  }
}

package dev.sextant.deconfliction.store;

import dev.sextant.deconfliction.Cover;
import dev.sextant.deconfliction.SilentQuestion;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The overseer's desk, and which cases answer nobody. */
public final class DeskRows {
  private DeskRows() {}

  // ------------------------------------------------------------------ silent questions

  /**
   * Lays a question on the desk.
   *
   * @param asker the side that asked, or null where another house did
   * @param known the side that knows it, or null where another house does
   * @param house that house, or null
   */
  public static void lay(
      JdbcClient jdbc,
      UUID question,
      NoticeRows.@Nullable Side asker,
      NoticeRows.@Nullable Side known,
      @Nullable UUID house,
      Instant at) {
    jdbc.sql(
            """
            insert into deconflict_desk (id, question, asker_case, asker_authority, known_case, known_authority,
              house, at)
            values (:id, :question, :asker, :askerAuthority, :known, :knownAuthority, :house, :at)
            on conflict do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("question", question)
        .param("asker", asker == null ? null : asker.caseId().value(), java.sql.Types.OTHER)
        .param("askerAuthority", asker == null ? null : asker.authority(), java.sql.Types.OTHER)
        .param("known", known == null ? null : known.caseId().value(), java.sql.Types.OTHER)
        .param("knownAuthority", known == null ? null : known.authority(), java.sql.Types.OTHER)
        .param("house", house, java.sql.Types.OTHER)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** All, newest first. */
  public static List<SilentQuestion> all(JdbcClient jdbc, BiFunction<UUID, byte[], String> opened) {
    return jdbc.sql("select * from deconflict_desk order by at desc, id")
        .query((row, number) -> read(row, opened))
        .list();
  }

  private static SilentQuestion read(ResultSet row, BiFunction<UUID, byte[], String> opened)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID asker = row.getObject("asker_case", UUID.class);
    UUID known = row.getObject("known_case", UUID.class);
    UUID by = row.getObject("decided_by", UUID.class);
    String decision = row.getString("decision");
    byte[] reasons = row.getBytes("reasons");
    return new SilentQuestion(
        id,
        row.getObject("question", UUID.class),
        asker == null ? null : new CaseId(asker),
        known == null ? null : new CaseId(known),
        row.getObject("house", UUID.class),
        row.getTimestamp("at").toInstant(),
        by == null ? null : new ActorId(by),
        decision == null ? null : SilentQuestion.Decision.valueOf(decision),
        reasons == null ? "" : opened.apply(id, reasons));
  }

  /** The authorities of a question on the desk that nobody decided on yet. */
  public record Undecided(
      UUID question,
      @Nullable UUID asker,
      @Nullable UUID known,
      @Nullable UUID house,
      boolean decided) {}

  /** One of the desk, locked. */
  public static Optional<Undecided> find(JdbcClient jdbc, UUID id) {
    return jdbc.sql("select * from deconflict_desk where id = ? for update")
        .param(id)
        .query((row, number) ->
            new Undecided(
                row.getObject("question", UUID.class),
                row.getObject("asker_authority", UUID.class),
                row.getObject("known_authority", UUID.class),
                row.getObject("house", UUID.class),
                row.getTimestamp("decided_at") != null))
        .optional();
  }

  /** Notes a decision. */
  public static void decide(
      JdbcClient jdbc,
      UUID id,
      ActorId by,
      SilentQuestion.Decision decision,
      byte[] reasons,
      Instant at) {
    jdbc.sql(
            "update deconflict_desk set decided_by = ?, decided_at = ?, decision = ?, reasons = ?"
                + " where id = ?")
        .param(by.value())
        .param(Timestamp.from(at))
        .param(decision.name())
        .param(reasons)
        .param(id)
        .update();
  }

  // ------------------------------------------------------------------ covered cases

  /** Whether a case answers nobody. */
  public static boolean covered(JdbcClient jdbc, CaseId of) {
    return jdbc.sql(
            "select exists (select 1 from deconflict_cover where casefile = ? and lifted_at is"
                + " null)")
        .param(of.value())
        .query(Boolean.class)
        .single();
  }

  /** From now on a case answers nobody. */
  public static void cover(
      JdbcClient jdbc, UUID id, CaseId of, ActorId by, byte[] reasons, Instant at) {
    jdbc.sql(
            "insert into deconflict_cover (id, casefile, set_by, set_at, reasons)"
                + " values (?, ?, ?, ?, ?)")
        .param(id)
        .param(of.value())
        .param(by.value())
        .param(Timestamp.from(at))
        .param(reasons)
        .update();
  }

  /** From now on it answers again; false if it did already. */
  public static boolean uncover(JdbcClient jdbc, CaseId of, ActorId by, Instant at) {
    return jdbc.sql(
                "update deconflict_cover set lifted_by = ?, lifted_at = ?"
                    + " where casefile = ? and lifted_at is null")
            .param(by.value())
            .param(Timestamp.from(at))
            .param(of.value())
            .update()
        == 1;
  }

  /** Cases that answer nobody, newest first. */
  public static List<Cover> covers(JdbcClient jdbc, BiFunction<UUID, byte[], String> opened) {
    return jdbc.sql("select * from deconflict_cover where lifted_at is null order by set_at desc")
        .query((row, number) ->
            new Cover(
                new CaseId(row.getObject("casefile", UUID.class)),
                new ActorId(row.getObject("set_by", UUID.class)),
                row.getTimestamp("set_at").toInstant(),
                opened.apply(row.getObject("id", UUID.class), row.getBytes("reasons"))))
        .list();
  }
}

package dev.sextant.deconfliction.store;

import dev.sextant.deconfliction.Notice;
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

/** Notices to the leads of cases. A lead is who applied for the authority. */
public final class NoticeRows {
  private NoticeRows() {}

  /** An authority with its case and its lead. */
  public record Side(CaseId caseId, UUID authority, ActorId lead) {}

  /** The side of an authority; nothing if it is gone. */
  public static Optional<Side> side(JdbcClient jdbc, UUID authority) {
    return jdbc.sql(
            "select casefile, applicant from authority_version where authority = ?"
                + " order by version desc limit 1")
        .param(authority)
        .query((row, number) ->
            new Side(
                new CaseId(row.getObject("casefile", UUID.class)),
                authority,
                new ActorId(row.getObject("applicant", UUID.class))))
        .optional();
  }

  /** Tells one side of a colleague. */
  public static void tell(
      JdbcClient jdbc, UUID question, Side told, Notice.Side side, ActorId contact, Instant at) {
    put(jdbc, UUID.randomUUID(), question, told, side, contact, null, at);
  }

  /** Tells one side of another house's unit. */
  public static void tellOutside(
      JdbcClient jdbc,
      UUID id,
      UUID question,
      Side told,
      Notice.Side side,
      byte[] outside,
      Instant at) {
    put(jdbc, id, question, told, side, null, outside, at);
  }

  /* More parameters than elsewhere: one for each column. */
  private static void put(
      JdbcClient jdbc,
      UUID id,
      UUID question,
      Side told,
      Notice.Side side,
      @Nullable ActorId contact,
      byte @Nullable [] outside,
      Instant at) {
    jdbc.sql(
            """
            insert into deconflict_notice (id, question, casefile, authority, side, lead, contact, outside, at)
            values (:id, :question, :case, :authority, :side, :lead, :contact, :outside, :at)
            on conflict do nothing
            """)
        .param("id", id)
        .param("question", question)
        .param("case", told.caseId().value())
        .param("authority", told.authority())
        .param("side", side.name())
        .param("lead", told.lead().value())
        .param("contact", contact == null ? null : contact.value(), java.sql.Types.OTHER)
        .param("outside", outside, java.sql.Types.BINARY)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Those of authorities that a person applied for or works under, newest first. */
  public static List<Notice> of(
      JdbcClient jdbc, ActorId viewer, BiFunction<UUID, byte[], String> opened) {
    return jdbc.sql(
            """
            select n.* from deconflict_notice n
            where n.lead = :viewer or exists (select 1 from authority_version v
              where v.authority = n.authority and (v.applicant = :viewer or :viewer = any (v.team)))
            order by n.at desc, n.id
            """)
        .param("viewer", viewer.value())
        .query((row, number) -> read(row, opened))
        .list();
  }

  private static Notice read(ResultSet row, BiFunction<UUID, byte[], String> opened)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID contact = row.getObject("contact", UUID.class);
    byte[] outside = row.getBytes("outside");
    UUID seen = row.getObject("seen_by", UUID.class);
    Timestamp seenAt = row.getTimestamp("seen_at");
    return new Notice(
        id,
        row.getObject("question", UUID.class),
        new CaseId(row.getObject("casefile", UUID.class)),
        Notice.Side.valueOf(row.getString("side")),
        new ActorId(row.getObject("lead", UUID.class)),
        contact == null ? null : new ActorId(contact),
        outside == null ? null : opened.apply(id, outside),
        row.getTimestamp("at").toInstant(),
        seen == null ? null : new ActorId(seen),
        seenAt == null ? null : seenAt.toInstant());
  }

  /** Notes that a person took note; false if there is no such notice for the person. */
  public static boolean seen(JdbcClient jdbc, UUID id, ActorId by, Instant at) {
    return jdbc.sql(
                """
                update deconflict_notice n set seen_by = :by, seen_at = :at
                where n.id = :id and n.seen_at is null and (n.lead = :by or exists (
                  select 1 from authority_version v where v.authority = n.authority
                    and (v.applicant = :by or :by = any (v.team))))
                """)
            .param("by", by.value())
            .param("at", Timestamp.from(at))
            .param("id", id)
            .update()
        == 1;
  }
}

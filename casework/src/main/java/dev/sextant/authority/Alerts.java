package dev.sextant.authority;

import dev.sextant.terms.ActId;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an overseer must see: in the log, and in a table that is asked by time. */
public final class Alerts {
  private final Register register;
  private final ActLog log;
  private final People people;

  Alerts(Register register, ActLog log, People people) {
    this.register = register;
    this.log = log;
    this.people = people;
  }

  /** What is told. */
  public enum Kind {
    /** One person was to be looked at too often for the authority's level. */
    REPETITION,
    /** Questions that were asked apart cover a protected list together. */
    OVERLAP,
    /** A handle turned up at another account. */
    RECYCLED,
    /** Protected activity was applied for or asked for without a signed nexus. */
    PROTECTED,
    /** A policy refused what an overseer must look at. */
    POLICY,
    /** Somebody works through numbers, or asks too often, whether other cases know them. */
    DECONFLICTION
  }

  /**
   * One alert.
   *
   * @param kind what is told
   * @param code the code of the refusal
   * @param caseId in which case
   * @param authority under which authority
   * @param actor whose step it was; null where a machine found it
   * @param counted how many there were
   * @param allowed how many are allowed
   * @param leaf where it lies in the log
   * @param at when
   */
  public record Alert(
      Kind kind,
      String code,
      CaseId caseId,
      AuthorityId authority,
      @Nullable ActorId actor,
      long counted,
      long allowed,
      long leaf,
      Instant at) {}

  /** Whom and what an alert is about. */
  record About(CaseId caseId, AuthorityId authority, @Nullable ActorId actor) {
    static About of(Permit permit) {
      return new About(permit.caseId(), permit.authority(), permit.actor());
    }
  }

  /** Writes it into the log and the table. */
  void raise(Kind kind, String code, About about, long counted, long allowed) {
    ActId id = ActId.random();
    TreeMap<String, Object> inputs = new TreeMap<>();
    inputs.put("kind", kind.name());
    inputs.put("code", code);
    inputs.put("authority", about.authority().toString());
    inputs.put("counted", counted);
    inputs.put("allowed", allowed);
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("step", "ALERT");
    fields.put("case", about.caseId().toString());
    fields.put("inputs", inputs);
    long leaf = log.intent(id, fields);
    Instant at = log.now();
    register.within(
        "alert",
        jdbc ->
            jdbc.sql(
                    """
                    insert into alert (id, kind, code, casefile, authority, actor, counted, allowed, leaf, at)
                    values (:id, :kind, :code, :case, :authority, :actor, :counted, :allowed, :leaf, :at)
                    """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("code", code)
                .param("case", about.caseId().value())
                .param("authority", about.authority().value())
                .param("actor", value(about.actor()), java.sql.Types.OTHER)
                .param("counted", counted)
                .param("allowed", allowed)
                .param("leaf", leaf)
                .param("at", Timestamp.from(at))
                .update());
    TreeMap<String, Object> end = new TreeMap<>();
    end.put("step", "ALERT");
    end.put("case", about.caseId().toString());
    end.put("outcome", "DONE");
    end.put("outputs", inputs);
    log.outcome(id, leaf, end);
  }

  private static @Nullable UUID value(@Nullable ActorId actor) {
    return actor == null ? null : actor.value();
  }

  /**
   * Alerts, newest first.
   *
   * @param viewer an overseer or integrity officer
   * @param most how many at most
   */
  public List<Alert> all(ActorId viewer, int most) {
    return register.within(
        "alerts",
        jdbc -> {
          Actor person = people.find(jdbc, viewer);
          if (!person.is(Role.INTEGRITY_OFFICER)) {
            People.require(person, Role.OVERSEER, "alerts");
          }
          return jdbc.sql("select * from alert order by at desc, leaf desc limit ?")
              .param(most)
              .query((row, number) -> {
                UUID actor = row.getObject("actor", UUID.class);
                return new Alert(
                    Kind.valueOf(row.getString("kind")),
                    row.getString("code"),
                    new CaseId(row.getObject("casefile", UUID.class)),
                    new AuthorityId(row.getObject("authority", UUID.class)),
                    actor == null ? null : new ActorId(actor),
                    row.getLong("counted"),
                    row.getLong("allowed"),
                    row.getLong("leaf"),
                    row.getTimestamp("at").toInstant());
              })
              .list();
        });
  }
}

package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work with a persona (level 4), which people carry out under a law of its own. The program keeps
 * its plan with its constraints, and its outcome; it has no code that does any of it.
 */
public final class Operations {
  private static final int SHORTEST = 30;

  private final Register register;
  private final AuthorityStore store;
  private final Lifecycle life;
  private final CaseKeys keys;

  Operations(Register register, AuthorityStore store, Lifecycle life, CaseKeys keys) {
    this.register = register;
    this.store = store;
    this.life = life;
    this.keys = keys;
  }

  /**
   * What is planned.
   *
   * @param ground the order or law under which people do it; not the authority itself
   * @param handler who is responsible for whoever does it
   * @param plan what is to be done
   * @param constraints what must not be done, and when to stop
   * @param begins when
   * @param ends when, after it begins
   */
  public record Plan(
      String ground,
      String handler,
      String plan,
      String constraints,
      Instant begins,
      Instant ends) {
    /** The database keeps microseconds. */
    public Plan {
      begins = begins.truncatedTo(ChronoUnit.MICROS);
      ends = ends.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /**
   * A planned operation.
   *
   * @param id its identifier
   * @param authority of the case, beside which it runs
   * @param by the officer who recorded it
   * @param at when it was recorded
   * @param plan what is planned
   * @param outcome what came of it; null until it is reported
   */
  public record Operation(
      UUID id,
      AuthorityId authority,
      ActorId by,
      Instant at,
      Plan plan,
      @Nullable String outcome) {}

  /**
   * Records a plan beside an authority in force.
   *
   * @param officer who takes no part in the authority
   */
  public UUID plan(ActorId officer, AuthorityId id, Plan plan) {
    UUID operation = UUID.randomUUID();
    return life.run(
        "PLAN_OPERATION",
        officer,
        id,
        entry -> {
          People people = life.signatures().people();
          People.require(
              people.find(entry.jdbc(), officer), Role.AUTHORISING_OFFICER, "plan an operation");
          Version version = life.find(entry, id, EnumSet.of(AuthorityState.ACTIVE));
          life.requireApart(version, officer);
          requireWhole(plan);
          byte[] body =
              CanonicalJson.write(
                  Map.of(
                      "ground", plan.ground(),
                      "handler", plan.handler(),
                      "plan", plan.plan(),
                      "constraints", plan.constraints()));
          entry
              .jdbc()
              .sql(
                  """
                  insert into operation (id, authority, version, casefile, planned_by, leaf, planned_at, begins, ends, plan)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .param(operation)
              .param(id.value())
              .param(version.document().version())
              .param(version.caseId().value())
              .param(officer.value())
              .param(entry.leaf())
              .param(Timestamp.from(entry.at()))
              .param(Timestamp.from(plan.begins()))
              .param(Timestamp.from(plan.ends()))
              .param(seal(entry.jdbc(), version.caseId(), "plan " + operation, body))
              .update();
          entry.note("operation", operation);
          entry.note("level", Level.PERSONA.number());
          return operation;
        });
  }

  private static void requireWhole(Plan plan) {
    boolean whole =
        plan.ground().strip().length() >= 5
            && !plan.handler().isBlank()
            && plan.plan().strip().length() >= SHORTEST
            && plan.constraints().strip().length() >= SHORTEST
            && plan.begins().isBefore(plan.ends());
    if (!whole) {
      throw new Refused.Application(
          "SX-AUTH-OPERATION",
          "a planned operation is incomplete",
          "plan",
          "ground, handler, plan, constraints, begins, ends",
          "give the order it rests on, who is responsible, what is done, what must not be done, and"
              + " for how long");
    }
  }

  /** Reports what came of an operation, once. */
  public void report(ActorId officer, AuthorityId id, UUID operation, String outcome) {
    life.run(
        "REPORT_OPERATION",
        officer,
        id,
        entry -> {
          People people = life.signatures().people();
          People.require(
              people.find(entry.jdbc(), officer), Role.AUTHORISING_OFFICER, "report an operation");
          Lifecycle.requireReasons(outcome);
          CaseId of =
              AuthorityStore.caseOf(entry.jdbc(), id)
                  .orElseThrow(() -> new UnknownInRegister("authority", id.toString()));
          boolean open =
              entry
                      .jdbc()
                      .sql(
                          """
                          select 1 from operation o where o.id = ? and o.authority = ?
                            and not exists (select 1 from operation_outcome x where x.operation = o.id)
                          """)
                      .param(operation)
                      .param(id.value())
                      .query()
                      .listOfRows()
                      .size()
                  == 1;
          if (!open) {
            throw new UnknownInRegister("operation without an outcome", operation.toString());
          }
          entry
              .jdbc()
              .sql(
                  """
                  insert into operation_outcome (operation, reported_by, leaf, at, outcome)
                  values (?, ?, ?, ?, ?)
                  """)
              .param(operation)
              .param(officer.value())
              .param(entry.leaf())
              .param(Timestamp.from(entry.at()))
              .param(
                  seal(
                      entry.jdbc(),
                      of,
                      "outcome " + operation,
                      outcome.getBytes(StandardCharsets.UTF_8)))
              .update();
          entry.note("operation", operation);
          return operation;
        });
  }

  private byte[] seal(JdbcClient jdbc, CaseId of, String about, byte[] body) {
    return keys.registerCipher(jdbc, of).seal(body, about.getBytes(StandardCharsets.UTF_8));
  }

  /** Operations beside an authority, oldest first; for officers and overseers. */
  public List<Operation> all(ActorId viewer, AuthorityId id) {
    return register.within(
        "operations",
        jdbc -> {
          Actor person = life.signatures().people().find(jdbc, viewer);
          if (!person.is(Role.OVERSEER)) {
            People.require(person, Role.AUTHORISING_OFFICER, "operations");
          }
          CaseId of = store.versions(jdbc, id).getFirst().caseId();
          ValueCipher cipher = keys.registerCipher(jdbc, of);
          return jdbc.sql(
                  """
                  select o.*, x.outcome from operation o left join operation_outcome x on x.operation = o.id
                  where o.authority = ? order by o.leaf
                  """)
              .param(id.value())
              .query((row, number) -> operation(cipher, id, row))
              .list();
        });
  }

  private static Operation operation(ValueCipher cipher, AuthorityId id, ResultSet row)
      throws SQLException {
    UUID operation = row.getObject("id", UUID.class);
    Map<String, ?> body =
        CanonicalJson.readObject(
            cipher.open(
                row.getBytes("plan"), ("plan " + operation).getBytes(StandardCharsets.UTF_8)));
    byte[] outcome = row.getBytes("outcome");
    return new Operation(
        operation,
        id,
        new ActorId(row.getObject("planned_by", UUID.class)),
        row.getTimestamp("planned_at").toInstant(),
        new Plan(
            String.valueOf(body.get("ground")),
            String.valueOf(body.get("handler")),
            String.valueOf(body.get("plan")),
            String.valueOf(body.get("constraints")),
            row.getTimestamp("begins").toInstant(),
            row.getTimestamp("ends").toInstant()),
        outcome == null
            ? null
            : new String(
                cipher.open(outcome, ("outcome " + operation).getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8));
  }
}

package dev.sextant.authority;

import dev.sextant.terms.Selector;
import java.sql.Timestamp;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looking at one person again and again is surveillance, whoever looks and under whatever
 * authority. Counts working sessions in which a person was looked at (a card, a capture, a search
 * by exactly that identifier) in the whole house, and stops one too many below level 3. Looking
 * twice under one permit is one look.
 */
final class RepetitionRule implements StepRule {
  private final Register register;
  private final Rules rules;
  private final HouseHash hash;
  private final Alerts alerts;

  RepetitionRule(Register register, Rules rules, HouseHash hash, Alerts alerts) {
    this.register = register;
    this.rules = rules;
    this.hash = hash;
    this.alerts = alerts;
  }

  @Override
  public void require(Attempt attempt) {
    Set<Selector> subjects = Subjects.of(attempt);
    if (subjects.isEmpty()) {
      return;
    }
    long allowed = rules.pack().number("repetition.looks");
    boolean profiling = attempt.permit().scope().maxLevel() >= Level.PROFILING.number();
    long most =
        register.within(
            "repetition",
            jdbc -> {
              long counted = 0;
              for (Selector subject : subjects) {
                counted = Math.max(counted, others(jdbc, attempt, hash.subject(subject)));
              }
              if (profiling || counted < allowed) {
                subjects.forEach(subject -> remember(jdbc, attempt, hash.subject(subject)));
              }
              return counted;
            });
    if (!profiling && most >= allowed) {
      alerts.raise(
          Alerts.Kind.REPETITION,
          "SX-AUTH-REPETITION",
          Alerts.About.of(attempt.permit()),
          most + 1,
          allowed);
      throw new Refused.Leave(
          "SX-AUTH-REPETITION",
          "this person was looked at too often for this authority's level",
          "authority " + attempt.permit().authority(),
          most + " sessions within " + rules.pack().text("repetition.window"),
          "apply for level 3: " + Level.PROFILING.meaning());
    }
  }

  /* Sessions of the window other than this one, unless this one is counted already. Two at once wait
   * for each other. */
  private long others(JdbcClient jdbc, Attempt attempt, String subject) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("look " + subject)
        .query()
        .singleRow();
    return jdbc.sql(
            """
            select case when bool_or(permit = :permit) then 0 else count(*) end from look
            where subject = :subject and at > :since
            """)
        .param("permit", attempt.permit().id().value())
        .param("subject", subject)
        .param(
            "since", Timestamp.from(attempt.at().minus(rules.pack().duration("repetition.window"))))
        .query(Long.class)
        .single();
  }

  private static void remember(JdbcClient jdbc, Attempt attempt, String subject) {
    Permit permit = attempt.permit();
    jdbc.sql(
            """
            insert into look (subject, permit, authority, casefile, actor, at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(subject)
        .param(permit.id().value())
        .param(permit.authority().value())
        .param(permit.caseId().value())
        .param(permit.actor().value())
        .param(Timestamp.from(attempt.at()))
        .update();
  }
}

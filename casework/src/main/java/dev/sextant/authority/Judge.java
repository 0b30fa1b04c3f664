package dev.sextant.authority;

import dev.sextant.authority.PolicyGuard.Denial;
import dev.sextant.authority.policy.Question;
import dev.sextant.terms.ActorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the policies once a step and once a deed, and tells overseers of what they must see. */
final class Judge {
  private final PolicyGuard guard;
  private volatile @Nullable PolicyFacts facts;
  private volatile @Nullable Alerts alerts;
  private volatile Runnable settler = () -> {};

  Judge(PolicyGuard guard) {
    this.guard = guard;
  }

  /** Gives it what it asks from; it and the register's deeds are made one after the other. */
  void informed(PolicyFacts from, Alerts telling, Runnable settling) {
    this.facts = from;
    this.alerts = telling;
    this.settler = settling;
  }

  /** Brings into force what is due, before anything is decided. */
  void settle() {
    settler.run();
  }

  /** Empty if a step may be taken. */
  Optional<Denial> step(JdbcClient jdbc, ResultSet row, StepRule.Attempt attempt)
      throws SQLException {
    return guard.judge(known().step(jdbc, row, attempt), attempt.step().name());
  }

  /** Empty if a deed may be done. */
  Optional<Denial> deed(
      JdbcClient jdbc, String deed, @Nullable ActorId by, Particulars inputs, Instant now) {
    Question question = known().deed(jdbc, deed, by, inputs, now);
    return guard.judge(question, deed);
  }

  private PolicyFacts known() {
    return Objects.requireNonNull(facts, "the policies are not taken up yet");
  }

  /** Tells overseers of a refusal under a permit. */
  void alert(Denial denial, Permit permit) {
    Alerts all = alerts;
    if (denial.alert() && all != null) {
      String code = denial.refusal().code();
      Alerts.Kind kind =
          code.equals("SX-AUTH-PROTECTED") ? Alerts.Kind.PROTECTED : Alerts.Kind.POLICY;
      all.raise(kind, code, Alerts.About.of(permit), 1, 0);
    }
  }
}

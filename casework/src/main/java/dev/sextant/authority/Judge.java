package dev.sextant.authority;

import dev.sextant.authority.PolicyGuard.Denial;
import dev.sextant.authority.policy.Question;
import dev.sextant.terms.ActId;
import dev.sextant.terms.ActorId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the policies once a step and once a deed, and tells overseers of what they must see. */
final class Judge {
  private final ActLog log;
  private final PolicyGuard guard;
  private volatile @Nullable PolicyFacts facts;
  private volatile Runnable settler = () -> {};

  Judge(ActLog log, PolicyGuard guard) {
    this.log = log;
    this.guard = guard;
  }

  /** Gives it what it asks from; it and the register's deeds are made one after the other. */
  void informed(PolicyFacts from, Runnable settling) {
    this.facts = from;
    this.settler = settling;
  }

  /** Brings into force what is due, before anything is decided. */
  void settle() {
    settler.run();
  }

  /** Empty if a step may be taken. */
  Optional<Denial> step(JdbcClient jdbc, StepRule.Attempt attempt) {
    return guard.judge(known().step(jdbc, attempt), attempt.step().name());
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

  /** Says in the log that an overseer must look at a refusal. */
  void alert(String code, long leaf) {
    ActId id = ActId.random();
    Map<String, Object> about = Map.of("code", code, "leaf", leaf);
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("step", "ALERT");
    fields.put("inputs", about);
    long intent = log.intent(id, fields);
    TreeMap<String, Object> end = new TreeMap<>();
    end.put("step", "ALERT");
    end.put("outcome", "DONE");
    end.put("outputs", about);
    log.outcome(id, intent, end);
  }
}

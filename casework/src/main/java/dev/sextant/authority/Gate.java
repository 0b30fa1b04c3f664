package dev.sextant.authority;

import dev.sextant.authority.CaseKeys.KeyedHash;
import dev.sextant.terms.ActId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;

/** Where acts begin and end: asks whether the permit lives, and writes to the log. */
final class Gate {
  private final Register register;
  private final CaseKeys keys;
  private final ActLog log;
  private final List<StepRule> rules;
  private final StepRule conflicts;

  /**
   * @param rules asked in this order once the permit is found alive
   * @param conflicts asked once more of whom an act meets
   */
  Gate(
      Register register, CaseKeys keys, ActLog log, List<StepRule> rules, StepRule conflicts) {
    this.conflicts = conflicts;
    this.register = register;
    this.keys = keys;
    this.log = log;
    this.rules = List.copyOf(rules);
  }

  Act begin(Permit permit, Step step, Particulars inputs) {
    KeyedHash hash = keys.keyedHash(permit);
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("step", step.name());
    fields.put("class", step.logClass().name());
    fields.put("actor", permit.actor().toString());
    fields.put("case", permit.caseId().toString());
    fields.put("authority", permit.authority().toString());
    fields.put("version", permit.authorityVersion());
    fields.put("permit", permit.id().toString());
    fields.put("purpose", hash.of(permit.purpose()));
    Register.Answer answer =
        log.now().isBefore(permit.expires()) ? register.admit(permit, step) : Register.Answer.DEAD;
    if (answer != Register.Answer.LIVES) {
      Refused.Leave refusal = answer == Register.Answer.DEAD ? dead(permit) : viewsUsed(permit);
      fields.put("code", refusal.code());
      log.refusal(fields);
      throw refusal;
    }
    fields.put("inputs", inputs.logged(hash::of));
    ask(new StepRule.Attempt(permit, step, inputs, log.now()), fields);
    ActId id = ActId.random();
    Instant at = log.now().truncatedTo(ChronoUnit.MICROS);
    return new Act(id, permit, step, new Act.Begun(at, log.intent(id, fields)), this);
  }

  private void ask(StepRule.Attempt attempt, TreeMap<String, Object> fields) {
    for (StepRule rule : rules) {
      if (!rule.concerns(attempt.permit())) {
        continue;
      }
      try {
        rule.require(attempt);
      } catch (Refused.Leave refusal) {
        fields.put("code", refusal.code());
        log.refusal(fields);
        throw refusal;
      }
    }
  }

  /* What a step names is sometimes known only once it has begun: the accounts of the record that is
   * opened. */
  void meets(Act act, Particulars met) {
    try {
      conflicts.require(new StepRule.Attempt(act.permit(), act.step(), met, log.now()));
    } catch (Refused.Leave refusal) {
      act.failed(refusal.code());
      throw refusal;
    }
  }

  void end(Act act, String outcome, String code, Particulars outputs) {
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("case", act.permit().caseId().toString());
    fields.put("step", act.step().name());
    fields.put("outcome", outcome);
    if (!code.isEmpty()) {
      fields.put("code", code);
    }
    KeyedHash hash = keys.keyedHash(act.permit());
    fields.put("outputs", outputs.logged(hash::of));
    if (!act.exhibits().isEmpty()) {
      fields.put("exhibits", act.exhibits());
    }
    log.outcome(act.id(), act.intentLeaf(), fields);
  }

  private static Refused.Leave viewsUsed(Permit permit) {
    return new Refused.Leave(
        "SX-AUTH-QUOTA-VIEWS",
        "the authority's views are used up",
        "authority " + permit.authority() + " version " + permit.authorityVersion(),
        Long.toString(permit.viewQuota()),
        "apply for a further version with a larger quota");
  }

  static Refused.Leave dead(Permit permit) {
    return new Refused.Leave(
        "SX-AUTH-PERMIT-DEAD",
        "this permit lives no longer",
        "permit of authority " + permit.authority(),
        permit.id().toString(),
        "its time is over or its authority is suspended, ended or changed: ask for a new permit");
  }
}

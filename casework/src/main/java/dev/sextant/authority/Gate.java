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
  private final Judge judge;
  private final List<StepRule> rules;
  private final StepRule conflicts;
  private final ReadAccount account = new ReadAccount();
  private final DoneActs doneActs = new DoneActs();

  /**
   * The rules of a gate.
   *
   * @param steps asked before every step, in this order
   * @param conflicts asked once more of whom an act meets
   */
  record StepRules(List<StepRule> steps, StepRule conflicts) {}

  /**
   * @param judge asks the policies
   * @param rules asked once the permit is found alive and the policies allow
   */
  Gate(Register register, CaseKeys keys, ActLog log, Judge judge, StepRules rules) {
    this.conflicts = rules.conflicts();
    this.register = register;
    this.keys = keys;
    this.log = log;
    this.judge = judge;
    this.rules = List.copyOf(rules.steps());
  }

  Act begin(Permit permit, Step step, Particulars inputs) {
    judge.settle();
    // One law from the decision to its entry.
    return log.steady(() -> enter(permit, step, inputs));
  }

  private Act enter(Permit permit, Step step, Particulars inputs) {
    StepRule.Attempt attempt = new StepRule.Attempt(permit, step, inputs, log.now());
    Register.Admission admission =
        log.now().isBefore(permit.expires())
            ? register.admit(permit, step, (jdbc, row) -> judge.step(jdbc, row, attempt))
            : Register.Admission.DEAD;
    byte[] caseKey = admission.caseKey();
    KeyedHash hash = caseKey == null ? keys.keyedHash(permit) : keys.keyedHash(caseKey, permit);
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("step", step.name());
    fields.put("class", step.logClass().name());
    fields.put("actor", permit.actor().toString());
    fields.put("case", permit.caseId().toString());
    fields.put("authority", permit.authority().toString());
    fields.put("version", permit.authorityVersion());
    fields.put("permit", permit.id().toString());
    fields.put("purpose", hash.of(permit.purpose()));
    fields.put("level", Ladder.of(step, inputs).number());
    switch (admission.answer()) {
      case DEAD -> throw refused(fields, dead(permit));
      case VIEWS_USED -> throw refused(fields, viewsUsed(permit));
      case LIVES -> admission.denial().ifPresent(denial -> deny(fields, denial, permit));
    }
    fields.put("inputs", inputs.logged(hash::of));
    ask(attempt, fields);
    ActId id = ActId.random();
    Instant at = log.now().truncatedTo(ChronoUnit.MICROS);
    return new Act(id, permit, step, new Act.Begun(at, log.intent(id, fields), hash, inputs), this);
  }

  private void ask(StepRule.Attempt attempt, TreeMap<String, Object> fields) {
    for (StepRule rule : rules) {
      if (!rule.concerns(attempt.permit())) {
        continue;
      }
      try {
        rule.require(attempt);
      } catch (Refused.Leave refusal) {
        throw refused(fields, refusal);
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

  private void deny(TreeMap<String, Object> fields, PolicyGuard.Denial denial, Permit permit) {
    fields.put("by", denial.by());
    refused(fields, denial.refusal());
    judge.alert(denial, permit);
    throw denial.refusal();
  }

  private Refused refused(TreeMap<String, Object> fields, Refused refusal) {
    fields.put("code", refusal.code());
    log.refusal(fields);
    return refusal;
  }

  void end(Act act, String outcome, String code, Particulars outputs) {
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("case", act.permit().caseId().toString());
    fields.put("step", act.step().name());
    fields.put("outcome", outcome);
    if (!code.isEmpty()) {
      fields.put("code", code);
    }
    // The key as it was at the beginning: the act itself may have destroyed it.
    KeyedHash hash = act.hash();
    fields.put("outputs", outputs.and(act.noted()).logged(hash::of));
    if (!act.exhibits().isEmpty()) {
      fields.put("exhibits", act.exhibits());
    }
    long rows = act.rows();
    if (rows > 0) {
      fields.put("rows", rows);
    }
    long leaf = log.outcome(act.id(), act.intentLeaf(), fields);
    account.logged(rows);
    if (code.isEmpty()) {
      doneActs.tell(act, leaf);
    }
  }

  DoneActs doneActs() {
    return doneActs;
  }

  ReadAccount account() {
    return account;
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

package dev.sextant.authority.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Cedar and the model in plain Java agree on 10,000 random questions; and the questions are good
 * enough to notice the loss of every single policy.
 */
class PolicyDifferenceTest {
  private static final int MANY = 10_000;

  private static final long SEED = Long.getLong("sextant.seed", 20261122L);

  private static final List<Question> QUESTIONS = new Questions(SEED).list(MANY);

  private final PolicyBundle shipped = PolicyBundle.shipped();
  private final PolicyDecision reference = new ReferenceDecision(Vocabulary.of(shipped.schema()));

  @Test
  void bothAgree() {
    PolicyDecision cedar = CedarDecision.of(shipped);
    int allowed = 0;
    for (Question question : QUESTIONS) {
      PolicyDecision.Ruling ruling = cedar.decide(question);
      if (ruling.allowed() != reference.decide(question).allowed()) {
        fail("seed " + SEED + ": Cedar says " + ruling + " to " + question);
      }
      allowed += ruling.allowed() ? 1 : 0;
    }
    System.out.println("seed " + SEED + ": " + allowed + " of " + MANY + " allowed");
    // Neither all yes nor all no: such a sample could not tell two laws apart.
    assertThat(allowed).isBetween(MANY / 10, MANY * 9 / 10);
  }

  @Test
  void theLossOfAnyPolicyIsNoticed() {
    Map<String, Integer> noticed = new TreeMap<>();
    for (PolicyStatement lost : shipped.statements()) {
      PolicyDecision without = CedarDecision.of(without(lost));
      int differ = 0;
      for (Question question : QUESTIONS) {
        boolean says = without.decide(question).allowed();
        if (says != reference.decide(question).allowed()) {
          differ++;
          // Losing a forbid widens, losing a permit narrows; nothing else may happen.
          assertThat(says).as("%s without %s", question, lost.id()).isEqualTo(lost.forbids());
          if (differ >= 3) {
            break;
          }
        }
      }
      noticed.put(lost.id(), differ);
    }
    assertThat(noticed)
        .hasSizeGreaterThan(20)
        .allSatisfy((id, differ) -> {
          assertThat(differ)
              .as("seed %d: nobody would notice the loss of %s", SEED, id)
              .isPositive();
        });
  }

  private PolicyBundle without(PolicyStatement lost) {
    Map<String, String> texts = new TreeMap<>();
    shipped
        .texts()
        .forEach((file, text) -> {
          List<String> kept = new ArrayList<>();
          for (PolicyStatement one : PolicyStatement.of(text)) {
            if (!one.equals(lost)) {
              kept.add("@id(\"" + one.id() + "\")\n" + one.source());
            }
          }
          texts.put(file, String.join("\n", kept));
        });
    return new PolicyBundle(shipped.name(), shipped.version(), shipped.schema(), texts);
  }
}

package dev.sextant.authority;

import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.authority.policy.PolicyDecision;
import dev.sextant.authority.policy.PolicyDecision.Ruling;
import dev.sextant.authority.policy.PolicyStatement;
import dev.sextant.authority.policy.Question;
import dev.sextant.authority.policy.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the policies in force and turns a no into a refusal with a code, a reason and a cure. Before
 * any are in force nothing is allowed but what happens by itself.
 */
final class PolicyGuard {
  private static final String NO_PERMIT = "SX-AUTH-ROLE";

  private volatile @Nullable InForce inForce;

  /** A bundle and whoever judges by it. */
  record InForce(PolicyBundle bundle, PolicyDecision decision, Map<String, PolicyStatement> byId) {

    static InForce of(PolicyBundle bundle, PolicyDecision decision) {
      Map<String, PolicyStatement> byId = new LinkedHashMap<>();
      bundle.statements().forEach(statement -> byId.put(statement.id(), statement));
      return new InForce(bundle, decision, Collections.unmodifiableMap(byId));
    }

    /* The program asks for what the bundle has no name for. */
    boolean behind(String action) {
      return !Vocabulary.of(bundle.schema()).actions().containsKey(action)
          && Vocabulary.of(PolicyBundle.shipped().schema()).actions().containsKey(action);
    }
  }

  /**
   * A no.
   *
   * @param refusal what to throw
   * @param by the policies that refused, for the log
   * @param alert whether an overseer must look at it
   */
  record Denial(Refused refusal, List<String> by, boolean alert) {}

  /** From now on these policies count. */
  void turn(InForce now) {
    inForce = now;
  }

  /** Which policies count, if any do. */
  @Nullable InForce inForce() {
    return inForce;
  }

  /** Empty if it may be done. */
  Optional<Denial> judge(Question question, String place) {
    InForce law = inForce;
    if (law == null) {
      boolean happens = question.who() instanceof Question.Clock;
      return happens
          ? Optional.empty()
          : Optional.of(denial(null, Ruling.undecided(), true, place));
    }
    Ruling ruling = law.decision().decide(question);
    if (ruling.allowed()) {
      return Optional.empty();
    }
    if (law.behind(question.action())) {
      LawFault older =
          LawLag.older(
              "the policies in force do not know this step: they are older than this program",
              place,
              question.action());
      return Optional.of(
          new Denial(
              new Refused.Leave(
                  older.code(), older.what(), older.place(), older.value(), older.cure()),
              List.copyOf(ruling.by()),
              false));
    }
    boolean covered = law.decision().covered(question);
    return Optional.of(denial(law, ruling, covered, place));
  }

  private static Denial denial(
      @Nullable InForce law, Ruling ruling, boolean covered, String place) {
    List<String> by = List.copyOf(ruling.by());
    if (ruling.failed() || law == null) {
      return new Denial(
          new Refused.Leave(
              "SX-AUTH-POLICY",
              "the policies cannot decide this",
              place,
              law == null ? "none in force" : "an error, or unknown to the schema",
              "unknown means no: see docs/formats/policies.md"),
          by,
          false);
    }
    // The first of those that refused, in the order in which an overseer reads them.
    PolicyStatement first =
        law.byId().values().stream().filter(one -> by.contains(one.id())).findFirst().orElse(null);
    boolean alert =
        by.stream()
            .map(law.byId()::get)
            .anyMatch(one -> one != null && one.annotations().containsKey("alert"));
    return new Denial(refusal(covered ? first : null, place), by, alert);
  }

  private static Refused refusal(@Nullable PolicyStatement first, String place) {
    if (first == null) {
      return new Refused.Role(
          NO_PERMIT,
          "this person may not do that",
          place,
          "no policy",
          "ask a person whose part it is");
    }
    String code = first.annotations().getOrDefault("code", "SX-AUTH-POLICY");
    String says = first.annotations().getOrDefault("says", "a policy forbids this");
    String cure = first.annotations().getOrDefault("cure", "see the policy");
    if (code.equals(NO_PERMIT) || code.equals("SX-AUTH-DISTINCT")) {
      return new Refused.Role(code, says, place, first.id(), cure);
    }
    return new Refused.Leave(code, says, place, first.id(), cure);
  }
}

package dev.sextant.authority;

import dev.sextant.authority.policy.CedarDecision;
import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.authority.policy.PolicyDecision;
import dev.sextant.authority.policy.Question;
import dev.sextant.authority.policy.ReferenceDecision;
import dev.sextant.authority.policy.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes whoever judges by a bundle: Cedar, or, where it cannot be loaded, the reference model. */
final class PolicyEngines {
  /** Who must be able to do what under any policies, or the house could not be put right again. */
  private static final List<Question> WAY_BACK =
      List.of(
          law("AUTHORISING_OFFICER", "POLICY_PROPOSE"),
          law("AUTHORISING_OFFICER", "PACK_PROPOSE"),
          law("AUTHORISING_OFFICER", "POLICY_APPROVE"),
          law("AUTHORISING_OFFICER", "PACK_APPROVE"),
          law("OVERSEER", "POLICY_APPROVE"),
          law("OVERSEER", "PACK_APPROVE"),
          law("OVERSEER", "POLICY_STOP"),
          law("OVERSEER", "PACK_STOP"),
          authority("AUTHORISING_OFFICER", "SUSPEND"),
          authority("OVERSEER", "SUSPEND"),
          authority("OVERSEER", "OVERSEE"),
          authority("OVERSEER", "QUASH"),
          clock("POLICY_NOTICE"),
          clock("PACK_NOTICE"),
          clock("POLICY_FORCE"),
          clock("PACK_FORCE"));

  private final @Nullable String absent;

  /**
   * @param absent why Cedar cannot be loaded, or null if it can
   */
  PolicyEngines(@Nullable String absent) {
    this.absent = absent;
  }

  /** As this machine allows. */
  static PolicyEngines here() {
    return new PolicyEngines(CedarDecision.absent());
  }

  /**
   * Whoever judges by this bundle.
   *
   * @throws LawFault {@code SX-AUTH-LAW-ENGINE} if Cedar is not there and the bundle is not the
   *     shipped one, from which alone the model in Java was not written differently
   */
  PolicyDecision judging(PolicyBundle bundle) {
    if (absent == null) {
      return CedarDecision.of(bundle);
    }
    if (!bundle.digest().equals(PolicyBundle.shipped().digest())) {
      throw new LawFault(
          "SX-AUTH-LAW-ENGINE",
          "these policies cannot be evaluated on this machine",
          "Cedar's native library",
          absent,
          "run the house on Linux, macOS or Windows on x86_64, or Linux or macOS on aarch64");
    }
    return new ReferenceDecision(Vocabulary.of(bundle.schema()));
  }

  /**
   * Refuses policies after which the law could not be changed back or authorities not be stopped.
   *
   * @throws Refused.Application {@code SX-AUTH-LAW-LOCKED}
   */
  void requireWayBack(PolicyBundle bundle) {
    PolicyDecision decision = judging(bundle);
    for (Question question : WAY_BACK) {
      if (!decision.decide(question).allowed()) {
        throw new Refused.Application(
            "SX-AUTH-LAW-LOCKED",
            "after this change the law could not be put right again",
            "change of the law",
            question.action(),
            "leave open how the law is changed and how authorities are stopped");
      }
    }
  }

  private static Question law(String role, String action) {
    return deed(person(role), action, new Question.Change("change", "proposer", Set.of()));
  }

  private static Question authority(String role, String action) {
    Question.Authority authority =
        new Question.Authority(
            "authority",
            "ACTIVE",
            new Question.People("applicant", Set.of("applicant")),
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(1),
            new Question.Bounds(0, "CRIME_INVESTIGATION", Set.of(), Set.of()));
    return deed(person(role), action, authority);
  }

  private static Question clock(String action) {
    return deed(new Question.Clock(), action, new Question.Change("change", "proposer", Set.of()));
  }

  private static Question.Person person(String role) {
    return new Question.Person("somebody", Set.of(role), true, true);
  }

  private static Question deed(Question.Who who, String action, Question.On on) {
    return new Question(who, action, on, new Question.Deed(Instant.EPOCH, false, false));
  }
}

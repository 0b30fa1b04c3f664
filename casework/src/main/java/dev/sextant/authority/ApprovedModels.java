package dev.sextant.authority;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A machine's method works only as it was approved: same fingerprint, and not past its date. */
final class ApprovedModels implements StepRule {
  /** Particulars under which a step names the method. */
  static final String ID = "model";

  static final String FINGERPRINT = "modelDigest";

  /** Steps that a machine's method takes part in. */
  private static final Set<Step> MACHINE = Set.of(Step.SUGGEST, Step.MEASURE);

  private final Models models;

  ApprovedModels(Models models) {
    this.models = models;
  }

  @Override
  public void require(Attempt attempt) {
    if (!MACHINE.contains(attempt.step())) {
      return;
    }
    Map<String, Object> inputs = attempt.inputs().logged(selector -> "");
    String id = Objects.toString(inputs.get(ID), "");
    String fingerprint = Objects.toString(inputs.get(FINGERPRINT), "");
    Models.State state = models.judged(id, fingerprint, attempt.at());
    if (state != Models.State.APPROVED) {
      throw new Refused.Leave(
          state.code(),
          "this method of the machine is not approved as it is now",
          "model " + (id.isEmpty() ? "unnamed" : id),
          fingerprint.isEmpty() ? "no fingerprint" : fingerprint,
          "evaluate it anew, propose what was found, and have two people approve it"
              + " (sextant models, or the page of methods)");
    }
  }
}

package dev.sextant.authority;

import java.util.Set;

/** Blocks steps that name somebody whom the person declared as a conflict of interest. */
final class ConflictRule implements StepRule {
  private final Conflicts conflicts;

  ConflictRule(Conflicts conflicts) {
    this.conflicts = conflicts;
  }

  @Override
  public void require(Attempt attempt) {
    Permit permit = attempt.permit();
    Set<String> named = attempt.inputs().named();
    conflicts.require(permit.actor(), permit.caseId(), attempt.step().name(), named);
  }

  @Override
  public boolean concerns(Permit permit) {
    return true;
  }
}

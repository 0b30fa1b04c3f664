package dev.sextant.authority;

import java.time.Instant;

/**
 * A rule asked before every step, after the permit was found alive and before the intent is
 * written. All are asked, in order; the first that refuses ends the step, and its refusal is logged
 * with its code. A rule that cannot decide refuses.
 */
interface StepRule {
  /**
   * @param attempt what is about to be done
   * @throws Refused.Leave with the rule's own code
   */
  void require(Attempt attempt);

  /**
   * Whether the rule is asked under a permit: most are for a team's permits, which are bounded by
   * an authority's levels and quotas.
   */
  default boolean concerns(Permit permit) {
    return permit.kind() == Permit.Kind.TEAM;
  }

  /**
   * A step about to begin.
   *
   * @param permit under which permit
   * @param step what
   * @param inputs particulars as the caller gave them, selectors in clear
   * @param at when
   */
  record Attempt(Permit permit, Step step, Particulars inputs, Instant at) {}
}

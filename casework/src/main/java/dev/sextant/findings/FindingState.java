package dev.sextant.findings;

/** Where a finding stands on its way to a signature. */
public enum FindingState {
  /** Being written; its author may amend it. */
  DRAFT,
  /**
   * Frozen and with a second person. Once that person has accepted, it stays here until its author
   * signs.
   */
  IN_REVIEW,
  /** Sent back with reasons; its author may amend it. */
  RETURNED,
  /** Accepted by the reviewer, signed by its author; may be disclosed. */
  SIGNED,
  /** Taken back with a reason; stays readable, may not be disclosed any more. */
  WITHDRAWN,
  /** Another finding took its place; stays readable, may not be disclosed any more. */
  CORRECTED
}

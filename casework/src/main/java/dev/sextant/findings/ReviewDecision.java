package dev.sextant.findings;

/** What a second person decides on a finding. */
public enum ReviewDecision {
  /** It may be signed as it stands. */
  ACCEPT(FindingStep.Kind.ACCEPTED),
  /** Its author must change it. */
  RETURN(FindingStep.Kind.RETURNED);

  private final FindingStep.Kind kind;

  ReviewDecision(FindingStep.Kind kind) {
    this.kind = kind;
  }

  FindingStep.Kind kind() {
    return kind;
  }
}

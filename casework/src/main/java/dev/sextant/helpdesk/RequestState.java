package dev.sextant.helpdesk;

/** Where a request stands. The database holds the table of paths and refuses every other. */
public enum RequestState {
  /** Somebody said what is wanted, of whom and why. */
  INTAKE,
  /** The adviser has named the lowest instrument that suffices. */
  ADVISED,
  /** An instrument was chosen and is being written. */
  DRAFT,
  /** A second person reads it. */
  LEGAL_REVIEW,
  /** Its issuer has signed it. */
  ISSUED,
  /** The provider has it. */
  SERVED,
  /** The provider has said that it works on it. */
  ACKNOWLEDGED,
  /** The provider asks back. */
  CLARIFY,
  /** The provider declines. */
  REFUSED,
  /** The provider, or a court, contests it. */
  CHALLENGED,
  /** The provider has promised to keep the data; it discloses nothing. */
  PRESERVED,
  /** Some of the answer is here, more is to come. */
  PARTIAL,
  /** The answer is here. */
  RETURNED,
  /** The answer is being judged by the request's terms; nobody sees it. */
  SCOPE_CHECK,
  /**
   * What lay inside the terms is open to the team, and nothing lay outside or it was dealt with.
   */
  RELEASED,
  /** Something lay outside the terms and is sealed; the filter officer decides on it. */
  SEALED_OVERPRODUCTION,
  /** The meaning of each field was written down, with the provider's glossary. */
  INTERPRETED,
  /** Whoever must be told was told, or a lawful reason for not telling is on file. */
  NOTICE_DONE,
  /** Done with. */
  CLOSED,
  /** Given up before anything came back. */
  WITHDRAWN;

  /** Whether a return may be taken in. */
  public boolean awaits() {
    return switch (this) {
      case SERVED,
          ACKNOWLEDGED,
          CLARIFY,
          CHALLENGED,
          PARTIAL,
          RETURNED,
          RELEASED,
          SEALED_OVERPRODUCTION ->
          true;
      default -> false;
    };
  }

  /** Whether nothing more can happen to it. */
  public boolean over() {
    return this == CLOSED || this == WITHDRAWN;
  }
}

package dev.sextant.authority;

/** The part a person may take. Whoever oversees or administers does nothing else. */
public enum Role {
  /** Applies for authorities and works under them. */
  ANALYST,
  /** Grants, reviews and ends authorities. */
  AUTHORISING_OFFICER,
  /** Stands outside the agency's line: confirms, suspends, quashes. */
  OVERSEER,
  /** Enrols people and runs the house; sees no evidence. */
  ADMINISTRATOR,
  /**
   * Looks at what was sealed off as outside an authority or as privileged, and decides what becomes
   * of it; never on the team of the case.
   */
  FILTER_OFFICER,
  /** Drafts and serves legal process on providers, and receives their returns. */
  LEGAL_PROCESS_OFFICER,
  /** Looks into conflicts of interest and misuse; told of them in place of the supervisor. */
  INTEGRITY_OFFICER
}

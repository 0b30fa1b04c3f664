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
  ADMINISTRATOR
}

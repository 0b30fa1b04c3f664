package dev.sextant.authority;

/** What an officer or overseer decides. */
public enum Decision {
  /** Granted or confirmed. */
  APPROVED,
  /** Not granted. */
  REFUSED,
  /** Sent back to be amended. */
  RETURNED
}

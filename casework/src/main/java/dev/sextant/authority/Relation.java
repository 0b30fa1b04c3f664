package dev.sextant.authority;

/** What somebody is to the person who declares a conflict of interest. */
public enum Relation {
  /** The person's own accounts and numbers. */
  SELF,
  /** Family. */
  FAMILY,
  /** A present or former partner. */
  PARTNER,
  /** A colleague. */
  COLLEAGUE,
  /** A neighbour. */
  NEIGHBOUR,
  /** Anybody else whom the person must not look at. */
  OTHER
}

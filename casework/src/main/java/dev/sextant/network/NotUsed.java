package dev.sextant.network;

/** Why a record in scope made no tie. */
public enum NotUsed {
  /** It happened outside the snapshot's window. */
  OUTSIDE_WINDOW,
  /** Its time cannot be placed, and the window has an end. */
  NO_TIME,
  /** It holds no tie of the kinds that the rule counts. */
  OTHER_KIND,
  /** The source names nobody as acting. */
  NO_AUTHOR,
  /** The source names nobody, or nobody for certain, at the other end. */
  NO_OTHER_END,
  /** More members or recipients than the rule allows. */
  GROUP_TOO_LARGE,
  /** Both ends are accounts of one entity. */
  SAME_ENTITY,
  /** The stated weight is not a finite number above 0. */
  NO_WEIGHT,
  /** It says that two keep apart: one blocks the other. */
  KEPT_APART
}

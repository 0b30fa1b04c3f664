package dev.sextant.records;

/** What was decided of an item that was sealed off. */
public enum FilterState {
  /** Nothing yet. */
  SEALED,
  /** Destroyed; its bytes stay masked in the exhibit, and no later reading brings it back. */
  DESTROYED,
  /** Given back to the provider; otherwise as destroyed. */
  RETURNED,
  /** Waits for an authority that covers it. */
  NEW_PROCESS,
  /** Such an authority is in force: its next reading of the exhibit brings it in. */
  RELEASED
}

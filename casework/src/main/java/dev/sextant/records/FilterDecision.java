package dev.sextant.records;

/** What a filter officer decides of items that were sealed off. */
public enum FilterDecision {
  /** What they say is destroyed. */
  DESTROY(FilterState.DESTROYED),
  /** They are given back to the provider, and nothing of them is kept. */
  RETURN(FilterState.RETURNED),
  /** They wait until somebody has applied for an authority that covers them. */
  NEW_PROCESS(FilterState.NEW_PROCESS),
  /** Such an authority is in force: they may be read under it. */
  RELEASE(FilterState.RELEASED);

  private final FilterState state;

  FilterDecision(FilterState state) {
    this.state = state;
  }

  /** What items are afterwards. */
  public FilterState state() {
    return state;
  }
}

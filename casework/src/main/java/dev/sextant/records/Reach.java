package dev.sextant.records;

import dev.sextant.authority.Permit;
import dev.sextant.records.store.ScopeCheck;

/**
 * How far from the named an authority lets people be drawn into networks and judged one with
 * another: its hop limit. Records in scope name somebody or something that the authority names, so
 * nobody in them is further than one hop; with a limit of 0 whoever merely shares a record with the
 * named stays out.
 */
public final class Reach {
  private final ScopeCheck scope;
  private final boolean hop;

  private Reach(ScopeCheck scope, boolean hop) {
    this.scope = scope;
    this.hop = hop;
  }

  /** The reach of a permit. */
  public static Reach of(Permit permit) {
    return new Reach(new ScopeCheck(permit.scope()), permit.hopLimit() > 0);
  }

  /** Whether an account that a record names is within the limit. */
  public boolean near(Record record, AccountRef account) {
    return hop || scope.names(record, account);
  }

  /** Whether every account that a record names is within the limit. */
  public boolean whole(Record record) {
    return hop || record.accounts().stream().allMatch(account -> scope.names(record, account));
  }
}

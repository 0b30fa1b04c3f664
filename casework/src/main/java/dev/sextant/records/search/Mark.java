package dev.sextant.records.search;

import dev.sextant.authority.Permit;
import dev.sextant.records.store.Current;
import dev.sextant.records.store.ScopeCheck;

/**
 * Under what records are indexed: documents of another authority, or of the same one at another
 * scope, are never found.
 *
 * @param authority its identifier
 * @param scope fingerprint of its scope
 */
public record Mark(String authority, String scope) {
  /** What a permit may find. */
  public static Mark of(Permit permit) {
    return new Mark(permit.authority().toString(), ScopeCheck.fingerprint(permit.scope()).hex());
  }

  /** Names an exhibit's place in the index. */
  String place(Current current) {
    return authority + "/" + current.exhibit();
  }

  /** What must be there for the place to be up to date. */
  String state(Current current) {
    return current.reading() + "/" + scope;
  }
}

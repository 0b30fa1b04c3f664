package dev.sextant.records.search;

import dev.sextant.authority.Permit;
import dev.sextant.records.store.Current;
import dev.sextant.records.store.ScopeCheck;
import dev.sextant.terms.Digest;

/**
 * Under what records are indexed: documents of another authority, or of the same one at another
 * scope, are never found.
 *
 * @param authority its identifier
 * @param scope fingerprint of its scope and of what is privileged in it
 */
public record Mark(String authority, String scope) {
  /**
   * What a permit may find.
   *
   * @param privileges digest of what is hidden as privileged, and of what was released
   */
  public static Mark of(Permit permit, Digest privileges) {
    return new Mark(
        permit.authority().toString(),
        Digest.ofFields(
                "sextant-index/v2", ScopeCheck.fingerprint(permit.scope()).hex(), privileges.hex())
            .hex());
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

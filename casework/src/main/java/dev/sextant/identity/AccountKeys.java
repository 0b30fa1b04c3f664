package dev.sextant.identity;

import dev.sextant.records.AccountRef;
import dev.sextant.terms.Locator;

/** How accounts are keyed across a case. */
public final class AccountKeys {
  private AccountKeys() {}

  /**
   * The key under which a reference means one account within a case: see {@link AccountRef#keyAt}.
   *
   * @param ref as the record names the account
   * @param at where the record was read
   */
  public static String of(AccountRef ref, Locator at) {
    return ref.keyAt(at);
  }
}

package dev.sextant.identity;

import dev.sextant.records.AccountRef;
import dev.sextant.terms.Locator;

/** How accounts are keyed across a case. */
public final class AccountKeys {
  /** Characters of the exhibit's digest in a key: 128 bits, so that nobody can make two meet. */
  private static final int DIGEST_CHARACTERS = 32;

  private AccountKeys() {}

  /**
   * The key under which a reference means one account within a case. A platform's number, a
   * telephone number and a handle mean the same in every exhibit. A name as displayed and a label
   * in a chart mean something inside their exhibit only, so the exhibit becomes part of the key:
   * two charts may both have a node "1", two telephones may both hold a "_chat.txt" with an "Anna".
   *
   * @param ref as the record names the account
   * @param at where the record was read
   */
  public static String of(AccountRef ref, Locator at) {
    return switch (ref.basis()) {
      case PLATFORM_ID, PHONE, HANDLE -> ref.accountKey();
      case DISPLAY_NAME, LABEL ->
          ref.accountKey() + "#" + at.exhibit().hex().substring(0, DIGEST_CHARACTERS);
    };
  }
}

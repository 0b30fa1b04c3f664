package dev.sextant.identity;

import java.util.List;

/**
 * Accounts judged to be one actor, or one account that nobody has joined to another. Derived.
 *
 * @param key names it
 * @param accounts its accounts by key; never empty
 * @param label the name to show to people: that of its most active account that has one
 */
public record Entity(EntityKey key, List<Account> accounts, String label) {
  /** Copies. */
  public Entity {
    accounts = List.copyOf(accounts);
  }
}

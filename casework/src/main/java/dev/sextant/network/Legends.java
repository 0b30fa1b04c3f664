package dev.sextant.network;

import dev.sextant.identity.Account;
import dev.sextant.identity.Entity;

/** Lines of legends from entities. */
final class Legends {
  private Legends() {}

  static NodeView line(int index, Entity entity) {
    return new NodeView(
        index,
        entity.key(),
        entity.label(),
        entity.accounts().stream().map(Account::key).toList(),
        entity.accounts().stream().map(a -> a.platform().toString()).distinct().sorted().toList());
  }
}

package dev.sextant.app;

import dev.sextant.authority.AuthorityRoom;
import dev.sextant.ledger.Ledger;
import java.time.Clock;

/** The rooms that work on a case. */
public record Rooms() {
  static Rooms build(HomeFolder home, AuthorityRoom authority, Ledger ledger, Clock clock) {
    return new Rooms();
  }
}

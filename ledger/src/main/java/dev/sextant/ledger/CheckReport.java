package dev.sextant.ledger;

import dev.sextant.terms.Digest;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link LedgerChecker} found.
 *
 * @param origin the log's name as its checkpoint gives it; empty if unreadable
 * @param size entries in the published tree, all of them hashed anew if there is no flaw
 * @param root the root computed from the entries; absent if a flaw stopped the way there
 * @param signed whether the log's signature was verified with a key given from outside
 * @param cosigners names of the witnesses whose cosignatures verify
 * @param earlier earlier checkpoints that this tree continues
 * @param tiles hash tiles compared
 * @param flaws what is wrong, first found first; empty if all is well
 */
public record CheckReport(
    String origin,
    long size,
    Optional<Digest> root,
    boolean signed,
    List<String> cosigners,
    int earlier,
    long tiles,
    List<Flaw> flaws) {
  /** Copies the lists. */
  public CheckReport {
    cosigners = List.copyOf(cosigners);
    flaws = List.copyOf(flaws);
  }

  /** Whether no flaw was found. */
  public boolean ok() {
    return flaws.isEmpty();
  }
}

package dev.sextant.identity;

import java.util.List;
import java.util.SortedSet;

/**
 * Accounts that are possibly one actor's: the machine's proposal, in which what people judged
 * always binds. It joins nobody.
 *
 * @param accounts two or more, of at least two entities
 * @param weakest the least of the scores by which its accounts hang together, log2 odds in 1/65536
 *     bits: the link to look at first
 * @param link the pair that holds by that score
 * @param entities keys of the entities that it would join
 */
public record PossibleGroup(
    SortedSet<String> accounts, int weakest, Pair link, List<EntityKey> entities) {
  /** Copies. */
  public PossibleGroup {
    accounts = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(accounts));
    entities = List.copyOf(entities);
  }
}

package dev.sextant.network;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What counts as a tie.
 *
 * @param kinds the kinds that count; at least one
 * @param minimumRecords a tie that fewer records support is left out; at least 1
 * @param directed true if a tie runs from one to the other, false if it joins both
 * @param maxGroupSize most members (or recipients) at which belonging together says something; at
 *     least 2
 */
public record TieRule(Set<TieKind> kinds, int minimumRecords, boolean directed, int maxGroupSize) {
  /** In a group of more, most members will never have exchanged a word. */
  public static final int USUAL_GROUP_SIZE = 50;

  /**
   * Copies and checks.
   *
   * @throws BadMeasuring {@code SX-NETWORK-RULE} if a value is out of range
   */
  public TieRule {
    if (kinds.isEmpty() || minimumRecords < 1 || maxGroupSize < 2) {
      throw new BadMeasuring(
          "SX-NETWORK-RULE",
          "this tie rule counts nothing",
          "rule",
          kinds.size() + " kinds, minimum " + minimumRecords + ", group size " + maxGroupSize,
          "give a kind, a minimum of 1 or more and a group size of 2 or more");
    }
    kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  /** Undirected, one record is enough, groups up to {@link #USUAL_GROUP_SIZE}. */
  public static TieRule of(TieKind... kinds) {
    return new TieRule(Set.copyOf(List.of(kinds)), 1, false, USUAL_GROUP_SIZE);
  }
}

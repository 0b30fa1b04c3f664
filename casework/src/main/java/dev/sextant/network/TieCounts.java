package dev.sextant.network;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of every record in scope: {@code seen = used + the sum of notUsed}.
 *
 * @param seen records in the permit's scope
 * @param used records that support a tie (before the rule's minimum is applied)
 * @param notUsed the others, by reason
 * @param untimed of those used, how many have no placed time (memberships, follows, drawn ties):
 *     they count whatever the window
 * @param belowMinimum ties left out because too few records support them
 * @param entitiesWithoutTie entities in scope that are not in the legend
 */
public record TieCounts(
    long seen,
    long used,
    Map<NotUsed, Long> notUsed,
    long untimed,
    int belowMinimum,
    int entitiesWithoutTie) {
  /** Copies. */
  public TieCounts {
    EnumMap<NotUsed, Long> copy = new EnumMap<>(NotUsed.class);
    copy.putAll(notUsed);
    notUsed = Collections.unmodifiableMap(copy);
  }

  /** Records that support no tie. */
  public long recordsNotUsed() {
    return notUsed.values().stream().mapToLong(Long::longValue).sum();
  }

  /** True if nothing was lost between the scope and the ties. */
  public boolean balanced() {
    return seen == used + recordsNotUsed();
  }
}

package dev.sextant.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an account was seen under a handle: an account may change its handle, and a handle its
 * account.
 *
 * @param account by key
 * @param handle as the source writes it
 * @param first the first placed moment at which a record shows it; null if none has such a moment
 * @param last the last one, or null
 * @param records how often records show it
 */
public record HandleSpan(
    String account, String handle, @Nullable Instant first, @Nullable Instant last, long records) {
  static HandleSpan at(String account, String handle, @Nullable Instant when) {
    return new HandleSpan(account, handle, when, when, 1);
  }

  HandleSpan with(HandleSpan more) {
    Instant from = first;
    Instant to = last;
    Instant otherFrom = more.first;
    Instant otherTo = more.last;
    if (from == null || (otherFrom != null && otherFrom.isBefore(from))) {
      from = otherFrom;
    }
    if (to == null || (otherTo != null && otherTo.isAfter(to))) {
      to = otherTo;
    }
    return new HandleSpan(account, handle, from, to, records + more.records);
  }
}

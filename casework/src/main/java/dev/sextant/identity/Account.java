package dev.sextant.identity;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A presence on one platform, as the records within a permit's scope show it. Derived, never
 * stored.
 *
 * @param key as {@link AccountKeys#of} gives it
 * @param platform where it lives
 * @param basis what the key is
 * @param handles changeable names seen for it, most frequent first
 * @param names names as displayed, most frequent first
 * @param selectors e-mail addresses, numbers and the like stated for it, each once; verified if any
 *     source says so
 * @param records how many records name it
 * @param seen from the first to just after the last placed moment at which a record names it; open
 *     at both ends if none has such a moment
 */
public record Account(
    String key,
    Platform platform,
    KeyBasis basis,
    Set<String> handles,
    Set<String> names,
    List<Stated> selectors,
    long records,
    Span seen) {
  /** Copies, keeping the order. */
  public Account {
    handles = Collections.unmodifiableSet(new LinkedHashSet<>(handles));
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    selectors = List.copyOf(selectors);
  }

  /** The first placed moment, or null. */
  public @Nullable Instant first() {
    return seen.from();
  }

  /** The last placed moment, or null. */
  public @Nullable Instant last() {
    Instant end = seen.to();
    return end == null ? null : end.minusNanos(1);
  }

  /** The name to show to people: the most frequent display name, else handle, else the key. */
  public String shownAs() {
    if (!names.isEmpty()) {
      return names.iterator().next();
    }
    return handles.isEmpty() ? key : handles.iterator().next();
  }
}

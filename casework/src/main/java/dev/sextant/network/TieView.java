package dev.sextant.network;

import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tie within a snapshot.
 *
 * @param from place of one end in the legend; in an undirected snapshot the smaller
 * @param to place of the other end
 * @param kinds how often each kind occurs in it
 * @param records how many records support it (for co-membership: shared groups)
 * @param weight the kinds' counts added up, with the stated weight in place of a relation's count
 * @param first first placed moment, or null
 * @param last last placed moment, or null
 * @param examples up to {@link #MOST_EXAMPLES} of the records, by id
 */
public record TieView(
    int from,
    int to,
    Map<TieKind, Integer> kinds,
    int records,
    double weight,
    @Nullable Instant first,
    @Nullable Instant last,
    List<Digest> examples) {
  /** Enough to begin looking. */
  public static final int MOST_EXAMPLES = 5;

  /** Copies. */
  public TieView {
    kinds = Collections.unmodifiableMap(new EnumMap<>(kinds));
    examples = List.copyOf(examples);
  }
}

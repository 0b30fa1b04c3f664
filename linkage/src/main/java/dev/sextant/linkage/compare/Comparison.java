package dev.sextant.linkage.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the values of one field, or of a few columns that belong together (a given name and a
 * surname). Prepares each distinct value once, then compares prepared values, many times and
 * without allocating.
 *
 * <p>Every method is a pure function of its arguments and of what the comparison was made with:
 * no clock, no locale of the machine, no static state that changes. Safe from many threads.
 *
 * @param <V> a prepared value, immutable
 */
public interface Comparison<V> {
  /**
   * The levels from best to worst, named by what a reader of an explanation needs ("same after
   * transliteration"). The last one says that nothing above holds. From 2 to 15.
   */
  List<String> levels();

  /**
   * Prepares a value.
   *
   * @param cells the columns of the field, in the order of the profile; a missing cell is empty
   * @return the prepared value, or null where the cells say nothing: then the pair has no level
   *     here and the field weighs nothing
   */
  @Nullable V prepare(List<String> cells);

  /**
   * The level of two values; symmetric.
   *
   * @return index into {@link #levels()}, 0 is the best
   */
  int level(V a, V b);

  /**
   * What is counted to know how rare an agreement is: two values that agree at a level have
   * their terms' frequencies looked at.
   *
   * @param level of the agreement; a fuzzy level may count a coarser term than an exact one
   * @return the term, or null where frequency says nothing at this level
   */
  default @Nullable String term(V value, int level) {
    return null;
  }
}

package dev.sextant.linkage.group;

import java.util.List;

/**
 * Judgements that cannot all hold: two records judged different that others judged same connect. No
 * judgement is dropped in silence: the two stay apart, and the judgements on the path are set aside
 * until a person has settled them.
 *
 * @param a record of the pair judged different
 * @param b the other
 * @param path the records from {@code a} to {@code b}, each judged same as the next
 */
public record Conflict(int a, int b, List<Integer> path) {
  /** Copies the list. */
  public Conflict {
    path = List.copyOf(path);
  }
}

package dev.sextant.identity;

import java.util.List;

/**
 * What would become of the touched entities; nothing was written.
 *
 * @param before the entities that would be touched
 * @param after what they would be
 * @param clashes pairs judged different that other judgements would then join: these would be set
 *     aside
 * @param settled clashes of now that would be over
 * @param needsSecond true if it would count only once a second person has approved it; {@code
 *     after} shows what is then
 */
public record Preview(
    List<Entity> before,
    List<Entity> after,
    List<Pair> clashes,
    List<Pair> settled,
    boolean needsSecond) {
  /** Copies. */
  public Preview {
    before = List.copyOf(before);
    after = List.copyOf(after);
    clashes = List.copyOf(clashes);
    settled = List.copyOf(settled);
  }
}

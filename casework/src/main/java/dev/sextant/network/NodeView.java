package dev.sextant.network;

import dev.sextant.identity.EntityKey;
import dev.sextant.subjects.RoleBook;
import java.util.List;

/**
 * One line of a legend: what a number stands for.
 *
 * @param index place in the snapshot, from 0
 * @param entity the entity's key when it was frozen
 * @param label its name then
 * @param accounts keys of its accounts then
 * @param platforms where they live, each once, in order
 * @param roles what the person behind it is in the case, in words, as it stands when it is looked
 *     at; not frozen, and empty where nobody asked
 * @param masked true for a child: no name, no accounts, no rank
 */
public record NodeView(
    int index,
    EntityKey entity,
    String label,
    List<String> accounts,
    List<String> platforms,
    String roles,
    boolean masked) {
  /** Copies. */
  public NodeView {
    accounts = List.copyOf(accounts);
    platforms = List.copyOf(platforms);
  }

  /** As frozen. */
  public NodeView(
      int index, EntityKey entity, String label, List<String> accounts, List<String> platforms) {
    this(index, entity, label, accounts, platforms, "", false);
  }

  /** With the roles that hold now; a child loses name and accounts. */
  NodeView as(RoleBook book) {
    boolean child = book.masked(accounts);
    return new NodeView(
        index,
        entity,
        child ? RoleBook.MASK : label,
        child ? List.of() : accounts,
        child ? List.of() : platforms,
        book.words(accounts),
        child);
  }
}

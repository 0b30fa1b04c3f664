package dev.sextant.network;

import dev.sextant.identity.EntityKey;
import java.util.List;

/**
 * One line of a legend: what a number stands for.
 *
 * @param index place in the snapshot, from 0
 * @param entity the entity's key when it was frozen
 * @param label its name then
 * @param accounts keys of its accounts then
 * @param platforms where they live, each once, in order
 */
public record NodeView(
    int index, EntityKey entity, String label, List<String> accounts, List<String> platforms) {
  /** Copies. */
  public NodeView {
    accounts = List.copyOf(accounts);
    platforms = List.copyOf(platforms);
  }
}

package dev.sextant.identity;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All entities within a permit's scope, in the order of their keys, and where judgements clash. */
public final class Entities {
  private final List<Entity> all;
  private final List<Conflict> conflicts;
  private final Map<String, Integer> placeOf = new HashMap<>();

  /**
   * Two accounts that a standing judgement calls different, while others join them into one entity.
   * People must settle it: nothing here picks a side.
   *
   * @param entity the entity that holds both
   * @param judgement the judgement that says different
   */
  public record Conflict(EntityKey entity, Judgement judgement) {}

  Entities(List<Entity> all, List<Conflict> conflicts) {
    this.all = List.copyOf(all);
    this.conflicts = List.copyOf(conflicts);
    for (int i = 0; i < all.size(); i++) {
      for (Account account : all.get(i).accounts()) {
        placeOf.put(account.key(), i);
      }
    }
  }

  /** Every entity, by key. */
  public List<Entity> all() {
    return all;
  }

  /** Clashes of judgements. */
  public List<Conflict> conflicts() {
    return conflicts;
  }

  /** Place in {@link #all} of the entity that an account belongs to; -1 if it is not known. */
  public int placeOf(String account) {
    return placeOf.getOrDefault(account, -1);
  }

  /** The key of every account's entity, by account key. */
  public Map<String, EntityKey> byAccount() {
    Map<String, EntityKey> keys = new HashMap<>();
    placeOf.forEach((account, place) -> keys.put(account, all.get(place).key()));
    return Collections.unmodifiableMap(keys);
  }
}

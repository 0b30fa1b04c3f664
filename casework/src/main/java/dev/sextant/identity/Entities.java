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
   * Judgements that cannot all hold: two accounts are judged different, and others join them. The
   * two stay apart, and what would join them is set aside until people settle it: withdraw one, or
   * judge anew. A false join accuses somebody; a missing one costs a judgement.
   *
   * @param entity the entity that holds one of the two
   * @param other the entity that holds the other
   * @param judgement the judgement that says different
   * @param setAside the judgements on the way from one to the other; they join nobody
   */
  public record Conflict(
      EntityKey entity, EntityKey other, Judgement judgement, List<Judgement> setAside) {
    /** Copies. */
    public Conflict {
      setAside = List.copyOf(setAside);
    }
  }

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

package dev.sextant.identity;

import dev.sextant.terms.Digest;

/**
 * Names an entity as long as its smallest account stays the same.
 *
 * @param digest of that account's key
 */
public record EntityKey(Digest digest) implements Comparable<EntityKey> {
  /** The key of the entity whose smallest account has this key. */
  public static EntityKey of(String smallestAccount) {
    return new EntityKey(Digest.ofFields("sextant-entity/v1", smallestAccount));
  }

  /** Reads what {@link #toString} prints. */
  public static EntityKey parse(String hex) {
    return new EntityKey(new Digest(hex));
  }

  @Override
  public int compareTo(EntityKey other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return digest.hex();
  }
}

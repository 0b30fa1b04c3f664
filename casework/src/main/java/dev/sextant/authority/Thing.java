package dev.sextant.authority;

import java.util.UUID;

/**
 * What is held or destroyed.
 *
 * @param kind of what kind
 * @param id its identifier
 */
public record Thing(Kind kind, UUID id) {
  /** Kinds of things. */
  public enum Kind {
    /** One exhibit with all that was read from it. */
    EXHIBIT,
    /** One person with roles and suspicions. */
    PERSON,
    /** Everything kept under one authority. */
    AUTHORITY,
    /** A whole case; held as one, never destroyed as one. */
    CASE
  }

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}

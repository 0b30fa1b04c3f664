package dev.sextant.authority;

/** Cases and their authorities. */
public final class Authorities {
  private Authorities() {}
}

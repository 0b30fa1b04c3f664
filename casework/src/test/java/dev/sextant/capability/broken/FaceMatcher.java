package dev.sextant.capability.broken;

/** Breaks: no faces are compared. */
final class FaceMatcher {
  double matchFaces(byte[] one, byte[] other) {
    return one.length == other.length ? 1 : 0;
  }
}

package dev.sextant.capability.broken;

/** Breaks: no belief is read out of names. */
final class GuessedBelief {
  String inferReligion(String name) {
    return name;
  }
}

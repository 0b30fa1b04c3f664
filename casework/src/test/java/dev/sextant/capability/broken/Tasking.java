package dev.sextant.capability.broken;

/** Stands for an action that tasks somebody: collecting, applying, releasing. */
final class Tasking {
  void collect(String account) {}
}

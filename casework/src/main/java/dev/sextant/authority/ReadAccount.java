package dev.sextant.authority;

/**
 * Rows that acts under way have read and whose outcomes do not say so yet. Rows enter before their
 * transaction commits and leave after the outcome is in the log, so that a sum of the log and of
 * this is never behind.
 */
final class ReadAccount {
  private long open;

  synchronized void read(long rows) {
    open += rows;
  }

  synchronized void logged(long rows) {
    open -= rows;
  }

  synchronized long open() {
    return open;
  }
}

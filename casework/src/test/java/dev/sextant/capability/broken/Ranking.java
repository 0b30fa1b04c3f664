package dev.sextant.capability.broken;

import java.util.function.Consumer;

/** Breaks: a score tasks nobody, not even round three corners. */
final class Ranking {
  private final Next next = new Next();

  void rank(double score) {
    if (score > 0.9) {
      next.pass("account");
    }
  }

  /** First corner: another class. */
  private static final class Next {
    void pass(String account) {
      Taker taker = new Filing();
      taker.take(account);
    }
  }

  /** Second corner: an interface. */
  interface Taker {
    void take(String account);
  }

  /** Third corner: a lambda. */
  private static final class Filing implements Taker {
    @Override
    public void take(String account) {
      Consumer<String> file = one -> new Tasking().collect(one);
      file.accept(account);
    }
  }
}

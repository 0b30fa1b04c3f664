package dev.sextant.authority;

import dev.sextant.ledger.Ledger;
import dev.sextant.terms.ActId;
import dev.sextant.terms.CanonicalJson;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entries of docs/formats/acts.md. Each is durable when its method returns, and names
 * the law under which it was written.
 */
final class ActLog {
  static final String FORMAT = "sextant-act/1";

  private final Ledger ledger;
  private final Clock clock;
  private final String program;

  /* Entries are written side by side; a change of the law stands alone, so that no entry after its
   * outcome names the law before it. */
  private final ReentrantReadWriteLock order = new ReentrantReadWriteLock();
  private volatile Map<String, String> law = Map.of();

  ActLog(Ledger ledger, Clock clock, String program) {
    this.ledger = ledger;
    this.clock = clock;
    this.program = program;
  }

  Ledger ledger() {
    return ledger;
  }

  Instant now() {
    return clock.instant();
  }

  /** What every entry from now on carries of the law: its names and digests. */
  void under(Map<String, String> names) {
    law = Map.copyOf(names);
  }

  /** Runs something during which the law does not change, such as a decision and its entry. */
  <T> T steady(Supplier<T> work) {
    order.readLock().lock();
    try {
      return work.get();
    } finally {
      order.readLock().unlock();
    }
  }

  /** Runs something during which nobody else writes: an outcome that changes the law. */
  void alone(Runnable work) {
    order.writeLock().lock();
    try {
      work.run();
    } finally {
      order.writeLock().unlock();
    }
  }

  /** An intent; its fields say who, what, under what, from what. */
  long intent(ActId act, Map<String, ?> fields) {
    return append("intent", act, fields);
  }

  /** The outcome of an intent. */
  long outcome(ActId act, long intent, Map<String, ?> fields) {
    TreeMap<String, @Nullable Object> all = new TreeMap<>(fields);
    all.put("intent", intent);
    return append("outcome", act, all);
  }

  /** Something that was asked for and not allowed. */
  long refusal(Map<String, ?> fields) {
    return append("refusal", ActId.random(), fields);
  }

  private long append(String kind, ActId act, Map<String, ?> fields) {
    return steady(() -> {
      TreeMap<String, @Nullable Object> entry = new TreeMap<>(fields);
      entry.putAll(law);
      entry.put("format", FORMAT);
      entry.put("kind", kind);
      entry.put("act", act.toString());
      entry.put("at", clock.instant().toString());
      entry.put("program", program);
      return ledger.append(CanonicalJson.write(entry));
    });
  }
}

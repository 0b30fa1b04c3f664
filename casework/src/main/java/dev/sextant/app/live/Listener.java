package dev.sextant.app.live;

import dev.sextant.app.live.Changes.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One window that follows what its team publishes. It holds at most {@value #MOST} changes; who
 * takes them more slowly than they come is let go and comes again.
 */
public final class Listener implements AutoCloseable {
  /** More than a person takes in; a few hundred bytes each. */
  static final int MOST = 256;

  private final Changes changes;
  private final Changes.Asked asked;
  private final String position;
  private final boolean gap;
  private final BlockingQueue<Told> waiting = new LinkedBlockingQueue<>(MOST);
  private volatile boolean over;

  Listener(
      Changes changes, Changes.Asked asked, String position, boolean gap, Collection<Told> missed) {
    this.changes = changes;
    this.asked = asked;
    this.position = position;
    this.gap = gap;
    waiting.addAll(missed);
  }

  /** Who is told. */
  public Changes.Asked asked() {
    return asked;
  }

  /** Where it stands as it begins. */
  public String position() {
    return position;
  }

  /** Where it stands once a change was handed over. */
  public String position(Told told) {
    return changes.position(told.number());
  }

  /** True if not everything since it left off is known: whoever listens looks at all anew. */
  public boolean gap() {
    return gap;
  }

  /** True if nothing more comes but what waits: it was too slow, or the server ends. */
  public boolean over() {
    return over;
  }

  /** False if it can hold no more; it is over then. */
  boolean offer(Told told) {
    if (!waiting.offer(told)) {
      end();
      return false;
    }
    return true;
  }

  void end() {
    over = true;
  }

  /**
   * What came since it was asked last; empty if nothing did, or it is over.
   *
   * @param most how long to wait for the first
   */
  public List<Told> take(Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    List<Told> taken = new ArrayList<>();
    // Looked at once a second, so that an ending server is not kept waiting.
    while (!over && taken.isEmpty() && System.nanoTime() < until) {
      Told first = waiting.poll(1, TimeUnit.SECONDS);
      if (first != null) {
        taken.add(first);
      }
    }
    waiting.drainTo(taken);
    return taken;
  }

  @Override
  public void close() {
    over = true;
    changes.forget(this);
  }
}

package dev.sextant.ledger.journal;

import dev.sextant.ledger.LedgerFault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/* Mechanism. Whoever finds nobody committing becomes the leader: takes all that wait (up to a
 * limit), writes and forces them with one force, answers them, then settles them into the tree.
 * Those who come meanwhile wait and are the next batch. No thread of its own: a log without callers
 * has nothing to do, and there is nothing to shut down. */
/** Group commit: many threads append, one force to disk serves them all. */
public final class CommitQueue {
  /** A frame's body is begun with at most this many bytes, so that memory stays bounded. */
  static final int MAX_BATCH_BYTES = 4 << 20;

  private static final int MAX_BATCH_ENTRIES = 8192;

  /** What a batch is done with. Called by one thread at a time. */
  public interface Writer {
    /** Makes the entries durable; returns the index of the first. */
    long commit(List<Pending> batch) throws IOException;

    /** Takes durable entries into the tree. */
    void settle(List<Pending> batch) throws IOException;
  }

  /** Work that needs the writer to stand still. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** An entry that waits to be durable. */
  public static final class Pending {
    private final byte[] entry;
    private final byte[] leafHash;
    private long index = -1;
    private @Nullable LedgerFault fault;

    private Pending(byte[] entry, byte[] leafHash) {
      this.entry = entry;
      this.leafHash = leafHash;
    }

    /** The entry's bytes. */
    public byte[] entry() {
      return entry;
    }

    /** Its RFC 6962 leaf hash. */
    public byte[] leafHash() {
      return leafHash;
    }

    private boolean answered() {
      return index >= 0 || fault != null;
    }
  }

  private final String place;
  private final Writer writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
  private boolean busy;
  private @Nullable LedgerFault broken;

  /**
   * @param place the log's folder, for faults
   */
  public CommitQueue(String place, Writer writer) {
    this.place = place;
    this.writer = writer;
  }

  /**
   * Appends and waits until the entry is durable. An interrupt does not cut the wait short: the
   * entry may be in the log already, and the caller must learn its index.
   *
   * @return the entry's index
   */
  public long append(byte[] entry, byte[] leafHash) {
    Pending mine = new Pending(entry, leafHash);
    lock.lock();
    try {
      if (broken != null) {
        throw broken;
      }
      waiting.add(mine);
      while (busy && !mine.answered()) {
        changed.awaitUninterruptibly();
      }
      while (!mine.answered()) {
        lead();
      }
    } finally {
      lock.unlock();
    }
    if (mine.fault != null) {
      throw mine.fault;
    }
    return mine.index;
  }

  /** Commits one batch. Called with the lock held and nobody busy; returns likewise. */
  private void lead() {
    List<Pending> batch = take();
    busy = true;
    lock.unlock();
    LedgerFault fault = new LedgerFault.Closed(place);
    long first = -1;
    try {
      first = writer.commit(batch);
      answer(batch, first);
      writer.settle(batch);
      fault = null;
    } catch (IOException e) {
      fault = new LedgerFault.Storage(place, e);
    } finally {
      lock.lock();
      busy = false;
      if (fault != null) {
        fail(fault, first < 0 ? batch : List.of());
      }
      changed.signalAll();
    }
  }

  private List<Pending> take() {
    List<Pending> batch = new ArrayList<>();
    long bytes = 0;
    while (!waiting.isEmpty() && batch.size() < MAX_BATCH_ENTRIES && bytes < MAX_BATCH_BYTES) {
      Pending one = waiting.remove();
      bytes += Short.BYTES + one.entry.length;
      batch.add(one);
    }
    return batch;
  }

  private void answer(List<Pending> batch, long first) {
    lock.lock();
    try {
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).index = first + i;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /* After a failed force nobody knows what is on disk, and a second force may falsely succeed: the
   * queue stays broken until the log is opened, and so read, again. */
  private void fail(LedgerFault fault, List<Pending> batch) {
    broken = fault;
    batch.forEach(pending -> pending.fault = fault);
    waiting.forEach(pending -> pending.fault = fault);
    waiting.clear();
  }

  /** Runs work while no batch is being committed or settled. */
  public <T> T exclusively(Work<T> work) throws IOException {
    lock.lock();
    try {
      while (busy) {
        changed.awaitUninterruptibly();
      }
      if (broken != null) {
        throw broken;
      }
      return work.run();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Refuses all further work, after what is being committed. */
  public void close() {
    lock.lock();
    try {
      while (busy) {
        changed.awaitUninterruptibly();
      }
      if (broken == null) {
        fail(new LedgerFault.Closed(place), List.of());
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

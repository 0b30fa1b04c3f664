package dev.sextant.records.search;

import dev.sextant.records.RecordFault;
import dev.sextant.records.StoredRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of one reading into a case's index while they are read, on threads of their
 * own, so that nothing has to be read back from the store and opened again. Nothing of it is found
 * before it is committed, and it is committed after the store has; broken off, it leaves nothing.
 * In memory are a few thousand records at most.
 *
 * <p>One thread gives; anybody may close.
 */
public final class IndexFeed implements AutoCloseable {
  /** Handing over costs as much as a record's document takes: not one by one. */
  private static final int MOST_TOGETHER = 256;

  /** Long texts go over sooner. */
  private static final int MOST_CHARACTERS = 1 << 18;

  /** A segment of so many is worth files of its own: packing them would seal everything twice. */
  private static final int MANY = 25_000;

  /** Indexing costs more than all else of an intake: one thread would hold the reading up. */
  private static final int WORKERS = 2;

  private static final int MOST_WAITING = 16;
  private static final int LOOK_MILLIS = 50;

  private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);

  private final IndexWriter writer;
  private final Runnable released;
  private final BlockingQueue<List<StoredRecord>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final List<Thread> workers = new ArrayList<>();
  private List<StoredRecord> next = new ArrayList<>(MOST_TOGETHER);
  private int characters;
  private volatile boolean over;
  private volatile boolean broken;
  private boolean closed;

  /**
   * @param writer whose commit shows what was taken; closed at the end
   * @param documents gives, for each thread, what a record is in the index
   * @param released called once, when nothing is written any more
   */
  IndexFeed(
      IndexWriter writer, Supplier<Function<StoredRecord, Document>> documents, Runnable released) {
    this.writer = writer;
    this.released = released;
    for (int i = 0; i < WORKERS; i++) {
      Function<StoredRecord, Document> own = documents.get();
      workers.add(Thread.ofPlatform().daemon().name("sextant:index-feed").start(() -> work(own)));
    }
  }

  /** Takes a record, or passes it over if the feed has broken off. */
  public void add(StoredRecord record) {
    if (broken) {
      return;
    }
    next.add(record);
    characters += record.record().words().length();
    if (next.size() >= MOST_TOGETHER || characters >= MOST_CHARACTERS) {
      handOver();
    }
  }

  private void handOver() {
    List<StoredRecord> some = next;
    next = new ArrayList<>(MOST_TOGETHER);
    characters = 0;
    try {
      while (!broken && !waiting.offer(some, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        // The index is slower than the reading: the reading waits.
        continue;
      }
    } catch (InterruptedException e) {
      broken = true;
      Thread.currentThread().interrupt();
    }
  }

  private void work(Function<StoredRecord, Document> documents) {
    boolean finished = false;
    long taken = 0;
    try {
      while (!broken) {
        List<StoredRecord> some = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (some == null && over && waiting.isEmpty()) {
          finished = true;
          return;
        }
        for (StoredRecord record : some == null ? List.<StoredRecord>of() : some) {
          writer.addDocument(documents.apply(record));
        }
        taken += some == null ? 0 : some.size();
        if (taken > MANY) {
          writer.getConfig().setUseCompoundFile(false);
        }
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      // The index is derived: it is built from the store, and what is wrong with it shows then.
      LOG.warn("a reading is indexed after it: {}", e.getClass().getSimpleName());
    } finally {
      if (!finished) {
        broken = true;
      }
    }
  }

  /** Commits all that was taken; false if it was broken off. */
  synchronized boolean commit(Map<String, String> states) throws IOException {
    if (!next.isEmpty()) {
      handOver();
    }
    over = true;
    join();
    if (closed || broken) {
      close();
      return false;
    }
    closed = true;
    try (IndexWriter closing = writer) {
      closing.setLiveCommitData(states.entrySet());
      closing.commit();
    } finally {
      released.run();
    }
    return true;
  }

  /** Breaks off what was not committed. */
  @Override
  public synchronized void close() {
    broken = true;
    join();
    if (closed) {
      return;
    }
    closed = true;
    try {
      writer.rollback();
    } catch (IOException e) {
      throw new RecordFault.Index(writer.getDirectory().toString(), e);
    } finally {
      released.run();
    }
  }

  private void join() {
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
          broken = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

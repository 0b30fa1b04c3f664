package dev.sextant.ledger;

import dev.sextant.ledger.disk.Durable;
import dev.sextant.ledger.disk.WriterLock;
import dev.sextant.ledger.journal.CommitQueue;
import dev.sextant.ledger.journal.Journal;
import dev.sextant.ledger.tiles.TileEdge;
import dev.sextant.ledger.tiles.TileFolder;
import dev.sextant.ledger.tiles.TileHashes;
import dev.sextant.ledger.tiles.TilePath;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/* Mechanism. An entry's way: queue -> one journal frame, forced -> answered -> the tree's right edge
 * in memory, whose full tiles and bundles go to disk (forced, renamed into place) as they fill. A
 * checkpoint freezes the edge, writes its partial tiles, signs, has witnesses cosign, and publishes
 * by an atomic rename; then the journal below it may go.
 *
 * Why nothing is forked by a crash: only entries whose frame was forced are taken into the edge, so
 * every tree that is ever signed consists of entries that a reopening finds at the same places. Full
 * tiles written beyond the published checkpoint are written again, alike, from the journal.
 *
 * On opening, the published checkpoint must bear our own signature and its root must follow from the
 * right-most tiles; then the journal's rest is replayed. That reads O(log n) tiles and at most
 * PUBLISH_ENTRIES entries, since the writer publishes by itself when that many are unpublished. */
/**
 * An append-only log that can be proved (RFC 6962 in the formats of c2sp.org/tlog-tiles). The one
 * writer of its folder. Safe for many threads.
 *
 * <p>Durability: when {@link #append} returns, the entry is on disk at its index, for good. {@link
 * #checkpoint} makes it visible to readers and provable.
 */
public final class Ledger implements AutoCloseable {
  /** The longest entry in bytes: its length is a uint16. */
  public static final int MAX_ENTRY_BYTES = 0xFFFF;

  /** Published unasked after so many entries, to bound the replay at the next opening. */
  private static final long PUBLISH_ENTRIES = 1 << 16;

  private final Path folder;
  private final LedgerKey key;
  private final WriterLock lock;
  private final TileFolder tiles;
  private final CommitQueue queue;
  private final ReentrantLock publishing = new ReentrantLock();
  private final Cosigning cosigning;
  private final AtomicLong size = new AtomicLong();
  private TileEdge edge;
  private @Nullable Journal journal;
  private volatile Checkpoint published;
  private final AtomicLong lastTry = new AtomicLong();
  private volatile @Nullable LedgerFault publishFault;

  private Ledger(Path folder, LedgerKey key, Clock clock, WriterLock lock) throws IOException {
    this.folder = folder;
    this.key = key;
    this.cosigning = new Cosigning(folder, clock);
    this.lock = lock;
    this.tiles = new TileFolder(folder);
    this.queue = new CommitQueue(folder.toString(), new Appender());
    if (!Files.exists(folder.resolve("checkpoint"))) {
      publishEmpty();
    }
    this.published = Checkpoint.parse(tiles.checkpoint()).verify(key.verifier());
    this.edge = TileEdge.read(tiles, published.size());
    if (!Digest.ofRaw(edge.root()).equals(published.root())) {
      throw new LedgerFault.Damaged(
          "the tiles do not lead to the published root",
          folder + " size " + published.size(),
          published.root().hex());
    }
    TileSink sink = new TileSink();
    this.journal =
        Journal.open(
            folder.resolve("journal"),
            published.size(),
            (index, entry) -> edge.append(entry, Merkle.leafHash(entry), sink));
    this.size.set(edge.size());
    this.lastTry.set(published.size());
  }

  private void publishEmpty() throws IOException {
    if (Files.exists(folder.resolve("tile")) || Journal.exists(folder.resolve("journal"))) {
      throw new LedgerFault.Damaged(
          "there are tiles or a journal but no checkpoint", folder.toString(), "checkpoint");
    }
    tiles.publish(Checkpoint.sign(key, 0, Digest.ofRaw(Merkle.emptyRoot())).bytes());
  }

  /**
   * Opens the log in a folder, making it if there is none, and recovers what a crash left.
   *
   * @param clock for the times of outages
   * @throws LedgerFault.Locked if it already has a writer
   * @throws LedgerFault.Damaged if what was acknowledged or published is not there unchanged
   * @throws LedgerFault.BadSignature if the published checkpoint is of another key
   */
  public static Ledger open(Path folder, LedgerKey key, Clock clock) {
    try {
      Durable.makeFolder(folder);
      WriterLock lock = WriterLock.take(folder);
      if (lock == null) {
        throw new LedgerFault.Locked(folder.toString());
      }
      try {
        return new Ledger(folder, key, clock, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new LedgerFault.Storage(folder.toString(), e);
    }
  }

  /**
   * Appends an entry. Returns when it is on disk; an interrupt does not cut that short.
   *
   * @param entry 0 to 65535 bytes
   * @return the entry's index, for ever
   * @throws LedgerFault.BadEntry if it is longer
   * @throws LedgerFault.Storage if the disk refused: the entry may or may not be in the log, and
   *     the log must be opened again
   */
  public long append(byte[] entry) {
    if (entry.length > MAX_ENTRY_BYTES) {
      throw new LedgerFault.BadEntry(entry.length);
    }
    byte[] own = entry.clone();
    long index = queue.append(own, Merkle.leafHash(own));
    if (index + 1 - lastTry.get() >= PUBLISH_ENTRIES && publishing.tryLock()) {
      try {
        publish();
      } catch (LedgerFault e) {
        // The entry is in the log whatever becomes of the publication; see publishFault().
        publishFault = e;
      } finally {
        publishing.unlock();
      }
    }
    return index;
  }

  /**
   * Signs and publishes the tree of all entries so far, cosigned by those attached witnesses who
   * answer; for the others see {@link #outages}. Repeating it without new entries renews the
   * cosignatures' times.
   *
   * @throws LedgerFault.Forked if a witness has seen another history; then nothing is published
   */
  public Checkpoint checkpoint() {
    publishing.lock();
    try {
      return publish();
    } catch (LedgerFault.Forked e) {
      publishFault = e;
      throw e;
    } finally {
      publishing.unlock();
    }
  }

  private Checkpoint publish() {
    lastTry.set(size.get());
    try {
      TileEdge frozen =
          queue.exclusively(() -> {
            journal().roll();
            return edge.copy();
          });
      Checkpoint before = published;
      Digest root = Digest.ofRaw(frozen.root());
      if (frozen.size() < before.size()
          || (frozen.size() == before.size() && !root.equals(before.root()))) {
        throw new LedgerFault.Damaged(
            "the tree contradicts what was published", folder.toString(), "size " + frozen.size());
      }
      writePartials(frozen);
      Checkpoint next = cosigning.cosign(Checkpoint.sign(key, frozen.size(), root), this::request);
      tiles.publish(next.bytes());
      published = next;
      cosigning.published(next);
      publishFault = null;
      journal().drop(next.size());
      dropPartials(before.size(), next.size());
      return next;
    } catch (IOException e) {
      throw new LedgerFault.Storage(folder.toString(), e);
    }
  }

  private void writePartials(TileEdge frozen) throws IOException {
    for (int level = 0; level < frozen.levels(); level++) {
      int width = frozen.width(level);
      long index = TilePath.count(level, frozen.size()) / TilePath.FULL;
      if (width > 0 && !tiles.has(TilePath.hashes(level, index, width))) {
        tiles.write(TilePath.hashes(level, index, width), frozen.partial(level));
      }
      if (level == 0 && width > 0 && !tiles.has(TilePath.entries(index, width))) {
        tiles.write(TilePath.entries(index, width), frozen.partialBundle());
      }
    }
  }

  private void dropPartials(long before, long now) throws IOException {
    for (int level = 0; TilePath.count(level, before) > 0; level++) {
      long index = TilePath.count(level, before) / TilePath.FULL;
      if (index == TilePath.count(level, now) / TilePath.FULL) {
        continue;
      }
      tiles.dropPartials(TilePath.hashes(level, index, TilePath.FULL));
      if (level == 0) {
        tiles.dropPartials(TilePath.entries(index, TilePath.FULL));
      }
    }
  }

  private WitnessRequest request(long old, Checkpoint signed) {
    List<Digest> proof =
        Merkle.consistency(new TileHashes(tiles::tile, signed.size()), old, signed.size()).stream()
            .map(Digest::ofRaw)
            .toList();
    return new WitnessRequest(old, proof, signed);
  }

  /** Has every later checkpoint cosigned by this witness too. */
  public void attach(Cosigner witness) {
    cosigning.attach(witness);
  }

  /** Why attached witnesses did not cosign the last checkpoint; empty if all did. */
  public List<Outage> outages() {
    return cosigning.outages();
  }

  /**
   * Demands these witnesses from now on: each published checkpoint that a quorum of them cosigned
   * is kept in {@link #archive}, and {@link #cosignedAt} tells when that last happened.
   */
  public void demand(Quorum quorum) {
    cosigning.demand(quorum);
  }

  /**
   * The last moment at which a quorum of witnesses stood by this log, by this log's clock; before
   * the first one, when they were first demanded. Empty if none is demanded.
   */
  public Optional<Instant> cosignedAt() {
    return cosigning.since();
  }

  /** The last checkpoint that a quorum cosigned. */
  public Optional<Checkpoint> cosigned() {
    return cosigning.cosigned();
  }

  /** Every checkpoint that a quorum cosigned. */
  public CheckpointArchive archive() {
    return cosigning.archive();
  }

  /**
   * Why the log could not publish: because a witness has seen another history, or when it last
   * tried by itself, which it does after each 65536 unpublished entries within some caller's {@link
   * #append}. Empty once it could again.
   */
  public Optional<LedgerFault> publishFault() {
    return Optional.ofNullable(publishFault);
  }

  /** The read side: what is published, nothing more. */
  public LedgerView view() {
    return tiles;
  }

  /** Durable entries, whether published or not. */
  public long size() {
    return size.get();
  }

  /** The last published checkpoint. */
  public Checkpoint published() {
    return published;
  }

  /** The log's public key. */
  public VerifierKey verifier() {
    return key.verifier();
  }

  /** Waits for what is being written and lets go of the folder. Publishes nothing. */
  @Override
  public void close() {
    publishing.lock();
    try {
      queue.close();
      Journal open = journal;
      journal = null;
      if (open != null) {
        try (lock) {
          open.close();
        }
      }
    } catch (IOException e) {
      throw new LedgerFault.Storage(folder.toString(), e);
    } finally {
      publishing.unlock();
    }
  }

  private Journal journal() {
    Journal open = journal;
    if (open == null) {
      throw new LedgerFault.Closed(folder.toString());
    }
    return open;
  }

  private final class TileSink implements TileEdge.Sink {
    @Override
    public void tile(int level, long index, byte[] hashes) throws IOException {
      tiles.write(TilePath.hashes(level, index, TilePath.FULL), hashes);
    }

    @Override
    public void bundle(long index, byte[] entries) throws IOException {
      tiles.write(TilePath.entries(index, TilePath.FULL), entries);
    }
  }

  private final class Appender implements CommitQueue.Writer {
    private final TileSink sink = new TileSink();

    @Override
    public long commit(List<CommitQueue.Pending> batch) throws IOException {
      long first = journal().append(batch.stream().map(CommitQueue.Pending::entry).toList());
      size.set(first + batch.size());
      return first;
    }

    @Override
    public void settle(List<CommitQueue.Pending> batch) throws IOException {
      for (CommitQueue.Pending pending : batch) {
        edge.append(pending.entry(), pending.leafHash(), sink);
      }
    }
  }
}

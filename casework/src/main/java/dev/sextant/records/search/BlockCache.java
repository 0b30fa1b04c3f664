package dev.sextant.records.search;

import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many opened blocks all indexes together keep in memory: the oldest goes first. A block
 * that goes too early costs one more opening, microseconds.
 */
final class BlockCache {
  /** The postings of some hundred thousand records. */
  static final long LEAST_BYTES = 64L << 20;

  /** What ten million records are searched by often fits. */
  private static final long MOST_BYTES = 2L << 30;

  private final int mostBlocks;
  private final Queue<Slot> oldestFirst = new ConcurrentLinkedQueue<>();
  private final AtomicInteger held = new AtomicInteger();

  private record Slot(Object owner, AtomicReferenceArray<byte @Nullable []> blocks, int index) {}

  /**
   * @param bytes that blocks may take in all
   */
  BlockCache(long bytes) {
    this.mostBlocks = Math.toIntExact(bytes / SealedBlocks.BLOCK_BYTES);
  }

  /** A quarter of the heap, within bounds. */
  static long share() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / 4, LEAST_BYTES, MOST_BYTES);
  }

  /** One directory's part of the cache. */
  final class Part {
    private final Object owner;

    private Part(Object owner) {
      this.owner = owner;
    }

    /** Keeps a block of a file until others push it out. */
    void keep(AtomicReferenceArray<byte @Nullable []> blocks, int index, byte[] block) {
      if (!blocks.compareAndSet(index, null, block)) {
        return;
      }
      oldestFirst.add(new Slot(owner, blocks, index));
      if (held.incrementAndGet() > mostBlocks) {
        drop();
      }
    }
  }

  /** The part of a directory. */
  Part of(Object owner) {
    return new Part(owner);
  }

  private void drop() {
    Slot oldest = oldestFirst.poll();
    if (oldest != null) {
      held.decrementAndGet();
      oldest.blocks.set(oldest.index, null);
    }
  }

  /** Forgets everything of a directory. */
  void clear(Object owner) {
    for (Iterator<Slot> slots = oldestFirst.iterator(); slots.hasNext(); ) {
      Slot slot = slots.next();
      if (slot.owner == owner) {
        slots.remove();
        held.decrementAndGet();
        slot.blocks.set(slot.index, null);
      }
    }
  }
}

package dev.sextant.records.search;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many opened blocks one index keeps in memory: the oldest goes first. A block that goes
 * too early costs one more opening, microseconds.
 */
final class BlockCache {
  /** 64 MiB of blocks a case: the postings of some hundred thousand records. */
  private static final int MOST_BLOCKS = (64 << 20) / SealedBlocks.BLOCK_BYTES;

  private record Slot(AtomicReferenceArray<byte @Nullable []> blocks, int index) {}

  private final Queue<Slot> oldestFirst = new ConcurrentLinkedQueue<>();
  private final AtomicInteger held = new AtomicInteger();

  /** Keeps a block of a file until others push it out. */
  void keep(AtomicReferenceArray<byte @Nullable []> blocks, int index, byte[] block) {
    if (!blocks.compareAndSet(index, null, block)) {
      return;
    }
    oldestFirst.add(new Slot(blocks, index));
    if (held.incrementAndGet() > MOST_BLOCKS) {
      drop();
    }
  }

  private void drop() {
    Slot oldest = oldestFirst.poll();
    if (oldest != null) {
      held.decrementAndGet();
      oldest.blocks.set(oldest.index, null);
    }
  }

  /** Forgets everything. */
  void clear() {
    while (!oldestFirst.isEmpty()) {
      drop();
    }
  }
}

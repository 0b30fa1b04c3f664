package dev.sextant.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link BitPass} with one vector register a line. */
final class VectorBitPass extends BitPass {
  private static final VectorSpecies<Long> LINE = LongVector.SPECIES_512;
  private static final long BYTES = (long) LONGS * Long.BYTES;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  /* Outside the heap, where lines can be made to begin at cache lines. */
  private final MemorySegment seen;
  private final MemorySegment here;
  private final MemorySegment next;

  VectorBitPass(Csr graph, Csr reverse) {
    super(graph, reverse);
    Arena arena = Arena.ofAuto();
    long bytes = Math.max(1, graph.nodes()) * BYTES;
    this.seen = arena.allocate(bytes, BYTES);
    this.here = arena.allocate(bytes, BYTES);
    this.next = arena.allocate(bytes, BYTES);
  }

  private static LongVector line(MemorySegment lines, int node) {
    return LongVector.fromMemorySegment(LINE, lines, BYTES * node, ORDER);
  }

  @Override
  void reset() {
    seen.fill((byte) 0);
    here.fill((byte) 0);
  }

  @Override
  void begin(int node, int bit) {
    long at = BYTES * node + (long) Long.BYTES * (bit / Long.SIZE);
    seen.set(ValueLayout.JAVA_LONG, at, seen.get(ValueLayout.JAVA_LONG, at) | 1L << bit);
    here.set(ValueLayout.JAVA_LONG, at, here.get(ValueLayout.JAVA_LONG, at) | 1L << bit);
  }

  @Override
  int push(int v, int[] list, int size, boolean[] listed) {
    MemorySegment next = this.next;
    LongVector handed = line(here, v);
    int end = size;
    for (int a = offsets[v]; a < offsets[v + 1]; a++) {
      int w = targets[a];
      line(next, w).or(handed).intoMemorySegment(next, BYTES * w, ORDER);
      if (!listed[w]) {
        listed[w] = true;
        list[end++] = w;
      }
    }
    return end;
  }

  @Override
  boolean pull(int w) {
    MemorySegment here = this.here;
    int[] inTargets = this.inTargets;
    LongVector bits = LongVector.zero(LINE);
    int end = inOffsets[w + 1];
    for (int a = inOffsets[w]; a < end; a++) {
      bits = bits.or(line(here, inTargets[a]));
    }
    bits.intoMemorySegment(next, BYTES * w, ORDER);
    return bits.compare(VectorOperators.NE, 0L).anyTrue();
  }

  @Override
  int settle(int w) {
    LongVector before = line(seen, w);
    LongVector bits = line(next, w).lanewise(VectorOperators.AND_NOT, before);
    LongVector.zero(LINE).intoMemorySegment(next, BYTES * w, ORDER);
    bits.intoMemorySegment(here, BYTES * w, ORDER);
    before.or(bits).intoMemorySegment(seen, BYTES * w, ORDER);
    return (int) bits.lanewise(VectorOperators.BIT_COUNT).reduceLanes(VectorOperators.ADD);
  }

  @Override
  void clearHere(int v) {
    LongVector.zero(LINE).intoMemorySegment(here, BYTES * v, ORDER);
  }
}

package dev.sextant.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/* Distances, 64 sources a line: a byte each while all are below 255 (255 stands for none), ints from
 * then on. A line of bytes is a cache line, and one masked store writes a distance for all sources that
 * have just met a node. Outside the heap, where a line begins at a cache line and there may be more than
 * 2^31 bytes. */
final class HopTable {
  static final int LINE = 64;

  /** Farthest distance that a byte holds. */
  static final int FARTHEST = 254;

  final int[] reached;
  final long[] sum;
  final int[] farthest;
  final int nodes;
  private final int batches;
  MemorySegment bytes;
  private MemorySegment ints = MemorySegment.NULL;

  HopTable(int nodes, int sources) {
    this.nodes = nodes;
    this.batches = (sources + LINE - 1) / LINE;
    this.reached = new int[sources];
    this.sum = new long[sources];
    this.farthest = new int[sources];
    this.bytes = allocate(1);
    bytes.fill((byte) 0xFF);
  }

  private MemorySegment allocate(int size) {
    long need = (long) batches * nodes * LINE * size;
    try {
      return Arena.ofAuto().allocate(Math.max(1, need), LINE);
    } catch (OutOfMemoryError | IllegalArgumentException e) {
      BadGraph fault =
          new BadGraph(
              reached.length
                  + " sources in "
                  + nodes
                  + " nodes need "
                  + (need >> 20)
                  + " MiB outside the heap, which are not there; ask for fewer sources at a time");
      fault.initCause(e);
      throw fault;
    }
  }

  /** Where the line of a batch and a node begins, in bytes of the smaller form. */
  long line(int batch, int node) {
    return ((long) batch * nodes + node) * LINE;
  }

  boolean wide() {
    return ints.byteSize() > 0;
  }

  /** Goes over to ints. */
  void widen() {
    ints = allocate(Integer.BYTES);
    for (long i = 0; i < (long) batches * nodes * LINE; i++) {
      int d = bytes.get(ValueLayout.JAVA_BYTE, i) & 0xFF;
      ints.setAtIndex(ValueLayout.JAVA_INT, i, d > FARTHEST ? -1 : d);
    }
    bytes = MemorySegment.NULL;
  }

  /** Writes a distance for every source whose bit is set. */
  void write(long line, long bits, int distance) {
    long rest = bits;
    while (rest != 0) {
      long at = line + Long.numberOfTrailingZeros(rest);
      if (wide()) {
        ints.setAtIndex(ValueLayout.JAVA_INT, at, distance);
      } else {
        bytes.set(ValueLayout.JAVA_BYTE, at, (byte) distance);
      }
      rest &= rest - 1;
    }
  }

  int get(int source, int node) {
    long at = line(source / LINE, node) + source % LINE;
    if (wide()) {
      return ints.getAtIndex(ValueLayout.JAVA_INT, at);
    }
    int d = bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
    return d > FARTHEST ? -1 : d;
  }
}

package dev.sextant.kernels;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Lines of bytes in one register: a distance goes to up to 64 sources with one masked store, and
 * distances are summed a line at a time, in shorts that hold those of even and of odd sources.
 * Whole numbers come to the same sums in any order.
 */
final class VectorLaneStore extends LaneStore {
  private static final VectorSpecies<Byte> LINE = ByteVector.SPECIES_512;
  private static final VectorSpecies<Short> PAIRS = ShortVector.SPECIES_512;

  private static final byte NONE = (byte) 0xFF;

  /** Lines whose sums a short still holds, and whose number a byte does. */
  private static final int MOST = 255;

  @Override
  void write(HopTable table, long line, long bits, int distance) {
    if (table.wide()) {
      table.write(line, bits, distance);
    } else {
      ByteVector.broadcast(LINE, (byte) distance)
          .intoMemorySegment(
              table.bytes, line, ByteOrder.nativeOrder(), VectorMask.fromLong(LINE, bits));
    }
  }

  @Override
  void tally(HopTable table, int batch) {
    if (table.wide()) {
      super.tally(table, batch);
      return;
    }
    for (int v = 0; v < table.nodes; v += MOST) {
      some(table, batch, v, Math.min(table.nodes, v + MOST));
    }
  }

  private static void some(HopTable table, int batch, int from, int to) {
    MemorySegment bytes = table.bytes;
    ByteVector absent = ByteVector.zero(LINE);
    ByteVector farthest = ByteVector.zero(LINE);
    ShortVector even = ShortVector.zero(PAIRS);
    ShortVector odd = ShortVector.zero(PAIRS);
    for (int v = from; v < to; v++) {
      ByteVector line =
          ByteVector.fromMemorySegment(LINE, bytes, table.line(batch, v), ByteOrder.nativeOrder());
      VectorMask<Byte> none = line.eq(NONE);
      ByteVector distances = line.blend((byte) 0, none);
      absent = absent.add((byte) 1, none);
      farthest = farthest.lanewise(VectorOperators.UMAX, distances);
      ShortVector pairs = distances.reinterpretAsShorts();
      even = even.add(pairs.and((short) 0xFF));
      odd = odd.add(pairs.lanewise(VectorOperators.LSHR, Byte.SIZE));
    }
    byte[] noneAt = absent.toArray();
    byte[] most = farthest.toArray();
    short[] evenSums = even.toArray();
    short[] oddSums = odd.toArray();
    int first = batch * HopTable.LINE;
    int last = Math.min(table.reached.length, first + HopTable.LINE);
    for (int i = first; i < last; i++) {
      int lane = i - first;
      table.reached[i] += to - from - (noneAt[lane] & 0xFF);
      table.sum[i] += (lane % 2 == 0 ? evenSums : oddSums)[lane / 2] & 0xFFFF;
      table.farthest[i] = Math.max(table.farthest[i], most[lane] & 0xFF);
    }
  }
}

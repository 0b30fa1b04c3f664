package dev.sextant.kernels;

import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Writes a distance into up to 64 bytes of a line with one masked store. */
final class VectorLaneStore implements HopWaves.LaneStore {
  private static final VectorSpecies<Byte> LINE = ByteVector.SPECIES_512;

  @Override
  public void write(HopTable table, long line, long bits, int distance) {
    if (table.wide()) {
      table.write(line, bits, distance);
    } else {
      ByteVector.broadcast(LINE, (byte) distance)
          .intoMemorySegment(
              table.bytes, line, ByteOrder.nativeOrder(), VectorMask.fromLong(LINE, bits));
    }
  }
}

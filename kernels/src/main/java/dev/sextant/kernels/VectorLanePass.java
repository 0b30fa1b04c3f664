package dev.sextant.kernels;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link LanePass} with one vector register a line. Each operation is the same as in the plain
 * code, lane by lane and in the same order.
 */
final class VectorLanePass extends LanePass {
  private static final VectorSpecies<Double> LINE = DoubleVector.SPECIES_512;

  private static final long BYTES = (long) LANES * Double.BYTES;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private final MemorySegment count;
  private final MemorySegment dependency;
  private final MemorySegment share;
  private final MemorySegment sums;

  VectorLanePass(Rows rows, LaneLines.Four lines) {
    super(rows);
    this.count = lines.count();
    this.dependency = lines.dependency();
    this.share = lines.share();
    this.sums = lines.sums();
  }

  private static DoubleVector line(MemorySegment lines, int node) {
    return DoubleVector.fromMemorySegment(LINE, lines, BYTES * node, ORDER);
  }

  @Override
  void met(int source, int lane) {
    count.set(ValueLayout.JAVA_DOUBLE, BYTES * source + (long) Double.BYTES * lane, 1);
  }

  @Override
  void clearLines(int node) {
    DoubleVector zero = DoubleVector.zero(LINE);
    zero.intoMemorySegment(count, BYTES * node, ORDER);
    zero.intoMemorySegment(dependency, BYTES * node, ORDER);
  }

  @Override
  double[] drain() {
    double[] out = new double[weight.length];
    double[] lanes = new double[LANES];
    DoubleVector zero = DoubleVector.zero(LINE);
    for (int v = 0; v < out.length; v++) {
      line(sums, v).intoArray(lanes, 0);
      for (double lane : lanes) {
        out[v] += lane;
      }
      // What comes after may use the lines for another part.
      zero.intoMemorySegment(sums, BYTES * v, ORDER);
    }
    return out;
  }

  private static VectorMask<Double> lanes(int mask) {
    return VectorMask.fromLong(LINE, mask & 0xFF);
  }

  @Override
  int push(int from, int to) {
    int[] queue = this.queue;
    byte[] next = this.next;
    byte[] seen = this.seen;
    MemorySegment count = this.count;
    int[] targets = this.targets;
    int tail = to;
    for (int i = from; i < to; i++) {
      int v = queue[i];
      int mask = masks[i];
      DoubleVector handed = line(count, v);
      int end = offsets[v + 1];
      for (int a = offsets[v]; a < end; a++) {
        int w = targets[a];
        int fresh = mask & ~seen[w];
        if (fresh != 0) {
          int met = next[w];
          if (met == 0) {
            queue[tail++] = w;
          }
          next[w] = (byte) (met | fresh);
          line(count, w).add(handed, lanes(fresh)).intoMemorySegment(count, BYTES * w, ORDER);
        }
      }
    }
    return tail;
  }

  @Override
  int pull(int tail) {
    byte[] here = this.here;
    MemorySegment count = this.count;
    int[] inTargets = this.inTargets;
    int end = tail;
    for (int i = 0; i < opened; i++) {
      int w = open[i];
      int wanted = ~seen[w];
      int met = 0;
      DoubleVector sum = line(count, w);
      int stop = inOffsets[w + 1];
      for (int a = inOffsets[w]; a < stop; a++) {
        int v = inTargets[a];
        int fresh = wanted & here[v];
        if (fresh != 0) {
          met |= fresh;
          sum = sum.add(line(count, v), lanes(fresh));
        }
      }
      if (met != 0) {
        sum.intoMemorySegment(count, BYTES * w, ORDER);
        next[w] = (byte) met;
        queue[end++] = w;
      }
    }
    return end;
  }

  @Override
  boolean share(int from, int to) {
    DoubleVector ofSource = DoubleVector.fromArray(LINE, sourceWeight, 0);
    boolean fits = true;
    for (int i = from; i < to; i++) {
      int v = queue[i];
      VectorMask<Double> lanes = lanes(masks[i]);
      DoubleVector paths = line(count, v);
      DoubleVector depends = line(dependency, v);
      fits &= !paths.compare(VectorOperators.GT, MOST_PATHS, lanes).anyTrue();
      DoubleVector.zero(LINE)
          .blend(depends.add(weight[v]).div(paths), lanes)
          .intoMemorySegment(share, BYTES * v, ORDER);
      DoubleVector sum = line(sums, v);
      sum.blend(ofSource.fma(depends, sum), lanes).intoMemorySegment(sums, BYTES * v, ORDER);
    }
    return fits;
  }

  @Override
  void gather(int from, int to) {
    byte[] here = this.here;
    MemorySegment share = this.share;
    int[] targets = this.targets;
    for (int i = from; i < to; i++) {
      int v = queue[i];
      int mask = masks[i];
      DoubleVector sum = DoubleVector.zero(LINE);
      int end = offsets[v + 1];
      for (int a = offsets[v]; a < end; a++) {
        int w = targets[a];
        if ((mask & here[w]) != 0) {
          sum = sum.add(line(share, w));
        }
      }
      line(count, v).mul(sum).intoMemorySegment(dependency, BYTES * v, ORDER, lanes(mask));
    }
  }

  @Override
  void scatter(int from, int to) {
    byte[] here = this.here;
    MemorySegment dependency = this.dependency;
    int[] inTargets = this.inTargets;
    for (int i = from; i < to; i++) {
      int w = queue[i];
      int mask = masks[i];
      DoubleVector handed = line(share, w);
      int stop = inOffsets[w + 1];
      for (int a = inOffsets[w]; a < stop; a++) {
        int v = inTargets[a];
        int met = mask & here[v];
        if (met != 0) {
          line(dependency, v)
              .add(handed, lanes(met))
              .intoMemorySegment(dependency, BYTES * v, ORDER);
        }
      }
    }
  }

  @Override
  void scale(int from, int to) {
    for (int i = from; i < to; i++) {
      int v = queue[i];
      DoubleVector sum = line(dependency, v);
      sum.mul(line(count, v), lanes(masks[i])).intoMemorySegment(dependency, BYTES * v, ORDER);
    }
  }

  @Override
  void clearShare(int node) {
    DoubleVector.zero(LINE).intoMemorySegment(share, BYTES * node, ORDER);
  }
}

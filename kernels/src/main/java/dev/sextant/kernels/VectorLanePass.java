package dev.sextant.kernels;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link LanePass} with two vector registers a line, lanes 0 to 7 and 8 to 15. Each operation is
 * the same as in the plain code, lane by lane and in the same order. Whether a neighbour has a lane
 * in common with the node at hand is as good as random, and a branch guessed wrong costs more than
 * a line: the neighbours that have one are listed first, each written where the next overwrites it
 * unless it counts; then their lines are added without asking. The list is kept for the way back.
 *
 * <p>The loops call the vector instructions themselves, not through methods of ours that load or
 * add a line: the compiler stops inlining such methods when the one around them has grown large,
 * and then makes an object of each register, while calls of the library's own are always inlined.
 */
final class VectorLanePass extends LanePass {
  private static final VectorSpecies<Double> HALF = DoubleVector.SPECIES_512;
  private static final int UPPER_LANES = LANES / 2;
  private static final long LINE = (long) LANES * Double.BYTES;
  private static final long UPPER = LINE / 2;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private final MemorySegment count;
  private final MemorySegment gathered;
  private final MemorySegment share;
  private final MemorySegment sums;

  VectorLanePass(Rows rows, LaneLines.Four lines) {
    super(rows);
    this.count = lines.count();
    this.gathered = lines.gathered();
    this.share = lines.share();
    this.sums = lines.sums();
  }

  @Override
  void met(int source, int lane) {
    count.set(ValueLayout.JAVA_DOUBLE, LINE * source + (long) Double.BYTES * lane, 1);
  }

  @Override
  void collect(int node) {
    long low = LINE * node;
    long high = low + UPPER;
    DoubleVector.fromArray(HALF, sourceWeight, 0)
        .fma(
            DoubleVector.fromMemorySegment(HALF, gathered, low, ORDER)
                .mul(DoubleVector.fromMemorySegment(HALF, count, low, ORDER)),
            DoubleVector.fromMemorySegment(HALF, sums, low, ORDER))
        .intoMemorySegment(sums, low, ORDER);
    DoubleVector.fromArray(HALF, sourceWeight, UPPER_LANES)
        .fma(
            DoubleVector.fromMemorySegment(HALF, gathered, high, ORDER)
                .mul(DoubleVector.fromMemorySegment(HALF, count, high, ORDER)),
            DoubleVector.fromMemorySegment(HALF, sums, high, ORDER))
        .intoMemorySegment(sums, high, ORDER);
    DoubleVector zero = DoubleVector.zero(HALF);
    zero.intoMemorySegment(count, low, ORDER);
    zero.intoMemorySegment(count, high, ORDER);
    zero.intoMemorySegment(gathered, low, ORDER);
    zero.intoMemorySegment(gathered, high, ORDER);
  }

  @Override
  double[] drain() {
    double[] out = new double[weight.length];
    for (int v = 0; v < out.length; v++) {
      for (int lane = 0; lane < LANES; lane++) {
        out[v] += sums.get(ValueLayout.JAVA_DOUBLE, LINE * v + (long) Double.BYTES * lane);
      }
    }
    // What comes after may use the lines for another part.
    sums.asSlice(0, LINE * out.length).fill((byte) 0);
    return out;
  }

  @Override
  int push(int from, int to, boolean byArc) {
    return byArc ? pushByArc(from, to) : pushByNode(from, to);
  }

  private int pushByArc(int from, int to) {
    long[] list = this.list;
    MemorySegment count = this.count;
    int found = listed;
    for (int i = from; i < to; i++) {
      found = listOut(queue[i], masks[i] & ALL, found);
    }
    int tail = to;
    for (int k = listed; k < found; k++) {
      long arc = list[k];
      int w = farther(arc);
      tail = meet(w, arc, tail);
      long into = LINE * w;
      long of = LINE * nearer(arc);
      DoubleVector.fromMemorySegment(HALF, count, into, ORDER)
          .add(
              DoubleVector.fromMemorySegment(HALF, count, of, ORDER),
              VectorMask.fromLong(HALF, arc & 0xFF))
          .intoMemorySegment(count, into, ORDER);
      DoubleVector.fromMemorySegment(HALF, count, into + UPPER, ORDER)
          .add(
              DoubleVector.fromMemorySegment(HALF, count, of + UPPER, ORDER),
              VectorMask.fromLong(HALF, arc >>> UPPER_LANES & 0xFF))
          .intoMemorySegment(count, into + UPPER, ORDER);
    }
    listed = found;
    return tail;
  }

  private int pushByNode(int from, int to) {
    long[] list = this.list;
    MemorySegment count = this.count;
    int tail = to;
    int found = listed;
    for (int i = from; i < to; i++) {
      int v = queue[i];
      int k = found;
      found = listOut(v, masks[i] & ALL, found);
      ends[i] = found;
      DoubleVector low = DoubleVector.fromMemorySegment(HALF, count, LINE * v, ORDER);
      DoubleVector high = DoubleVector.fromMemorySegment(HALF, count, LINE * v + UPPER, ORDER);
      for (; k < found; k++) {
        long arc = list[k];
        int w = farther(arc);
        tail = meet(w, arc, tail);
        long into = LINE * w;
        DoubleVector.fromMemorySegment(HALF, count, into, ORDER)
            .add(low, VectorMask.fromLong(HALF, arc & 0xFF))
            .intoMemorySegment(count, into, ORDER);
        DoubleVector.fromMemorySegment(HALF, count, into + UPPER, ORDER)
            .add(high, VectorMask.fromLong(HALF, arc >>> UPPER_LANES & 0xFF))
            .intoMemorySegment(count, into + UPPER, ORDER);
      }
    }
    listed = found;
    return tail;
  }

  /** Lists a node's arcs that hand counts on; answers the list's new end. */
  private int listOut(int v, int mask, int from) {
    short[] seen = this.seen;
    long[] list = this.list;
    int[] targets = this.targets;
    int found = from;
    int end = offsets[v + 1];
    for (int a = offsets[v]; a < end; a++) {
      int w = targets[a];
      int fresh = mask & ~seen[w];
      list[found] = arc(v, w, fresh);
      found += oneIfAny(fresh);
    }
    return found;
  }

  /** Queues a node that is met by an arc's lanes, the first time; answers the queue's new end. */
  private int meet(int w, long arc, int tail) {
    int met = next[w] & ALL;
    queue[tail] = w;
    next[w] = (short) (met | arc);
    return tail + 1 - oneIfAny(met);
  }

  /** 1 if a number that is not negative is not 0, without a branch. */
  private static int oneIfAny(int mask) {
    return -mask >>> 31;
  }

  @Override
  int pull(int tail, boolean byArc) {
    return byArc ? pullByArc(tail) : pullByNode(tail);
  }

  private int pullByArc(int tail) {
    long[] list = this.list;
    MemorySegment count = this.count;
    int end = tail;
    int found = listed;
    for (int i = 0; i < opened; i++) {
      int w = open[i];
      int k = found;
      found = listIn(w, ~seen[w] & ALL, found);
      queue[end] = w;
      end += oneIfAny(found - k);
    }
    for (int k = listed; k < found; k++) {
      long arc = list[k];
      int w = farther(arc);
      next[w] = (short) (next[w] | arc);
      long into = LINE * w;
      long of = LINE * nearer(arc);
      DoubleVector.fromMemorySegment(HALF, count, into, ORDER)
          .add(
              DoubleVector.fromMemorySegment(HALF, count, of, ORDER),
              VectorMask.fromLong(HALF, arc & 0xFF))
          .intoMemorySegment(count, into, ORDER);
      DoubleVector.fromMemorySegment(HALF, count, into + UPPER, ORDER)
          .add(
              DoubleVector.fromMemorySegment(HALF, count, of + UPPER, ORDER),
              VectorMask.fromLong(HALF, arc >>> UPPER_LANES & 0xFF))
          .intoMemorySegment(count, into + UPPER, ORDER);
    }
    listed = found;
    return end;
  }

  private int pullByNode(int tail) {
    long[] list = this.list;
    MemorySegment count = this.count;
    int end = tail;
    int found = listed;
    for (int i = 0; i < opened; i++) {
      int w = open[i];
      int k = found;
      found = listIn(w, ~seen[w] & ALL, found);
      if (found > k) {
        long met = 0;
        long into = LINE * w;
        DoubleVector low = DoubleVector.fromMemorySegment(HALF, count, into, ORDER);
        DoubleVector high = DoubleVector.fromMemorySegment(HALF, count, into + UPPER, ORDER);
        for (; k < found; k++) {
          long arc = list[k];
          met |= arc;
          long of = LINE * nearer(arc);
          low =
              low.add(
                  DoubleVector.fromMemorySegment(HALF, count, of, ORDER),
                  VectorMask.fromLong(HALF, arc & 0xFF));
          high =
              high.add(
                  DoubleVector.fromMemorySegment(HALF, count, of + UPPER, ORDER),
                  VectorMask.fromLong(HALF, arc >>> UPPER_LANES & 0xFF));
        }
        low.intoMemorySegment(count, into, ORDER);
        high.intoMemorySegment(count, into + UPPER, ORDER);
        next[w] = (short) met;
        queue[end++] = w;
      }
    }
    listed = found;
    return end;
  }

  /** Lists a node's arcs that bring it counts; answers the list's new end. */
  private int listIn(int w, int wanted, int from) {
    short[] here = this.here;
    long[] list = this.list;
    int[] inTargets = this.inTargets;
    int found = from;
    int end = inOffsets[w + 1];
    for (int a = inOffsets[w]; a < end; a++) {
      int v = inTargets[a];
      int fresh = wanted & here[v];
      list[found] = arc(v, w, fresh);
      found += oneIfAny(fresh);
    }
    return found;
  }

  /* A line is written whole: lanes that are not of this distance are written again before they are
   * read, at their own. */
  @Override
  boolean share(int from, int to) {
    DoubleVector most = DoubleVector.zero(HALF);
    for (int i = from; i < to; i++) {
      int v = queue[i];
      long low = LINE * v;
      long high = low + UPPER;
      DoubleVector paths = DoubleVector.fromMemorySegment(HALF, count, low, ORDER);
      DoubleVector more = DoubleVector.fromMemorySegment(HALF, count, high, ORDER);
      DoubleVector own = DoubleVector.broadcast(HALF, weight[v]);
      most = most.max(paths.max(more));
      own.div(paths)
          .add(DoubleVector.fromMemorySegment(HALF, gathered, low, ORDER))
          .intoMemorySegment(share, low, ORDER);
      own.div(more)
          .add(DoubleVector.fromMemorySegment(HALF, gathered, high, ORDER))
          .intoMemorySegment(share, high, ORDER);
    }
    return !most.compare(VectorOperators.GT, MOST_PATHS).anyTrue();
  }

  @Override
  void gather(int from, int to, int first) {
    long[] list = this.list;
    MemorySegment share = this.share;
    int k = first;
    for (int i = from; i < to; i++) {
      long into = LINE * queue[i];
      int end = ends[i];
      DoubleVector low = DoubleVector.zero(HALF);
      DoubleVector high = DoubleVector.zero(HALF);
      for (; k < end; k++) {
        long arc = list[k];
        long of = LINE * farther(arc);
        low =
            low.add(
                DoubleVector.fromMemorySegment(HALF, share, of, ORDER),
                VectorMask.fromLong(HALF, arc & 0xFF));
        high =
            high.add(
                DoubleVector.fromMemorySegment(HALF, share, of + UPPER, ORDER),
                VectorMask.fromLong(HALF, arc >>> UPPER_LANES & 0xFF));
      }
      DoubleVector.fromMemorySegment(HALF, gathered, into, ORDER)
          .add(low)
          .intoMemorySegment(gathered, into, ORDER);
      DoubleVector.fromMemorySegment(HALF, gathered, into + UPPER, ORDER)
          .add(high)
          .intoMemorySegment(gathered, into + UPPER, ORDER);
    }
  }

  @Override
  void scatter(int first, int end) {
    long[] list = this.list;
    MemorySegment share = this.share;
    MemorySegment gathered = this.gathered;
    for (int k = first; k < end; k++) {
      long arc = list[k];
      long into = LINE * nearer(arc);
      long of = LINE * farther(arc);
      DoubleVector.fromMemorySegment(HALF, gathered, into, ORDER)
          .add(
              DoubleVector.fromMemorySegment(HALF, share, of, ORDER),
              VectorMask.fromLong(HALF, arc & 0xFF))
          .intoMemorySegment(gathered, into, ORDER);
      DoubleVector.fromMemorySegment(HALF, gathered, into + UPPER, ORDER)
          .add(
              DoubleVector.fromMemorySegment(HALF, share, of + UPPER, ORDER),
              VectorMask.fromLong(HALF, arc >>> UPPER_LANES & 0xFF))
          .intoMemorySegment(gathered, into + UPPER, ORDER);
    }
  }
}

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
 * code, lane by lane and in the same order. Whether a neighbour has a lane in common with the node
 * at hand is as good as random, and a branch guessed wrong costs more than a line: the neighbours
 * that have one are listed first, each written where the next overwrites it unless it counts; then
 * their lines are added without asking. The list is kept for the way back.
 */
final class VectorLanePass extends LanePass {
  private static final VectorSpecies<Double> LINE = DoubleVector.SPECIES_512;

  private static final long BYTES = (long) LANES * Double.BYTES;
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

  private static DoubleVector line(MemorySegment lines, int node) {
    return DoubleVector.fromMemorySegment(LINE, lines, BYTES * node, ORDER);
  }

  @Override
  void met(int source, int lane) {
    count.set(ValueLayout.JAVA_DOUBLE, BYTES * source + (long) Double.BYTES * lane, 1);
  }

  @Override
  void collect(int node) {
    DoubleVector zero = DoubleVector.zero(LINE);
    DoubleVector ofSource = DoubleVector.fromArray(LINE, sourceWeight, 0);
    ofSource
        .fma(line(gathered, node).mul(line(count, node)), line(sums, node))
        .intoMemorySegment(sums, BYTES * node, ORDER);
    zero.intoMemorySegment(count, BYTES * node, ORDER);
    zero.intoMemorySegment(gathered, BYTES * node, ORDER);
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
  int push(int from, int to, boolean byArc) {
    return byArc ? pushByArc(from, to) : pushByNode(from, to);
  }

  private int pushByArc(int from, int to) {
    long[] list = this.list;
    MemorySegment count = this.count;
    int found = listed;
    for (int i = from; i < to; i++) {
      found = listOut(queue[i], masks[i] & 0xFF, found);
    }
    int tail = to;
    for (int k = listed; k < found; k++) {
      long arc = list[k];
      int w = farther(arc);
      tail = meet(w, arc, tail);
      line(count, w)
          .add(line(count, nearer(arc)), lanes((int) arc))
          .intoMemorySegment(count, BYTES * w, ORDER);
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
      found = listOut(v, masks[i] & 0xFF, found);
      ends[i] = found;
      DoubleVector handed = line(count, v);
      for (; k < found; k++) {
        long arc = list[k];
        int w = farther(arc);
        tail = meet(w, arc, tail);
        line(count, w).add(handed, lanes((int) arc)).intoMemorySegment(count, BYTES * w, ORDER);
      }
    }
    listed = found;
    return tail;
  }

  /** Lists a node's arcs that hand counts on; answers the list's new end. */
  private int listOut(int v, int mask, int from) {
    byte[] seen = this.seen;
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
    int met = next[w] & 0xFF;
    queue[tail] = w;
    next[w] = (byte) (met | arc);
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
      found = listIn(w, ~seen[w] & 0xFF, found);
      queue[end] = w;
      end += oneIfAny(found - k);
    }
    for (int k = listed; k < found; k++) {
      long arc = list[k];
      int w = farther(arc);
      next[w] = (byte) (next[w] | arc);
      line(count, w)
          .add(line(count, nearer(arc)), lanes((int) arc))
          .intoMemorySegment(count, BYTES * w, ORDER);
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
      found = listIn(w, ~seen[w] & 0xFF, found);
      if (found > k) {
        long met = 0;
        DoubleVector sum = line(count, w);
        for (; k < found; k++) {
          long arc = list[k];
          met |= arc;
          sum = sum.add(line(count, nearer(arc)), lanes((int) arc));
        }
        sum.intoMemorySegment(count, BYTES * w, ORDER);
        next[w] = (byte) met;
        queue[end++] = w;
      }
    }
    listed = found;
    return end;
  }

  /** Lists a node's arcs that bring it counts; answers the list's new end. */
  private int listIn(int w, int wanted, int from) {
    byte[] here = this.here;
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
    DoubleVector most = DoubleVector.zero(LINE);
    for (int i = from; i < to; i++) {
      int v = queue[i];
      DoubleVector paths = line(count, v);
      most = most.max(paths);
      DoubleVector.broadcast(LINE, weight[v])
          .div(paths)
          .add(line(gathered, v))
          .intoMemorySegment(share, BYTES * v, ORDER);
    }
    return !most.compare(VectorOperators.GT, MOST_PATHS).anyTrue();
  }

  @Override
  void gather(int from, int to, int first) {
    long[] list = this.list;
    MemorySegment share = this.share;
    int k = first;
    for (int i = from; i < to; i++) {
      int v = queue[i];
      int end = ends[i];
      DoubleVector sum = DoubleVector.zero(LINE);
      for (; k < end; k++) {
        long arc = list[k];
        sum = sum.add(line(share, farther(arc)), lanes((int) arc));
      }
      line(gathered, v).add(sum).intoMemorySegment(gathered, BYTES * v, ORDER);
    }
  }

  @Override
  void scatter(int first, int end) {
    long[] list = this.list;
    MemorySegment share = this.share;
    MemorySegment gathered = this.gathered;
    for (int k = first; k < end; k++) {
      long arc = list[k];
      int v = nearer(arc);
      line(gathered, v)
          .add(line(share, farther(arc)), lanes((int) arc))
          .intoMemorySegment(gathered, BYTES * v, ORDER);
    }
  }
}

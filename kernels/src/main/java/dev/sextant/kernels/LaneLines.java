package dev.sextant.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/* Lines of sixteen doubles for the passes of one computation. Outside the heap, where lines can be made
 * to begin at cache lines: on the heap every line would lie across two. A network of a few hundred
 * nodes has dozens of blocks, and making memory for each would cost more than searching it: so a
 * pass gives its lines back, all zero as it got them, and the next takes them. */
final class LaneLines {
  private static final long BYTES = (long) LanePass.LANES * Double.BYTES;

  private final int most;
  private final Arena arena = Arena.ofAuto();
  private final List<Four> all = new ArrayList<>();
  private int taken;

  /** Four lines for each of so many nodes. */
  record Four(
      int nodes,
      MemorySegment count,
      MemorySegment gathered,
      MemorySegment share,
      MemorySegment sums) {}

  /**
   * @param most nodes that anybody will ask for
   */
  LaneLines(int most) {
    this.most = Math.max(1, most);
  }

  /** Lines for so many nodes or more, all zero. */
  synchronized Four take(int nodes) {
    if (taken == all.size()) {
      long size = Math.max(nodes, most) * BYTES;
      MemorySegment whole = arena.allocate(4 * size, BYTES);
      all.add(
          new Four(
              Math.max(nodes, most),
              whole.asSlice(0, size),
              whole.asSlice(size, size),
              whole.asSlice(2 * size, size),
              whole.asSlice(3 * size, size)));
    }
    return all.get(taken++);
  }

  /** All passes are done: their lines may be taken again. */
  synchronized void back() {
    taken = 0;
  }
}

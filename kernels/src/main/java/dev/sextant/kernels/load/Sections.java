package dev.sextant.kernels.load;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Where what lies in a stored graph, as its head says. */
record Sections(int flags, int nodes, int arcs, int loops, int[] checks) {

  /** Sections begin at multiples of it: a cache line. */
  private static final int ALIGNED = 64;

  static Sections of(Csr graph) {
    int flags =
        (graph.directed() ? CsrFile.DIRECTED : 0) | (graph.weighted() ? CsrFile.WEIGHTED : 0);
    return new Sections(flags, graph.nodes(), graph.arcs(), graph.loops(), new int[3]);
  }

  boolean directed() {
    return (flags & CsrFile.DIRECTED) != 0;
  }

  boolean weighted() {
    return (flags & CsrFile.WEIGHTED) != 0;
  }

  int check(int section) {
    return checks[section];
  }

  long offsetsAt() {
    return CsrFile.HEAD;
  }

  long targetsAt() {
    return aligned(offsetsAt() + 4L * (nodes + 1L));
  }

  long weightsAt() {
    return aligned(targetsAt() + 4L * arcs);
  }

  long size() {
    return weighted() ? aligned(weightsAt() + 8L * arcs) : weightsAt();
  }

  private static long aligned(long at) {
    return (at + ALIGNED - 1) / ALIGNED * ALIGNED;
  }

  byte[] head(int[] sums) {
    ByteBuffer head = ByteBuffer.allocate(CsrFile.HEAD).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(CsrFile.MAGIC).putInt(CsrFile.VERSION).putInt(flags);
    head.putInt(nodes).putInt(arcs).putInt(loops);
    head.putInt(sums[0]).putInt(sums[1]).putInt(sums[2]);
    head.putInt(CsrFile.HEAD - 4, headSum(head));
    return head.array();
  }

  private static int headSum(ByteBuffer head) {
    CRC32C crc = new CRC32C();
    crc.update(head.array(), 0, CsrFile.HEAD - 4);
    return (int) crc.getValue();
  }

  /** Reads a head; the buffer holds what there was of it. */
  static Sections parse(ByteBuffer head, long size) {
    if (head.limit() < Long.BYTES || head.getLong(0) != CsrFile.MAGIC) {
      throw new BadGraph("not a stored graph: it does not begin with SXCSR and its line end");
    }
    if (head.limit() < CsrFile.HEAD) {
      throw new BadGraph("the file ends within its head, after " + head.limit() + " bytes");
    }
    int version = head.getInt(8);
    if (version != CsrFile.VERSION) {
      throw new BadGraph(
          "version " + version + " of a stored graph; this program reads " + CsrFile.VERSION);
    }
    if (head.getInt(CsrFile.HEAD - 4) != headSum(head)) {
      throw new BadGraph("the file is damaged: its head does not have its checksum");
    }
    int[] checks = {head.getInt(28), head.getInt(32), head.getInt(36)};
    Sections sections =
        new Sections(head.getInt(12), head.getInt(16), head.getInt(20), head.getInt(24), checks);
    if (sections.flags < 0
        || sections.flags > 3
        || sections.nodes < 0
        || sections.nodes == Integer.MAX_VALUE
        || sections.arcs < 0
        || sections.loops < 0
        || sections.loops > Math.min(sections.nodes, sections.arcs)) {
      throw new BadGraph("the head's flags or counts are none of a graph");
    }
    if (size != sections.size()) {
      throw new BadGraph("the file has " + size + " bytes where its head says " + sections.size());
    }
    return sections;
  }
}

package dev.sextant.kernels.load;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;

/* From parsed lines to a graph: ids become nodes by one of three ways. Few gaps: the graph is built
 * with a node for every number and, if some have turned out unused, closed up, which keeps rows
 * sorted. Many gaps: ids are numbered through a table. Either way nodes are in the order of their
 * ids, unless they are to be in the order in which they are first named. */
final class EdgesGiven {
  /** Up to so many numbers an edge, tables by id are smaller than a hash table of the ids. */
  private static final long SPARSE = 8;

  private final EdgeList.Form form;
  private final EdgeLines lines;

  EdgesGiven(EdgeList.Form form, EdgeLines lines) {
    this.form = form;
    this.lines = lines;
  }

  EdgeList.Loaded freeze() {
    boolean compact = form.ids() != EdgeList.Ids.FROM_ZERO;
    if (!compact && lines.table() != null) {
      throw new BadGraph(
          "the largest id is above 2^31: every number from 0 cannot be a node; read it compact");
    }
    if (compact
        && lines.table() == null
        && lines.largest() + 1L > SPARSE * lines.count() + (1 << 16)) {
      lines.number();
    }
    IdTable table = lines.table();
    if (form.ids() == EdgeList.Ids.FIRST_NAMED) {
      return firstNamed(table == null ? direct() : table.inOrder());
    }
    return table != null ? ranked(table) : asGiven(compact);
  }

  private EdgeList.Loaded firstNamed(long[] ids) {
    CsrBuilder.Built built = build(ids.length);
    return new EdgeList.Loaded(built.graph(), ids, counts(built));
  }

  /* Numbers ids by one walk over the lines; with few gaps an array holds who is known. */
  private long[] direct() {
    int[] number = new int[lines.largest() + 1];
    long[] ids = new long[1024];
    int size = 0;
    for (int c = 0; c < lines.chunks(); c++) {
      int[] ends = lines.ends(c);
      for (int i = 0; i < 2 * lines.edges(c); i++) {
        int id = ends[i];
        if (number[id] == 0) {
          if (size == ids.length) {
            ids = java.util.Arrays.copyOf(ids, 2 * size);
          }
          ids[size++] = id;
          number[id] = size;
        }
        ends[i] = number[id] - 1;
      }
    }
    return java.util.Arrays.copyOf(ids, size);
  }

  private EdgeList.Loaded ranked(IdTable table) {
    long[] ids = table.sorted();
    int[] rank = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      rank[table.number(ids[i])] = i;
    }
    for (int c = 0; c < lines.chunks(); c++) {
      int[] ends = lines.ends(c);
      for (int i = 0; i < 2 * lines.edges(c); i++) {
        ends[i] = rank[ends[i]];
      }
    }
    CsrBuilder.Built built = build(ids.length);
    return new EdgeList.Loaded(built.graph(), ids, counts(built));
  }

  private EdgeList.Loaded asGiven(boolean compact) {
    CsrBuilder.Built built = build(lines.largest() + 1);
    Csr graph = built.graph();
    int[] ids = compact ? named(graph) : null;
    if (ids == null || ids.length == graph.nodes()) {
      return new EdgeList.Loaded(graph, null, counts(built));
    }
    long[] wide = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      wide[i] = ids[i];
    }
    return new EdgeList.Loaded(closedUp(graph, ids), wide, counts(built));
  }

  private CsrBuilder.Built build(int nodes) {
    CsrBuilder builder =
        form.directed()
            ? CsrBuilder.directed(nodes, form.loops())
            : CsrBuilder.undirected(nodes, form.loops());
    for (int c = 0; c < lines.chunks(); c++) {
      builder.chunk(lines.ends(c), lines.weights(c), lines.edges(c));
    }
    return builder.build();
  }

  private EdgeList.Loaded.Counts counts(CsrBuilder.Built built) {
    return new EdgeList.Loaded.Counts(
        lines.lines(), lines.passedOver(), lines.count(), built.loops(), built.merged());
  }

  /** The numbers that some line names, rising. */
  private int[] named(Csr graph) {
    int n = graph.nodes();
    int[] offsets = graph.sharedOffsets();
    boolean[] named = new boolean[n];
    int count = 0;
    for (int v = 0; v < n; v++) {
      named[v] = offsets[v + 1] > offsets[v];
      count += named[v] ? 1 : 0;
    }
    if (count < n) {
      for (int id : lines.loopIds()) {
        count += named[id] ? 0 : 1;
        named[id] = true;
      }
    }
    if (count < n && graph.directed()) {
      for (int t : graph.sharedTargets()) {
        count += named[t] ? 0 : 1;
        named[t] = true;
      }
    }
    int[] ids = new int[count];
    int at = 0;
    for (int v = 0; v < n; v++) {
      if (named[v]) {
        ids[at++] = v;
      }
    }
    return ids;
  }

  private static Csr closedUp(Csr graph, int[] ids) {
    int[] rank = new int[graph.nodes()];
    int[] offsets = new int[ids.length + 1];
    for (int i = 0; i < ids.length; i++) {
      rank[ids[i]] = i;
      offsets[i + 1] = graph.end(ids[i]);
    }
    int[] targets = graph.targets();
    for (int a = 0; a < targets.length; a++) {
      targets[a] = rank[targets[a]];
    }
    return Csr.ofRows(offsets, targets, graph.weights(), graph.directed());
  }
}

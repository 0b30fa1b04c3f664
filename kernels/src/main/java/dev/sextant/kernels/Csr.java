package dev.sextant.kernels;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable graph in compressed sparse rows. Nodes are 0 to {@code nodes() - 1}. An <i>arc</i>
 * is one entry of a row; in an undirected graph every edge between two different nodes is two arcs,
 * one in each row, and an edge from a node to itself is one arc. Rows are sorted by target and hold
 * no target twice. Made by {@link CsrBuilder}.
 *
 * <p>A weight means what the caller says it means: strength for degrees, PageRank and communities,
 * length for weighted paths. {@link #reweighted} turns one into the other.
 */
public final class Csr {
  /** First bytes of the stored form: its name and version. */
  private static final long MAGIC = 0x5358_4353_5230_3031L; // "SXCSR001"

  final int[] offsets;
  final int[] targets;
  final double @Nullable [] weights;
  private final boolean directed;
  private final int loops;

  /** Takes the arrays as they are; for this package, which checks them first. */
  Csr(int[] offsets, int[] targets, double @Nullable [] weights, boolean directed) {
    this(offsets, targets, weights, directed, countLoops(offsets, targets));
  }

  /** As the other, where the number of loops is known and need not be searched for. */
  Csr(int[] offsets, int[] targets, double @Nullable [] weights, boolean directed, int loops) {
    this.offsets = offsets;
    this.targets = targets;
    this.weights = weights;
    this.directed = directed;
    this.loops = loops;
  }

  /**
   * A graph from finished rows, whose arrays it takes over: they must not be written afterwards.
   * Checks everything a graph promises: O(n + m) steps.
   *
   * @param offsets row starts, one more than nodes; from 0 to the number of arcs
   * @param targets rows, sorted, without repetition
   * @param weights beside targets, finite and above 0; or null
   * @param directed if not, every arc must have its equal in the other direction
   * @throws BadGraph if the arrays are not such a graph
   */
  public static Csr ofRows(
      int[] offsets, int[] targets, double @Nullable [] weights, boolean directed) {
    if (offsets.length == 0 || (weights != null && weights.length != targets.length)) {
      throw new BadGraph("row starts are missing, or weights are not beside the rows");
    }
    if (weights != null) {
      for (double weight : weights) {
        CsrBuilder.checkedWeight(weight);
      }
    }
    return checked(offsets, targets, weights, directed);
  }

  /**
   * As {@link #ofRows} for rows that are known to be a graph's, such as those under a checksum:
   * checks that row starts span the rows, and nothing that takes long. Kernels on rows that break
   * their promises may loop for ever or throw anything.
   *
   * @param loops how many nodes have an edge to themselves
   * @throws BadGraph if the arrays do not fit together
   */
  public static Csr ofTrustedRows(
      int[] offsets, int[] targets, double @Nullable [] weights, boolean directed, int loops) {
    if (offsets.length == 0
        || offsets[0] != 0
        || offsets[offsets.length - 1] != targets.length
        || (weights != null && weights.length != targets.length)) {
      throw new BadGraph("row starts do not span the rows, or weights are not beside them");
    }
    return new Csr(offsets, targets, weights, directed, loops);
  }

  private static int countLoops(int[] offsets, int[] targets) {
    int count = 0;
    for (int v = 0; v + 1 < offsets.length; v++) {
      if (Arrays.binarySearch(targets, offsets[v], offsets[v + 1], v) >= 0) {
        count++;
      }
    }
    return count;
  }

  /* Sources come in ascending order, so the arcs back to them must stand in ascending order in
   * every row: one cursor a row finds them all. */
  private static void checkMirrored(int[] offsets, int[] targets, double @Nullable [] weights) {
    int[] cursor = Arrays.copyOf(offsets, offsets.length - 1);
    for (int v = 0; v + 1 < offsets.length; v++) {
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int t = targets[a];
        int back = cursor[t]++;
        if (back >= offsets[t + 1]
            || targets[back] != v
            || (weights != null && weights[back] != weights[a])) {
          throw new BadGraph("edge " + v + "-" + t + " of an undirected graph is one-way");
        }
      }
    }
  }

  private static void checkRows(int[] offsets, int[] targets) {
    int n = offsets.length - 1;
    for (int v = 0; v < n; v++) {
      if (offsets[v] > offsets[v + 1] || offsets[v + 1] > targets.length) {
        throw new BadGraph("row " + v + " ends before it starts");
      }
      int before = -1;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        if (targets[a] <= before || targets[a] >= n) {
          throw new BadGraph("row " + v + " is not sorted targets below " + n);
        }
        before = targets[a];
      }
    }
  }

  /** Number of nodes. */
  public int nodes() {
    return offsets.length - 1;
  }

  /** Number of arcs: row entries. */
  public int arcs() {
    return targets.length;
  }

  /** Number of edges: arcs if directed, else unordered pairs and loops. */
  public int edges() {
    return directed ? targets.length : (targets.length - loops) / 2 + loops;
  }

  /** Number of edges from a node to itself. */
  public int loops() {
    return loops;
  }

  /** True if an arc from u to v says nothing of one from v to u. */
  public boolean directed() {
    return directed;
  }

  /** True if arcs carry weights. */
  public boolean weighted() {
    return weights != null;
  }

  /** First arc of a node's row. */
  public int first(int node) {
    return offsets[node];
  }

  /** Arc after the last of a node's row. */
  public int end(int node) {
    return offsets[node + 1];
  }

  /** The node that an arc leads to. */
  public int target(int arc) {
    return targets[arc];
  }

  /** The arc's weight; 1 in a graph without weights. */
  public double weight(int arc) {
    return weights == null ? 1.0 : weights[arc];
  }

  /** The arc from one node to another, or a negative number if there is none. */
  public int arc(int from, int to) {
    return Arrays.binarySearch(targets, offsets[from], offsets[from + 1], to);
  }

  /**
   * The graph's own row starts, {@code nodes() + 1} of them, for kernels written outside this
   * package that cannot afford a copy: never to be written, or the graph is no longer itself.
   */
  public int[] sharedOffsets() {
    return offsets;
  }

  /** The graph's own rows; as {@link #sharedOffsets}, never to be written. */
  public int[] sharedTargets() {
    return targets;
  }

  /** The graph's own weights, or null; as {@link #sharedOffsets}, never to be written. */
  public double @Nullable [] sharedWeights() {
    return weights;
  }

  /** Copy of the row starts, {@code nodes() + 1} of them. */
  public int[] offsets() {
    return offsets.clone();
  }

  /** Copy of the rows. */
  public int[] targets() {
    return targets.clone();
  }

  /** Copy of the weights beside the rows, or null. */
  public double @Nullable [] weights() {
    return weights == null ? null : weights.clone();
  }

  /** The graph with every arc turned round; an undirected graph is its own reverse. */
  public Csr reverse() {
    if (!directed) {
      return this;
    }
    int n = nodes();
    int[] start = new int[n + 1];
    for (int t : targets) {
      start[t + 1]++;
    }
    for (int v = 0; v < n; v++) {
      start[v + 1] += start[v];
    }
    int[] next = Arrays.copyOf(start, n);
    int[] sources = new int[targets.length];
    double[] turned = weights == null ? null : new double[targets.length];
    // Rows come out sorted, since sources are visited in order.
    for (int v = 0; v < n; v++) {
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int at = next[targets[a]]++;
        sources[at] = v;
        if (turned != null && weights != null) {
          turned[at] = weights[a];
        }
      }
    }
    return new Csr(start, sources, turned, true);
  }

  /**
   * The graph without its directions: weights of the two arcs between a pair are added; without
   * weights they become one edge. An undirected graph is returned as it is.
   */
  public Csr ignoringDirection() {
    if (!directed) {
      return this;
    }
    CsrBuilder builder = CsrBuilder.undirected(nodes(), CsrBuilder.Loops.KEEP);
    for (int v = 0; v < nodes(); v++) {
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        if (weights == null) {
          builder.edge(v, targets[a]);
        } else {
          builder.edge(v, targets[a], weights[a]);
        }
      }
    }
    return builder.build().graph();
  }

  /** The same arcs without weights. */
  public Csr unweighted() {
    return weights == null ? this : new Csr(offsets, targets, null, directed);
  }

  /**
   * The same arcs with other weights.
   *
   * @param change from the present weight (1 if there are none) to the new one
   * @throws BadGraph if a new weight is not a finite number above 0
   */
  public Csr reweighted(DoubleUnaryOperator change) {
    double[] changed = new double[targets.length];
    for (int a = 0; a < changed.length; a++) {
      changed[a] = CsrBuilder.checkedWeight(change.applyAsDouble(weight(a)));
    }
    return new Csr(offsets, targets, changed, directed);
  }

  /**
   * Writes the one stored form of this graph: equal graphs give equal bytes, so a digest of them
   * names the graph. Big-endian: magic (8 bytes), flags (1: directed, 2: weighted; 4 bytes), nodes
   * and arcs (4 bytes each), row starts, targets (4 bytes each), weights (8 bytes each).
   */
  public void writeTo(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeLong(MAGIC);
    data.writeInt((directed ? 1 : 0) | (weights == null ? 0 : 2));
    data.writeInt(nodes());
    data.writeInt(targets.length);
    for (int offset : offsets) {
      data.writeInt(offset);
    }
    for (int target : targets) {
      data.writeInt(target);
    }
    if (weights != null) {
      for (double weight : weights) {
        data.writeDouble(weight);
      }
    }
    data.flush();
  }

  /**
   * Reads what {@link #writeTo} wrote.
   *
   * @throws BadGraph if the bytes are not such a graph
   * @throws IOException if the stream fails or ends early
   */
  public static Csr readFrom(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    long magic = data.readLong();
    int flags = data.readInt();
    int nodes = data.readInt();
    int arcs = data.readInt();
    if (magic != MAGIC || flags < 0 || flags > 3 || nodes < 0 || arcs < 0) {
      throw new BadGraph("not a stored graph: magic, flags or counts do not fit");
    }
    int[] offsets = readInts(data, nodes + 1L);
    int[] targets = readInts(data, arcs);
    double[] weights = (flags & 2) == 0 ? null : readDoubles(data, arcs);
    Csr graph = checked(offsets, targets, weights, (flags & 1) != 0);
    return graph;
  }

  /* Grown as bytes arrive, so that a false count in the head cannot claim memory. */
  private static int[] readInts(DataInputStream data, long count) throws IOException {
    int[] values = new int[(int) Math.min(count, 1 << 16)];
    for (long i = 0; i < count; i++) {
      if (i == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(count, 2L * values.length));
      }
      values[(int) i] = data.readInt();
    }
    return values;
  }

  private static double[] readDoubles(DataInputStream data, int count) throws IOException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = CsrBuilder.checkedWeight(data.readDouble());
    }
    return values;
  }

  private static Csr checked(
      int[] offsets, int[] targets, double @Nullable [] weights, boolean directed) {
    int n = offsets.length - 1;
    if (offsets[0] != 0 || offsets[n] != targets.length) {
      throw new BadGraph("row starts do not span the rows");
    }
    checkRows(offsets, targets);
    if (!directed) {
      checkMirrored(offsets, targets, weights);
    }
    return new Csr(offsets, targets, weights, directed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Csr that
        && directed == that.directed
        && Arrays.equals(offsets, that.offsets)
        && Arrays.equals(targets, that.targets)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(offsets) + Arrays.hashCode(targets))
        + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return (directed ? "directed" : "undirected")
        + (weights == null ? "" : " weighted")
        + " graph, "
        + nodes()
        + " nodes, "
        + edges()
        + " edges";
  }
}

package dev.sextant.kernels.load;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain edge lists: one edge a line, two ids and perhaps a weight.
 *
 * <p>What: a line is an id, an id and, where weights are asked for, a number, separated by blanks,
 * tabs or a comma; further columns are ignored. Ids are whole numbers from 0 to 2^63 - 1, dense or
 * with any gaps. Empty lines and lines that begin with {@code #} or {@code %} are passed over and
 * counted. Lines end with LF or CR LF. Parallel edges become one, their weights added; loops are
 * dropped or kept; both are counted. Nothing else is accepted: the first line that is no edge is
 * refused with its number. Paper: sorting in linear time, H. H. Seward 1954 (counting sort, in D.
 * E. Knuth, The Art of Computer Programming 3, 5.2). Cost for m edges, n nodes and ids up to i:
 * O(bytes + n + m), O(i) more where ids have few gaps, O(n log n) more where they have many; about
 * 24 bytes an edge while loading (36 with weights), 8 (24) in the graph, an undirected edge being
 * two arcs. Files of any size. Deterministic: the graph does not depend on the order of the lines
 * (but with {@link Ids#FIRST_NAMED}). No seed.
 *
 * <p>When ties are missing: a node all of whose ties are missing is no node of a compact graph.
 */
public final class EdgeList {
  /** Which nodes the graph has. */
  public enum Ids {
    /** Those that the file names, numbered from 0 by rising id. */
    COMPACT,
    /** Those that the file names, numbered from 0 in the order in which it first names them. */
    FIRST_NAMED,
    /** Every number from 0 to the largest in the file; those not named are alone. */
    FROM_ZERO
  }

  /**
   * How to understand a file.
   *
   * @param directed whether the first id of a line is the tie's source
   * @param weighted whether the third column is a weight; else every edge counts once
   * @param loops what to do with edges from a node to itself
   * @param ids which nodes the graph has
   * @param headLines lines to pass over at the beginning, neither empty nor comments
   */
  public record Form(
      boolean directed, boolean weighted, CsrBuilder.Loops loops, Ids ids, int headLines) {
    /** Refuses fewer than no head lines. */
    public Form {
      if (headLines < 0) {
        throw new BadGraph("head lines " + headLines + ": need 0 or more");
      }
    }

    /** Undirected, without weights, loops dropped, compact, no head. */
    public static Form plain() {
      return new Form(false, false, CsrBuilder.Loops.DROP, Ids.COMPACT, 0);
    }

    /** With directions or without. */
    public Form directed(boolean yes) {
      return new Form(yes, weighted, loops, ids, headLines);
    }

    /** With weights or without. */
    public Form weighted(boolean yes) {
      return new Form(directed, yes, loops, ids, headLines);
    }

    /** With other nodes. */
    public Form with(Ids other) {
      return new Form(directed, weighted, loops, other, headLines);
    }

    /** With loops dropped or kept. */
    public Form with(CsrBuilder.Loops other) {
      return new Form(directed, weighted, other, ids, headLines);
    }

    /** With so many head lines. */
    public Form headLines(int count) {
      return new Form(directed, weighted, loops, ids, count);
    }
  }

  /** A graph and what happened to the lines: lines = edges given + passed over. */
  public static final class Loaded {
    private final Csr graph;
    private final long @Nullable [] ids;
    private final Counts counts;
    private final boolean rising;

    /** How many of what. */
    record Counts(long lines, long passedOver, long given, int loops, int merged) {}

    Loaded(Csr graph, long @Nullable [] ids, Counts counts) {
      this.graph = graph;
      this.ids = ids;
      this.counts = counts;
      boolean up = true;
      for (int v = 1; ids != null && v < ids.length; v++) {
        up &= ids[v - 1] < ids[v];
      }
      this.rising = up;
    }

    /** The graph. */
    public Csr graph() {
      return graph;
    }

    /** The id that a node has in the file. */
    public long id(int node) {
      java.util.Objects.checkIndex(node, graph.nodes());
      return ids == null ? node : ids[node];
    }

    /**
     * The node that has an id in the file, or -1; by search through all where first named first.
     */
    public int node(long id) {
      if (ids != null && rising) {
        return Math.max(-1, java.util.Arrays.binarySearch(ids, id));
      }
      for (int v = 0; ids != null && v < ids.length; v++) {
        if (ids[v] == id) {
          return v;
        }
      }
      if (ids != null) {
        return -1;
      }
      return id >= 0 && id < graph.nodes() ? (int) id : -1;
    }

    /** Lines in the file. */
    public long lines() {
      return counts.lines;
    }

    /** Lines that are empty, comments or heads. */
    public long passedOver() {
      return counts.passedOver;
    }

    /** Edges in the file: {@code graph.edges() + merged + loops, if dropped}. */
    public long given() {
      return counts.given;
    }

    /** Edges from a node to itself among those given. */
    public int loops() {
      return counts.loops;
    }

    /** Edges that became part of an earlier parallel one. */
    public int merged() {
      return counts.merged;
    }
  }

  private EdgeList() {}

  /**
   * Reads a file.
   *
   * @param progress hears of bytes read, of the file's size, every few hundred kilobytes
   * @throws BadGraph if a line is no edge (with its number), or the graph is too large
   * @throws IOException if the file cannot be read
   */
  public static Loaded read(Path file, Form form, Progress progress) throws IOException {
    EdgeLines lines = new EdgeLines(form);
    try (MappedPieces pieces = MappedPieces.of(file)) {
      lines.readAll(pieces, progress);
    }
    return new EdgesGiven(form, lines).freeze();
  }
}

package dev.sextant.kernels;

import java.util.Arrays;

/* Hopcroft and Tarjan's walk with stacks of ints in place of recursion. A node's `low` is the
 * earliest discovered node that its subtree reaches by one edge; the edge to its parent may count,
 * since the parent cannot be earlier than itself. When a child c of p is finished and low(c) is not
 * earlier than p, then p cuts c's subtree off: all nodes put on the stack since c, and p, are a block.
 *
 * Every node but the roots is the member of one block that was not entered there, and until that block
 * is known it is on the stack: both lists share one array, the one from the front, the other from the
 * back. The entries stand apart.
 *
 * Two kinds of nodes need no step down, and they are most of a large network. One with a single arc is
 * a block with its neighbour; those blocks are made first, and the walk takes such nodes for
 * discovered, later than any. And of a node w with two arcs, met from v, whose other neighbour u is
 * discovered: u is then an ancestor of v (had u been finished, w would be discovered), so that low(w)
 * is u, and w belongs to the block of v and v's parent. */
final class BlockWalk {
  private static final int LATER_THAN_ANY = Integer.MAX_VALUE;

  private final Csr graph;
  private final int[] found; // order of discovery, from 1
  /* The way from the root to the node at hand, by depth: so that what belongs to a step lies beside
   * what belongs to the step before, and only `found` is looked up all over memory. */
  private int[] nodeAt = new int[256];
  private int[] arcAt = new int[256]; // next arc to look at
  private int[] lowAt = new int[256];
  private final int[] nodes; // members of blocks, then room, then those waiting for theirs
  private int used;
  private int top;
  private int[] starts = new int[16];
  private int[] entries = new int[16];
  private int blocks;
  private int discovered;

  BlockWalk(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.found = new int[n];
    this.nodes = new int[n];
    this.top = n;
  }

  BlockWalk walk(Progress progress) {
    int n = found.length;
    hanging();
    for (int root = 0; root < n; root++) {
      if (found[root] == 0) {
        from(root);
        progress.step(discovered, n);
      }
    }
    progress.step(n, n);
    starts[blocks] = used;
    return this;
  }

  Blocks.Result result(Progress progress) {
    walk(progress);
    return new Blocks.Result(found.length, blocks, starts, nodes, entries);
  }

  /* Nodes of one arc, listed without a branch. Of two that have only each other, the first is the
   * entry; one that has only itself is in no block. */
  private void hanging() {
    int[] offsets = graph.offsets;
    int[] nodes = this.nodes;
    int count = 0;
    for (int v = 0; v < nodes.length; v++) {
      nodes[count] = v;
      count += offsets[v + 1] - offsets[v] == 1 ? 1 : 0;
    }
    starts = new int[count + 16];
    entries = new int[count + 16];
    for (int i = 0; i < count; i++) {
      int w = nodes[i];
      int p = graph.targets[offsets[w]];
      found[w] = LATER_THAN_ANY;
      if (p == w || (p > w && offsets[p + 1] - offsets[p] == 1)) {
        continue;
      }
      starts[blocks] = used;
      entries[blocks++] = p;
      nodes[used++] = w;
    }
    discovered = count;
  }

  private void from(int root) {
    int[] targets = graph.targets;
    int[] offsets = graph.offsets;
    int[] found = this.found;
    int[] nodes = this.nodes;
    int depth = 0;
    int v = root; // belongs to no block above it: never waits
    int own = ++discovered;
    int lowest = own;
    int a = offsets[v];
    int end = offsets[v + 1];
    found[v] = own;
    while (true) {
      int next = -1;
      while (a < end) {
        int w = targets[a++];
        int at = found[w];
        if (at == 0) {
          next = w;
          break;
        }
        lowest = Math.min(lowest, at);
      }
      if (next >= 0) {
        int first = offsets[next];
        int last = offsets[next + 1];
        discovered++;
        found[next] = discovered;
        nodes[--top] = next;
        if (last - first == 2) {
          int other = targets[first] ^ targets[first + 1] ^ v;
          int at = found[other];
          if (at != 0) {
            if (at < own) {
              lowest = Math.min(lowest, at);
            } else {
              block(next, v);
            }
            continue;
          }
        }
        if (depth == nodeAt.length) {
          grow();
        }
        nodeAt[depth] = v;
        arcAt[depth] = a;
        lowAt[depth] = lowest;
        depth++;
        v = next;
        own = discovered;
        lowest = own;
        a = first;
        end = last;
      } else if (--depth >= 0) {
        int parent = nodeAt[depth];
        own = found[parent];
        if (lowest < own) {
          lowest = Math.min(lowAt[depth], lowest);
        } else {
          block(v, parent);
          lowest = lowAt[depth];
        }
        v = parent;
        a = arcAt[depth];
        end = offsets[v + 1];
      } else {
        return;
      }
    }
  }

  private void grow() {
    nodeAt = Arrays.copyOf(nodeAt, 2 * nodeAt.length);
    arcAt = Arrays.copyOf(arcAt, nodeAt.length);
    lowAt = Arrays.copyOf(lowAt, nodeAt.length);
  }

  /** Closes the block of a node p and of all that wait since its child. */
  private void block(int child, int p) {
    if (blocks + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      entries = Arrays.copyOf(entries, starts.length);
    }
    starts[blocks] = used;
    entries[blocks++] = p;
    int[] nodes = this.nodes;
    int to = used;
    int from = top;
    int w;
    do {
      w = nodes[from++];
      nodes[to++] = w;
    } while (w != child);
    used = to;
    top = from;
  }

  int blocks() {
    return blocks;
  }

  /** Where a block's members begin, those but its entry. */
  int start(int block) {
    return starts[block];
  }

  int end(int block) {
    return starts[block + 1];
  }

  int member(int at) {
    return nodes[at];
  }

  /** The member by which the walk came into the block. */
  int entry(int block) {
    return entries[block];
  }
}

package dev.sextant.kernels;

import java.util.Arrays;

/* Hopcroft and Tarjan's walk with stacks of ints in place of recursion. A node's `low` is the
 * earliest discovered node that its subtree reaches by one edge backwards. When a child c of p is
 * finished and low(c) is not earlier than p, then p cuts c's subtree off: all nodes put on the stack
 * since c, and p, are a block. A node is put on that stack once, when it is discovered, so that the
 * members of all blocks together are at most 2n.
 *
 * Beside the blocks it counts, for every block, how many nodes lie below its entry on its side
 * (`below`), which gives the weights of cut nodes in betweenness without another walk. */
final class BlockWalk {
  private final Csr graph;
  private final int[] found; // order of discovery, from 1
  private final int[] low;
  private final int[] arc; // next arc to look at
  private final int[] parent;
  private final int[] pending; // discovered, not yet in a block below their parent
  private final int[] hung; // nodes of finished child blocks, and the node itself
  private int[] starts = new int[16];
  private int[] below = new int[16];
  private int[] component = new int[16];
  private int[] members;
  private int blocks;
  private int used;
  private int discovered;
  private int top;
  private int[] sizes = new int[16];
  private int components;

  BlockWalk(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.found = new int[n];
    this.low = new int[n];
    this.arc = new int[n];
    this.parent = new int[n];
    this.pending = new int[n];
    this.hung = new int[n];
    this.members = new int[Math.max(16, n)];
  }

  BlockWalk walk(Progress progress) {
    int n = graph.nodes();
    Arrays.fill(hung, 1);
    System.arraycopy(graph.offsets, 0, arc, 0, n);
    for (int root = 0; root < n; root++) {
      if (found[root] == 0) {
        int before = discovered;
        from(root);
        if (components == sizes.length) {
          sizes = Arrays.copyOf(sizes, 2 * components);
        }
        sizes[components++] = discovered - before;
        progress.step(discovered, n);
      }
    }
    return this;
  }

  Blocks.Result result(Progress progress) {
    walk(progress);
    int[] ends = Arrays.copyOf(starts, blocks + 1);
    ends[blocks] = used;
    return new Blocks.Result(graph.nodes(), ends, Arrays.copyOf(members, used));
  }

  private void from(int root) {
    int[] targets = graph.targets;
    int[] offsets = graph.offsets;
    discover(root, -1);
    top = 0; // the root belongs to no block below a parent
    int v = root;
    while (v >= 0) {
      int a = arc[v];
      int end = offsets[v + 1];
      int lowest = low[v];
      int next = -1;
      while (a < end) {
        int w = targets[a++];
        int at = found[w];
        if (at == 0) {
          next = w;
          break;
        }
        if (at < lowest && w != parent[v]) {
          lowest = at;
        }
      }
      arc[v] = a;
      low[v] = lowest;
      if (next >= 0) {
        discover(next, v);
        v = next;
      } else {
        int p = parent[v];
        if (p >= 0) {
          finish(v, p);
        }
        v = p;
      }
    }
  }

  private void discover(int v, int from) {
    discovered++;
    found[v] = discovered;
    low[v] = discovered;
    parent[v] = from;
    pending[top++] = v;
  }

  private void finish(int child, int p) {
    if (low[child] < found[p]) {
      low[p] = Math.min(low[p], low[child]);
      return;
    }
    if (blocks + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      below = Arrays.copyOf(below, 2 * below.length);
      component = Arrays.copyOf(component, 2 * component.length);
    }
    starts[blocks] = used;
    int under = 0;
    int w;
    do {
      w = pending[--top];
      under += hung[w];
      add(w);
    } while (w != child);
    add(p);
    hung[p] += under;
    below[blocks] = under;
    component[blocks] = components;
    blocks++;
  }

  private void add(int node) {
    if (used == members.length) {
      members = Arrays.copyOf(members, 2 * used);
    }
    members[used++] = node;
  }

  int blocks() {
    return blocks;
  }

  int start(int block) {
    return starts[block];
  }

  int end(int block) {
    return block + 1 < blocks ? starts[block + 1] : used;
  }

  int member(int at) {
    return members[at];
  }

  /** Nodes on the far side of a block's entry, the block's own others among them. */
  int below(int block) {
    return below[block];
  }

  /** Nodes of the connected component that a block lies in. */
  int componentSize(int block) {
    return sizes[component[block]];
  }

  /** A node and everything that hangs below it in other blocks. */
  int hung(int node) {
    return hung[node];
  }
}

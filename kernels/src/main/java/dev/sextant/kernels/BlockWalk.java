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
  /* The way from the root to the node at hand, by depth: so that what belongs to a step lies beside
   * what belongs to the step before, and only `found` is looked up all over memory. */
  private int[] nodeAt = new int[1024];
  private int[] arcAt = new int[1024]; // next arc to look at
  private int[] foundAt = new int[1024];
  private int[] lowAt = new int[1024];
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
    this.pending = new int[n];
    this.hung = new int[n];
    this.members = new int[Math.max(16, n)];
  }

  BlockWalk walk(Progress progress) {
    int n = graph.nodes();
    Arrays.fill(hung, 1);
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
    int[] found = this.found;
    int depth = 0;
    push(0, root);
    top = 0; // the root belongs to no block below a parent
    while (depth >= 0) {
      int v = nodeAt[depth];
      int parent = depth > 0 ? nodeAt[depth - 1] : -1;
      int a = arcAt[depth];
      int end = offsets[v + 1];
      int lowest = lowAt[depth];
      int next = -1;
      while (a < end) {
        int w = targets[a++];
        int at = found[w];
        if (at == 0) {
          if (offsets[w + 1] - offsets[w] > 1) {
            next = w;
            break;
          }
          // Its one arc leads back here: a bridge, and no step need be made to see it.
          found[w] = ++discovered;
          pending[top++] = w;
          block(w, v);
        } else if (at < lowest && w != parent) {
          lowest = at;
        }
      }
      if (next >= 0) {
        arcAt[depth] = a;
        lowAt[depth] = lowest;
        push(++depth, next);
      } else if (--depth >= 0) {
        if (lowest < foundAt[depth]) {
          lowAt[depth] = Math.min(lowAt[depth], lowest);
        } else {
          block(v, nodeAt[depth]);
        }
      }
    }
  }

  private void push(int depth, int v) {
    if (depth == nodeAt.length) {
      nodeAt = Arrays.copyOf(nodeAt, 2 * depth);
      arcAt = Arrays.copyOf(arcAt, 2 * depth);
      foundAt = Arrays.copyOf(foundAt, 2 * depth);
      lowAt = Arrays.copyOf(lowAt, 2 * depth);
    }
    discovered++;
    found[v] = discovered;
    foundAt[depth] = discovered;
    lowAt[depth] = discovered;
    nodeAt[depth] = v;
    arcAt[depth] = graph.offsets[v];
    pending[top++] = v;
  }

  /** Closes the block of a node p and of all that is pending since its child. */
  private void block(int child, int p) {
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

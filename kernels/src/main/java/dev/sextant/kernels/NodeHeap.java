package dev.sextant.kernels;

import java.util.Arrays;

/**
 * Heap of nodes with four children each (half the depth of two, and the children share a cache
 * line), keyed by an array that it shares with its owner; a node may move up. Equal keys come out
 * by node number, so the order is fixed. For kernels; not for several threads.
 */
public final class NodeHeap {
  private static final int CHILDREN = 4;

  private final double[] key;
  private final int[] place; // place in the heap + 1; 0 if absent
  private int[] heap = new int[64];
  private int size;

  /**
   * An empty heap.
   *
   * @param key by node; changed by the owner, who then offers the node again
   */
  public NodeHeap(double[] key) {
    this.key = key;
    this.place = new int[key.length];
  }

  /** Whether no node is in it. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The smallest key; infinite if there is none. */
  public double least() {
    return size == 0 ? Double.POSITIVE_INFINITY : key[heap[0]];
  }

  /** Takes all nodes out. */
  public void clear() {
    for (int i = 0; i < size; i++) {
      place[heap[i]] = 0;
    }
    size = 0;
  }

  /** Adds a node, or moves it after its key became smaller. */
  public void offer(int node) {
    if (place[node] == 0) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, 2 * size);
      }
      heap[size] = node;
      place[node] = ++size;
    }
    up(place[node] - 1);
  }

  /** Takes out the node with the smallest key; there must be one. */
  public int poll() {
    int first = heap[0];
    place[first] = 0;
    size--;
    if (size > 0) {
      down(heap[size]);
    }
    return first;
  }

  private boolean before(int a, int b) {
    return key[a] < key[b] || (key[a] == key[b] && a < b);
  }

  private void up(int start) {
    int at = start;
    int node = heap[at];
    while (at > 0) {
      int above = (at - 1) / CHILDREN;
      if (!before(node, heap[above])) {
        break;
      }
      heap[at] = heap[above];
      place[heap[at]] = at + 1;
      at = above;
    }
    heap[at] = node;
    place[node] = at + 1;
  }

  private void down(int node) {
    int at = 0;
    while (true) {
      int from = CHILDREN * at + 1;
      if (from >= size) {
        break;
      }
      int to = Math.min(size, from + CHILDREN);
      int least = from;
      for (int i = from + 1; i < to; i++) {
        if (before(heap[i], heap[least])) {
          least = i;
        }
      }
      if (!before(heap[least], node)) {
        break;
      }
      heap[at] = heap[least];
      place[heap[at]] = at + 1;
      at = least;
    }
    heap[at] = node;
    place[node] = at + 1;
  }
}

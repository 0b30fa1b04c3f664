package dev.sextant.kernels;

/* Binary heap of nodes keyed by a distance array that it shares with its owner, with decrease-key.
 * Equal distances come out by node number, so the order is fixed. */
final class DistanceHeap {
  private final double[] distance;
  private final int[] heap;
  private final int[] place; // place in the heap + 1; 0 if absent
  private int size;

  DistanceHeap(double[] distance) {
    this.distance = distance;
    this.heap = new int[distance.length];
    this.place = new int[distance.length];
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds a node, or moves it after its distance became smaller. */
  void offer(int node) {
    if (place[node] == 0) {
      heap[size] = node;
      place[node] = ++size;
    }
    up(place[node] - 1);
  }

  int poll() {
    int first = heap[0];
    place[first] = 0;
    size--;
    if (size > 0) {
      heap[0] = heap[size];
      place[heap[0]] = 1;
      down();
    }
    return first;
  }

  private boolean before(int a, int b) {
    return distance[a] < distance[b] || (distance[a] == distance[b] && a < b);
  }

  private void up(int start) {
    int at = start;
    int node = heap[at];
    while (at > 0) {
      int above = (at - 1) >>> 1;
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

  private void down() {
    int at = 0;
    int node = heap[0];
    while (2 * at + 1 < size) {
      int below = 2 * at + 1;
      if (below + 1 < size && before(heap[below + 1], heap[below])) {
        below++;
      }
      if (!before(heap[below], node)) {
        break;
      }
      heap[at] = heap[below];
      place[heap[at]] = at + 1;
      at = below;
    }
    heap[at] = node;
    place[node] = at + 1;
  }
}

package dev.sextant.linkage.group;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records that pairs above the threshold or same-judgements connect, components of two and more. An
 * average above the threshold needs at least one pair above it, so groups never cross components.
 */
final class Components {
  private final int[] memberStarts;
  private final int[] members;
  private final int[] pairStarts;
  private final int[] pairs;
  private final int[] apartStarts;
  private final int[] apart;

  private Components(int[][] byMember, int[][] byPair, int[][] byBond) {
    memberStarts = byMember[0];
    members = byMember[1];
    pairStarts = byPair[0];
    pairs = byPair[1];
    apartStarts = byBond[0];
    apart = byBond[1];
  }

  static Components of(Evidence evidence, Bonds bonds, int threshold) {
    int n = evidence.records();
    int[] up = new int[n];
    Arrays.setAll(up, i -> i);
    for (int i = 0; i < evidence.scores().length; i++) {
      if (evidence.scores()[i] > threshold) {
        union(up, evidence.a()[i], evidence.b()[i]);
      }
    }
    for (Map.Entry<Integer, Set<Integer>> entry : bonds.same().entrySet()) {
      entry.getValue().forEach(other -> union(up, entry.getKey(), other));
    }
    int[] sizes = new int[n];
    for (int i = 0; i < n; i++) {
      sizes[find(up, i)]++;
    }
    int[] number = new int[n];
    Arrays.fill(number, -1);
    int count = 0;
    for (int i = 0; i < n; i++) {
      int root = find(up, i);
      if (sizes[root] > 1 && number[root] < 0) {
        number[root] = count++;
      }
    }
    int[] component = new int[n];
    for (int i = 0; i < n; i++) {
      component[i] = number[find(up, i)];
    }
    int[] a = evidence.a();
    int[] b = evidence.b();
    List<Bond> different = bonds.different();
    return new Components(
        bucket(count, n, i -> component[i]),
        bucket(count, a.length, i -> component[a[i]] == component[b[i]] ? component[a[i]] : -1),
        bucket(
            count,
            different.size(),
            i -> {
              int one = component[different.get(i).a()];
              return one == component[different.get(i).b()] ? one : -1;
            }));
  }

  private static int[][] bucket(int count, int items, java.util.function.IntUnaryOperator of) {
    int[] starts = new int[count + 1];
    for (int i = 0; i < items; i++) {
      int bucket = of.applyAsInt(i);
      if (bucket >= 0) {
        starts[bucket + 1]++;
      }
    }
    for (int i = 0; i < count; i++) {
      starts[i + 1] += starts[i];
    }
    int[] filled = new int[starts[count]];
    int[] next = Arrays.copyOf(starts, count);
    for (int i = 0; i < items; i++) {
      int bucket = of.applyAsInt(i);
      if (bucket >= 0) {
        filled[next[bucket]++] = i;
      }
    }
    return new int[][] {starts, filled};
  }

  private static void union(int[] up, int a, int b) {
    int x = find(up, a);
    int y = find(up, b);
    if (x != y) {
      up[Math.max(x, y)] = Math.min(x, y);
    }
  }

  private static int find(int[] up, int at) {
    int x = at;
    while (up[x] != x) {
      up[x] = up[up[x]];
      x = up[x];
    }
    return x;
  }

  int count() {
    return memberStarts.length - 1;
  }

  int[] members(int component) {
    return Arrays.copyOfRange(members, memberStarts[component], memberStarts[component + 1]);
  }

  int[] pairs(int component) {
    return Arrays.copyOfRange(pairs, pairStarts[component], pairStarts[component + 1]);
  }

  /** Numbers of the different-judgements inside. */
  int[] apart(int component) {
    return Arrays.copyOfRange(apart, apartStarts[component], apartStarts[component + 1]);
  }
}

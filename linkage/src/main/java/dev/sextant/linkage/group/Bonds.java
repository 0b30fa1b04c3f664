package dev.sextant.linkage.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Judgements sorted out: which records are one from the start, which never, which contradict. */
final class Bonds {
  private final int[] ranks;
  private final Map<Integer, Set<Integer>> same = new HashMap<>();
  private final List<Bond> different = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();

  Bonds(int[] ranks, List<Bond> bonds) {
    this.ranks = ranks;
    for (Bond bond : bonds) {
      if (bond.same()) {
        same.computeIfAbsent(bond.a(), r -> new HashSet<>()).add(bond.b());
        same.computeIfAbsent(bond.b(), r -> new HashSet<>()).add(bond.a());
      } else {
        boolean ordered = ranks[bond.a()] < ranks[bond.b()];
        different.add(ordered ? bond : new Bond(bond.b(), bond.a(), false));
      }
    }
    different.sort(
        Comparator.comparingInt((Bond bond) -> ranks[bond.a()])
            .thenComparingInt(bond -> ranks[bond.b()]));
    for (Bond bond : different) {
      settle(bond);
    }
  }

  /* Every path of same-judgements between two records judged different is set aside, the shortest
   * first and among equals the one whose keys come first. */
  private void settle(Bond bond) {
    List<Integer> path = path(bond.a(), bond.b());
    while (!path.isEmpty()) {
      conflicts.add(new Conflict(bond.a(), bond.b(), path));
      for (int i = 0; i + 1 < path.size(); i++) {
        neighbours(path.get(i)).remove(path.get(i + 1));
        neighbours(path.get(i + 1)).remove(path.get(i));
      }
      path = path(bond.a(), bond.b());
    }
  }

  private Set<Integer> neighbours(int record) {
    return same.getOrDefault(record, Set.of());
  }

  private List<Integer> path(int from, int to) {
    Map<Integer, Integer> before = new HashMap<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    before.put(from, from);
    queue.add(from);
    while (!queue.isEmpty()) {
      int at = queue.remove();
      if (at == to) {
        List<Integer> path = new ArrayList<>();
        for (int x = to; x != from; x = Objects.requireNonNull(before.get(x))) {
          path.add(x);
        }
        path.add(from);
        return path.reversed();
      }
      neighbours(at).stream()
          .sorted(Comparator.comparingInt(r -> ranks[r]))
          .filter(next -> before.putIfAbsent(next, at) == null)
          .forEach(queue::add);
    }
    return List.of();
  }

  /** Same-judgements that hold. */
  Map<Integer, Set<Integer>> same() {
    return same;
  }

  /** Different-judgements; all hold. */
  List<Bond> different() {
    return different;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }
}

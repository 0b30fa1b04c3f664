package dev.sextant.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are joined, as what is judged of their pairs changes: one change after another,
 * each making only the touched components anew. What it holds depends on the verdicts that stand
 * and on nothing else, neither on their order nor on what stood before; so taking a verdict back
 * restores exactly what was there without it.
 *
 * <p>Cost: a change walks the components of its two accounts, O(accounts + judged pairs) of these.
 */
final class Partition {
  private final Map<Pair, JudgementVerdict> verdicts = new TreeMap<>();
  /** Accounts judged the same as this one, in order, so that walks do not depend on arrival. */
  private final Map<String, TreeSet<String>> beside = new HashMap<>();

  private final Map<String, SortedSet<String>> groups = new HashMap<>();

  /**
   * What one change did to the components that it touched.
   *
   * @param before the groups that were there, by their smallest account
   * @param after the groups that are there now
   */
  record Touched(List<SortedSet<String>> before, List<SortedSet<String>> after) {
    /** True if the same accounts are together as before. */
    boolean nothing() {
      return before.equals(after);
    }
  }

  /**
   * Sets what stands on a pair.
   *
   * @param verdict null if nothing stands on it
   */
  Touched set(Pair pair, @Nullable JudgementVerdict verdict) {
    SortedSet<String> one = group(pair.a());
    SortedSet<String> other = group(pair.b());
    List<SortedSet<String>> before = one.contains(pair.b()) ? List.of(one) : ordered(one, other);
    boolean joined = verdicts.get(pair) == JudgementVerdict.SAME;
    if (verdict == null) {
      verdicts.remove(pair);
    } else {
      verdicts.put(pair, verdict);
    }
    boolean joins = verdict == JudgementVerdict.SAME;
    if (joins == joined) {
      return new Touched(before, before);
    }
    if (joins) {
      beside.computeIfAbsent(pair.a(), a -> new TreeSet<>()).add(pair.b());
      beside.computeIfAbsent(pair.b(), b -> new TreeSet<>()).add(pair.a());
    } else {
      part(pair.a(), pair.b());
      part(pair.b(), pair.a());
    }
    List<SortedSet<String>> after = new ArrayList<>();
    for (SortedSet<String> group : before) {
      for (String account : group) {
        if (after.stream().noneMatch(done -> done.contains(account))) {
          after.add(walk(account));
        }
      }
    }
    after.sort((x, y) -> x.first().compareTo(y.first()));
    for (SortedSet<String> group : after) {
      group.forEach(account -> groups.put(account, group));
    }
    return new Touched(before, List.copyOf(after));
  }

  private static List<SortedSet<String>> ordered(SortedSet<String> x, SortedSet<String> y) {
    return x.first().compareTo(y.first()) < 0 ? List.of(x, y) : List.of(y, x);
  }

  private void part(String from, String to) {
    TreeSet<String> left = beside.get(from);
    if (left != null) {
      left.remove(to);
      if (left.isEmpty()) {
        beside.remove(from);
      }
    }
  }

  private SortedSet<String> walk(String from) {
    TreeSet<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    reached.add(from);
    open.add(from);
    while (!open.isEmpty()) {
      for (String next : beside.getOrDefault(open.remove(), new TreeSet<>())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return Collections.unmodifiableSortedSet(reached);
  }

  /** The accounts that an account is joined with, itself among them. */
  SortedSet<String> group(String account) {
    SortedSet<String> group = groups.get(account);
    return group == null ? new TreeSet<>(Set.of(account)) : group;
  }

  /** What stands on a pair, or null. */
  @Nullable JudgementVerdict verdict(Pair pair) {
    return verdicts.get(pair);
  }

  /** Pairs judged different that other judgements join. */
  List<Pair> clashes() {
    return verdicts.entrySet().stream()
        .filter(entry -> entry.getValue() == JudgementVerdict.DIFFERENT)
        .map(Map.Entry::getKey)
        .filter(pair -> group(pair.a()).contains(pair.b()))
        .toList();
  }

  /** Groups of two accounts or more, by their smallest account. */
  List<SortedSet<String>> joined() {
    return groups.values().stream()
        .distinct()
        .filter(group -> group.size() > 1)
        .sorted((x, y) -> x.first().compareTo(y.first()))
        .toList();
  }
}

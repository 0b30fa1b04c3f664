package dev.sextant.identity;

import dev.sextant.linkage.group.Conflict;
import dev.sextant.linkage.group.Evidence;
import dev.sextant.linkage.group.Grouper;
import dev.sextant.linkage.group.Partition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are joined, as what stands on their pairs changes: one change after another, each
 * making only the touched components anew. What it holds depends on the verdicts that stand and on
 * nothing else, neither on their order nor on what stood before; so taking a verdict back restores
 * exactly what was there without it.
 *
 * <p>Accounts judged different are never joined. Judgements that would join them all the same are
 * set aside until a person has settled it, and reported ({@link Conflict}): a false join accuses
 * somebody, a missing one costs a judgement (docs/decisions/0010).
 *
 * <p>Cost: a change walks the components of its two accounts, O(accounts + judged pairs) of these.
 */
final class Joining {
  private final Map<Pair, JudgementVerdict> verdicts = new TreeMap<>();

  /** Accounts with a verdict that says the same or different, in order. */
  private final Map<String, TreeSet<String>> beside = new HashMap<>();

  private final Map<String, SortedSet<String>> groups = new HashMap<>();
  private final Map<String, List<Clash>> clashes = new HashMap<>();

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
   * Judgements that cannot all hold.
   *
   * @param different a pair judged different
   * @param path accounts from one of them to the other, each judged the same as the next; these
   *     judgements are set aside
   */
  record Clash(Pair different, List<String> path) {
    /** The pairs on the path. */
    List<Pair> setAside() {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i + 1 < path.size(); i++) {
        pairs.add(new Pair(path.get(i), path.get(i + 1)));
      }
      return pairs;
    }
  }

  /**
   * Sets what stands on a pair.
   *
   * @param verdict null if nothing stands on it
   */
  Touched set(Pair pair, @Nullable JudgementVerdict verdict) {
    SortedSet<String> touched = new TreeSet<>(component(pair.a()));
    touched.addAll(component(pair.b()));
    List<SortedSet<String>> before = groupsOf(touched);
    if (verdict == null) {
      verdicts.remove(pair);
    } else {
      verdicts.put(pair, verdict);
    }
    note(pair.a(), pair.b(), verdict);
    note(pair.b(), pair.a(), verdict);
    Set<String> done = new HashSet<>();
    for (String account : touched) {
      clashes.remove(account);
      if (!done.contains(account)) {
        SortedSet<String> component = component(account);
        done.addAll(component);
        regroup(component);
      }
    }
    return new Touched(before, groupsOf(touched));
  }

  private void note(String from, String to, @Nullable JudgementVerdict verdict) {
    boolean speaks = verdict == JudgementVerdict.SAME || verdict == JudgementVerdict.DIFFERENT;
    TreeSet<String> others = beside.computeIfAbsent(from, account -> new TreeSet<>());
    if (speaks) {
      others.add(to);
    } else {
      others.remove(to);
    }
    if (others.isEmpty()) {
      beside.remove(from);
    }
  }

  private List<SortedSet<String>> groupsOf(Collection<String> accounts) {
    return accounts.stream()
        .map(this::group)
        .distinct()
        .sorted(Comparator.comparing(SortedSet::first))
        .toList();
  }

  /* All that judgements of the same connect, those that are set aside among them. */
  private SortedSet<String> component(String from) {
    TreeSet<String> reached = new TreeSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      String here = open.remove();
      for (String next : beside.getOrDefault(here, new TreeSet<>())) {
        if (verdicts.get(new Pair(here, next)) == JudgementVerdict.SAME && reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  private void regroup(SortedSet<String> component) {
    List<Evidence.Judged> judged = new ArrayList<>();
    boolean apart = false;
    for (String account : component) {
      for (String other : beside.getOrDefault(account, new TreeSet<>()).tailSet(account, false)) {
        if (component.contains(other)) {
          boolean same = verdicts.get(new Pair(account, other)) == JudgementVerdict.SAME;
          judged.add(new Evidence.Judged(account, other, same));
          apart |= !same;
        }
      }
    }
    if (!apart) {
      SortedSet<String> whole = Collections.unmodifiableSortedSet(new TreeSet<>(component));
      whole.forEach(account -> groups.put(account, whole));
      return;
    }
    Grouped grouped = grouped(List.copyOf(component), judged);
    clashes.put(component.first(), grouped.clashes);
    for (SortedSet<String> group : grouped.groups) {
      group.forEach(account -> groups.put(account, group));
    }
  }

  /**
   * Groups and what contradicts.
   *
   * @param groups all accounts, each in one
   */
  record Grouped(List<SortedSet<String>> groups, List<Clash> clashes) {}

  /** What judgements alone join, contradicting ones set aside. */
  static Grouped grouped(List<String> accounts, List<Evidence.Judged> judged) {
    Partition partition =
        new Grouper(Grouper.Settings.DEFAULT)
            .group(Evidence.of(accounts, List.of(), judged, Map.of()));
    List<SortedSet<String>> groups = new ArrayList<>();
    for (List<Integer> members : partition.members().values()) {
      TreeSet<String> group = new TreeSet<>();
      members.forEach(member -> group.add(accounts.get(member)));
      groups.add(Collections.unmodifiableSortedSet(group));
    }
    groups.sort(Comparator.comparing(SortedSet::first));
    List<Clash> clashes = new ArrayList<>();
    for (Conflict conflict : partition.conflicts()) {
      clashes.add(
          new Clash(
              new Pair(accounts.get(conflict.a()), accounts.get(conflict.b())),
              conflict.path().stream().map(accounts::get).toList()));
    }
    return new Grouped(groups, clashes);
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

  /** Judgements that cannot all hold, by the pair judged different. */
  List<Clash> clashes() {
    return clashes.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Clash::different).thenComparing(c -> c.path().toString()))
        .toList();
  }

  /** Groups of two accounts or more, by their smallest account. */
  List<SortedSet<String>> joined() {
    return groups.values().stream()
        .distinct()
        .filter(group -> group.size() > 1)
        .sorted(Comparator.comparing(SortedSet::first))
        .toList();
  }
}

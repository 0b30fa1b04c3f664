package dev.sextant.identity;

import dev.sextant.linkage.group.Evidence;
import dev.sextant.linkage.group.Grouper;
import dev.sextant.linkage.group.Partition;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups of accounts that are possibly one actor's: what people judged binds, scores propose the
 * rest. A component is what pairs above the threshold and judgements connect; one whose evidence is
 * as it was keeps its groups.
 */
final class Grouping {
  private static final int THRESHOLD = Grouper.Settings.DEFAULT.threshold();

  private final Map<String, List<SortedSet<String>>> now = new TreeMap<>();
  private final Map<String, List<SortedSet<String>>> made = new TreeMap<>();
  private final List<String> gone = new ArrayList<>();

  /**
   * Groups.
   *
   * @param odds scored pairs
   * @param closure what people judged
   * @param before groups of components as they stood, by the digest of their evidence
   */
  Grouping(Map<Pair, Integer> odds, Closure closure, Map<String, List<SortedSet<String>>> before) {
    Map<String, Component> components = components(odds, closure);
    for (Component component : Set.copyOf(components.values())) {
      String digest = component.digest();
      List<SortedSet<String>> known = before.get(digest);
      if (known == null) {
        known = component.groups();
        made.put(digest, known);
      }
      now.put(digest, known);
    }
    before.keySet().stream().filter(digest -> !now.containsKey(digest)).forEach(gone::add);
  }

  /** The evidence of one component. */
  private static final class Component {
    private final SortedSet<String> accounts = new TreeSet<>();
    private final TreeMap<Pair, Integer> scores = new TreeMap<>();
    private final TreeMap<Pair, Boolean> judged = new TreeMap<>();

    private String digest() {
      List<Object> lines = new ArrayList<>();
      scores.forEach((pair, odds) -> lines.add(List.of(pair.a(), pair.b(), (long) odds)));
      judged.forEach((pair, same) -> lines.add(List.of(pair.a(), pair.b(), same)));
      return Digest.of(
              CanonicalJson.write(
                  Map.of("format", "sextant-component/1", "threshold", THRESHOLD, "of", lines)))
          .hex();
    }

    private List<SortedSet<String>> groups() {
      List<String> keys = List.copyOf(accounts);
      List<Evidence.Scored> scored = new ArrayList<>();
      scores.forEach((pair, odds) -> scored.add(new Evidence.Scored(pair.a(), pair.b(), odds)));
      List<Evidence.Judged> bonds = new ArrayList<>();
      judged.forEach((pair, same) -> bonds.add(new Evidence.Judged(pair.a(), pair.b(), same)));
      Partition partition =
          new Grouper(Grouper.Settings.DEFAULT).group(Evidence.of(keys, scored, bonds, Map.of()));
      List<SortedSet<String>> groups = new ArrayList<>();
      for (List<Integer> members : partition.members().values()) {
        if (members.size() > 1) {
          SortedSet<String> group = new TreeSet<>();
          members.forEach(member -> group.add(keys.get(member)));
          groups.add(group);
        }
      }
      groups.sort(Comparator.comparing(SortedSet::first));
      return groups;
    }
  }

  private static Map<String, Component> components(Map<Pair, Integer> odds, Closure closure) {
    Map<String, String> parent = new HashMap<>();
    odds.forEach((pair, score) -> {
      if (score > THRESHOLD) {
        join(parent, pair);
      }
    });
    closure
        .standing()
        .forEach((pair, judgement) -> {
          if (judgement.verdict() == JudgementVerdict.SAME) {
            join(parent, pair);
          }
        });
    Map<String, Component> byRoot = new HashMap<>();
    Map<String, Component> of = new HashMap<>();
    for (String account : List.copyOf(parent.keySet())) {
      Component component = byRoot.computeIfAbsent(root(parent, account), root -> new Component());
      component.accounts.add(account);
      of.put(account, component);
    }
    odds.forEach((pair, score) -> {
      Component component = of.get(pair.a());
      if (component != null && component == of.get(pair.b())) {
        component.scores.put(pair, score);
      }
    });
    closure
        .standing()
        .forEach((pair, judgement) -> {
          Component component = of.get(pair.a());
          boolean speaks = judgement.verdict() != JudgementVerdict.UNSURE;
          if (speaks && component != null && component == of.get(pair.b())) {
            component.judged.put(pair, judgement.verdict() == JudgementVerdict.SAME);
          }
        });
    return of;
  }

  private static void join(Map<String, String> parent, Pair pair) {
    parent.putIfAbsent(pair.a(), pair.a());
    parent.putIfAbsent(pair.b(), pair.b());
    parent.put(root(parent, pair.a()), root(parent, pair.b()));
  }

  private static String root(Map<String, String> parent, String account) {
    String at = account;
    while (!parent.getOrDefault(at, at).equals(at)) {
      String above = parent.getOrDefault(at, at);
      // Path halving.
      parent.put(at, parent.getOrDefault(above, above));
      at = parent.getOrDefault(at, at);
    }
    return at;
  }

  /** True if a component is new or gone. */
  boolean changed() {
    return !made.isEmpty() || !gone.isEmpty();
  }

  /** How many components were grouped anew. */
  int made() {
    return made.size();
  }

  /** Accounts of the components that were grouped anew. */
  Set<String> touched() {
    Set<String> touched = new HashSet<>();
    made.values().forEach(groups -> groups.forEach(touched::addAll));
    return touched;
  }

  /** The event that says what is new and what is gone. */
  Map<String, Object> event(long version) {
    List<Object> rows = new ArrayList<>();
    made.forEach((digest, groups) ->
        rows.add(Map.of("evidence", digest, "groups", groups.stream().map(List::copyOf).toList())));
    return Map.of("version", version, "made", rows, "gone", gone);
  }

  /** All groups of two accounts and more, by their smallest account. */
  List<SortedSet<String>> groups() {
    return now.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(SortedSet::first))
        .toList();
  }
}

package dev.sextant.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is put before people of what the machine answered. */
final class Suggesting {
  private final Proposals.Seen seen;
  private final Proposals.Answer answer;
  private final LikenessMethod method;
  private final Map<String, Observation> observations = new HashMap<>();

  Suggesting(Proposals.Seen seen, Proposals.Answer answer, LikenessMethod method) {
    this.seen = seen;
    this.answer = answer;
    this.method = method;
    seen.observations().forEach(o -> observations.put(o.account(), o));
  }

  /**
   * Pairs that share a strong selector, and pairs whose odds are worth a look; none that is
   * settled.
   */
  Suggested suggested() {
    Survey.Found shared = new Survey(seen.census()).suggested(seen.closure()::settled);
    Map<Pair, List<Reason>> reasons = new TreeMap<>();
    shared.suggestions().forEach(one -> reasons.put(one.pair(), one.reasons()));
    answer
        .odds()
        .forEach((pair, odds) -> {
          if (odds >= LikenessMethod.PROPOSED && !seen.closure().settled(pair)) {
            reasons.putIfAbsent(pair, List.of());
          }
        });
    List<Suggestion> suggestions = new ArrayList<>();
    reasons.forEach((pair, why) -> suggestions.add(new Suggestion(pair, why, likeness(pair))));
    suggestions.sort(
        Comparator.comparing((Suggestion s) -> -s.likeness().odds())
            .thenComparing(Suggestion::pair));
    return new Suggested(suggestions, groups(), shared.generic());
  }

  private Likeness likeness(Pair pair) {
    return method.likeness(
        Objects.requireNonNull(observations.get(pair.a())),
        Objects.requireNonNull(observations.get(pair.b())));
  }

  private List<PossibleGroup> groups() {
    List<PossibleGroup> groups = new ArrayList<>();
    for (SortedSet<String> group : answer.groups()) {
      SortedSet<EntityKey> entities = new TreeSet<>();
      group.forEach(a -> entities.add(EntityKey.of(seen.closure().group(a).first())));
      if (entities.size() > 1) {
        groups.add(group(group, List.copyOf(entities)));
      }
    }
    return groups;
  }

  /* The best tree that holds the entities of the group together (Kruskal); its worst branch is the
   * link to look at first. */
  private PossibleGroup group(SortedSet<String> accounts, List<EntityKey> entities) {
    List<Map.Entry<Pair, Integer>> inside =
        answer.odds().entrySet().stream()
            .filter(e -> accounts.contains(e.getKey().a()) && accounts.contains(e.getKey().b()))
            .sorted(
                Map.Entry.<Pair, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    Map<String, String> entityOf = new HashMap<>();
    accounts.forEach(a -> entityOf.put(a, seen.closure().group(a).first()));
    Map.Entry<Pair, Integer> weakest = inside.getFirst();
    for (Map.Entry<Pair, Integer> one : inside) {
      String a = Objects.requireNonNull(entityOf.get(one.getKey().a()));
      String b = Objects.requireNonNull(entityOf.get(one.getKey().b()));
      if (!a.equals(b)) {
        weakest = one;
        entityOf.replaceAll((account, entity) -> entity.equals(b) ? a : entity);
      }
    }
    return new PossibleGroup(
        Collections.unmodifiableSortedSet(accounts),
        weakest.getValue(),
        weakest.getKey(),
        entities);
  }
}

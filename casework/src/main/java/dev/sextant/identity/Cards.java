package dev.sextant.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why entities hold together, read from what stands of judgements. */
final class Cards {
  /** More are not read through on one card; an entity of so many is looked into pair by pair. */
  private static final int MOST_WEIGHED = 200;

  private final List<Account> accounts;
  private final List<Judgement> judgements;
  private final History history;
  private final Map<Pair, Judgement> standing;

  /**
   * @param accounts in scope
   * @param judgements on them
   */
  Cards(List<Account> accounts, List<Judgement> judgements) {
    this.accounts = accounts;
    this.judgements = judgements;
    this.history = new History(judgements);
    this.standing = Closure.standing(judgements);
  }

  List<EntityChange> changes() {
    return history.changes();
  }

  /** The account of which a key was made, if it is in scope. */
  Optional<String> anchor(EntityKey asked) {
    return accounts.stream()
        .map(Account::key)
        .filter(key -> EntityKey.of(key).equals(asked))
        .findFirst();
  }

  /**
   * The card of the entity that holds an account, whatever has become of it since.
   *
   * @param asked the key that was asked for
   * @param anchor the account of which it was made
   * @param beside what else the card shows
   */
  EntityCard card(EntityKey asked, String anchor, Beside beside) {
    SortedSet<String> members = history.joining().group(anchor);
    Entity entity = LeadAccounts.named(entity(members), beside.leads());
    List<Judgement> binding = new ArrayList<>();
    List<Judgement> apart = new ArrayList<>();
    List<Judgement> unsure = new ArrayList<>();
    standing.forEach((pair, judgement) -> {
      boolean one = members.contains(pair.a());
      boolean other = members.contains(pair.b());
      if (one && other && judgement.verdict() == JudgementVerdict.SAME) {
        binding.add(judgement);
      } else if ((one || other) && judgement.verdict() == JudgementVerdict.DIFFERENT) {
        apart.add(judgement);
      } else if ((one || other) && judgement.verdict() == JudgementVerdict.UNSURE) {
        unsure.add(judgement);
      }
    });
    binding.sort(Comparator.comparingLong(Judgement::leaf));
    apart.sort(Comparator.comparingLong(Judgement::leaf));
    unsure.sort(Comparator.comparingLong(Judgement::leaf));
    List<Judgement> bridges =
        binding.stream().filter(one -> !joined(one.pair(), without(binding, one))).toList();
    Set<EntityKey> keys = new HashSet<>();
    members.forEach(member -> keys.add(EntityKey.of(member)));
    List<EntityChange> changes =
        history.changes().stream()
            .filter(c ->
                c.before().stream().anyMatch(keys::contains)
                    || c.after().stream().anyMatch(keys::contains))
            .toList();
    return new EntityCard(
        entity,
        asked,
        binding,
        apart,
        bridges,
        weakest(bridges, beside.likeness()),
        unsure,
        Stream.of(binding, apart, unsure)
            .flatMap(List::stream)
            .limit(MOST_WEIGHED)
            .map(one -> new EntityCard.Weighed(one, beside.likeness().apply(one.pair())))
            .toList(),
        members.stream().flatMap(member -> beside.handles().apply(member).stream()).toList(),
        beside.leads().stream().filter(lead -> members.contains(lead.account())).toList(),
        changes);
  }

  /**
   * What a card shows beside what holds it together.
   *
   * @param likeness of two accounts
   * @param handles when an account bore which
   * @param leads all choices of leading accounts, in the order of the log
   */
  record Beside(
      Function<Pair, Likeness> likeness,
      Function<String, List<HandleSpan>> handles,
      List<LeadAccount> leads) {}

  private static EntityCard.@Nullable Weakest weakest(
      List<Judgement> bridges, Function<Pair, Likeness> likeness) {
    return bridges.stream()
        .map(bridge -> new EntityCard.Weakest(bridge, likeness.apply(bridge.pair())))
        .min(
            Comparator.comparingInt((EntityCard.Weakest w) -> w.likeness().odds())
                .thenComparing(w -> w.judgement().pair()))
        .orElse(null);
  }

  private static List<Judgement> without(List<Judgement> all, Judgement left) {
    return all.stream().filter(one -> !one.equals(left)).toList();
  }

  private static boolean joined(Pair pair, List<Judgement> by) {
    return !walk(pair.a(), pair.b(), by).isEmpty();
  }

  /**
   * The fewest judgements that join two accounts, in the order of the way; empty if nothing does.
   */
  List<Judgement> path(String from, String to) {
    return walk(
        from,
        to,
        standing.values().stream()
            .filter(judgement -> judgement.verdict() == JudgementVerdict.SAME)
            .filter(j -> history.joining().group(j.pair().a()).contains(j.pair().b()))
            .toList());
  }

  private static List<Judgement> walk(String from, String to, Collection<Judgement> same) {
    Map<String, TreeMap<String, Judgement>> beside = new HashMap<>();
    for (Judgement judgement : same) {
      Pair pair = judgement.pair();
      beside.computeIfAbsent(pair.a(), a -> new TreeMap<>()).put(pair.b(), judgement);
      beside.computeIfAbsent(pair.b(), b -> new TreeMap<>()).put(pair.a(), judgement);
    }
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    cameFrom.put(from, from);
    while (!open.isEmpty() && !cameFrom.containsKey(to)) {
      String here = open.remove();
      for (String next : beside.getOrDefault(here, new TreeMap<>()).keySet()) {
        if (cameFrom.putIfAbsent(next, here) == null) {
          open.add(next);
        }
      }
    }
    ArrayDeque<Judgement> way = new ArrayDeque<>();
    String at = to;
    @Nullable String before = cameFrom.get(at);
    while (before != null && !before.equals(at)) {
      Judgement step = beside.getOrDefault(before, new TreeMap<>()).get(at);
      if (step != null) {
        way.addFirst(step);
      }
      at = before;
      before = cameFrom.get(at);
    }
    return List.copyOf(way);
  }

  /**
   * What would be if more had been said.
   *
   * @param pair whose verdict would change
   * @param verdict what would then stand on it; null for nothing
   */
  Preview preview(Pair pair, @Nullable JudgementVerdict verdict, boolean needsSecond) {
    List<Pair> clashesNow = clashes();
    @Nullable JudgementVerdict now = history.joining().verdict(pair);
    Joining.Touched touched = history.joining().set(pair, verdict);
    List<Pair> clashesThen = clashes();
    history.joining().set(pair, now);
    return new Preview(
        touched.before().stream().map(this::entity).toList(),
        touched.after().stream().map(this::entity).toList(),
        clashesThen.stream().filter(clash -> !clashesNow.contains(clash)).toList(),
        clashesNow.stream().filter(clash -> !clashesThen.contains(clash)).toList(),
        needsSecond);
  }

  private List<Pair> clashes() {
    return history.joining().clashes().stream().map(Joining.Clash::different).distinct().toList();
  }

  /** What would stand on a judgement's pair if it were withdrawn. */
  @Nullable JudgementVerdict without(Judgement withdrawn) {
    Judgement left =
        Closure.standing(judgements.stream().filter(j -> !j.id().equals(withdrawn.id())).toList())
            .get(withdrawn.pair());
    return left == null ? null : left.verdict();
  }

  private Entity entity(SortedSet<String> members) {
    return Closure.entity(
        accounts.stream()
            .filter(account -> members.contains(account.key()))
            .collect(java.util.stream.Collectors.toCollection(ArrayList::new)));
  }
}

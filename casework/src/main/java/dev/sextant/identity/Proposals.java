package dev.sextant.identity;

import dev.sextant.authority.Act;
import dev.sextant.identity.store.EventStore;
import dev.sextant.identity.store.EventStore.Draft;
import dev.sextant.identity.store.EventStore.Kind;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The machine's part: observes accounts, scores pairs, groups what is possibly one. What it saw and
 * answered is kept as events, and what is kept is not done again: a pair is scored anew only if one
 * of its two observations or the method is another, a component is grouped anew only if its
 * evidence is. Since a score depends on two observations and the method alone, and a group on the
 * evidence of its component alone, the order in which records came has no say.
 */
final class Proposals {
  /** Items of one event: small enough that a void exhibit takes little with it. */
  private static final int CHUNK = 100;

  private final EventStore store;
  private final LikenessMethod method;
  private final String model;

  Proposals(EventStore store, LikenessMethod method, Digest model) {
    this.store = store;
    this.method = method;
    this.model = model.hex();
  }

  /** What was seen and what people said of it. */
  record Seen(AccountCensus census, List<Observation> observations, Closure closure) {}

  /**
   * What was answered.
   *
   * @param odds log2 odds of every pair that was looked at, in 1/65536 bits
   * @param groups of accounts that are possibly one actor's, two accounts and more
   * @param observed how many observations are new or changed
   * @param scored how many pairs were scored anew
   * @param grouped how many components were grouped anew
   */
  record Answer(
      Map<Pair, Integer> odds,
      List<SortedSet<String>> groups,
      int observed,
      int scored,
      int grouped) {}

  Answer answer(Act act, Instant at, Seen seen) {
    Kept kept = new Kept(store.all(act));
    List<Draft> drafts = new ArrayList<>();
    if (!model.equals(kept.model())) {
      drafts.add(new Draft(Kind.MODEL, Map.of("model", model), Set.of()));
    }
    int observed = observe(seen, kept, drafts);
    Map<Pair, Integer> odds = new TreeMap<>();
    int scored = score(seen, kept, odds, drafts);
    Grouping grouping = new Grouping(odds, seen.closure, kept.components());
    if (grouping.changed()) {
      drafts.add(
          new Draft(
              Kind.GROUPED,
              grouping.event(kept.version() + 1),
              records(seen.census, grouping.touched())));
    }
    store.add(act, at, drafts);
    return new Answer(odds, grouping.groups(), observed, scored, grouping.made());
  }

  private int observe(Seen seen, Kept kept, List<Draft> drafts) {
    List<Observation> fresh =
        seen.observations.stream()
            .filter(o -> !o.digest().hex().equals(kept.observation(o.account())))
            .toList();
    for (int from = 0; from < fresh.size(); from += CHUNK) {
      List<Observation> chunk = fresh.subList(from, Math.min(fresh.size(), from + CHUNK));
      Set<String> accounts = new HashSet<>();
      chunk.forEach(o -> accounts.add(o.account()));
      drafts.add(
          new Draft(
              Kind.OBSERVED,
              Map.of("observations", chunk.stream().map(Observation::map).toList()),
              records(seen.census, accounts)));
    }
    return fresh.size();
  }

  private int score(Seen seen, Kept kept, Map<Pair, Integer> odds, List<Draft> drafts) {
    Map<String, Observation> byAccount = new HashMap<>();
    Map<String, String> digests = new HashMap<>();
    seen.observations.forEach(o -> {
      byAccount.put(o.account(), o);
      digests.put(o.account(), o.digest().hex());
    });
    SortedSet<Pair> candidates = new TreeSet<>(new Candidates(seen.observations).pairs());
    new Survey(seen.census)
        .suggested(pair -> false).suggestions().stream()
            .map(Survey.Shared::pair)
            .forEach(candidates::add);
    List<Map<String, Object>> made = new ArrayList<>();
    Set<String> accounts = new HashSet<>();
    int scored = 0;
    for (Pair pair : candidates) {
      Kept.Score before = kept.score(pair);
      String a = Objects.requireNonNull(digests.get(pair.a()));
      String b = Objects.requireNonNull(digests.get(pair.b()));
      if (before != null && before.of(model, a, b)) {
        odds.put(pair, before.odds());
        continue;
      }
      Likeness likeness =
          method.likeness(
              Objects.requireNonNull(byAccount.get(pair.a())),
              Objects.requireNonNull(byAccount.get(pair.b())));
      odds.put(pair, likeness.odds());
      scored++;
      made.add(entry(pair, a, b, likeness));
      accounts.add(pair.a());
      accounts.add(pair.b());
      if (made.size() == CHUNK) {
        drafts.add(scores(made, seen.census, accounts));
        made = new ArrayList<>();
        accounts = new HashSet<>();
      }
    }
    if (!made.isEmpty()) {
      drafts.add(scores(made, seen.census, accounts));
    }
    return scored;
  }

  private Draft scores(List<Map<String, Object>> made, AccountCensus census, Set<String> of) {
    return new Draft(Kind.SCORED, Map.of("model", model, "pairs", made), records(census, of));
  }

  private static Map<String, Object> entry(Pair pair, String a, String b, Likeness likeness) {
    return Map.of(
        "a",
        pair.a(),
        "b",
        pair.b(),
        "ofA",
        a,
        "ofB",
        b,
        "odds",
        (long) likeness.odds(),
        "levels",
        likeness.parts().stream()
            .map(p -> Map.of("field", p.field(), "level", p.level(), "weight", (long) p.weight()))
            .toList());
  }

  private static Set<Digest> records(AccountCensus census, Set<String> accounts) {
    return census.oneOfEach(accounts.toArray(String[]::new));
  }
}

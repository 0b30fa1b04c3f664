package dev.sextant.identity;

import dev.sextant.terms.JudgementId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/* Entities from judgements: of each pair the latest judgement that counts and that nobody withdrew
 * stands; those that say SAME join (union-find, the smaller key is the root). */
final class Closure {
  private final Map<Pair, Judgement> standing;
  private final Map<String, String> parent = new HashMap<>();

  Closure(Collection<Judgement> judgements) {
    this.standing = standing(judgements);
    for (Judgement judgement : standing.values()) {
      if (judgement.verdict() == JudgementVerdict.SAME) {
        join(judgement.pair());
      }
    }
  }

  static Map<Pair, Judgement> standing(Collection<Judgement> judgements) {
    Set<JudgementId> withdrawn = new HashSet<>();
    for (Judgement judgement : judgements) {
      JudgementId withdraws = judgement.withdraws();
      if (withdraws != null) {
        withdrawn.add(withdraws);
      }
    }
    TreeMap<Pair, Judgement> latest = new TreeMap<>();
    judgements.stream()
        .filter(judgement -> !judgement.withdrawal() && !withdrawn.contains(judgement.id()))
        .filter(Judgement::counts)
        .sorted(Comparator.comparingLong(Judgement::leaf))
        .forEach(judgement -> latest.put(judgement.pair(), judgement));
    return latest;
  }

  private void join(Pair pair) {
    String a = root(pair.a());
    String b = root(pair.b());
    int order = a.compareTo(b);
    if (order < 0) {
      parent.put(b, a);
    } else if (order > 0) {
      parent.put(a, b);
    }
  }

  private String root(String account) {
    String at = account;
    while (true) {
      String above = parent.getOrDefault(at, at);
      if (above.equals(at)) {
        return at;
      }
      // Path halving.
      parent.put(at, parent.getOrDefault(above, above));
      at = above;
    }
  }

  /** True if a proposal would tell nobody anything: judged, or joined through others. */
  boolean settled(Pair pair) {
    return standing.containsKey(pair) || root(pair.a()).equals(root(pair.b()));
  }

  /** The entities that these accounts make up. */
  Entities entities(List<Account> accounts) {
    TreeMap<String, List<Account>> groups = new TreeMap<>();
    for (Account account : accounts) {
      groups.computeIfAbsent(root(account.key()), r -> new ArrayList<>()).add(account);
    }
    List<Entity> entities = new ArrayList<>();
    Map<String, EntityKey> keyOfRoot = new HashMap<>();
    Set<String> known = new HashSet<>();
    groups.forEach((root, members) -> {
      Entity entity = entity(members);
      keyOfRoot.put(root, entity.key());
      entities.add(entity);
      members.forEach(member -> known.add(member.key()));
    });
    entities.sort(Comparator.comparing(Entity::key));
    List<Entities.Conflict> conflicts = new ArrayList<>();
    for (Judgement judgement : standing.values()) {
      Pair pair = judgement.pair();
      EntityKey key = keyOfRoot.get(root(pair.a()));
      boolean seen = known.contains(pair.a()) && known.contains(pair.b());
      boolean clash =
          judgement.verdict() == JudgementVerdict.DIFFERENT
              && root(pair.a()).equals(root(pair.b()));
      if (clash && seen && key != null) {
        conflicts.add(new Entities.Conflict(key, judgement));
      }
    }
    return new Entities(entities, conflicts);
  }

  /** The entity of these accounts. */
  static Entity entity(List<Account> accounts) {
    List<Account> members = new ArrayList<>(accounts);
    members.sort(Comparator.comparing(Account::key));
    return new Entity(EntityKey.of(members.getFirst().key()), members, label(members));
  }

  private static String label(List<Account> members) {
    Comparator<Account> telling =
        Comparator.comparing((Account a) -> a.names().isEmpty())
            .thenComparing(a -> a.handles().isEmpty())
            .thenComparing(a -> -a.records())
            .thenComparing(Account::key);
    return members.stream().min(telling).orElseThrow().shownAs();
  }
}

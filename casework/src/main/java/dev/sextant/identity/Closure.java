package dev.sextant.identity;

import dev.sextant.linkage.group.Evidence;
import dev.sextant.terms.JudgementId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/* Entities from judgements: of each pair the latest judgement that counts and that nobody withdrew
 * stands; those that say SAME join, unless that contradicts one that says DIFFERENT. */
final class Closure {
  private final Map<Pair, Judgement> standing;
  private final Map<String, SortedSet<String>> groupOf = new HashMap<>();
  private final List<Joining.Clash> clashes;

  Closure(Collection<Judgement> judgements) {
    this.standing = standing(judgements);
    SortedSet<String> judged = new TreeSet<>();
    List<Evidence.Judged> said = new ArrayList<>();
    standing.forEach((pair, judgement) -> {
      if (judgement.verdict() != JudgementVerdict.UNSURE) {
        judged.add(pair.a());
        judged.add(pair.b());
        boolean same = judgement.verdict() == JudgementVerdict.SAME;
        said.add(new Evidence.Judged(pair.a(), pair.b(), same));
      }
    });
    Joining.Grouped grouped = Joining.grouped(List.copyOf(judged), said);
    for (SortedSet<String> group : grouped.groups()) {
      group.forEach(account -> groupOf.put(account, group));
    }
    this.clashes = grouped.clashes();
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

  /** The judgements that stand, one a pair. */
  Map<Pair, Judgement> standing() {
    return standing;
  }

  /** The accounts that one is joined with, itself among them. */
  SortedSet<String> group(String account) {
    SortedSet<String> group = groupOf.get(account);
    return group == null ? new TreeSet<>(Set.of(account)) : group;
  }

  /** True if a proposal would tell nobody anything: judged, or joined through others. */
  boolean settled(Pair pair) {
    return standing.containsKey(pair) || group(pair.a()).contains(pair.b());
  }

  /** The entities that these accounts make up. */
  Entities entities(List<Account> accounts) {
    TreeMap<String, List<Account>> groups = new TreeMap<>();
    for (Account account : accounts) {
      groups.computeIfAbsent(group(account.key()).first(), first -> new ArrayList<>()).add(account);
    }
    List<Entity> entities = new ArrayList<>();
    Map<String, EntityKey> keyOf = new HashMap<>();
    groups
        .values()
        .forEach(members -> {
          Entity entity = entity(members);
          entities.add(entity);
          members.forEach(member -> keyOf.put(member.key(), entity.key()));
        });
    entities.sort(Comparator.comparing(Entity::key));
    List<Entities.Conflict> conflicts = new ArrayList<>();
    for (Joining.Clash clash : clashes) {
      EntityKey one = keyOf.get(clash.different().a());
      EntityKey other = keyOf.get(clash.different().b());
      if (one != null && other != null) {
        conflicts.add(
            new Entities.Conflict(
                one,
                other,
                Objects.requireNonNull(standing.get(clash.different())),
                clash.setAside().stream()
                    .map(pair -> Objects.requireNonNull(standing.get(pair)))
                    .toList()));
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

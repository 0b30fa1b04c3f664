package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.Sample;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.JudgementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten thousand made-up histories of judging, withdrawing, reviewing and judging again. */
class HistoryTest {
  private static final long SEED = 20261122;
  private static final int HISTORIES = 10_000;
  private static final ActorId ONE = ActorId.random();
  private static final ActorId OTHER = ActorId.random();
  private static final AuthorityId AUTHORITY = AuthorityId.random();

  /** Everything said so far, as the store would give it. */
  private static final class Said {
    private final List<Judgement> judgements = new ArrayList<>();
    private long leaf;

    Judgement judge(Pair pair, JudgementVerdict verdict, boolean needsSecond) {
      return add(pair, verdict, null, needsSecond);
    }

    Judgement withdraw(Judgement old) {
      return add(old.pair(), old.verdict(), old.id(), false);
    }

    private Judgement add(
        Pair pair, JudgementVerdict verdict, @Nullable JudgementId withdraws, boolean second) {
      leaf++;
      Judgement judgement =
          new Judgement(
              JudgementId.random(),
              pair,
              verdict,
              "made up",
              ONE,
              Instant.EPOCH.plusSeconds(leaf),
              withdraws,
              AUTHORITY,
              leaf,
              Sample.exhibit("row"),
              second,
              List.of());
      judgements.add(judgement);
      return judgement;
    }

    void review(JudgementId of, boolean approved) {
      leaf++;
      judgements.replaceAll(judgement -> {
        if (!judgement.id().equals(of)) {
          return judgement;
        }
        List<Review> reviews = new ArrayList<>(judgement.reviews());
        reviews.add(new Review(approved, "seen", OTHER, Instant.EPOCH.plusSeconds(leaf), leaf));
        return judgement.with(reviews);
      });
    }

    List<Judgement> open() {
      return judgements.stream()
          .filter(j -> !j.withdrawal())
          .filter(j -> judgements.stream().noneMatch(w -> j.id().equals(w.withdraws())))
          .toList();
    }

    /** The same judgements, in another order of arrival. */
    List<Judgement> shuffled(Random random) {
      List<Judgement> other = new ArrayList<>(judgements);
      Collections.shuffle(other, random);
      return other;
    }
  }

  private static String key(int n) {
    return "chat/platform_id/" + (char) ('a' + n);
  }

  private static Pair pair(Random random, int accounts) {
    int a = random.nextInt(accounts);
    return new Pair(key(a), key((a + 1 + random.nextInt(accounts - 1)) % accounts));
  }

  private static Map<String, SortedSet<String>> groups(List<Judgement> judgements) {
    Joining partition = new History(judgements).joining();
    Map<String, SortedSet<String>> groups = new HashMap<>();
    for (SortedSet<String> group : partition.joined()) {
      group.forEach(account -> groups.put(account, group));
    }
    return groups;
  }

  @Test
  void everyHistoryIsRestoredAndBindsWhatStands() {
    System.getLogger("test").log(System.Logger.Level.INFO, "seed " + SEED);
    Random random = new Random(SEED);
    for (int history = 0; history < HISTORIES; history++) {
      int accounts = 3 + random.nextInt(8);
      Said said = new Said();
      int steps = 4 + random.nextInt(20);
      for (int step = 0; step < steps; step++) {
        step(said, random, accounts);
      }
      restores(said, random, accounts);
      binds(said);
      asItWas(said, random);
    }
  }

  private static void step(Said said, Random random, int accounts) {
    List<Judgement> open = said.open();
    int what = random.nextInt(10);
    if (what < 5 || open.isEmpty()) {
      said.judge(
          pair(random, accounts),
          JudgementVerdict.values()[random.nextInt(3)],
          random.nextInt(4) == 0);
      return;
    }
    Judgement one = open.get(random.nextInt(open.size()));
    if (what < 8) {
      said.withdraw(one);
    } else if (one.needsSecond()) {
      said.review(one.id(), random.nextBoolean());
    } else {
      said.judge(one.pair(), one.verdict(), one.needsSecond());
    }
  }

  /* Whatever is said next, taking it back brings the very partition back. */
  private static void restores(Said said, Random random, int accounts) {
    Map<String, SortedSet<String>> before = groups(said.judgements);
    Judgement made =
        said.judge(
            pair(random, accounts),
            JudgementVerdict.values()[random.nextInt(3)],
            random.nextInt(3) == 0);
    if (made.needsSecond()) {
      said.review(made.id(), true);
      Map<String, SortedSet<String>> approved = groups(said.judgements);
      said.review(made.id(), false);
      assertThat(groups(said.judgements)).isEqualTo(before);
      said.review(made.id(), true);
      assertThat(groups(said.judgements)).isEqualTo(approved);
    }
    said.withdraw(made);
    assertThat(groups(said.judgements)).isEqualTo(before);
    List<Judgement> open = said.open();
    if (!open.isEmpty()) {
      Judgement gone = open.get(random.nextInt(open.size()));
      boolean standing = gone.equals(Closure.standing(said.judgements).get(gone.pair()));
      said.withdraw(gone);
      if (standing) {
        said.judge(gone.pair(), gone.verdict(), false);
        assertThat(groups(said.judgements)).isEqualTo(before);
      }
    }
  }

  private static void binds(Said said) {
    History history = new History(said.judgements);
    Joining joining = history.joining();
    Map<Pair, Judgement> standing = Closure.standing(said.judgements);
    Set<Pair> setAside = new HashSet<>();
    joining.clashes().forEach(clash -> setAside.addAll(clash.setAside()));
    standing.forEach((pair, judgement) -> {
      boolean together = joining.group(pair.a()).contains(pair.b());
      if (judgement.verdict() == JudgementVerdict.DIFFERENT) {
        assertThat(together).as("judged different is apart").isFalse();
        boolean contradicted = spread(pair.a(), standing, Set.of()).contains(pair.b());
        // What one contradiction sets aside may settle another with it.
        if (contradicted) {
          assertThat(joining.clashes())
              .as("no contradiction is silent")
              .anyMatch(c -> spread(pair.a(), standing, Set.of()).containsAll(c.path()));
        }
      } else if (judgement.verdict() == JudgementVerdict.SAME && !setAside.contains(pair)) {
        assertThat(together).as("judged the same is together").isTrue();
      }
    });
    for (Joining.Clash clash : joining.clashes()) {
      assertThat(joining.verdict(clash.different())).isEqualTo(JudgementVerdict.DIFFERENT);
      assertThat(clash.setAside())
          .as("none is made up")
          .allMatch(pair -> joining.verdict(pair) == JudgementVerdict.SAME);
    }
    for (SortedSet<String> group : joining.joined()) {
      assertThat(spread(group.first(), standing, setAside)).isEqualTo(group);
    }
    Closure batch = new Closure(said.judgements);
    for (SortedSet<String> group : joining.joined()) {
      assertThat(batch.group(group.last())).as("all at once is one by one").isEqualTo(group);
    }
    assertThat(new History(said.shuffled(new Random(SEED))).joining().joined())
        .as("the order in which judgements arrive says nothing")
        .isEqualTo(joining.joined());
  }

  /* A naive twin: spread over what stands until nothing changes. */
  private static TreeSet<String> spread(
      String from, Map<Pair, Judgement> standing, Set<Pair> setAside) {
    TreeSet<String> reached = new TreeSet<>(List.of(from));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Judgement judgement : standing.values()) {
        Pair pair = judgement.pair();
        if (judgement.verdict() == JudgementVerdict.SAME
            && !setAside.contains(pair)
            && reached.contains(pair.a()) != reached.contains(pair.b())) {
          reached.add(pair.a());
          reached.add(pair.b());
          grew = true;
        }
      }
    }
    return reached;
  }

  /* The changes of the whole history, followed until a moment, give what was known then. */
  private static void asItWas(Said said, Random random) {
    Instant moment = Instant.EPOCH.plusSeconds(random.nextLong(said.leaf + 1));
    List<Judgement> then =
        said.judgements.stream()
            .filter(judgement -> !judgement.at().isAfter(moment))
            .map(judgement -> judgement.asOf(moment))
            .toList();
    Map<EntityKey, String> known = new HashMap<>();
    History whole = new History(said.judgements);
    for (EntityChange change : whole.changes()) {
      if (change.at().isAfter(moment)) {
        break;
      }
      change.before().forEach(known::remove);
      change.after().forEach(key -> known.put(key, "there"));
    }
    History past = new History(then);
    for (SortedSet<String> group : past.joining().joined()) {
      assertThat(Objects.requireNonNull(known.remove(EntityKey.of(group.first())))).isNotNull();
    }
    for (EntityKey left : known.keySet()) {
      assertThat(past.joining().joined())
          .as("what is left are single accounts")
          .noneMatch(group -> EntityKey.of(group.first()).equals(left));
    }
  }
}

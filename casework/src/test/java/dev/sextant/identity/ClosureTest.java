package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.Sample;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.JudgementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosureTest {
  private static final ActorId SOMEBODY = ActorId.random();
  private static final AuthorityId AUTHORITY = AuthorityId.random();

  private final List<Judgement> judgements = new ArrayList<>();

  private Judgement judge(int a, int b, JudgementVerdict verdict, @Nullable JudgementId withdraws) {
    Judgement judgement =
        new Judgement(
            JudgementId.random(),
            new Pair(key(a), key(b)),
            verdict,
            "reason",
            SOMEBODY,
            Instant.EPOCH,
            withdraws,
            AUTHORITY,
            judgements.size(),
            Sample.exhibit("row"),
            false,
            List.of());
    judgements.add(judgement);
    return judgement;
  }

  private static String key(int n) {
    return "telegram/platform_id/" + n;
  }

  private static List<Account> accounts(int count) {
    AccountCensus census = new AccountCensus();
    Sample sample = new Sample();
    for (int i = 0; i < count; i++) {
      sample.message(Sample.group("g"), Sample.id("" + i));
    }
    sample.each(census::take);
    return census.accounts();
  }

  private Entities entities(int count) {
    return new Closure(judgements).entities(accounts(count));
  }

  @Test
  void sameIsTransitiveAndSingletonsStay() {
    judge(0, 1, JudgementVerdict.SAME, null);
    judge(1, 2, JudgementVerdict.SAME, null);
    judge(3, 4, JudgementVerdict.UNSURE, null);
    Entities entities = entities(5);
    assertThat(entities.all()).hasSize(3);
    assertThat(entities.placeOf(key(0))).isEqualTo(entities.placeOf(key(2)));
    assertThat(entities.placeOf(key(3))).isNotEqualTo(entities.placeOf(key(4)));
    assertThat(entities.placeOf("nobody")).isEqualTo(-1);
    assertThat(entities.conflicts()).isEmpty();
    assertThat(entities.byAccount().get(key(2))).isEqualTo(EntityKey.of(key(0)));
  }

  @Test
  void latestOnAPairStands() {
    judge(0, 1, JudgementVerdict.SAME, null);
    judge(0, 1, JudgementVerdict.DIFFERENT, null);
    assertThat(entities(2).all()).hasSize(2);
    judge(0, 1, JudgementVerdict.SAME, null);
    assertThat(entities(2).all()).hasSize(1);
  }

  @Test
  void withdrawalBringsTheEarlierBack() {
    judge(0, 1, JudgementVerdict.SAME, null);
    Judgement different = judge(0, 1, JudgementVerdict.DIFFERENT, null);
    judge(0, 1, JudgementVerdict.DIFFERENT, different.id());
    assertThat(entities(2).all()).hasSize(1);
  }

  @Test
  void withdrawingTheOnlyOneSeparates() {
    Judgement same = judge(0, 1, JudgementVerdict.SAME, null);
    judge(0, 1, JudgementVerdict.SAME, same.id());
    assertThat(entities(2).all()).hasSize(2);
    assertThat(new Closure(judgements).settled(new Pair(key(0), key(1)))).isFalse();
  }

  @Test
  void whatContradictsJoinsNobodyUntilItIsSettled() {
    Judgement one = judge(0, 1, JudgementVerdict.SAME, null);
    Judgement two = judge(1, 2, JudgementVerdict.SAME, null);
    judge(2, 3, JudgementVerdict.SAME, null);
    Judgement no = judge(0, 2, JudgementVerdict.DIFFERENT, null);
    Entities entities = entities(4);
    assertThat(entities.all()).hasSize(3);
    assertThat(entities.conflicts())
        .containsExactly(
            new Entities.Conflict(
                EntityKey.of(key(0)), EntityKey.of(key(2)), no, List.of(one, two)));
    judge(0, 1, JudgementVerdict.SAME, one.id());
    assertThat(entities(4).all()).hasSize(2);
    assertThat(entities(4).conflicts()).isEmpty();
  }

  @Test
  void accountsOutOfScopeAreNotShownThoughTheyJoinOthers() {
    judge(0, 9, JudgementVerdict.SAME, null);
    judge(9, 1, JudgementVerdict.SAME, null);
    Entities entities = entities(2);
    assertThat(entities.all()).hasSize(1);
    assertThat(entities.all().getFirst().accounts())
        .extracting(Account::key)
        .containsExactly(key(0), key(1));
  }

  @Test
  void labelIsTheMostActiveAccountsName() {
    AccountCensus census = new AccountCensus();
    new Sample()
        .message(Sample.group("g"), Sample.id("0"))
        .message(Sample.group("g"), Sample.id("1"))
        .message(Sample.group("g"), Sample.id("1"))
        .each(census::take);
    judge(0, 1, JudgementVerdict.SAME, null);
    assertThat(new Closure(judgements).entities(census.accounts()).all().getFirst().label())
        .isEqualTo("Name 1");
  }

  @Test
  void aPairIsTwoAccountsInOneOrder() {
    assertThat(new Pair("b", "a")).isEqualTo(new Pair("a", "b"));
    assertThatThrownBy(() -> new Pair("a", "a"))
        .isInstanceOfSatisfying(
            BadJudgement.class, e -> assertThat(e.code()).isEqualTo("SX-IDENTITY-PAIR"));
  }

  /** Against a naive twin, where nothing contradicts: spread labels until nothing changes. */
  @Property(tries = 300)
  void twin(@ForAll @IntRange(min = 2, max = 12) int count, @ForAll long seed) {
    Random random = new Random(seed);
    judgements.clear();
    for (int i = 0; i < 2 * count; i++) {
      int a = random.nextInt(count);
      int b = (a + 1 + random.nextInt(count - 1)) % count;
      JudgementVerdict verdict =
          random.nextBoolean() ? JudgementVerdict.SAME : JudgementVerdict.UNSURE;
      Judgement made = judge(a, b, verdict, null);
      if (random.nextInt(4) == 0) {
        judge(a, b, verdict, made.id());
      }
    }
    int[] group = new int[count];
    for (int i = 0; i < count; i++) {
      group[i] = i;
    }
    for (int round = 0; round < count; round++) {
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          if (a != b && lastWord(a, b) == JudgementVerdict.SAME) {
            group[a] = Math.min(group[a], group[b]);
          }
        }
      }
    }
    Entities entities = entities(count);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        assertThat(entities.placeOf(key(a)) == entities.placeOf(key(b)))
            .isEqualTo(group[a] == group[b]);
      }
    }
  }

  private @Nullable JudgementVerdict lastWord(int a, int b) {
    Pair pair = new Pair(key(a), key(b));
    JudgementVerdict last = null;
    for (Judgement judgement : judgements) {
      boolean withdrawn = judgements.stream().anyMatch(w -> judgement.id().equals(w.withdraws()));
      if (judgement.pair().equals(pair) && !judgement.withdrawal() && !withdrawn) {
        last = judgement.verdict();
      }
    }
    return last;
  }
}

package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.Sample;
import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.identity.store.EventStore;
import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Observing, scoring and grouping, with what is kept of them, in a whole house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalsTest {
  private static final long SEED = 20261122;
  private static final Selector SELECTOR =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "1");

  private TestHouse house;

  @BeforeAll
  void open() {
    house = TestHouse.start();
  }

  @AfterAll
  void close() {
    house.close();
  }

  private Permit permit() {
    return house.permit(Set.of(SELECTOR), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
  }

  private Identity identity(List<Record> records) {
    return new Identity(
        (act, taker) -> records.forEach(r -> taker.take(r.id(0), r)),
        house.door(),
        house.keys(),
        house.clock(),
        EntitiesOf.RULES);
  }

  /* Made-up people with one to three accounts on three platforms each: some handles alike, some
   * addresses shared, some names everybody has. */
  static List<Record> people(Random random, int count) {
    Sample sample = new Sample();
    List<String> platforms = List.of("telegram", "instagram", "x");
    for (int person = 0; person < count; person++) {
      String word = word(random);
      for (int i = 0; i <= random.nextInt(3); i++) {
        String handle =
            random.nextInt(3) == 0 ? word(random) : word + (random.nextBoolean() ? "" : "_7");
        AccountRef account =
            new AccountRef(
                new Platform(platforms.get(i)),
                KeyBasis.PLATFORM_ID,
                Integer.toString(100 * person + i),
                handle,
                random.nextBoolean() ? "Anna Smith" : word);
        Selector mail = Selector.of(SelectorType.EMAIL, word + "@example.org");
        List<Stated> stated =
            random.nextInt(3) == 0
                ? List.of(new Stated(mail, random.nextBoolean()))
                : List.<Stated>of();
        sample.add(h -> new Record.Profile(h, account, stated, Map.of("bio", "boats and ropes")));
      }
    }
    return sample.records();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  @Test
  void whatIsKeptIsNotDoneAgain() {
    Permit permit = permit();
    List<Record> records = new ArrayList<>(people(new Random(SEED), 40));
    Suggested first = identity(records).survey(permit);
    assertThat(first.suggestions()).isNotEmpty();
    assertThat(first.groups()).isNotEmpty();
    assertThat(identity(records).survey(permit)).isEqualTo(first);
    assertThat(last("scored")).isZero();
    assertThat(last("observed")).isZero();
    assertThat(last("grouped")).isZero();

    AccountRef one =
        first.suggestions().getFirst().pair().a().contains("telegram")
            ? ref(first.suggestions().getFirst().pair().a())
            : ref(first.suggestions().getFirst().pair().b());
    new Sample()
        .in("another")
        .add(h -> new Record.Profile(h, one, List.of(), Map.of("bio", "cars and horses too")))
        .records()
        .forEach(records::add);
    identity(records).survey(permit);
    assertThat(last("observed")).isEqualTo(1);
    assertThat(last("scored")).as("only pairs of the one account").isBetween(1L, 80L);
    long accounts = identity(records).accounts(permit).size();
    assertThat(last("accounts")).isEqualTo(accounts);
    identity(records).survey(permit);
    assertThat(last("scored")).isZero();
  }

  private static AccountRef ref(String key) {
    String[] parts = key.split("/", 3);
    return new AccountRef(new Platform(parts[0]), KeyBasis.PLATFORM_ID, parts[2], null, null);
  }

  private long last(String name) {
    house.ledger().checkpoint();
    String entry =
        new String(
            house.ledger().view().entry(house.ledger().size() - 1),
            java.nio.charset.StandardCharsets.UTF_8);
    var matcher = java.util.regex.Pattern.compile("\"" + name + "\":\"?(\\d+)").matcher(entry);
    assertThat(matcher.find()).as(name + " in " + entry).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  /** Records in any order, all at once or piece by piece, give one answer. */
  @Test
  void arrivalHasNoSay() {
    Random random = new Random(SEED);
    for (int round = 0; round < 4; round++) {
      List<Record> records = people(random, 30);
      Suggested batch = identity(records).survey(permit());
      Permit slow = permit();
      List<Record> shuffled = new ArrayList<>(records);
      Collections.shuffle(shuffled, random);
      List<Record> come = new ArrayList<>();
      Suggested last = null;
      for (int i = 0; i < shuffled.size(); i++) {
        come.add(shuffled.get(i));
        if (i % 9 == 0 || i == shuffled.size() - 1) {
          last = identity(come).survey(slow);
        }
      }
      assertThat(last).as("seed " + SEED + ", round " + round).isEqualTo(batch);
    }
  }

  /** What people judged binds the machine's groups too. */
  @Test
  void judgementsBindTheGroups() {
    Permit permit = permit();
    List<Record> records = people(new Random(SEED), 40);
    Identity identity = identity(records);
    PossibleGroup group = identity.survey(permit).groups().getFirst();
    Pair pair = group.link();
    Judgement apart = identity.judge(permit, pair, JudgementVerdict.DIFFERENT, "two holders");
    assertThat(identity.survey(permit).groups())
        .noneMatch(g -> g.accounts().contains(pair.a()) && g.accounts().contains(pair.b()));
    identity.withdraw(permit, apart.id(), "one holder after all");
    assertThat(identity.survey(permit).groups()).contains(group);
  }

  @Test
  void aLikenessIsTheSumOfItsParts() {
    ObservationCensus census = new ObservationCensus();
    people(new Random(SEED), 30).forEach(r -> census.take(r.id(0), r));
    List<Observation> all = census.observations(key -> true);
    LikenessMethod method = new LikenessMethod(Digest.of(new byte[0]));
    for (Observation a : all) {
      for (Observation b : all) {
        if (a.equals(b)) {
          continue;
        }
        Likeness likeness = method.likeness(a, b);
        assertThat(method.likeness(b, a)).isEqualTo(likeness);
        for (Likeness.Group group : Likeness.Group.values()) {
          int sum =
              likeness.parts().stream()
                      .filter(p -> p.group() == group)
                      .mapToInt(Likeness.Part::weight)
                      .sum()
                  + likeness.caps().stream()
                      .filter(c -> c.group() == group)
                      .mapToInt(Likeness.Cap::off)
                      .sum();
          assertThat(sum).isLessThanOrEqualTo(group.most());
        }
      }
    }
  }

  @Test
  void aHandleOfOnesOwnWeighsMoreThanAUsualOne() {
    assertThat(handles("zqorvekta", "zqorvekta"))
        .isGreaterThan(handles("john", "john") + 6 * 65536);
    assertThat(handles("john1985", "mary1985"))
        .as("a year in common")
        .isLessThan(handles("zqorvekta", "zqorvekta") / 2);
  }

  private static int handles(String one, String other) {
    ObservationCensus census = new ObservationCensus();
    new Sample()
        .profile(new AccountRef(new Platform("x"), KeyBasis.PLATFORM_ID, "1", one, null), false)
        .profile(
            new AccountRef(new Platform("telegram"), KeyBasis.PLATFORM_ID, "2", other, null), false)
        .each(census::take);
    List<Observation> two = census.observations(key -> true);
    return new LikenessMethod(Digest.of(new byte[0])).likeness(two.get(0), two.get(1)).evidence();
  }

  @Test
  void eventsShowUnderTheirAuthorityAlone() {
    Permit permit = permit();
    identity(people(new Random(SEED), 10)).survey(permit);
    Permit beside =
        house.permit(permit.caseId(), Set.of(SELECTOR), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    EventStore store = new EventStore(house.door(), house.keys());
    try (var act =
        permit.begin(dev.sextant.authority.Step.VIEW, dev.sextant.authority.Particulars.none())) {
      assertThat(store.all(act)).isNotEmpty();
    }
    try (var act =
        beside.begin(dev.sextant.authority.Step.VIEW, dev.sextant.authority.Particulars.none())) {
      assertThat(store.all(act)).isEmpty();
    }
  }
}

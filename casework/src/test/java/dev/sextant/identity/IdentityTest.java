package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.Sample;
import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Refused;
import dev.sextant.authority.RegisterFault;
import dev.sextant.authority.Step;
import dev.sextant.records.AccountRef;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.JudgementId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The room in a whole house: real database, real ledger, real keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityTest {
  private static final Selector PHONE = Selector.of(SelectorType.PHONE, "+447700900123");
  private static final Selector SELECTOR =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "1");

  private TestHouse house;
  private Sample sample;
  private Permit permit;
  private Identity identity;
  private Pair pair;

  @BeforeAll
  void open() {
    house = TestHouse.start();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void newCase() {
    permit = permitIn(house.openCase());
    sample =
        new Sample()
            .profile(Sample.id("1"), true, PHONE)
            .profile(Sample.id("2"), true, PHONE)
            .message(Sample.group("g"), Sample.id("3"));
    identity =
        new Identity(
            (act, taker) -> sample.each(taker::take),
            house.door(),
            house.keys(),
            house.clock(),
            EntitiesOf.RULES);
    pair = new Pair("telegram/platform_id/1", "telegram/platform_id/2");
  }

  private Permit permitIn(CaseId of) {
    return house.permit(of, Set.of(SELECTOR), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
  }

  @Test
  void fromSuggestionByJudgementToEntityAndBack() {
    assertThat(identity.accounts(permit)).hasSize(3);
    assertThat(identity.suggest(permit)).extracting(Suggestion::pair).containsExactly(pair);
    assertThat(identity.entities(permit).all()).hasSize(3);

    Judgement same =
        identity.judge(permit, pair, JudgementVerdict.SAME, "  same number, same avatar  ");
    assertThat(same.reason()).isEqualTo("same number, same avatar");
    assertThat(same.by()).isEqualTo(house.analyst());
    assertThat(same.at()).isEqualTo(house.clock().instant());
    assertThat(identity.suggest(permit)).isEmpty();
    assertThat(identity.entities(permit).all()).hasSize(2);
    assertThat(identity.judgements(permit)).containsExactly(same);

    Judgement back = identity.withdraw(permit, same.id(), "the avatar is a stock picture");
    assertThat(back.withdraws()).isEqualTo(same.id());
    assertThat(identity.judgements(permit)).containsExactly(same, back);
    assertThat(identity.entities(permit).all()).hasSize(3);
    assertThat(identity.suggest(permit)).hasSize(1);
  }

  @Test
  void refusesWhatCannotBeJudged() {
    assertCode("SX-IDENTITY-REASON", () -> judge(pair, " "));
    assertCode("SX-IDENTITY-REASON", () -> judge(pair, "x".repeat(4001)));
    assertCode(
        "SX-IDENTITY-ACCOUNT", () -> judge(new Pair(pair.a(), "telegram/platform_id/9"), "y"));
    JudgementId nobody = JudgementId.random();
    assertCode("SX-IDENTITY-JUDGEMENT", () -> identity.withdraw(permit, nobody, "why"));
    Judgement one = judge(pair, "y");
    Judgement back = identity.withdraw(permit, one.id(), "why");
    assertCode("SX-IDENTITY-WITHDRAWN", () -> identity.withdraw(permit, one.id(), "again"));
    assertCode(
        "SX-IDENTITY-JUDGEMENT", () -> identity.withdraw(permit, back.id(), "the withdrawal"));
    assertThat(identity.judgements(permit)).hasSize(2);
  }

  private Judgement judge(Pair of, String reason) {
    return identity.judge(permit, of, JudgementVerdict.SAME, reason);
  }

  private static void assertCode(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(BadJudgement.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aChosenAccountGivesItsEntityItsNameWhereverItGoes() {
    Judgement same = judge(pair, "same number");
    String before = entityOf(pair.a()).label();
    String key = before.equals(shownAs(pair.a())) ? pair.b() : pair.a();
    Instant then = house.clock().instant();
    house.advance(Duration.ofMinutes(1));
    LeadAccount chosen = identity.leads().choose(permit, key, "the name his friends know");
    assertThat(entityOf(pair.a()).label()).isEqualTo(shownAs(key)).isNotEqualTo(before);
    Entity asKnown =
        identity.entities(permit, then).all().stream()
            .filter(e -> e.accounts().stream().anyMatch(a -> a.key().equals(key)))
            .findFirst()
            .orElseThrow();
    assertThat(asKnown.label()).isEqualTo(before);
    EntityCard card = identity.entity(permit, EntityKey.of(key));
    assertThat(card.entity().label()).isEqualTo(shownAs(key));
    assertThat(card.leads()).containsExactly(chosen);
    assertThat(card.weighed()).extracting(EntityCard.Weighed::judgement).containsExactly(same);
    identity.withdraw(permit, same.id(), "two people after all");
    assertThat(entityOf(key).label()).isEqualTo(shownAs(key));
    judge(pair, "one after all");
    LeadAccount back = identity.leads().withdraw(permit, chosen.id(), "nobody knows it");
    assertThat(back.withdraws()).isEqualTo(chosen.id());
    assertThat(entityOf(pair.a()).label()).isEqualTo(before);
    assertCode("SX-IDENTITY-LEAD", () -> identity.leads().withdraw(permit, chosen.id(), "again"));
    assertCode("SX-IDENTITY-REASON", () -> identity.leads().choose(permit, key, " "));
    assertCode("SX-IDENTITY-ACCOUNT", () -> identity.leads().choose(permit, "telegram/x", "y"));
    Permit elsewhere = permitIn(permit.caseId());
    identity.leads().choose(permit, key, "again");
    assertThat(identity.entities(elsewhere).all())
        .as("another authority names nobody by it")
        .noneMatch(e -> e.accounts().size() > 1);
  }

  private Entity entityOf(String account) {
    return identity.entities(permit).all().stream()
        .filter(e -> e.accounts().stream().anyMatch(a -> a.key().equals(account)))
        .findFirst()
        .orElseThrow();
  }

  private String shownAs(String account) {
    return identity.accounts(permit).stream()
        .filter(a -> a.key().equals(account))
        .findFirst()
        .orElseThrow()
        .shownAs();
  }

  @Test
  void handlesAreSeenThroughTime() {
    HandleSpan one = HandleSpan.at("a", "x", null);
    Instant early = Instant.parse("2026-01-01T00:00:00Z");
    Instant late = Instant.parse("2026-02-01T00:00:00Z");
    HandleSpan all = one.with(HandleSpan.at("a", "x", late)).with(HandleSpan.at("a", "x", early));
    assertThat(all).isEqualTo(new HandleSpan("a", "x", early, late, 3));
    assertThat(all.with(one)).isEqualTo(new HandleSpan("a", "x", early, late, 4));
  }

  @Test
  void anotherCaseSeesNothingOfIt() {
    judge(pair, "same");
    Permit other = permitIn(house.openCase());
    assertThat(identity.judgements(other)).isEmpty();
    assertThat(identity.entities(other).all()).hasSize(3);
  }

  @Test
  void anotherAuthorityOfTheSameCaseSeesNothingOfIt() {
    Permit second = permitIn(permit.caseId());
    assertThat(second.authority()).isNotEqualTo(permit.authority());
    String x = "telegram/platform_id/3";
    Judgement left = judge(new Pair(pair.a(), x), "A writes as X; said by an informant");
    judge(new Pair(x, pair.b()), "X writes as B");
    assertThat(identity.entities(permit).all()).hasSize(1);
    assertThat(identity.suggest(permit)).isEmpty();

    assertThat(identity.entities(second).all()).as("A and B stay apart").hasSize(3);
    assertThat(identity.judgements(second)).as("nor does a reason show").isEmpty();
    assertThat(identity.suggest(second)).extracting(Suggestion::pair).containsExactly(pair);
    assertCode("SX-IDENTITY-JUDGEMENT", () -> identity.withdraw(second, left.id(), "not mine"));

    Judgement own = identity.judge(second, pair, JudgementVerdict.DIFFERENT, "two persons");
    assertThat(identity.judgements(second)).containsExactly(own);
    assertThat(identity.entities(permit).conflicts()).as("nor does it count there").isEmpty();
    try (Act act = second.begin(Step.VIEW, Particulars.none())) {
      long rows =
          house
              .door()
              .within(
                  act,
                  sql ->
                      sql.jdbc().sql("select count(*) from judgement").query(Long.class).single());
      assertThat(rows).as("the database refuses the rows too").isEqualTo(1);
    }
  }

  @Test
  void judgementsOnAccountsOutOfScopeAreNotShown() {
    judge(pair, "same");
    sample = new Sample().profile(Sample.id("1"), true, PHONE);
    assertThat(identity.judgements(permit)).isEmpty();
    assertThat(identity.entities(permit).all()).hasSize(1);
  }

  @Test
  void entitiesAsTheyWereKnown() {
    Instant start = house.clock().instant();
    house.advance(Duration.ofMinutes(1));
    Judgement same = judge(pair, "same number");
    Instant joined = house.clock().instant();
    house.advance(Duration.ofMinutes(1));
    identity.withdraw(permit, same.id(), "a stock picture");
    assertThat(identity.entities(permit).all()).hasSize(3);
    assertThat(identity.entities(permit, start).all()).hasSize(3);
    assertThat(identity.entities(permit, joined).all()).hasSize(2);
    assertThat(identity.changes(permit))
        .extracting(EntityChange::cause)
        .containsExactly(EntityChange.Cause.JUDGED, EntityChange.Cause.WITHDRAWN);
    EntityKey lost = EntityKey.of(pair.b());
    EntityKey kept = EntityKey.of(pair.a());
    assertThat(identity.changes(permit).getFirst().before()).containsExactly(kept, lost);
    assertThat(identity.changes(permit).getFirst().after()).containsExactly(kept);
    assertThat(identity.entity(permit, lost).entity().key()).isEqualTo(lost);
  }

  @Test
  void aKeyOnceGivenLeadsOn() {
    judge(pair, "same number");
    EntityCard card = identity.entity(permit, EntityKey.of(pair.b()));
    assertThat(card.entity().key()).isEqualTo(EntityKey.of(pair.a()));
    assertThat(card.asked()).isEqualTo(EntityKey.of(pair.b()));
    assertThat(card.binding()).isEqualTo(card.bridges()).hasSize(1);
    assertThat(card.changes()).hasSize(1);
    assertThat(identity.path(permit, pair)).isEqualTo(card.binding());
    assertCode("SX-IDENTITY-ENTITY", () -> identity.entity(permit, EntityKey.of("nobody")));
  }

  @Test
  void lookingAtAnEntityIsLookingAtThePerson() {
    Permit first = session();
    EntityKey key = EntityKey.of("telegram/platform_id/7");
    long before = house.ledger().size();
    identity.entity(first, key);
    assertThat(logged(before))
        .as("the machine's part is the machine's, and one look")
        .contains("\"SUGGEST\"", "\"VIEW\"", Identity.model().id(), "\"account\":\"hmac:")
        .doesNotContain("platform_id/7");
    identity.entity(first, key);
    identity.card(session(), "telegram/platform_id/7");
    identity.entity(session(), key);
    Permit fourth = session();
    assertRepeated(() -> identity.entity(fourth, key));
    assertRepeated(() -> identity.card(fourth, "telegram/platform_id/7"));
    assertThat(identity.entities(fourth).all()).as("the list goes on").hasSize(1);
  }

  private Permit session() {
    sample = new Sample().profile(Sample.id("7"), true, PHONE);
    return house.permit(house.analyst(), permit.authority());
  }

  private static void assertRepeated(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-REPETITION"));
  }

  private String logged(long from) {
    house.ledger().checkpoint();
    StringBuilder log = new StringBuilder();
    for (long leaf = from; leaf < house.ledger().size(); leaf++) {
      log.append(new String(house.ledger().view().entry(leaf), StandardCharsets.UTF_8));
    }
    return log.toString();
  }

  @Test
  void theLogSaysOnWhomAPathOrAPreviewWas() {
    Judgement same = judge(pair, "same number");
    for (Runnable look :
        List.<Runnable>of(
            () -> identity.path(permit, pair),
            () -> identity.preview(permit, pair, JudgementVerdict.DIFFERENT))) {
      long before = house.ledger().size();
      look.run();
      assertThat(logged(before))
          .contains("\"first\":\"hmac:", "\"second\":\"hmac:")
          .doesNotContain("platform_id");
    }
    long before = house.ledger().size();
    identity.preview(permit, same.id());
    assertThat(logged(before)).contains("\"withdraws\":\"" + same.id());
  }

  @Test
  void whatWouldBeIsShownBeforeItIs() {
    String third = "telegram/platform_id/3";
    Preview joins = identity.preview(permit, pair, JudgementVerdict.SAME);
    assertThat(joins.before()).hasSize(2);
    assertThat(joins.after()).hasSize(1);
    assertThat(joins.needsSecond()).isFalse();
    Judgement same = judge(pair, "same number");
    judge(new Pair(pair.b(), third), "same words");
    Preview parts = identity.preview(permit, same.id());
    assertThat(parts.before()).hasSize(1);
    assertThat(parts.after()).hasSize(2);
    Preview clash = identity.preview(permit, new Pair(pair.a(), third), JudgementVerdict.DIFFERENT);
    assertThat(clash.clashes()).containsExactly(new Pair(pair.a(), third));
    assertThat(identity.judgements(permit)).as("nothing was written").hasSize(2);
  }

  @Test
  void aSecondPersonIsAskedAcrossPlatformsWithoutStrongKey() {
    AccountRef elsewhere =
        new AccountRef(
            new Platform("instagram"), AccountRef.KeyBasis.PLATFORM_ID, "9", "kite", "Kite");
    sample.profile(elsewhere, false);
    Pair across = new Pair("instagram/platform_id/9", pair.a());
    Judgement alone = judge(pair, "same verified number, same platform");
    assertThat(alone.needsSecond()).isFalse();
    Judgement waiting = judge(across, "writes of the same boat");
    assertThat(waiting.waits()).isTrue();
    assertThat(identity.entities(permit).all()).hasSize(3);
    assertCode("SX-IDENTITY-SECOND", () -> identity.review(permit, waiting.id(), true, "mine"));
    Permit second = house.permit(house.secondAnalyst(), permit.authority());
    assertCode("SX-IDENTITY-SECOND", () -> identity.review(second, alone.id(), true, "seen"));
    Judgement approved = identity.review(second, waiting.id(), true, "the boat is in both");
    assertThat(approved.counts()).isTrue();
    assertThat(approved.reviews().getFirst().by()).isEqualTo(house.secondAnalyst());
    assertThat(identity.entities(permit).all()).hasSize(2);
    identity.review(second, waiting.id(), false, "on a second look another boat");
    assertThat(identity.entities(permit).all()).hasSize(3);
    Judgement apart =
        identity.judge(permit, across, JudgementVerdict.DIFFERENT, "two boats in one picture");
    assertThat(apart.needsSecond()).isFalse();
  }

  @Test
  void theDatabaseWantsASecondPersonToo() {
    Judgement own = judge(pair, "same");
    try (Act act = permit.begin(Step.JUDGE, Particulars.none())) {
      assertThatThrownBy(() ->
              new dev.sextant.identity.store.ReviewStore(house.door(), house.keys())
                  .add(act, own.id(), true, "mine", house.clock().instant()))
          .isInstanceOf(RegisterFault.class);
    }
  }

  @Test
  void aDeadPermitDoesNothing() {
    Permit dying = permit;
    house.advance(Duration.ofHours(9));
    assertThatThrownBy(() -> identity.accounts(dying)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> judge(pair, "same")).isInstanceOf(Refused.class);
  }

  @Test
  void everyStepIsInTheLogAndNoWordOfItIs() {
    long before = house.ledger().size();
    Judgement judgement = judge(pair, "same number as on the invoice");
    assertThat(house.ledger().size()).isEqualTo(before + 2);
    List<String> entries = List.of(entry(before), entry(before + 1));
    assertThat(judgement.leaf()).isEqualTo(before);
    assertThat(entries.get(0)).contains("\"JUDGE\"").contains(judgement.id().toString());
    assertThat(entries.get(1)).contains("\"DONE\"").contains(judgement.digest().hex());
    assertThat(entries).noneMatch(e -> e.contains("invoice") || e.contains("platform_id/1"));
  }

  private String entry(long leaf) {
    house.ledger().checkpoint();
    return new String(house.ledger().view().entry(leaf), StandardCharsets.UTF_8);
  }

  @Test
  void aChangedRowDoesNotOpen() throws SQLException {
    judge(pair, "same number as on the invoice");
    try (Connection owner =
            DriverManager.getConnection(
                house.access().url(),
                house.access().owner().role(),
                house.access().owner().password());
        Statement statement = owner.createStatement()) {
      statement.execute("set search_path = sextant");
      statement.execute("alter table judgement no force row level security");
      int changed =
          statement.executeUpdate(
              "update judgement set at = at - interval '1 day' where case_id = '"
                  + permit.caseId()
                  + "'");
      statement.execute("alter table judgement force row level security");
      assertThat(changed).isEqualTo(1);
    }
    assertThatThrownBy(() -> identity.judgements(permit))
        .isInstanceOfSatisfying(
            RegisterFault.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-SEALED-VALUE"));
  }
}

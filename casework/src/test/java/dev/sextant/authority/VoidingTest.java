package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.custody.Exhibit;
import dev.sextant.identity.EntitiesOf;
import dev.sextant.identity.Identity;
import dev.sextant.identity.Judgement;
import dev.sextant.identity.JudgementVerdict;
import dev.sextant.identity.Pair;
import dev.sextant.identity.RecordStream;
import dev.sextant.identity.RecordsInScope;
import dev.sextant.network.Network;
import dev.sextant.network.TieKind;
import dev.sextant.network.TieRule;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.TelegramSample;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What falls with a quashed authority or a tainted exhibit, under other authorities too. */
class VoidingTest {
  private static final String WHY = "Reasons of sufficient length.";
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");
  private static final Scope SCOPE =
      new Scope(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2);
  private static final Pair PAIR = new Pair("telegram/platform_id/100", "telegram/platform_id/200");

  private TestHouse house;
  private Identity identity;
  private Network network;
  private CaseId of;
  private AuthorityId bad;
  private AuthorityId good;
  private Permit under;
  private Permit beside;
  private Exhibit fruit;
  private Exhibit own;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    RecordStream stream = new RecordsInScope(house.records());
    identity = new Identity(stream, house.door(), house.keys(), house.clock(), EntitiesOf.RULES);
    network = new Network(stream, identity, house.door(), house.keys(), house.clock());
    of = house.openCase();
    bad = house.authority(of, SCOPE);
    good = house.authority(of, SCOPE);
    under = house.permit(house.analyst(), bad);
    beside = house.permit(house.secondAnalyst(), good);
    fruit = house.seal(under, "fruit.json", export(200, "The poisoned tree"));
    own = house.seal(beside, "own.json", export(300, "Grown elsewhere"));
    house.records().read(beside, own.id(), Progress.silent());
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private static byte[] export(long with, String text) {
    return new TelegramSample()
        .chat(with, new TelegramSample.Said(with, Instant.parse("2026-03-02T10:00:00Z"), text))
        .bytes();
  }

  /** Counts what raw SQL shows as the application's role with this permit. */
  private long seen(Permit permit, String table) {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select sextant.enter('" + permit.id() + "')");
      try (ResultSet row = statement.executeQuery("select count(*) from sextant." + table)) {
        row.next();
        return row.getLong(1);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void quashingHidesEverythingDerivedUnderOtherAuthoritiesToo() {
    Judgement clean =
        identity.judge(
            beside,
            new Pair("telegram/platform_id/100", "telegram/platform_id/300"),
            JudgementVerdict.UNSURE,
            "Said in the own export.");
    house.records().read(beside, fruit.id(), Progress.silent());
    identity.judge(beside, PAIR, JudgementVerdict.SAME, "Said in the fruit.");
    var snapshot = network.freeze(beside, TieRule.of(TieKind.MESSAGE), Span.always());
    assertThat(house.records().search(beside, RecordQuery.of("poisoned")).total()).isEqualTo(1);
    assertThat(seen(beside, "exhibit")).isEqualTo(2);
    assertThat(seen(beside, "judgement")).isEqualTo(2);
    assertThat(seen(beside, "snapshot")).isEqualTo(1);
    assertThat(house.room().voiding().resting(house.overseer(), bad))
        .containsEntry("EXHIBIT", 1L)
        .containsEntry("JUDGEMENT", 1L)
        .containsEntry("SNAPSHOT", 1L);

    house.authorities().quash(house.overseer(), bad, WHY);

    assertThatThrownBy(() -> under.begin(Step.VIEW, Particulars.none()))
        .isInstanceOf(Refused.Leave.class);
    assertThat(house.custody().exhibits(beside)).extracting(Exhibit::id).containsExactly(own.id());
    assertThat(house.records().search(beside, RecordQuery.of("poisoned")).total()).isZero();
    assertThat(house.records().search(beside, RecordQuery.of("elsewhere")).total()).isEqualTo(1);
    assertThat(identity.judgements(beside)).extracting(Judgement::id).containsExactly(clean.id());
    assertThatThrownBy(() -> network.snapshot(beside, snapshot.id()))
        .isInstanceOfSatisfying(
            Fault.class, e -> assertThat(e.code()).isEqualTo("SX-NETWORK-SNAPSHOT"));
    assertThat(seen(beside, "exhibit")).isEqualTo(1);
    assertThat(seen(beside, "judgement")).isEqualTo(1);
    assertThat(seen(beside, "snapshot")).isZero();
    assertThat(seen(beside, "custody_entry where exhibit = '" + fruit.id() + "'")).isZero();
    assertThat(seen(beside, "reading")).isEqualTo(1);
    assertThat(seen(beside, "record where exhibit_id = '" + fruit.id() + "'")).isZero();
    assertThatThrownBy(() -> house.seal(beside, "again.json", export(200, "The poisoned tree")))
        .isInstanceOfSatisfying(
            Fault.class, e -> assertThat(e.code()).isEqualTo("SX-CUSTODY-VOID"));
    Exhibit next = house.seal(beside, "next.json", export(400, "A third export"));
    assertThat(next.number()).as("numbers are never used twice").isEqualTo(3);
  }

  @Test
  void aTaintedExhibitTakesItsFruitAndComesBackOnlyByTheOverseer() {
    house.records().read(beside, fruit.id(), Progress.silent());
    identity.judge(beside, PAIR, JudgementVerdict.SAME, "Said in the fruit.");
    Voiding voiding = house.room().voiding();
    assertThatThrownBy(() -> voiding.taint(house.analyst(), of, fruit.id(), WHY))
        .isInstanceOf(Refused.Role.class);
    voiding.taint(house.officer(), of, fruit.id(), WHY);
    assertThat(identity.judgements(beside)).isEmpty();
    assertThat(seen(beside, "judgement")).isZero();
    assertThat(house.custody().exhibits(under)).extracting(Exhibit::id).containsExactly(own.id());
    assertThatThrownBy(() -> voiding.clear(house.officer(), of, fruit.id(), WHY))
        .isInstanceOf(Refused.Role.class);
    voiding.clear(house.overseer(), of, fruit.id(), WHY);
    assertThat(identity.judgements(beside)).hasSize(1);
    assertThat(house.custody().exhibits(under)).hasSize(2);
  }

  @Test
  void whoGotWhatFallsIsListed() {
    Voiding voiding = house.room().voiding();
    Digest bundle = Digest.of(new byte[] {1});
    DisclosureId disclosure = DisclosureId.random();
    try (Act act = under.begin(Step.RELEASE, Particulars.none())) {
      voiding.handedOver(
          act,
          new Voiding.HandedOver(
              disclosure, act.begun(), bundle, "Deliveries", "Pat Prosecutor", "Harbour court"));
      house
          .door()
          .within(
              act,
              sql -> {
                Door.restsOn(sql.jdbc(), null, List.of());
                return sql.jdbc()
                    .sql(
                        """
                        insert into disclosure (case_id, id, authority, actor, leaf, at, digest, bytes, body)
                        values (?, ?, ?, ?, 1, now(), ?, 1, '')
                        """)
                    .param(of.value())
                    .param(disclosure.value())
                    .param(bad.value())
                    .param(house.analyst().value())
                    .param(bundle.hex())
                    .update();
              });
      act.done();
    }
    house.authorities().quash(house.overseer(), bad, WHY);
    assertThat(voiding.recall(house.officer(), bad))
        .singleElement()
        .satisfies(recall -> {
          assertThat(recall.recipient()).isEqualTo("Pat Prosecutor");
          assertThat(recall.bundle()).isEqualTo(bundle);
        });
    assertThat(voiding.recall(house.officer(), good)).isEmpty();
  }
}

package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.Sample;
import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.identity.EntitiesOf;
import dev.sextant.identity.Identity;
import dev.sextant.identity.JudgementVerdict;
import dev.sextant.identity.Pair;
import dev.sextant.identity.RecordStream;
import dev.sextant.network.SavedView.Wanted;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The room in a whole house: real database, real ledger, real keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkTest {
  private static final Span JANUARY =
      Span.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));

  private TestHouse house;
  private CaseId caseId;
  private Permit permit;
  private Sample sample;
  private Identity identity;
  private Network network;

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
    caseId = house.openCase();
    permit = permit(TestHouse.WIDE, "1", "2");
    sample = new Sample();
    // 1-2-3 in a triangle, 4 behind 3, and 5 behind 4.
    for (String tie : new String[] {"1-2", "2-3", "3-1", "3-4", "4-5", "1-2"}) {
      sample.message(
          Sample.direct(tie),
          Sample.id(tie.substring(0, 1)),
          List.of(Sample.id(tie.substring(2))),
          null,
          null,
          List.of());
    }
    RecordStream stream = (act, taker) -> sample.each(taker::take);
    identity = new Identity(stream, house.door(), house.keys(), house.clock(), EntitiesOf.RULES);
    network = new Network(stream, identity, house.door(), house.keys(), house.clock());
  }

  private Permit permit(Span window, String... ids) {
    Set<Selector> selectors = new java.util.HashSet<>();
    for (String id : ids) {
      selectors.add(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, id));
    }
    return house.permit(caseId, selectors, Set.of(Platform.TELEGRAM), window);
  }

  private static int at(Snapshot snapshot, String id) {
    return snapshot.legend().stream()
        .filter(line -> line.accounts().contains("telegram/platform_id/" + id))
        .findFirst()
        .orElseThrow()
        .index();
  }

  @Test
  void fromRecordsToMeasuresAndBackFromTheStore() {
    List<Long> heard = new ArrayList<>();
    Snapshot snapshot =
        network.freeze(
            permit, TieRule.of(TieKind.MESSAGE), JANUARY, (done, total, unit) -> heard.add(done));
    assertThat(heard).containsExactly(6L);
    assertThat(snapshot.legend()).hasSize(5);
    assertThat(snapshot.ties()).hasSize(5);
    assertThat(snapshot.counts().used()).isEqualTo(6);
    assertThat(network.snapshot(permit, snapshot.id())).isEqualTo(snapshot);
    assertThat(network.snapshots(permit)).hasSize(1);
    SnapshotHead head = network.snapshots(permit).getFirst();
    assertThat(head.digest()).isEqualTo(snapshot.digest());
    assertThat(head.nodes()).isEqualTo(5);
    assertThat(head.counts()).isEqualTo(snapshot.counts());

    Measure between = network.measure(permit, snapshot.id(), Method.BETWEENNESS, 7);
    assertThat(between.values().get(at(snapshot, "3"))).isEqualTo(4);
    assertThat(between.values().get(at(snapshot, "4"))).isEqualTo(3);
    assertThat(between.robustness().ranks().get(at(snapshot, "3")).rank()).isEqualTo(1);
    assertThat(between.robustness().replicas()).isEqualTo(1000);
    Measure groups = network.measure(permit, snapshot.id(), Method.COMMUNITY, 7);
    assertThat(groups.robustness().agreement()).isNotNull();
    assertThat(network.measures(permit, snapshot.id())).containsExactlyInAnyOrder(between, groups);
    assertThat(network.measure(permit, snapshot.id(), Method.BETWEENNESS, 7).digest())
        .isEqualTo(between.digest());
  }

  @Test
  void sameRecordsSameDigestAndJudgementsChangeIt() {
    Snapshot one = network.freeze(permit, TieRule.of(TieKind.MESSAGE), JANUARY);
    house.advance(Duration.ofMinutes(5));
    Snapshot two = network.freeze(permit, TieRule.of(TieKind.MESSAGE), JANUARY);
    assertThat(two.digest()).isEqualTo(one.digest());
    assertThat(two.id()).isNotEqualTo(one.id());
    identity.judge(
        permit,
        new Pair("telegram/platform_id/4", "telegram/platform_id/5"),
        JudgementVerdict.SAME,
        "one telephone");
    Snapshot joined = network.freeze(permit, TieRule.of(TieKind.MESSAGE), JANUARY);
    assertThat(joined.legend()).hasSize(4);
    assertThat(joined.ties()).hasSize(4);
    assertThat(joined.counts().notUsed()).containsEntry(NotUsed.SAME_ENTITY, 1L);
    assertThat(network.snapshot(permit, one.id())).isEqualTo(one);
  }

  @Test
  void onlyAScopeThatCoversItShowsASnapshot() {
    Snapshot snapshot = network.freeze(permit, TieRule.of(TieKind.MESSAGE), JANUARY);
    network.measure(permit, snapshot.id(), Method.DEGREE, 1);
    assertThat(network.snapshot(permit(TestHouse.WIDE, "1", "2", "3"), snapshot.id()))
        .isEqualTo(snapshot);
    for (Permit narrow : List.of(permit(TestHouse.WIDE, "1"), permit(JANUARY, "1", "2"))) {
      assertThat(network.snapshots(narrow)).isEmpty();
      refused(() -> network.snapshot(narrow, snapshot.id()));
      refused(() -> network.measures(narrow, snapshot.id()));
      refused(() -> network.measure(narrow, snapshot.id(), Method.DEGREE, 1));
    }
    caseId = house.openCase();
    Permit elsewhere = permit(TestHouse.WIDE, "1", "2");
    assertThat(network.snapshots(elsewhere)).isEmpty();
    refused(() -> network.snapshot(elsewhere, snapshot.id()));
    refused(() -> network.snapshot(permit, SnapshotId.random()));
  }

  private static void refused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            BadMeasuring.class, e -> assertThat(e.code()).isEqualTo("SX-NETWORK-SNAPSHOT"));
  }

  @Test
  void aDrawingHasAPlaceForEveryEntityTheSameEachTime() {
    Snapshot snapshot = network.freeze(permit, TieRule.of(TieKind.MESSAGE), Span.always());
    Drawing drawn = network.drawing(permit, snapshot.id());
    assertThat(drawn.x()).hasSize(snapshot.legend().size()).containsExactly(again(snapshot).x());
    assertThat(drawn.y()).containsExactly(again(snapshot).y());
    for (int v = 0; v < drawn.x().length; v++) {
      assertThat(Math.abs(drawn.x()[v])).isLessThanOrEqualTo(Drawing.HALF);
      assertThat(Math.abs(drawn.y()[v])).isLessThanOrEqualTo(Drawing.HALF);
    }
    assertThat(drawn.measured()).isFalse();
    Measure communities = network.measure(permit, snapshot.id(), Method.COMMUNITY, 1);
    Drawing measured = network.drawing(permit, snapshot.id());
    assertThat(measured.measured()).isTrue();
    for (int v = 0; v < measured.parts().length; v++) {
      assertThat((double) measured.parts()[v]).isEqualTo(communities.values().get(v));
    }
    refused(() -> network.drawing(permit(TestHouse.WIDE, "1"), snapshot.id()));
  }

  private Drawing again(Snapshot snapshot) {
    return network.drawing(permit, snapshot.id());
  }

  @Test
  void aDraftViewIsItsMakersAloneUntilItIsPublished() {
    AuthorityId authority = house.authority(caseId, permit.scope());
    Permit mine = house.permit(house.analyst(), authority);
    Permit theirs = house.permit(house.secondAnalyst(), authority);
    SavedViews views = network.views();
    SavedView kept = views.keep(mine, Wanted.of("The busy weeks", "{\"words\":\"crate\"}"));
    assertThat(views.all(mine).drafts()).containsExactly(kept);
    assertThat(views.all(theirs).drafts()).isEmpty();
    noView(() -> views.publish(theirs, kept.id()), "SX-NETWORK-VIEW");
    noView(() -> views.keepAgain(theirs, kept.id(), Wanted.of("x", "{}")), "SX-NETWORK-VIEW");
    SavedView again = views.keepAgain(mine, kept.id(), Wanted.of("Weeks", "{\"words\":\"van\"}"));
    assertThat(views.all(mine).drafts()).containsExactly(again);
    ViewVersion first = views.publish(mine, kept.id());
    assertThat(first.version()).isEqualTo(1);
    assertThat(views.all(mine).drafts()).isEmpty();
    assertThat(views.all(theirs).published())
        .singleElement()
        .satisfies(view -> {
          assertThat(view.state()).isEqualTo("{\"words\":\"van\"}");
          assertThat(view.mine()).isFalse();
        });
    noView(() -> views.drop(theirs, kept.id()), "SX-NETWORK-VIEW");
    Permit elsewhere = house.permit(house.analyst(), house.authority(caseId, permit.scope()));
    assertThat(views.all(elsewhere).published())
        .as("another authority of the case shows it to nobody, its maker included")
        .isEmpty();
    assertThat(views.versions(elsewhere, first.view())).isEmpty();
    noView(() -> views.withdraw(elsewhere, first.view(), 1, "Mine"), "SX-NETWORK-VIEW");
    noView(() -> views.keep(mine, Wanted.of(" ", "{}")), "SX-NETWORK-VIEW");
    noView(
        () -> views.keep(mine, Wanted.of("x", "y".repeat(SavedView.MOST_VIEW + 1))),
        "SX-NETWORK-VIEW");
    noView(() -> views.keep(mine, new Wanted("x", "{}", null, 2)), "SX-NETWORK-VIEW");
  }

  @Test
  void whoPublishesSecondOverwritesNobody() {
    AuthorityId authority = house.authority(caseId, permit.scope());
    Permit mine = house.permit(house.analyst(), authority);
    Permit theirs = house.permit(house.secondAnalyst(), authority);
    SavedViews views = network.views();
    ViewVersion first = views.publish(mine, views.keep(mine, Wanted.of("Dock", "{}")).id());
    SavedView here = views.keep(mine, new Wanted("Dock", "{\"a\":1}", first.view(), 1));
    SavedView there = views.keep(theirs, new Wanted("Dock", "{\"b\":2}", first.view(), 1));
    assertThat(views.publish(theirs, there.id()).version()).isEqualTo(2);
    noView(() -> views.publish(mine, here.id()), "SX-NETWORK-VIEW-STATE");
    assertThat(views.all(mine).drafts()).as("nothing is lost").containsExactly(here);
    assertThat(views.versions(mine, first.view()))
        .extracting(ViewVersion::state)
        .containsExactly("{}", "{\"b\":2}");
    views.keepAgain(mine, here.id(), new Wanted("Dock", "{\"a\":1,\"b\":2}", first.view(), 2));
    assertThat(views.publish(mine, here.id()).version()).isEqualTo(3);
    noView(() -> views.withdraw(theirs, first.view(), 3, "No"), "SX-NETWORK-VIEW");
    noView(() -> views.withdraw(mine, first.view(), 2, "Old"), "SX-NETWORK-VIEW-STATE");
    noView(() -> views.withdraw(mine, first.view(), 3, " "), "SX-NETWORK-VIEW");
    views.withdraw(mine, first.view(), 3, "It showed the wrong dock");
    assertThat(views.all(theirs).published()).isEmpty();
    assertThat(views.versions(theirs, first.view()).getLast().withdrawn()).isTrue();
    SavedView anew = views.keep(mine, new Wanted("Dock", "{\"c\":3}", first.view(), 4));
    assertThat(views.publish(mine, anew.id()).version()).isEqualTo(5);
    assertThat(views.all(theirs).published()).hasSize(1);
  }

  private static void noView(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(BadMeasuring.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void anEmptyCaseFreezesAndMeasures() {
    sample = new Sample();
    Snapshot snapshot = network.freeze(permit, TieRule.of(TieKind.MESSAGE), Span.always());
    for (Method method : Method.values()) {
      assertThat(network.measure(permit, snapshot.id(), method, 1).values()).isEmpty();
    }
  }

  @Test
  void everyStepIsInTheLogAndNoWordOfItIs() {
    long before = house.ledger().size();
    Snapshot snapshot = network.freeze(permit, TieRule.of(TieKind.MESSAGE), JANUARY);
    Measure measure = network.measure(permit, snapshot.id(), Method.KCORE, 3);
    assertThat(house.ledger().size()).isEqualTo(before + 4);
    house.ledger().checkpoint();
    StringBuilder log = new StringBuilder();
    for (long leaf = before; leaf < before + 4; leaf++) {
      log.append(new String(house.ledger().view().entry(leaf), StandardCharsets.UTF_8));
    }
    assertThat(log.toString())
        .contains("\"FREEZE\"", "\"MEASURE\"", snapshot.digest().hex(), measure.digest().hex())
        .contains("kcore-peeling/1")
        .doesNotContain("Name 1", "platform_id");
  }

  @Test
  void questionsAreAnsweredUnderTheScopeAndLogged() {
    Snapshot snapshot = network.freeze(permit, TieRule.of(TieKind.MESSAGE), JANUARY);
    int third = at(snapshot, "3");
    int fourth = at(snapshot, "4");
    long before = house.ledger().size();
    RemovalAnswer away =
        network
            .inquiries()
            .removal(
                permit,
                snapshot.id(),
                new RemovalAsked(List.of(third), List.of("degree", "random"), 2, 7),
                Progress.silent());
    // The first use of a method adopts it; then the act's intent and outcome.
    assertThat(house.ledger().size()).isEqualTo(before + 4);
    RemovalAnswer.Course listed = away.courses().getFirst();
    // Without 3 the pairs 1-2 and 4-5 are left: 2 of 6 pairs still reach each other.
    assertThat(listed.removed()).containsExactly(0, 1);
    assertThat(listed.fragmentation().value().getLast())
        .isCloseTo(4.0 / 6, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(listed.largest().value()).containsExactly(1.0, 0.4);
    assertThat(away.replicas()).isPositive();
    assertThat(listed.fragmentation().low().getLast())
        .isLessThanOrEqualTo(listed.fragmentation().value().getLast());
    assertThat(away.courses().get(1).order().getFirst()).isEqualTo(third);
    assertThat(away.courses().get(2).order()).isEmpty();

    SetsAnswer sets =
        network
            .inquiries()
            .sets(permit, snapshot.id(), new SetsAsked("fragment", 1, 1, 7), Progress.silent());
    assertThat(sets.proved()).isTrue();
    assertThat(sets.sets().getFirst().places()).containsExactly(third);
    assertThat(sets.sets().get(1).places()).containsExactly(fourth);
    assertThat(sets.before()).isZero();
    for (String card : List.of(away.card(), sets.card())) {
      assertThat(card).contains("not suspicion").contains("When ties are missing");
      assertThat(card.toLowerCase(java.util.Locale.ROOT)).doesNotContain("leader");
    }
    Permit narrow = permit(TestHouse.WIDE, "1");
    refused(() ->
        network
            .inquiries()
            .sets(narrow, snapshot.id(), new SetsAsked("fragment", 1, 1, 7), Progress.silent()));
  }

  @Test
  void theSameQuestionGetsTheSameAnswerAndAWrongOneItsCure() {
    Snapshot snapshot = network.freeze(permit, TieRule.of(TieKind.MESSAGE), JANUARY);
    RemovalAsked asked = new RemovalAsked(List.of(0, 1), List.of("largest-piece"), 3, 11);
    Inquiries ask = network.inquiries();
    assertThat(ask.removal(permit, snapshot.id(), asked, Progress.silent()).words())
        .isEqualTo(ask.removal(permit, snapshot.id(), asked, Progress.silent()).words());
    for (Runnable wrong :
        List.<Runnable>of(
            () -> new RemovalAsked(List.of(), List.of(), 1, 1),
            () -> new RemovalAsked(List.of(), List.of("a-name-for-the-log"), 1, 1),
            () -> new SetsAsked("a-name-for-the-log", 1, 1, 1),
            () -> new SetsAsked("fragment", 1, 0, 1),
            () ->
                ask.removal(
                    permit,
                    snapshot.id(),
                    new RemovalAsked(List.of(99), List.of(), 1, 1),
                    Progress.silent()),
            () ->
                ask.removal(
                    permit,
                    snapshot.id(),
                    new RemovalAsked(List.of(), List.of("fame"), 1, 1),
                    Progress.silent()),
            () ->
                ask.sets(permit, snapshot.id(), new SetsAsked("fame", 1, 1, 1), Progress.silent()),
            () ->
                ask.sets(permit, snapshot.id(), new SetsAsked("reach", 2, 5, 1), Progress.silent()),
            () -> ask.hierarchy(permit, snapshot.id(), 1, Progress.silent()))) {
      assertThatThrownBy(wrong::run)
          .isInstanceOfSatisfying(
              BadMeasuring.class,
              e -> {
                assertThat(e.code()).isEqualTo("SX-NETWORK-INQUIRY");
                assertThat(e.cure()).isNotBlank();
              });
    }
    TieRule directed = new TieRule(Set.of(TieKind.MESSAGE), 1, true, TieRule.USUAL_GROUP_SIZE);
    Snapshot arrows = network.freeze(permit, directed, JANUARY);
    HierarchyAnswer said = ask.hierarchy(permit, arrows.id(), 5, Progress.silent());
    assertThat(said.figures())
        .extracting(HierarchyAnswer.Figure::name)
        .contains("flow-hierarchy", "agony-hierarchy", "springrank-p");
    // 1 to 2, 2 to 3, 3 to 1 go round; 3 to 4 and 4 to 5 do not.
    assertThat(said.figures().getFirst().value()).isEqualTo(0.4);
  }
}

package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.TestHouse;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Purpose;
import dev.sextant.authority.Role;
import dev.sextant.authority.Scope;
import dev.sextant.authority.Verdict;
import dev.sextant.authority.Voiding;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.FilterDecision;
import dev.sextant.records.SealedItem;
import dev.sextant.records.TelegramSample;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was gathered once answers again only where gathering it anew would answer the same. */
class GatheringTest {
  private static final Scope SCOPE =
      new Scope(
          Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100")),
          Set.of(Platform.TELEGRAM),
          TestHouse.WIDE,
          2);
  private static final String WHY = "Seized without the warrant that it needed.";

  private TestHouse house;
  private RecordsInScope records;
  private Identity identity;
  private CaseId of;
  private AuthorityId authority;
  private Permit permit;
  private Exhibit first;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    records = new RecordsInScope(house.records());
    identity = identity(records);
    of = house.openCase();
    authority = house.authority(of, SCOPE);
    permit = house.permit(house.analyst(), authority);
    first = sealed("first.json", 200);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private Identity identity(RecordStream of) {
    return new Identity(of, house.door(), house.keys(), house.clock(), EntitiesOf.RULES);
  }

  private Exhibit sealed(String name, long with) {
    byte[] bytes =
        new TelegramSample()
            .chat(
                with, new TelegramSample.Said(with, Instant.parse("2026-03-02T10:00:00Z"), "Vans"))
            .bytes();
    Exhibit exhibit = house.seal(permit, name, bytes);
    house.records().read(permit, exhibit.id(), Progress.silent());
    return exhibit;
  }

  /* As many passes as said since the last time, and the answer of somebody who remembers nothing. */
  private void answers(Permit asking, int passes) {
    int before = records.passes();
    String known = said(identity, asking);
    assertThat(records.passes() - before).as("passes over the records").isEqualTo(passes);
    assertThat(known).isEqualTo(said(identity(new RecordsInScope(house.records())), asking));
  }

  private static String said(Identity identity, Permit asking) {
    return identity.accounts(asking)
        + "\n"
        + identity.survey(asking)
        + "\n"
        + identity.entities(asking).all()
        + "\n"
        + identity.footprint(asking, "anna");
  }

  @Test
  void fourQuestionsOpenTheRecordsOnce() {
    answers(permit, 1);
    answers(permit, 0);
    answers(house.permit(house.secondAnalyst(), authority), 0);
  }

  @Test
  void whatWasReadSinceIsSeenAtOnce() {
    answers(permit, 1);
    sealed("second.json", 300);
    answers(permit, 1);
    assertThat(identity.accounts(permit).toString()).contains("platform_id/300");
    house.records().read(permit, first.id(), Progress.silent());
    answers(permit, 1);
  }

  @Test
  void anotherAuthorityOfTheCaseIsAnsweredFromItsOwnRecords() {
    answers(permit, 1);
    Scope narrow =
        new Scope(
            Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "999")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE,
            2);
    Permit other = house.permit(house.analyst(), house.authority(of, narrow));
    answers(other, 1);
    assertThat(identity.accounts(other)).isEmpty();
    Permit mine = house.permit(house.analyst(), authority);
    answers(mine, 0);
    assertThat(identity.accounts(mine)).isNotEmpty();
  }

  @Test
  void whatIsTaintedIsGoneAtOnceAndComesBackAsItWas() {
    sealed("second.json", 300);
    answers(permit, 1);
    Voiding voiding = house.room().voiding();
    voiding.taint(house.officer(), of, first.id(), WHY);
    answers(permit, 1);
    assertThat(identity.accounts(permit).toString()).doesNotContain("platform_id/200");
    voiding.clear(house.overseer(), of, first.id(), WHY);
    answers(permit, 1);
    assertThat(identity.accounts(permit).toString()).contains("platform_id/200");
  }

  @Test
  void whatWasClearedForAMomentIsNotRemembered() {
    Voiding voiding = house.room().voiding();
    voiding.taint(house.officer(), of, first.id(), WHY);
    records.round(
        () -> voiding.clear(house.overseer(), of, first.id(), WHY),
        () -> voiding.taint(house.officer(), of, first.id(), WHY));
    assertThat(identity.accounts(permit)).isNotEmpty();
    records.round(() -> {}, () -> {});
    assertThat(identity.accounts(permit)).isEmpty();
  }

  @Test
  void whatBecomesPrivilegedIsGoneAtOnce() {
    sealed("second.json", 300);
    answers(permit, 1);
    house
        .records()
        .privilege(permit, Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "300"));
    answers(permit, 1);
    assertThat(identity.accounts(permit).toString()).doesNotContain("platform_id/300");
  }

  @Test
  void whatAFilterOfficerReleasesIsSeenUnderTheAuthorityItWasReleasedTo() {
    house
        .records()
        .privilege(permit, Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "200"));
    house.records().read(permit, first.id(), Progress.silent());
    AuthorityId fresh = house.authority(of, SCOPE);
    Permit under = house.permit(house.analyst(), fresh);
    house.records().read(under, first.id(), Progress.silent());
    answers(under, 1);
    answers(permit, 1);
    assertThat(identity.accounts(under).toString()).doesNotContain("platform_id/200");
    ActorId officer = house.enrol("fay", "Fay Filter", Role.FILTER_OFFICER).id();
    Permit filter =
        house
            .room()
            .filterDesk()
            .permit(officer, authority, new Purpose("Deal with what is privileged"));
    List<UUID> items =
        house.records().sealedItems(filter, 0, 50).stream()
            .filter(i -> i.reason() == Verdict.SEALED_PRIVILEGED)
            .map(SealedItem::id)
            .toList();
    assertThat(items).isNotEmpty();
    house.records().decide(filter, items, FilterDecision.NEW_PROCESS, Optional.empty());
    answers(under, 0);
    assertThat(house.records().decide(filter, items, FilterDecision.RELEASE, Optional.of(fresh)))
        .isEqualTo(items.size());
    answers(under, 1);
    house.records().read(under, first.id(), Progress.silent());
    answers(under, 1);
    assertThat(identity.accounts(under).toString()).contains("platform_id/200");
    answers(under, 0);
    assertThat(identity.accounts(permit).toString()).doesNotContain("platform_id/200");
  }

  /* Whoever merely shares a record with the named is one hop away. */
  @Test
  void eachAuthorityIsAnsweredWithinItsOwnHopLimit() {
    AuthorityDraft asked = house.draft(of, SCOPE);
    AuthorityDraft.Bounds bounds = asked.bounds();
    AuthorityDraft none =
        new AuthorityDraft(
            of,
            asked.basis(),
            asked.principles(),
            new AuthorityDraft.Bounds(
                SCOPE, bounds.operationWindow(), bounds.methods(), 0, bounds.quota()),
            asked.duties());
    Permit narrow = house.permit(house.analyst(), house.inForce(none));
    house.records().read(narrow, first.id(), Progress.silent());
    answers(permit, 1);
    answers(narrow, 1);
    assertThat(identity.accounts(narrow).toString())
        .contains("platform_id/100")
        .doesNotContain("platform_id/200");
    assertThat(identity.accounts(permit).toString()).contains("platform_id/100", "platform_id/200");
    answers(narrow, 0);
    answers(permit, 0);
  }

  @Test
  void whatIsForgottenIsOpenedAnew() {
    answers(permit, 1);
    identity.forget(CaseId.random());
    answers(permit, 0);
    identity.forget(of);
    answers(permit, 1);
  }
}

package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Conflicts.Hit;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.TelegramSample;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody looks at whom he declared, whatever he types; the integrity unit learns, no supervisor.
 */
class ConflictsTest {
  private TestHouse house;
  private Permit permit;
  private Actor ina;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    ina = house.people().actor(house.enrol("ina", "Ina Integrity", Role.INTEGRITY_OFFICER).id());
    Selector anna = Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");
    permit = house.permit(Set.of(anna), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    byte[] export =
        new TelegramSample()
            .chat(
                200,
                new TelegramSample.Said(
                    200, Instant.parse("2026-03-05T10:00:00Z"), "Two vans to the yard"))
            .bytes();
    house.records().read(permit, house.seal(permit, "result.json", export).id(), Progress.silent());
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private void declare(String value) {
    house.room().conflicts().declare(house.analyst(), Relation.PARTNER, value);
  }

  private void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("SX-AUTH-CONFLICT");
              assertThat(fault.line()).doesNotContainIgnoringCase("maria");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maria_lima",
        "@Maria_Lima",
        "\"maria_lima\"",
        "vans maria_lima",
        "mari*",
        "vans OR (maria_lima)",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx maria_lima"
      })
  void noWayOfTypingGoesRound(String words) {
    declare("@maria_lima");
    refused(() -> house.records().search(permit, RecordQuery.of(words)));
    assertThat(house.room().conflicts().hits(ina.id()))
        .extracting(Hit::actor, Hit::relation, Hit::step)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(house.analyst(), Relation.PARTNER, "SEARCH"));
  }

  @Test
  void numbersAndNamesAreMetToo() {
    declare("+44 7700 900200");
    declare("Maria Lima");
    refused(() -> house.records().search(permit, RecordQuery.of("+447700900200")));
    refused(() -> house.records().search(permit, RecordQuery.of("about maria lima of porto")));
    assertThat(house.records().search(permit, RecordQuery.of("maria")).total()).isZero();
    // Somebody else's declaration does not bind.
    Permit other = house.permit(house.secondAnalyst(), permit.authority());
    assertThat(house.records().search(other, RecordQuery.of("+447700900200")).total()).isZero();
  }

  @Test
  void openingARecordMeetsItsPeople() {
    Digest id =
        house.records().search(permit, RecordQuery.of("vans")).found().getFirst().record().id();
    house.records().record(permit, id);
    declare("User 200");
    refused(() -> house.records().record(permit, id));
    refused(() -> house.records().view(permit, id, 10));
    refused(() -> house.seal(permit, "chat with user 200.zip", new byte[] {1}));
  }

  @Test
  void noPermitForAnAuthorityThatNamesThem() {
    declare("100");
    declare("anna.alvarez@example.org");
    Selector mail = Selector.of(SelectorType.EMAIL, "Anna.Alvarez@example.org");
    CaseIdAndAuthority made = authority(mail);
    refused(() -> house.permit(house.analyst(), made.authority()));
    assertThat(house.permit(house.secondAnalyst(), made.authority())).isNotNull();
  }

  private record CaseIdAndAuthority(dev.sextant.terms.AuthorityId authority) {}

  private CaseIdAndAuthority authority(Selector selector) {
    return new CaseIdAndAuthority(
        house.authority(
            house.openCase(),
            new Scope(Set.of(selector), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2)));
  }

  @Test
  void theIntegrityUnitIsToldAndNobodyElse() {
    declare("maria_lima");
    refused(() -> house.records().search(permit, RecordQuery.of("maria_lima")));
    Conflicts conflicts = house.room().conflicts();
    assertThatThrownBy(() -> conflicts.hits(house.officer())).isInstanceOf(Refused.Role.class);
    assertThatThrownBy(() -> conflicts.all(house.administrator())).isInstanceOf(Refused.Role.class);
    assertThat(codes(house.officer())).doesNotContain("SX-AUTH-CONFLICT");
    assertThat(codes(house.overseer())).contains("SX-AUTH-CONFLICT");
    Hit hit = conflicts.hits(ina.id()).getFirst();
    conflicts.see(ina.id(), hit.id(), "Spoke to her; a slip, no more.");
    assertThat(conflicts.hits(ina.id()).getFirst().note()).startsWith("Spoke");
    // Who declared it cannot take it back before looking.
    UUID own = conflicts.mine(house.analyst()).getFirst().id();
    assertThatThrownBy(() -> conflicts.withdraw(house.analyst(), own))
        .isInstanceOf(Refused.Role.class);
    conflicts.withdraw(ina.id(), own);
    assertThat(house.records().search(permit, RecordQuery.of("maria_lima")).total()).isZero();
  }

  private java.util.List<Object> codes(dev.sextant.terms.ActorId viewer) {
    return house.cases().acts(viewer, permit.caseId(), 0, 10_000).stream()
        .map(logged -> (Object) String.valueOf(logged.entry().get("code")))
        .toList();
  }
}

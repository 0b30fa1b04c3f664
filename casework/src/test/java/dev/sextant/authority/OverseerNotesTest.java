package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The overseer's word is a note signed where the house is not. */
class OverseerNotesTest {
  private static final String WHY = "The selectors are named and the quota is set.";
  private static TestHouse house;

  @BeforeAll
  static void start() {
    house = TestHouse.start();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private static AuthorityId waiting() {
    Scope scope =
        new Scope(
            Set.of(Selector.parse("keyword:harbour")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE,
            2);
    AuthorityDraft draft = house.draft(house.openCase(), scope);
    AuthorityId id = house.authorities().draft(house.analyst(), draft);
    for (Principle principle : Principle.values()) {
      house.authorities().signPrinciple(house.analyst(), id, principle);
    }
    house.authorities().submit(house.analyst(), id);
    house.authorities().approve(house.officer(), id, WHY);
    assertThat(state(id)).isEqualTo(AuthorityState.OVERSIGHT_PENDING);
    return id;
  }

  private static AuthorityState state(AuthorityId id) {
    return house.authorities().authority(house.officer(), id).getFirst().state();
  }

  private static String text(AuthorityId id, Decision decision) {
    return house.authorities().overseerText(house.overseer(), id, decision, Digest.ofFields(WHY));
  }

  private static String signed(SignerKey key, String text) {
    return new String(key.sign(text).bytes(), StandardCharsets.UTF_8);
  }

  private static void refused(String code, AuthorityId id, String note) {
    assertThatThrownBy(
            () -> house.authorities().oversee(house.overseer(), id, Decision.APPROVED, WHY, note))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    assertThat(state(id)).isEqualTo(AuthorityState.OVERSIGHT_PENDING);
  }

  @Test
  void countsWithHisOwnKeyOnly() {
    AuthorityId id = waiting();
    String text = text(id, Decision.APPROVED);
    assertThat(text).contains("decision APPROVED", "reasons " + Digest.ofFields(WHY));
    refused("SX-AUTH-NOTE", id, "");
    refused("SX-AUTH-NOTE", id, text);
    SignerKey forger =
        SignerKey.generate(house.overseerKey().name(), VerifierKey.Kind.NOTE, new SecureRandom());
    refused("SX-AUTH-NOTE", id, signed(forger, text));
    refused("SX-AUTH-NOTE", id, signed(house.overseerKey(), text(id, Decision.REFUSED)));
    refused("SX-AUTH-NOTE", id, signed(house.overseerKey(), text(waiting(), Decision.APPROVED)));
    house
        .authorities()
        .oversee(house.overseer(), id, Decision.APPROVED, WHY, signed(house.overseerKey(), text));
    assertThat(state(id)).isEqualTo(AuthorityState.ACTIVE);
  }

  @Test
  void isNotGivenAgainAfterAnotherWord() {
    AuthorityId id = waiting();
    String yes = signed(house.overseerKey(), text(id, Decision.APPROVED));
    house.advance(Duration.ofMinutes(5));
    house.oversee(id, Decision.APPROVED, WHY);
    assertThatThrownBy(
            () -> house.authorities().oversee(house.overseer(), id, Decision.APPROVED, WHY, yes))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-NOTE-TIME"));
  }

  @Test
  void growsStale() {
    AuthorityId id = waiting();
    String yes = signed(house.overseerKey(), text(id, Decision.APPROVED));
    house.advance(Duration.ofHours(25));
    refused("SX-AUTH-NOTE-TIME", id, yes);
  }

  @Test
  void theHouseCannotSignForHim() {
    assertThatThrownBy(() -> house.people().sign(house.overseer(), "a statement\n"))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-KEY-OUTSIDE"));
    assertThatThrownBy(() -> house.enrol("overseer9", "Without Key", Role.OVERSEER))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-OVERSEER-KEY"));
  }
}

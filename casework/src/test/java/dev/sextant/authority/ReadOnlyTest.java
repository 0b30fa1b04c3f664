package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.TrustPolicy;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.Witness;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A log that nobody outside has cosigned for too long stops what widens, and nothing else. */
class ReadOnlyTest {
  private static final String WHY = "Stopped for a good reason.";

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-READ-ONLY"));
  }

  @Test
  void onlyLookingAndStoppingGoOnUntilAWitnessSigns() {
    try (TestHouse house = TestHouse.start()) {
      SignerKey key = SignerKey.generate("w", VerifierKey.Kind.COSIGNATURE, new SecureRandom());
      house
          .ledger()
          .demand(TrustPolicy.parse("witness w " + key.verifier().text() + "\nquorum w\n"));
      AuthorityId id =
          house.authority(
              house.openCase(),
              new Scope(
                  Set.of(Selector.parse("platform_id@telegram:1")),
                  Set.of(Platform.TELEGRAM),
                  TestHouse.WIDE,
                  2));
      house.advance(Duration.ofHours(20));
      Permit permit = house.permit(house.analyst(), id);
      assertThat(house.room().readOnly()).isEmpty();
      house.advance(Duration.ofHours(5));
      assertThat(house.room().readOnly()).isPresent();

      refused(() -> permit.begin(Step.SEAL, Particulars.none()));
      refused(() -> permit.begin(Step.RELEASE, Particulars.none()));
      refused(() -> house.permit(house.secondAnalyst(), id));
      refused(house::openCase);
      permit.begin(Step.VIEW, Particulars.none()).close();
      permit.begin(Step.SEARCH, Particulars.none()).close();
      assertThat(codes(house)).filteredOn("SX-AUTH-READ-ONLY"::equals).hasSize(4);

      try (Witness witness =
          Witness.open(
              house.home().resolve("witness"),
              key,
              List.of(house.ledger().verifier()),
              house.clock())) {
        house.ledger().attach(witness);
        house.advance(Duration.ofMinutes(1));
        // Asked once more before refusing: the witness answers, and work goes on.
        permit.begin(Step.SEAL, Particulars.none()).close();
        assertThat(house.room().readOnly()).isEmpty();
      }
      house.advance(Duration.ofHours(30));
      house.authorities().suspend(house.officer(), id, WHY);
      refused(() -> house.authorities().resume(house.officer(), id, WHY));
      house.authorities().quash(house.overseer(), id, WHY);
    }
  }

  private static List<String> codes(TestHouse house) {
    house.ledger().checkpoint();
    return java.util.stream.LongStream.range(0, house.ledger().view().size())
        .mapToObj(index -> CanonicalJson.readObject(house.ledger().view().entry(index)))
        .map(entry -> String.valueOf(((Map<?, ?>) entry).get("code")))
        .toList();
  }
}

package dev.sextant.authority;

import static dev.sextant.authority.Verdict.IN_SCOPE;
import static dev.sextant.authority.Verdict.SEALED_PLATFORM;
import static dev.sextant.authority.Verdict.SEALED_SELECTOR;
import static dev.sextant.authority.Verdict.SEALED_TIME;
import static dev.sextant.authority.Verdict.SEALED_UNKNOWN_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
  private static final Selector ANNA = Selector.of(SelectorType.PHONE, "+447911000001");
  private static final Selector BEN = Selector.of(SelectorType.PHONE, "+447911000002");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");
  private static final Scope SCOPE =
      new Scope(Set.of(ANNA), Set.of(Platform.TELEGRAM), Span.between(FROM, TO), 2);

  private static ClaimedTime at(String instant) {
    return ClaimedTime.utc(Instant.parse(instant), instant, Precision.MILLISECOND);
  }

  private static Verdict by(ClaimedTime claimed) {
    return SCOPE.verdict(Platform.TELEGRAM, claimed, true, List.of(ANNA));
  }

  @Test
  void platformTimeAndSelectorMustAllFit() {
    ClaimedTime inside = at("2026-01-15T12:00:00Z");
    assertThat(SCOPE.verdict(Platform.TELEGRAM, inside, true, List.of(BEN, ANNA)))
        .isEqualTo(IN_SCOPE);
    assertThat(SCOPE.verdict(Platform.X, inside, true, List.of(ANNA))).isEqualTo(SEALED_PLATFORM);
    assertThat(SCOPE.verdict(Platform.TELEGRAM, inside, true, List.of(BEN)))
        .isEqualTo(SEALED_SELECTOR);
    assertThat(SCOPE.verdict(Platform.TELEGRAM, inside, true, List.of()))
        .isEqualTo(SEALED_SELECTOR);
  }

  @Test
  void theWindowIncludesItsStartAndExcludesItsEnd() {
    assertThat(by(at("2026-01-01T00:00:00Z"))).isEqualTo(IN_SCOPE);
    assertThat(by(at("2025-12-31T23:59:59.998Z"))).isEqualTo(SEALED_TIME);
    assertThat(by(at("2026-01-31T23:59:59.999Z"))).isEqualTo(IN_SCOPE);
    assertThat(by(at("2026-02-01T00:00:00Z"))).isEqualTo(SEALED_TIME);
  }

  @Test
  void noTimeIsOutOfScopeUnlessTheKindHasNone() {
    assertThat(by(ClaimedTime.none())).isEqualTo(SEALED_UNKNOWN_TIME);
    assertThat(by(ClaimedTime.unreadable("soon"))).isEqualTo(SEALED_UNKNOWN_TIME);
    assertThat(SCOPE.verdict(Platform.TELEGRAM, ClaimedTime.none(), false, List.of(ANNA)))
        .isEqualTo(IN_SCOPE);
  }

  @Test
  void aTimeThatMayLieOnEitherSideIsUnknown() {
    assertThat(by(local("2026-01-15T12:00:00Z"))).isEqualTo(IN_SCOPE);
    assertThat(by(local("2026-01-01T13:00:00Z"))).isEqualTo(SEALED_UNKNOWN_TIME);
    assertThat(by(local("2026-01-01T14:00:00Z"))).isEqualTo(IN_SCOPE);
    assertThat(by(local("2025-12-31T12:30:00Z"))).isEqualTo(SEALED_UNKNOWN_TIME);
    assertThat(by(local("2025-12-31T11:00:00Z"))).isEqualTo(SEALED_TIME);
    ClaimedTime day =
        ClaimedTime.utc(Instant.parse("2026-01-31T00:00:00Z"), "31 January", Precision.DAY);
    assertThat(by(day)).isEqualTo(IN_SCOPE);
    ClaimedTime astride =
        ClaimedTime.utc(Instant.parse("2026-01-31T12:00:00Z"), "a day", Precision.DAY);
    assertThat(by(astride)).isEqualTo(SEALED_UNKNOWN_TIME);
  }

  private static ClaimedTime local(String instant) {
    return new ClaimedTime(
        Instant.parse(instant), instant, ZoneBasis.UNKNOWN, "", Precision.SECOND);
  }

  @Test
  void interactionAndCompelledDataCannotBeAuthorised() {
    for (int level : new int[] {-1, 4, 5}) {
      assertThatThrownBy(() -> new Scope(Set.of(ANNA), Set.of(Platform.X), Span.always(), level))
          .isInstanceOfSatisfying(
              BadScope.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-LEVEL"));
    }
  }
}

package dev.sextant.authority;

import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The house is read-only while no quorum of witnesses has stood by the log for longer than the pack
 * allows, and at once where a witness has seen another history: what cannot be shown to the outside
 * must not be done. Looking goes on under permits that live; overseers go on; narrowing goes on;
 * nothing widens.
 */
final class ReadOnly implements StepRule {
  private static final String CODE = "SX-AUTH-READ-ONLY";

  /** Steps that only look. */
  private static final Set<Step> LOOKING = EnumSet.of(Step.SEARCH, Step.VIEW);

  /** Deeds that stop something, and those of an overseer. */
  private static final Set<String> STOPPING =
      Set.of(
          "OVERSEE",
          "QUASH",
          "SUSPEND",
          "SUSPEND_AGREEMENT",
          "REVOKE_DEVICE",
          "CANCEL",
          "EXPIRE",
          "LAPSE",
          "DISABLE",
          "POLICY_STOP",
          "PACK_STOP",
          "OVERSEE_LOOK",
          "OVERSEE_EXPORT");

  /** Who looks must come in, and be on duty; what is tried at the door is written down. */
  private static final Set<String> COMING_IN =
      Set.of(
          "SIGN_IN",
          "SIGN_IN_FAILED",
          "SIGN_OUT",
          "BEGIN_DUTY",
          "END_DUTY",
          "CONSULT",
          "ALERT",
          "RECONCILE");

  /** Only what is in force already may be said again; what is due waits (Law.settle). */
  private static final Set<String> SAYING = Set.of("PROGRAM", "POLICY_FORCE", "PACK_FORCE");

  /** A witness that does not answer is not asked at every click. */
  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final Clock clock;
  private final Rules rules;
  private final AtomicReference<Instant> asked = new AtomicReference<>(Instant.MIN);

  ReadOnly(Ledger ledger, Clock clock, Rules rules) {
    this.ledger = ledger;
    this.clock = clock;
    this.rules = rules;
  }

  @Override
  public void require(Attempt attempt) {
    if (!LOOKING.contains(attempt.step())) {
      refuse("step " + attempt.step());
    }
  }

  /**
   * @throws Refused.Leave if the house is read-only and this deed neither stops nor oversees
   */
  void requireDeed(String deed) {
    boolean let = STOPPING.contains(deed) || COMING_IN.contains(deed) || SAYING.contains(deed);
    if (!let) {
      refuse("deed " + deed);
    }
  }

  private void refuse(String place) {
    Optional<String> why = why();
    if (why.isPresent()) {
      throw new Refused.Leave(
          CODE,
          "the house is read-only",
          place,
          why.get(),
          "have the log cosigned: see that its witnesses run and can be reached; then try again");
    }
  }

  /** Why the house is read-only, if it is. A log that grew stale is first offered for cosigning. */
  Optional<String> why() {
    if (stale() && mayAsk()) {
      try {
        ledger.checkpoint();
      } catch (LedgerFault e) {
        return Optional.of(e.line());
      }
    }
    Optional<LedgerFault> fault = ledger.publishFault();
    if (fault.isPresent()) {
      return fault.map(LedgerFault::line);
    }
    return stale()
        ? ledger.cosignedAt().map(at -> "no quorum of witnesses since " + shown(at))
        : Optional.empty();
  }

  private static String shown(Instant at) {
    return at.equals(Instant.MIN) ? "ever" : at.toString();
  }

  private boolean stale() {
    Duration limit = rules.uncosigned();
    return ledger.cosignedAt().filter(at -> at.plus(limit).isBefore(clock.instant())).isPresent();
  }

  private boolean mayAsk() {
    Instant now = clock.instant();
    Instant last = Objects.requireNonNull(asked.get());
    // A clock that was set back must not keep it from asking.
    boolean due = now.isBefore(last) || last.plus(ASK_AGAIN_AFTER).isBefore(now);
    return due && asked.compareAndSet(last, now);
  }
}

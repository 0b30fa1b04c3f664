package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.TestHouse;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Random walks over everything that can be done with an authority, beside a small model of the
 * state machine written apart from the program. Whatever the walk: a permit is given exactly where
 * the model says that the authority is in force, a permit that the model calls dead begins no act,
 * and the program never stands in another state than the model.
 */
class AuthorityWalkTest {
  private static final String WHY = "Reasons of sufficient length.";
  private static final Duration REVIEW = Duration.ofDays(28);
  private static final Duration OVERSIGHT = Duration.ofDays(14);
  private static final Duration WINDOW = Duration.ofDays(30);

  private static @Nullable TestHouse shared;

  @BeforeContainer
  static void start() {
    shared = TestHouse.start();
  }

  @AfterContainer
  static void stop() {
    if (shared != null) {
      shared.close();
    }
  }

  enum Move {
    SIGN,
    SUBMIT,
    SEND_BACK,
    REFUSE,
    APPROVE,
    OVERSEE,
    OVERSEE_REFUSE,
    REVIEW,
    SUSPEND_OFFICER,
    SUSPEND_OVERSEER,
    RESUME_OFFICER,
    RESUME_OVERSEER,
    CANCEL,
    BEGIN_CLOSING,
    CLOSE,
    QUASH,
    HOUR,
    DAY,
    WEEK,
    AMEND,
    PERMIT,
    ACT
  }

  @Provide
  Arbitrary<List<Move>> walks() {
    Arbitrary<Move> any = Arbitraries.of(Move.values());
    // Half of the walks begin in force, or nearly none would get that far.
    Arbitrary<List<Move>> random = any.list().ofMinSize(5).ofMaxSize(25);
    return Arbitraries.oneOf(
        random,
        random.map(rest -> {
          List<Move> all =
              new ArrayList<>(List.of(Move.SIGN, Move.SUBMIT, Move.APPROVE, Move.PERMIT));
          all.addAll(rest);
          return all;
        }));
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void noPermitOutsideActive(@ForAll("walks") List<Move> walk, @ForAll boolean broad) {
    Walk on = new Walk(Objects.requireNonNull(shared), broad);
    for (Move move : walk) {
      on.take(move);
    }
  }

  /** The model, and the house beside it. */
  private static final class Walk {
    private final TestHouse house;
    private final boolean broad;
    private final AuthorityDraft draft;
    private final AuthorityId id;
    private final Instant end;
    private final Map<Move, String> trail = new EnumMap<>(Move.class);
    private final List<Move> steps = new ArrayList<>();

    private AuthorityState state = AuthorityState.DRAFT;
    private boolean signed;
    private boolean overseen;
    private boolean stoppedByOverseer;
    private Instant reviewed = Instant.EPOCH;
    private Instant activated = Instant.EPOCH;
    private @Nullable Permit permit;
    private boolean permitAlive;

    Walk(TestHouse house, boolean broad) {
      this.house = house;
      this.broad = broad;
      Selector selector =
          broad
              ? Selector.of(SelectorType.KEYWORD, "delivery")
              : Selector.of(SelectorType.PHONE, "+447911123456");
      Scope scope = new Scope(Set.of(selector), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 1);
      this.draft = house.draft(house.openCase(), scope);
      this.end = house.clock().instant().plus(WINDOW);
      this.id = house.authorities().draft(house.analyst(), draft);
    }

    private Instant now() {
      return house.clock().instant();
    }

    private boolean ticking() {
      return state == AuthorityState.ACTIVE || state == AuthorityState.SUSPENDED;
    }

    private AuthorityState modelled() {
      if (ticking() && !now().isBefore(end)) {
        return AuthorityState.EXPIRED;
      }
      if (state == AuthorityState.ACTIVE && !now().isBefore(due())) {
        return AuthorityState.SUSPENDED;
      }
      return state;
    }

    private Instant due() {
      Instant due = reviewed.plus(REVIEW);
      Instant oversight = activated.plus(OVERSIGHT);
      return overseen || due.isBefore(oversight) ? due : oversight;
    }

    void take(Move move) {
      steps.add(move);
      boolean allowed = allowed(move);
      boolean done = attempt(move);
      assertThat(done).as("%s in %s after %s", move, modelled(), steps).isEqualTo(allowed);
      if (done) {
        apply(move);
      }
      if (modelled() != AuthorityState.ACTIVE) {
        // Left for good at the first transition; the clock alone also ends it.
        permitAlive = false;
      }
      AuthorityState found = house.authorities().authority(house.officer(), id).getFirst().state();
      assertThat(found).as("after %s", steps).isEqualTo(modelled());
    }

    private boolean writing() {
      return state == AuthorityState.DRAFT || state == AuthorityState.RETURNED;
    }

    private boolean allowed(Move move) {
      AuthorityState at = modelled();
      return switch (move) {
        case SIGN, AMEND -> writing();
        case SUBMIT -> writing() && signed && now().isBefore(end);
        case SEND_BACK, REFUSE -> at == AuthorityState.SUBMITTED;
        case APPROVE -> at == AuthorityState.SUBMITTED && now().isBefore(end);
        case OVERSEE ->
            at == AuthorityState.OVERSIGHT_PENDING
                ? now().isBefore(end)
                : state == AuthorityState.ACTIVE && at != AuthorityState.EXPIRED;
        case OVERSEE_REFUSE ->
            at == AuthorityState.OVERSIGHT_PENDING
                || (state == AuthorityState.ACTIVE && at != AuthorityState.EXPIRED);
        case REVIEW -> state == AuthorityState.ACTIVE && at != AuthorityState.EXPIRED;
        case SUSPEND_OFFICER, SUSPEND_OVERSEER ->
            state == AuthorityState.ACTIVE && at != AuthorityState.EXPIRED;
        case RESUME_OFFICER ->
            state == AuthorityState.SUSPENDED
                && at == AuthorityState.SUSPENDED
                && !stoppedByOverseer;
        case RESUME_OVERSEER -> state == AuthorityState.SUSPENDED && at == AuthorityState.SUSPENDED;
        case CANCEL ->
            writing()
                || at == AuthorityState.SUBMITTED
                || at == AuthorityState.OVERSIGHT_PENDING
                || (ticking() && at != AuthorityState.EXPIRED);
        case BEGIN_CLOSING -> at == AuthorityState.EXPIRED || at == AuthorityState.CANCELLED;
        case CLOSE -> at == AuthorityState.CLOSING;
        case QUASH -> at != AuthorityState.QUASHED;
        case HOUR, DAY, WEEK -> true;
        case PERMIT -> at == AuthorityState.ACTIVE;
        case ACT -> permit != null && permitAlive && now().isBefore(permit.expires());
      };
    }

    private void apply(Move move) {
      switch (move) {
        case SIGN -> signed = true;
        case AMEND -> signed = true; // The same words: signatures over them stand.
        case SUBMIT -> state = AuthorityState.SUBMITTED;
        case SEND_BACK -> state = AuthorityState.RETURNED;
        case REFUSE -> state = AuthorityState.REFUSED;
        case APPROVE -> {
          if (broad) {
            state = AuthorityState.OVERSIGHT_PENDING;
          } else {
            activate();
          }
        }
        case OVERSEE -> {
          boolean before = state == AuthorityState.OVERSIGHT_PENDING;
          overseen = true;
          if (before) {
            activate();
          }
        }
        case OVERSEE_REFUSE -> {
          boolean before = state == AuthorityState.OVERSIGHT_PENDING;
          overseen = false;
          state = before ? AuthorityState.REFUSED : AuthorityState.SUSPENDED;
          stoppedByOverseer = true;
        }
        case REVIEW -> reviewed = now();
        case SUSPEND_OFFICER, SUSPEND_OVERSEER -> {
          state = AuthorityState.SUSPENDED;
          stoppedByOverseer = move == Move.SUSPEND_OVERSEER;
        }
        case RESUME_OFFICER, RESUME_OVERSEER -> {
          state = AuthorityState.ACTIVE;
          reviewed = now();
        }
        case CANCEL -> state = AuthorityState.CANCELLED;
        case BEGIN_CLOSING -> state = AuthorityState.CLOSING;
        case CLOSE -> state = AuthorityState.CLOSED;
        case QUASH -> state = AuthorityState.QUASHED;
        case PERMIT -> permitAlive = true;
        case HOUR, DAY, WEEK, ACT -> {
          // Nothing but time moves.
        }
      }
    }

    private void activate() {
      state = AuthorityState.ACTIVE;
      reviewed = now();
      activated = now();
    }

    private boolean attempt(Move move) {
      try {
        perform(move);
        return true;
      } catch (Refused e) {
        trail.put(move, e.code());
        return false;
      }
    }

    private void perform(Move move) {
      Authorities all = house.authorities();
      ActorId analyst = house.analyst();
      ActorId officer = house.officer();
      ActorId overseer = house.overseer();
      switch (move) {
        case SIGN -> {
          for (Principle principle : Principle.values()) {
            all.signPrinciple(analyst, id, principle);
          }
        }
        case AMEND -> {
          boolean before = signed;
          all.amend(analyst, id, draft);
          signed = before;
          if (!before) {
            perform(Move.SIGN);
          }
        }
        case SUBMIT -> all.submit(analyst, id);
        case SEND_BACK -> all.sendBack(officer, id, WHY);
        case REFUSE -> all.refuse(officer, id, WHY);
        case APPROVE -> all.approve(officer, id, WHY);
        case OVERSEE -> house.oversee(id, Decision.APPROVED, WHY);
        case OVERSEE_REFUSE -> house.oversee(id, Decision.REFUSED, WHY);
        case REVIEW -> all.review(officer, id, WHY);
        case SUSPEND_OFFICER -> all.suspend(officer, id, WHY);
        case SUSPEND_OVERSEER -> all.suspend(overseer, id, WHY);
        case RESUME_OFFICER -> all.resume(officer, id, WHY);
        case RESUME_OVERSEER -> all.resume(overseer, id, WHY);
        case CANCEL -> all.cancel(officer, id, WHY);
        case BEGIN_CLOSING -> all.beginClosing(officer, id, WHY);
        case CLOSE -> all.close(officer, id, WHY);
        case QUASH -> all.quash(overseer, id, WHY);
        case HOUR -> house.advance(Duration.ofHours(1));
        case DAY -> house.advance(Duration.ofDays(1));
        case WEEK -> house.advance(Duration.ofDays(7));
        case PERMIT -> permit = house.permit(analyst, id);
        case ACT -> {
          if (permit == null) {
            throw new Refused.Leave("SX-TEST", "no permit yet", "walk", "none", "none");
          }
          try (Act act = permit.begin(Step.SEARCH, Particulars.none())) {
            act.done();
          }
        }
      }
    }
  }
}

package dev.sextant.app.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;

/**
 * Slows guessing: after a few wrong passwords for a log-in, the next try is not even looked at
 * until a pause is over that doubles each time. The answer is the same as for a wrong password.
 */
final class SignInPace {
  /** People mistype. */
  private static final int FREE_TRIES = 5;

  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** More log-ins than any agency has; beyond, old ones are forgotten first. */
  private static final int MOST = 100_000;

  private record Tries(int wrong, Instant next) {}

  private final Clock clock;
  private final Map<String, Tries> tries = new ConcurrentHashMap<>();

  SignInPace(Clock clock) {
    this.clock = clock;
  }

  /** Throws while a pause lasts. */
  void require(String login) {
    Tries so = tries.get(login);
    if (so != null && clock.instant().isBefore(so.next())) {
      throw new LockedException("too many wrong passwords");
    }
  }

  @EventListener
  void wrong(AuthenticationFailureBadCredentialsEvent event) {
    String login = event.getAuthentication().getName();
    if (tries.size() > MOST) {
      tries.values().removeIf(t -> clock.instant().isAfter(t.next().plus(LONGEST)));
    }
    tries.merge(
        login,
        new Tries(1, Instant.EPOCH),
        (before, one) -> {
          int wrong = before.wrong() + 1;
          long pause =
              wrong <= FREE_TRIES
                  ? 0
                  : Math.min(LONGEST.toSeconds(), 1L << Math.min(20, wrong - FREE_TRIES));
          return new Tries(wrong, pause == 0 ? Instant.EPOCH : clock.instant().plusSeconds(pause));
        });
  }

  @EventListener
  void right(AuthenticationSuccessEvent event) {
    tries.remove(event.getAuthentication().getName());
  }
}

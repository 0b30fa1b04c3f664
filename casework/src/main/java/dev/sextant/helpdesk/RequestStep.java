package dev.sextant.helpdesk;

import dev.sextant.terms.ActorId;
import java.time.Instant;
import java.util.Map;

/**
 * One step of a request's way; never undone.
 *
 * @param number from 1
 * @param deed what was done, by its name in the log
 * @param from state before
 * @param to state after; the same where a step only adds
 * @param actor who
 * @param about what was said of it, by name: {@code reasons}, {@code how}, {@code reference}
 * @param leaf where its intent lies in the log
 * @param at when
 */
public record RequestStep(
    int number,
    String deed,
    RequestState from,
    RequestState to,
    ActorId actor,
    Map<String, String> about,
    long leaf,
    Instant at) {
  /** Copies. */
  public RequestStep {
    about = Map.copyOf(about);
  }
}

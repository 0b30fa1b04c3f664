package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of an authority with all that was decided about it.
 *
 * @param document what was applied for
 * @param digest of the document
 * @param state where it stands now, by the clock too
 * @param liveUntil when it stops by itself: the end of its window, or an earlier review
 * @param signed the principles that the applicant has signed as they now read
 * @param approvals decisions, oldest first
 * @param history transitions, oldest first
 * @param similarity of a renewal: how like each principle is to the version before, 0 to 100; empty
 *     for a first version and before it is handed in
 */
public record AuthorityFile(
    AuthorityDocument document,
    Digest digest,
    AuthorityState state,
    Instant liveUntil,
    Set<Principle> signed,
    List<Approval> approvals,
    List<Transition> history,
    Map<Principle, Integer> similarity) {
  /** Copies the collections. */
  public AuthorityFile {
    signed = Set.copyOf(signed);
    approvals = List.copyOf(approvals);
    history = List.copyOf(history);
    similarity = Map.copyOf(similarity);
  }

  /**
   * One step of an authority's life.
   *
   * @param number from 1
   * @param from state before
   * @param to state after; the same as before for a review
   * @param actor who, or null for the clock
   * @param reasons why
   * @param leaf where its intent lies in the log
   * @param at when
   */
  public record Transition(
      int number,
      AuthorityState from,
      AuthorityState to,
      @Nullable ActorId actor,
      String reasons,
      long leaf,
      Instant at) {
    Transition reasoned(String opened) {
      return new Transition(number, from, to, actor, opened, leaf, at);
    }
  }
}

package dev.sextant.identity;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.JudgementId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on two accounts, or the taking back of one. Appended, never changed.
 *
 * @param id random
 * @param pair the accounts
 * @param verdict same, different or unsure; in a withdrawal the verdict that is taken back
 * @param reason why, in the person's words
 * @param by who
 * @param at when
 * @param withdraws the judgement that this one takes back, or null
 * @param authority under which authority
 * @param leaf where the act's intent lies in the log
 * @param digest of the sealed row; the act's outcome in the log names it
 * @param needsSecond true if it counts only once a second person has approved it: as the
 *     jurisdiction's rule was when it was made, and so for good
 * @param reviews what second persons said of it, in the order of the log
 */
public record Judgement(
    JudgementId id,
    Pair pair,
    JudgementVerdict verdict,
    String reason,
    ActorId by,
    Instant at,
    @Nullable JudgementId withdraws,
    AuthorityId authority,
    long leaf,
    Digest digest,
    boolean needsSecond,
    List<Review> reviews) {
  /** Copies. */
  public Judgement {
    reviews = List.copyOf(reviews);
  }

  /** True if it takes back another. */
  public boolean withdrawal() {
    return withdraws != null;
  }

  /** True if it counts, unless it was withdrawn: nobody else was needed, or the latest approved. */
  public boolean counts() {
    return !needsSecond || (!reviews.isEmpty() && reviews.getLast().approved());
  }

  /** True if a second person has yet to look at it. */
  public boolean waits() {
    return needsSecond && reviews.isEmpty();
  }

  /** The same with what second persons said of it. */
  Judgement with(List<Review> said) {
    return new Judgement(
        id, pair, verdict, reason, by, at, withdraws, authority, leaf, digest, needsSecond, said);
  }

  /** The same as it was at a moment: without the reviews that came after. */
  Judgement asOf(Instant moment) {
    return with(reviews.stream().filter(review -> !review.at().isAfter(moment)).toList());
  }
}

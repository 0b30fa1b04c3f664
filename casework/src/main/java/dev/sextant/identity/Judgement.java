package dev.sextant.identity;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.JudgementId;
import java.time.Instant;
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
    Digest digest) {
  /** True if it takes back another. */
  public boolean withdrawal() {
    return withdraws != null;
  }
}

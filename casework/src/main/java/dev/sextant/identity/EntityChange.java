package dev.sextant.identity;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.JudgementId;
import java.time.Instant;
import java.util.List;

/**
 * That entities were joined or came apart. A key once given is never given to another: it is made
 * of an account, and leads to whatever entity holds that account.
 *
 * @param at when
 * @param leaf where the act's intent lies in the log
 * @param by whose word did it
 * @param cause what was done
 * @param judgement the judgement that was made, withdrawn or reviewed
 * @param before keys of the entities that were there
 * @param after keys of the entities that came of them
 */
public record EntityChange(
    Instant at,
    long leaf,
    ActorId by,
    Cause cause,
    JudgementId judgement,
    List<EntityKey> before,
    List<EntityKey> after) {
  /** What changed which accounts are together. */
  public enum Cause {
    /** A person judged. */
    JUDGED,
    /** A person took a judgement back. */
    WITHDRAWN,
    /** A second person approved or refused. */
    REVIEWED
  }

  /** Copies. */
  public EntityChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** True if entities came apart. */
  public boolean split() {
    return after.size() > before.size();
  }
}

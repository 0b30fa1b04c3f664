package dev.sextant.identity;

import dev.sextant.terms.ActorId;
import java.time.Instant;

/**
 * A second person's word on a judgement. Appended, never changed; the latest one counts.
 *
 * @param approved true if the judgement counts by it
 * @param reason why, in the person's words
 * @param by who; never the one who judged
 * @param at when
 * @param leaf where the act's intent lies in the log
 */
public record Review(boolean approved, String reason, ActorId by, Instant at, long leaf) {}

package dev.sextant.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody writes.
 *
 * @param number of the message within its conversation, from 1 in order of time
 * @param at when, to the second
 * @param author who
 * @param text what
 * @param replyTo number of the message it answers, or 0
 * @param fact short name of the planted fact it carries, or null for chatter
 */
record Line(
    long number,
    Instant at,
    Cast.Account author,
    String text,
    long replyTo,
    @Nullable String fact) {}

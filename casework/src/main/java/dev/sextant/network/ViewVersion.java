package dev.sextant.network;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a view that a team sees, or the taking back of it. Appended, never changed.
 *
 * @param view the published view
 * @param version its number, from 1; none is given twice
 * @param withdrawn true if it takes the view back; it then has no state
 * @param name what it is called; of a withdrawal, why it was taken back
 * @param state what was kept, as the caller wrote it down; empty in a withdrawal
 * @param by who published it or took it back
 * @param mine whether that is who asks
 * @param at when
 */
public record ViewVersion(
    UUID view,
    int version,
    boolean withdrawn,
    String name,
    String state,
    String by,
    boolean mine,
    Instant at) {}

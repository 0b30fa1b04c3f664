package dev.sextant.deconfliction;

import java.time.Instant;
import java.util.UUID;

/**
 * What an asker is told, and all of it.
 *
 * @param question the question's number
 * @param known whether another case knows the selector; where it does, the leads of both cases get
 *     a notice whom to speak to. Of a case that answers nobody the asker is told no, and the
 *     overseer learns of it
 * @param at when it was asked
 */
public record Answer(UUID question, boolean known, Instant at) {}

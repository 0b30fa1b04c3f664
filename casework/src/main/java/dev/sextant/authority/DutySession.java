package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A shift: one person, in one part, at one official device, until one moment. Made by {@link Duty}
 * alone. What is done in it is proved with the device's key, so that whoever carries off the
 * browser's session alone carries off nothing.
 *
 * @param id random
 * @param actor who is on duty
 * @param role in which part
 * @param device at which registered device
 * @param from since when
 * @param until to when, at the latest
 */
public record DutySession(
    UUID id, ActorId actor, Role role, UUID device, Instant from, Instant until) {}

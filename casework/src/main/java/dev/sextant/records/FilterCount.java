package dev.sextant.records;

import dev.sextant.authority.Verdict;

/**
 * How many items are sealed off.
 *
 * @param reason why
 * @param kind of what kind
 * @param state what was decided of them
 * @param items how many
 */
public record FilterCount(Verdict reason, RecordKind kind, FilterState state, long items) {}

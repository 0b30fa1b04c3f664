package dev.sextant.records;

import dev.sextant.authority.Verdict;
import dev.sextant.terms.ExhibitId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item that was sealed off, opened for the filter officer.
 *
 * @param id its identifier
 * @param exhibit of which exhibit
 * @param reason why it was sealed off
 * @param kind of what kind
 * @param state what was decided of it
 * @param record what it says, or null once it was destroyed or given back
 */
public record SealedItem(
    UUID id,
    ExhibitId exhibit,
    Verdict reason,
    RecordKind kind,
    FilterState state,
    @Nullable Record record) {}

package dev.sextant.records.store;

import dev.sextant.terms.ExhibitId;
import java.util.UUID;

/**
 * The reading of an exhibit that counts: the one of the highest generation.
 *
 * @param reading its identifier
 * @param exhibit of which exhibit
 * @param generation its generation
 * @param records how many of its records were in scope when it was read
 * @param sealed how many were sealed off
 */
public record Current(UUID reading, ExhibitId exhibit, int generation, long records, long sealed) {}

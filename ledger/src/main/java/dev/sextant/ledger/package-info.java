/**
 * An append-only Merkle log in C2SP tlog formats: append, checkpoint, cosign, prove, check. Knows
 * bytes, not meaning.
 */
@NullMarked
package dev.sextant.ledger;

import org.jspecify.annotations.NullMarked;

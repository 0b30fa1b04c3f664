/**
 * An append-only Merkle log in C2SP tlog formats: append, checkpoint, cosign, prove, check. Knows
 * bytes, not meaning; uses nothing but {@code terms} and the JDK.
 *
 * <p>Promises: what {@link dev.sextant.ledger.Ledger#append} has answered survives a crash at any
 * point; a signed checkpoint is never contradicted by a later one; everything published can be
 * checked from the folder's files alone, by this room's {@link dev.sextant.ledger.LedgerChecker} or
 * by any other program that reads c2sp.org/tlog-tiles.
 *
 * <pre>{@code
 * LedgerKey key = LedgerKey.generate("sextant.example/log", new SecureRandom());
 * try (Ledger ledger = Ledger.open(folder, key, Clock.systemUTC())) {
 *   long index = ledger.append("an act".getBytes(UTF_8));
 *   Checkpoint checkpoint = ledger.checkpoint();
 *   List<Digest> proof = ledger.view().inclusion(index, checkpoint.size());
 * }
 * }</pre>
 */
@NullMarked
package dev.sextant.ledger;

import org.jspecify.annotations.NullMarked;

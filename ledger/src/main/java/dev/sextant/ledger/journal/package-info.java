/**
 * The write-ahead journal and its group commit: what makes an append durable before it answers.
 * Internal to the room.
 */
@NullMarked
package dev.sextant.ledger.journal;

import org.jspecify.annotations.NullMarked;

package dev.sextant.ledger;

import java.time.Instant;

/**
 * A witness that did not cosign the last checkpoint.
 *
 * @param witness the witness's key name
 * @param at when it was asked
 * @param fault why not
 */
public record Outage(String witness, Instant at, LedgerFault fault) {}

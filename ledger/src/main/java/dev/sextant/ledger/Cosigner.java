package dev.sextant.ledger;

/**
 * A witness, near or far: whoever checks that a log only grows and signs what it saw
 * (c2sp.org/tlog-witness). {@link Witness} is one on this machine.
 */
public interface Cosigner {
  /** The witness's public key, of kind {@link VerifierKey.Kind#COSIGNATURE}. */
  VerifierKey key();

  /**
   * Checks a checkpoint against the last one seen of the same log, remembers it and cosigns. One on
   * another host must give up after a time limit of its own.
   *
   * @throws LedgerFault.Refused if the checks fail
   * @throws LedgerFault.Unavailable if the witness does not answer
   */
  NoteSignature addCheckpoint(WitnessRequest request);
}

package dev.sextant.ledger;

import java.time.Instant;
import java.util.List;

/** Which witnesses a reader trusts, and which of them together are enough. */
public sealed interface Quorum permits WitnessPolicy, TrustPolicy {
  /** The trusted witnesses. */
  List<VerifierKey> witnesses();

  /**
   * The different trusted witnesses that validly cosigned.
   *
   * @throws LedgerFault.BadSignature if a line claims one of them and does not verify
   */
  List<VerifierKey> cosigners(Checkpoint checkpoint);

  /**
   * Requires enough cosignatures.
   *
   * @return the latest moment by which enough of them had cosigned; {@link Instant#MIN} if none is
   *     required
   * @throws LedgerFault.BadSignature if there are too few, or one that does not verify
   */
  Instant check(Checkpoint checkpoint);
}

package dev.sextant.disclosure;

import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import java.util.List;
import java.util.function.Supplier;

/**
 * What bundles are proved and signed with: a reader's view of the log, and the disclosure key.
 *
 * @param view of the log
 * @param publish has the log publish a checkpoint of all that it holds now, and answers it
 * @param log the log's public key
 * @param witnesses public keys of those who may have cosigned it
 * @param disclosure the agency's key for bundles
 * @param stamping the timestamp authorities that are trusted now
 */
public record Proving(
    LedgerView view,
    Supplier<Checkpoint> publish,
    VerifierKey log,
    List<VerifierKey> witnesses,
    SignerKey disclosure,
    Supplier<TrustedAuthorities> stamping) {
  /** Copies. */
  public Proving {
    witnesses = List.copyOf(witnesses);
  }

  /** Trusting no timestamp authority. */
  public Proving(
      LedgerView view,
      Supplier<Checkpoint> publish,
      VerifierKey log,
      List<VerifierKey> witnesses,
      SignerKey disclosure) {
    this(view, publish, log, witnesses, disclosure, () -> new TrustedAuthorities(List.of()));
  }
}

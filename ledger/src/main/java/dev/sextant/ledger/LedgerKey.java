package dev.sextant.ledger;

import java.security.SecureRandom;

/**
 * A log's own key: its origin is the key's name (c2sp.org/tlog-checkpoint).
 *
 * @param signer an Ed25519 key of kind {@link VerifierKey.Kind#NOTE}
 */
public record LedgerKey(SignerKey signer) {
  /** Checks the kind. */
  public LedgerKey {
    if (signer.verifier().kind() != VerifierKey.Kind.NOTE) {
      throw new LedgerFault.BadNote(
          "a log signs with an Ed25519 note key", "log key", signer.verifier().kind().toString());
    }
  }

  /**
   * A fresh key.
   *
   * @param origin the log's unique name, such as {@code sextant.example/log}
   */
  public static LedgerKey generate(String origin, SecureRandom random) {
    return new LedgerKey(SignerKey.generate(origin, VerifierKey.Kind.NOTE, random));
  }

  /** Reads the {@code PRIVATE+KEY+...} form. */
  public static LedgerKey parse(String secretText) {
    return new LedgerKey(SignerKey.parse(secretText));
  }

  /** The log's unique name. */
  public String origin() {
    return signer.name();
  }

  /** The public half, to be given to every verifier beforehand. */
  public VerifierKey verifier() {
    return signer.verifier();
  }
}

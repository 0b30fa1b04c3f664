package dev.sextant.helpdesk;

import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider sent in answer to a request.
 *
 * @param id random identifier
 * @param exhibit the sealed bytes
 * @param digest of the sealed bytes
 * @param paper what came with them
 * @param hashHolds whether the bytes are those that the provider hashed; null where it gave no hash
 * @param receivedAt when they were taken in
 * @param provisionalUntil until when the enforcing State may still object, or null
 * @param objectedAt when it objected, or null
 * @param check what the scope check counted, or null before
 */
public record ProviderReturn(
    UUID id,
    ExhibitId exhibit,
    Digest digest,
    Paper paper,
    @Nullable Boolean hashHolds,
    Instant receivedAt,
    @Nullable Instant provisionalUntil,
    @Nullable Instant objectedAt,
    @Nullable Check check) {

  /**
   * What came with the bytes.
   *
   * @param providerHash SHA-256 that the provider says the bytes have, 64 hex characters, or empty
   * @param custodian who certifies the records at the provider, or empty if nobody does
   * @param certificate the certificate's date and reference, or empty
   * @param partial whether more is to come
   * @param note anything else
   */
  public record Paper(
      String providerHash, String custodian, String certificate, boolean partial, String note) {}

  /**
   * What the scope check counted.
   *
   * @param at when
   * @param inScope records open to the team
   * @param sealed records sealed off
   */
  public record Check(Instant at, long inScope, long sealed) {}

  /** Whether it may still be taken away. */
  public boolean provisional(Instant now) {
    return provisionalUntil != null && now.isBefore(provisionalUntil);
  }
}

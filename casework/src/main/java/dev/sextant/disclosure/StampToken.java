package dev.sextant.disclosure;

import dev.sextant.terms.Digest;
import java.time.Instant;

/**
 * What a checked timestamp says: this digest was there at this moment, says this authority.
 *
 * @param digest SHA-256 of what is stamped
 * @param at the moment that the authority states, UTC
 * @param accuracy how far off that may be, such as {@code 1 s}; empty if the authority does not say
 * @param serial the token's number, in decimal
 * @param policy the authority's policy, an object identifier
 * @param signer name of the signer's certificate (RFC 2253)
 * @param signerSha256 SHA-256 of that certificate
 * @param anchor name of the trusted certificate that vouches for it
 */
public record StampToken(
    Digest digest,
    Instant at,
    String accuracy,
    String serial,
    String policy,
    String signer,
    Digest signerSha256,
    String anchor) {}

package dev.sextant.disclosure;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/**
 * A request for a timestamp (RFC 3161, section 2.4.1): the digest of a bundle, a nonce, and the
 * wish that the answer carries the signer's certificate, so that it can be checked alone.
 *
 * @param digest SHA-256 of what is stamped
 * @param nonce random; the answer repeats it
 */
public record StampRequest(Digest digest, BigInteger nonce) {
  /** So large that no two requests of a house ever share one. */
  private static final int NONCE_BITS = 128;

  /** A request with a fresh nonce. */
  public static StampRequest of(Digest digest, SecureRandom random) {
    // The highest bit is set: a nonce keeps its length, and is never nothing.
    return new StampRequest(digest, new BigInteger(NONCE_BITS, random).setBit(NONCE_BITS - 1));
  }

  /** The request as DER, what {@code openssl ts -query} writes and a timestamp authority takes. */
  public byte[] der() {
    try {
      return request().getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TimeStampRequest request() {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return generator.generate(TSPAlgorithms.SHA256, digest.bytes(), nonce);
  }
}

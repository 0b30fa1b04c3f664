package dev.sextant.deconfliction.oprf;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/**
 * An input under its blind. The element may go to anybody; input and blind stay with whoever asks.
 *
 * @param input what is asked
 * @param blind the secret scalar, of 32 bytes
 * @param element what is sent, of 33 bytes
 */
public record Blinding(byte[] input, byte[] blind, byte[] element) {
  BigInteger scalar() {
    return P256.scalar(blind);
  }

  ECPoint point() {
    return P256.point(element);
  }
}

package dev.sextant.deconfliction.oprf;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/** What both sides of one mode of suite P256-SHA256 hash, and how (RFC 9497 §3 and §4.3). */
final class Suite {
  /** RFC 9497 writes lengths in two bytes. */
  private static final int LONGEST = 65_535;

  private final Mode mode;
  private final byte[] context;

  Suite(Mode mode) {
    this.mode = mode;
    byte[] head = ascii("OPRFV1-");
    byte[] tail = ascii("-P256-SHA256");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.write(mode.number());
    out.writeBytes(tail);
    this.context = out.toByteArray();
  }

  Mode mode() {
    return mode;
  }

  /**
   * The point that an input stands for.
   *
   * @throws OprfFault {@code SX-OPRF-INPUT} if it is too long, or one of the inputs, never seen,
   *     that hash to the point at infinity
   */
  ECPoint element(byte[] input) {
    if (input.length > LONGEST) {
      throw OprfFault.input(input.length + " bytes; at most " + LONGEST);
    }
    ECPoint point = P256.hashToGroup(input, tagged("HashToGroup-"));
    if (point.isInfinity()) {
      throw OprfFault.input("hashes to no element");
    }
    return point;
  }

  BigInteger scalar(byte[] message) {
    return P256.hashToScalar(message, tagged("HashToScalar-"));
  }

  /** DeriveKeyPair (§3.2.1): the same secret for the same seed and text, in this mode alone. */
  BigInteger secret(byte[] seed, byte[] text) {
    for (int counter = 0; counter < 256; counter++) {
      byte[] input = new Framed().raw(seed).framed(text).raw((byte) counter).bytes();
      BigInteger secret = P256.hashToScalar(input, tagged("DeriveKeyPair"));
      if (secret.signum() != 0) {
        return secret;
      }
    }
    throw OprfFault.input("no key comes of this seed");
  }

  /** The scalar by which a text that both know moves the key (POPRF, §3.3.3). */
  BigInteger tweak(byte[] text) {
    return scalar(new Framed().raw(ascii("Info")).framed(text).bytes());
  }

  /** Finalize: the function's output. */
  byte[] output(byte[] input, byte[] text, ECPoint unblinded) {
    Framed framed = new Framed().framed(input);
    if (mode == Mode.POPRF) {
      framed.framed(text);
    }
    framed.framed(P256.bytes(unblinded)).raw(ascii("Finalize"));
    return P256.sha256().digest(framed.bytes());
  }

  /** The challenge of a proof (§2.2.1). */
  BigInteger challenge(ECPoint key, Composites composites, ECPoint first, ECPoint second) {
    return scalar(
        new Framed()
            .framed(P256.bytes(key))
            .framed(P256.bytes(composites.asked()))
            .framed(P256.bytes(composites.evaluated()))
            .framed(P256.bytes(first))
            .framed(P256.bytes(second))
            .raw(ascii("Challenge"))
            .bytes());
  }

  /** Many pairs of points as one. */
  record Composites(ECPoint asked, ECPoint evaluated) {}

  /** The factor of each pair (ComputeComposites, §2.2.1). */
  List<BigInteger> factors(ECPoint key, List<ECPoint> asked, List<ECPoint> evaluated) {
    byte[] seed =
        P256.sha256().digest(new Framed().framed(P256.bytes(key)).framed(tagged("Seed-")).bytes());
    BigInteger[] factors = new BigInteger[asked.size()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] =
          scalar(
              new Framed()
                  .framed(seed)
                  .raw((byte) (i >> 8), (byte) i)
                  .framed(P256.bytes(asked.get(i)))
                  .framed(P256.bytes(evaluated.get(i)))
                  .raw(ascii("Composite"))
                  .bytes());
    }
    return List.of(factors);
  }

  /** Points, each times its factor, added up. */
  static ECPoint sum(List<BigInteger> factors, List<ECPoint> points) {
    ECPoint sum = points.getFirst().getCurve().getInfinity();
    for (int i = 0; i < points.size(); i++) {
      sum = sum.add(P256.timesPublic(points.get(i), factors.get(i)));
    }
    return sum.normalize();
  }

  private byte[] tagged(String name) {
    return new Framed().raw(ascii(name)).raw(context).bytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Bytes one after the other, some with their length before them in two bytes. */
  private static final class Framed {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Framed raw(byte... bytes) {
      out.writeBytes(bytes);
      return this;
    }

    Framed framed(byte[] bytes) {
      if (bytes.length > LONGEST) {
        throw OprfFault.input(bytes.length + " bytes; at most " + LONGEST);
      }
      out.write(bytes.length >> 8);
      out.write(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}

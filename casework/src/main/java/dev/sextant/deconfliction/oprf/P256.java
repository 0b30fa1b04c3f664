package dev.sextant.deconfliction.oprf;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * The prime-order group of NIST P-256 as RFC 9497 §4.3 asks for it: hashing to points and scalars
 * (RFC 9380), and points and scalars as bytes. Points in one compressed form of 33 bytes (SEC 1,
 * §2.3.3), scalars big-endian in 32.
 */
final class P256 {
  /** Length of a point, in bytes. */
  static final int POINT = 33;

  /** Length of a scalar, in bytes. */
  static final int SCALAR = 32;

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");

  /** Order of the group. */
  static final BigInteger ORDER = CURVE.getN();

  /** RFC 9380 §8.2: bytes hashed for each field element, and the constant Z = -10. */
  private static final int EXPANDED = 48;

  private static final int SHA256_BLOCK = 64;
  private static final int SHA256_BYTES = 32;

  /** Bits of the random multiple of the order that hides a secret scalar. */
  private static final int HIDING_BITS = 64;

  private static final ECCurve FIELD = CURVE.getCurve();
  private static final BigInteger PRIME = FIELD.getField().getCharacteristic();
  private static final ECFieldElement ONE = element(BigInteger.ONE);
  private static final ECFieldElement Z = element(PRIME.subtract(BigInteger.TEN));
  private static final ECFieldElement A = FIELD.getA();
  private static final ECFieldElement B = FIELD.getB();

  /** -B / A. */
  private static final ECFieldElement MINUS_B_OVER_A = B.negate().divide(A);

  /** B / (Z * A): the x for the inputs at which the denominator vanishes. */
  private static final ECFieldElement EXCEPTIONAL = B.divide(Z.multiply(A));

  private P256() {}

  private static ECFieldElement element(BigInteger value) {
    return FIELD.fromBigInteger(value);
  }

  /** The group's generator. */
  static ECPoint generator() {
    return CURVE.getG();
  }

  /** A scalar between 1 and the order, evenly drawn. */
  static BigInteger randomScalar(SecureRandom random) {
    return BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE), random);
  }

  /**
   * A point times a secret scalar. The order's random multiple leaves the product as it is and
   * makes the digits that the multiplication runs through new each time.
   */
  static ECPoint times(ECPoint point, BigInteger secret, SecureRandom random) {
    BigInteger hiding = new BigInteger(HIDING_BITS, random).setBit(HIDING_BITS - 1);
    return point.multiply(secret.add(ORDER.multiply(hiding))).normalize();
  }

  /** A point times a scalar that everybody may know. */
  static ECPoint timesPublic(ECPoint point, BigInteger scalar) {
    return point.multiply(scalar.mod(ORDER)).normalize();
  }

  // ------------------------------------------------------------------ bytes

  /** A point in its compressed form. */
  static byte[] bytes(ECPoint point) {
    return point.getEncoded(true);
  }

  /** A scalar, big-endian. */
  static byte[] bytes(BigInteger scalar) {
    return BigIntegers.asUnsignedByteArray(SCALAR, scalar);
  }

  /**
   * Reads a point: RFC 9497 §4.3 wants the compressed form, a point of the curve, and not the one
   * at infinity. The curve's cofactor is 1, so every point of it is of the group.
   *
   * @throws OprfFault {@code SX-OPRF-POINT}
   */
  static ECPoint point(byte[] bytes) {
    if (bytes.length != POINT || (bytes[0] != 2 && bytes[0] != 3)) {
      throw OprfFault.point("a point in compressed form has 33 bytes and begins with 2 or 3");
    }
    try {
      ECPoint point = FIELD.decodePoint(bytes);
      if (point.isInfinity() || !point.isValid()) {
        throw OprfFault.point("not a point of the group");
      }
      return point;
    } catch (IllegalArgumentException e) {
      throw OprfFault.point("no point of the curve has this x");
    }
  }

  /**
   * Reads a scalar below the order.
   *
   * @throws OprfFault {@code SX-OPRF-SCALAR}
   */
  static BigInteger scalar(byte[] bytes) {
    BigInteger scalar = new BigInteger(1, bytes);
    if (bytes.length != SCALAR || scalar.compareTo(ORDER) >= 0) {
      throw OprfFault.scalar();
    }
    return scalar;
  }

  // ------------------------------------------------------------------ hashing

  /** RFC 9380 §5.2 with the group's order as modulus, one element. */
  static BigInteger hashToScalar(byte[] message, byte[] tag) {
    return new BigInteger(1, expand(message, tag, EXPANDED)).mod(ORDER);
  }

  /** RFC 9380 §3, P256_XMD:SHA-256_SSWU_RO_: the sum of two mapped field elements. */
  static ECPoint hashToGroup(byte[] message, byte[] tag) {
    byte[] uniform = expand(message, tag, 2 * EXPANDED);
    ECPoint first = map(field(uniform, 0));
    ECPoint second = map(field(uniform, EXPANDED));
    return first.add(second).normalize();
  }

  private static ECFieldElement field(byte[] uniform, int from) {
    return element(
        new BigInteger(1, Arrays.copyOfRange(uniform, from, from + EXPANDED)).mod(PRIME));
  }

  /* Simplified SWU, RFC 9380 §6.6.2. Both candidates are worked out whichever is taken, so that the
   * work does not tell which input was hashed. */
  private static ECPoint map(ECFieldElement u) {
    ECFieldElement zu2 = Z.multiply(u.square());
    ECFieldElement denominator = zu2.square().add(zu2);
    boolean vanishes = denominator.isZero();
    ECFieldElement divisor = vanishes ? ONE : denominator;
    ECFieldElement usual = MINUS_B_OVER_A.multiply(ONE.add(divisor.invert()));
    ECFieldElement x1 = vanishes ? EXCEPTIONAL : usual;
    ECFieldElement x2 = zu2.multiply(x1);
    ECFieldElement y1 = right(x1).sqrt();
    ECFieldElement y2 = right(x2).sqrt();
    boolean first = y1 != null;
    ECFieldElement x = first ? x1 : x2;
    ECFieldElement y = first ? y1 : y2;
    ECFieldElement signed = u.testBitZero() == y.testBitZero() ? y : y.negate();
    return FIELD.createPoint(x.toBigInteger(), signed.toBigInteger());
  }

  /* The curve's right side, x^3 + Ax + B. */
  private static ECFieldElement right(ECFieldElement x) {
    return x.square().add(A).multiply(x).add(B);
  }

  /* expand_message_xmd of RFC 9380 §5.3.1 over SHA-256. */
  static byte[] expand(byte[] message, byte[] tag, int length) {
    MessageDigest sha = sha256();
    byte[] dst = tag;
    if (dst.length > 255) {
      sha.update("H2C-OVERSIZE-DST-".getBytes(StandardCharsets.US_ASCII));
      dst = sha.digest(dst);
    }
    sha.update(new byte[SHA256_BLOCK]);
    sha.update(message);
    sha.update(new byte[] {(byte) (length >> 8), (byte) length, 0});
    sha.update(dst);
    byte[] first = sha.digest(new byte[] {(byte) dst.length});
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + SHA256_BYTES);
    byte[] last = new byte[SHA256_BYTES];
    for (int block = 1; out.size() < length; block++) {
      byte[] mixed = new byte[SHA256_BYTES];
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] = (byte) (first[i] ^ last[i]);
      }
      sha.update(mixed);
      sha.update((byte) block);
      sha.update(dst);
      last = sha.digest(new byte[] {(byte) dst.length});
      out.writeBytes(last);
    }
    return Arrays.copyOf(out.toByteArray(), length);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("SHA-256 is in every JDK", e);
    }
  }
}

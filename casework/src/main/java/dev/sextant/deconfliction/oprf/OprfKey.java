package dev.sextant.deconfliction.oprf;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/** The side that holds the key (RFC 9497 §3.3: BlindEvaluate and Evaluate). */
public final class OprfKey {
  private final Suite suite;
  private final BigInteger secret;
  private final ECPoint known;
  private final SecureRandom random;

  private OprfKey(Suite suite, BigInteger secret, SecureRandom random) {
    this.suite = suite;
    this.secret = secret;
    this.random = random;
    this.known = P256.times(P256.generator(), secret, random);
  }

  /**
   * The key of a seed (DeriveKeyPair).
   *
   * @param seed 32 secret bytes
   * @param text what the key is for
   */
  public static OprfKey derive(Mode mode, byte[] seed, byte[] text, SecureRandom random) {
    if (seed.length != P256.SCALAR) {
      throw OprfFault.input(seed.length + " bytes of seed; give " + P256.SCALAR);
    }
    Suite suite = new Suite(mode);
    return new OprfKey(suite, suite.secret(seed, text), random);
  }

  /** The key's public half, 33 bytes: by it proofs are checked. */
  public byte[] published() {
    return P256.bytes(known);
  }

  byte[] secret() {
    return P256.bytes(secret);
  }

  /**
   * Evaluates blinded elements, with a proof in the modes that have one.
   *
   * @param blinded 1 to 65535 elements of 33 bytes
   * @param text what both sides know ({@link Mode#POPRF} only, else empty)
   * @throws OprfFault {@code SX-OPRF-POINT} if one is no element
   */
  public Evaluation evaluate(List<byte[]> blinded, byte[] text) {
    return evaluate(blinded, text, P256.randomScalar(random));
  }

  Evaluation evaluate(List<byte[]> blinded, byte[] text, BigInteger nonce) {
    if (blinded.isEmpty() || blinded.size() > 65_535) {
      throw OprfFault.input(blinded.size() + " elements; give 1 to 65535");
    }
    List<ECPoint> asked = blinded.stream().map(P256::point).toList();
    BigInteger key = key(text);
    BigInteger factor = suite.mode() == Mode.POPRF ? inverse(key) : key;
    List<ECPoint> evaluated = asked.stream().map(p -> P256.times(p, factor, random)).toList();
    byte[] proof =
        switch (suite.mode()) {
          case OPRF -> new byte[0];
          case VOPRF -> proof(key, known, new Pairs(asked, evaluated), nonce);
          case POPRF ->
              proof(
                  key,
                  P256.times(P256.generator(), key, random),
                  new Pairs(evaluated, asked),
                  nonce);
        };
    return new Evaluation(evaluated.stream().map(P256::bytes).toList(), proof);
  }

  /**
   * The output for an input of one's own, without blinding: what the other side would come to.
   *
   * @return 32 bytes
   */
  public byte[] output(byte[] input, byte[] text) {
    BigInteger key = key(text);
    BigInteger factor = suite.mode() == Mode.POPRF ? inverse(key) : key;
    return suite.output(input, text, P256.times(suite.element(input), factor, random));
  }

  private BigInteger key(byte[] text) {
    if (suite.mode() != Mode.POPRF) {
      return secret;
    }
    BigInteger moved = secret.add(suite.tweak(text)).mod(P256.ORDER);
    if (moved.signum() == 0) {
      throw OprfFault.input("this text takes the key away; choose another");
    }
    return moved;
  }

  /* Hidden by a random factor: how long an inversion takes depends on what is inverted. */
  private BigInteger inverse(BigInteger scalar) {
    BigInteger hiding = P256.randomScalar(random);
    return scalar
        .multiply(hiding)
        .mod(P256.ORDER)
        .modInverse(P256.ORDER)
        .multiply(hiding)
        .mod(P256.ORDER);
  }

  private record Pairs(List<ECPoint> asked, List<ECPoint> evaluated) {}

  /* GenerateProof (§2.2.1): that one scalar ties the key to its public half and every pair. */
  private byte[] proof(BigInteger key, ECPoint published, Pairs pairs, BigInteger nonce) {
    List<BigInteger> factors = suite.factors(published, pairs.asked(), pairs.evaluated());
    ECPoint asked = Suite.sum(factors, pairs.asked());
    Suite.Composites composites = new Suite.Composites(asked, P256.times(asked, key, random));
    ECPoint first = P256.times(P256.generator(), nonce, random);
    ECPoint second = P256.times(asked, nonce, random);
    BigInteger challenge = suite.challenge(published, composites, first, second);
    BigInteger response = nonce.subtract(challenge.multiply(key)).mod(P256.ORDER);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(P256.bytes(challenge));
    out.writeBytes(P256.bytes(response));
    return out.toByteArray();
  }
}

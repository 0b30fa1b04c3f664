package dev.sextant.deconfliction.oprf;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/** The side that asks (RFC 9497 §3.3: Blind and Finalize). */
public final class OprfAsker {
  private final Suite suite;
  private final ECPoint known;
  private final SecureRandom random;

  /**
   * @param published the public half of the key that must answer, 33 bytes; in mode {@link
   *     Mode#OPRF} it is not asked for
   * @throws OprfFault {@code SX-OPRF-POINT} if it is no element
   */
  public OprfAsker(Mode mode, byte[] published, SecureRandom random) {
    this.suite = new Suite(mode);
    this.known = mode == Mode.OPRF ? P256.generator() : P256.point(published);
    this.random = random;
  }

  /**
   * Blinds an input.
   *
   * @throws OprfFault {@code SX-OPRF-INPUT}
   */
  public Blinding blind(byte[] input) {
    return blind(input, P256.randomScalar(random));
  }

  Blinding blind(byte[] input, BigInteger blind) {
    ECPoint element = P256.times(suite.element(input), blind, random);
    return new Blinding(input, P256.bytes(blind), P256.bytes(element));
  }

  /**
   * Takes an answer.
   *
   * @param asked what was asked, in the order of the answer
   * @param text what both sides know ({@link Mode#POPRF} only, else empty)
   * @return one output of 32 bytes for each input
   * @throws OprfFault {@code SX-OPRF-PROOF} if another key answered; {@code SX-OPRF-POINT}, {@code
   *     SX-OPRF-SCALAR} if the answer is malformed
   */
  public List<byte[]> finish(List<Blinding> asked, Evaluation answer, byte[] text) {
    if (asked.isEmpty() || asked.size() != answer.elements().size()) {
      throw OprfFault.input(answer.elements().size() + " answers to " + asked.size());
    }
    List<ECPoint> evaluated = answer.elements().stream().map(P256::point).toList();
    if (suite.mode() != Mode.OPRF) {
      requireProof(asked.stream().map(Blinding::point).toList(), evaluated, answer.proof(), text);
    }
    List<byte[]> outputs = new ArrayList<>(asked.size());
    for (int i = 0; i < asked.size(); i++) {
      Blinding one = asked.get(i);
      ECPoint clear = P256.times(evaluated.get(i), inverse(one.scalar()), random);
      outputs.add(suite.output(one.input(), text, clear));
    }
    return outputs;
  }

  /* Hidden by a random factor, as in the key's own inverse. */
  private BigInteger inverse(BigInteger blind) {
    BigInteger hiding = P256.randomScalar(random);
    return blind
        .multiply(hiding)
        .mod(P256.ORDER)
        .modInverse(P256.ORDER)
        .multiply(hiding)
        .mod(P256.ORDER);
  }

  /* VerifyProof (§2.2.2). */
  private void requireProof(
      List<ECPoint> blinded, List<ECPoint> evaluated, byte[] proof, byte[] text) {
    if (proof.length != 2 * P256.SCALAR) {
      throw OprfFault.proof();
    }
    BigInteger challenge = P256.scalar(Arrays.copyOf(proof, P256.SCALAR));
    BigInteger response = P256.scalar(Arrays.copyOfRange(proof, P256.SCALAR, proof.length));
    boolean moved = suite.mode() == Mode.POPRF;
    ECPoint key =
        moved
            ? P256.timesPublic(P256.generator(), suite.tweak(text)).add(known).normalize()
            : known;
    if (key.isInfinity()) {
      throw OprfFault.input("this text takes the key away; choose another");
    }
    List<ECPoint> asked = moved ? evaluated : blinded;
    List<ECPoint> answered = moved ? blinded : evaluated;
    List<BigInteger> factors = suite.factors(key, asked, answered);
    Suite.Composites composites =
        new Suite.Composites(Suite.sum(factors, asked), Suite.sum(factors, answered));
    ECPoint first = both(P256.generator(), response, key, challenge);
    ECPoint second = both(composites.asked(), response, composites.evaluated(), challenge);
    // At infinity no honest proof ends, and such a point has no compressed form.
    if (first.isInfinity()
        || second.isInfinity()
        || composites.asked().isInfinity()
        || composites.evaluated().isInfinity()) {
      throw OprfFault.proof();
    }
    BigInteger expected = suite.challenge(key, composites, first, second);
    if (!MessageDigest.isEqual(P256.bytes(expected), P256.bytes(challenge))) {
      throw OprfFault.proof();
    }
  }

  private static ECPoint both(ECPoint a, BigInteger byA, ECPoint b, BigInteger byB) {
    return P256.timesPublic(a, byA).add(P256.timesPublic(b, byB)).normalize();
  }
}

package dev.sextant.deconfliction;

import dev.sextant.ledger.VerifierKey;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Another house, as its card says and an officer admitted it.
 *
 * @param id its number, which it keeps for good
 * @param name its name
 * @param unit whom to speak to there
 * @param publicKey public half of the key that evaluates there, 66 hexadecimal characters
 * @param verifier by which its messages are checked
 */
public record OtherHouse(
    UUID id, String name, String unit, String publicKey, VerifierKey verifier) {
  /** Name and unit in one line. */
  public String contact() {
    return name + ", " + unit;
  }

  byte[] key() {
    return HexFormat.of().parseHex(publicKey);
  }
}

package dev.sextant.deconfliction;

import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.ValueCipher;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Texts of this room in the register: reasons, and other houses' units. */
final class Sealing {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 4000;

  private final ValueCipher cipher;

  Sealing(HouseDeeds house) {
    this.cipher = house.cipher("deconfliction/register/v1");
  }

  /**
   * Seals reasons.
   *
   * @throws DeconflictionFault {@code SX-DECONFLICT-REASONS}
   */
  byte[] reasons(UUID of, String text) {
    String said = text.strip();
    if (said.length() < SHORTEST || said.length() > LONGEST) {
      throw DeconflictionFault.reasons();
    }
    return seal("reasons", of, said);
  }

  String reasons(UUID of, byte[] sealed) {
    return open("reasons", of, sealed);
  }

  byte[] outside(UUID of, String unit) {
    return seal("outside", of, unit);
  }

  String outside(UUID of, byte[] sealed) {
    return open("outside", of, sealed);
  }

  private byte[] seal(String what, UUID of, String text) {
    return cipher.seal(text.getBytes(StandardCharsets.UTF_8), bound(what, of));
  }

  private String open(String what, UUID of, byte[] sealed) {
    return new String(cipher.open(sealed, bound(what, of)), StandardCharsets.UTF_8);
  }

  private static byte[] bound(String what, UUID of) {
    return ("deconfliction " + what + " " + of).getBytes(StandardCharsets.UTF_8);
  }
}

package dev.sextant.authority;

import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;

/**
 * The public half of a device's key: ECDSA on P-256, which every browser's WebCrypto makes without
 * letting the private half out.
 */
final class DeviceKey {
  private static final int FIELD_BITS = 256;

  private final byte[] encoded;
  private final PublicKey key;

  private DeviceKey(byte[] encoded, PublicKey key) {
    this.encoded = encoded.clone();
    this.key = key;
  }

  /**
   * Reads a SubjectPublicKeyInfo.
   *
   * @throws BadScope {@code SX-AUTH-DEVICE-KEY} if it is no P-256 key
   */
  static DeviceKey of(byte[] encoded) {
    try {
      PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
      if (key instanceof ECPublicKey ec
          && ec.getParams().getCurve().getField().getFieldSize() == FIELD_BITS) {
        return new DeviceKey(encoded, key);
      }
    } catch (GeneralSecurityException e) {
      throw bad(encoded.length);
    }
    throw bad(encoded.length);
  }

  private static BadScope bad(int length) {
    return new BadScope(
        "SX-AUTH-DEVICE-KEY",
        "not a device's key",
        "public key",
        length + " bytes",
        "give an ECDSA key on P-256 as SubjectPublicKeyInfo");
  }

  byte[] encoded() {
    return encoded.clone();
  }

  Digest fingerprint() {
    return Digest.of(encoded);
  }

  /** Whether the key signed this text (ECDSA with SHA-256, signature as r and s, 64 bytes). */
  boolean signed(String text, byte[] signature) {
    try {
      Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
      check.initVerify(key);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      // A signature of another length or shape is no signature.
      return false;
    }
  }
}

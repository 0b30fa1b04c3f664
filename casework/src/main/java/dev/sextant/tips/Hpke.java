package dev.sextant.tips;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/* RFC 9180, base mode, one message a context. The JDK gives the KEM (DHKEM with X25519), HMAC and
 * AES-GCM; what is written here is the key schedule, a dozen lines, checked against the RFC's own
 * vectors. docs/decisions/0028. */
/**
 * Hybrid public-key encryption: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-GCM. Whoever seals
 * needs a public key alone and cannot open what was sealed.
 */
final class Hpke {
  static final int ENCAPSULATED_BYTES = 32;
  private static final int KEM_X25519 = 0x0020;
  private static final int KDF_SHA256 = 0x0001;
  private static final int HASH = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final int aead;
  private final int keyBytes;

  private Hpke(int aead, int keyBytes) {
    this.aead = aead;
    this.keyBytes = keyBytes;
  }

  /** The suite in use: AES-256-GCM. */
  static Hpke suite() {
    return new Hpke(0x0002, 32);
  }

  /** The suite of the RFC's vectors: AES-128-GCM. */
  static Hpke suite128() {
    return new Hpke(0x0001, 16);
  }

  /** Encapsulated key followed by the ciphertext. */
  byte[] seal(PublicKey to, byte[] info, byte[] plain) throws GeneralSecurityException {
    KEM.Encapsulated key = KEM.getInstance("DHKEM").newEncapsulator(to).encapsulate();
    byte[] enc = key.encapsulation();
    byte[] sealed =
        cipher(Cipher.ENCRYPT_MODE, key.key().getEncoded(), info, new byte[0]).doFinal(plain);
    return join(enc, sealed);
  }

  /** Opens what {@link #seal} gave. */
  byte[] open(PrivateKey own, byte[] info, byte[] sealed) throws GeneralSecurityException {
    byte[] enc = Arrays.copyOf(sealed, ENCAPSULATED_BYTES);
    byte[] text = Arrays.copyOfRange(sealed, ENCAPSULATED_BYTES, sealed.length);
    return open(own, enc, info, new byte[0], text);
  }

  byte[] open(PrivateKey own, byte[] enc, byte[] info, byte[] aad, byte[] text)
      throws GeneralSecurityException {
    byte[] shared = KEM.getInstance("DHKEM").newDecapsulator(own).decapsulate(enc).getEncoded();
    return cipher(Cipher.DECRYPT_MODE, shared, info, aad).doFinal(text);
  }

  private Cipher cipher(int mode, byte[] shared, byte[] info, byte[] aad)
      throws GeneralSecurityException {
    byte[] context =
        join(
            new byte[] {0},
            extract(new byte[0], "psk_id_hash", new byte[0]),
            extract(new byte[0], "info_hash", info));
    byte[] secret = extract(shared, "secret", new byte[0]);
    byte[] key = expand(secret, "key", context, keyBytes);
    byte[] nonce = expand(secret, "base_nonce", context, NONCE);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(aad);
    return cipher;
  }

  private byte[] extract(byte[] salt, String label, byte[] ikm) throws GeneralSecurityException {
    return hmac(salt.length == 0 ? new byte[HASH] : salt, join(labeled(label), ikm));
  }

  /* At most one block of output is ever asked for. */
  private byte[] expand(byte[] secret, String label, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] wanted = {(byte) (length >> 8), (byte) length};
    byte[] block = hmac(secret, join(wanted, labeled(label), info, new byte[] {1}));
    return Arrays.copyOf(block, length);
  }

  private byte[] labeled(String label) {
    byte[] suite = {'H', 'P', 'K', 'E', 0, (byte) KEM_X25519, 0, (byte) KDF_SHA256, 0, (byte) aead};
    return join(
        "HPKE-v1".getBytes(StandardCharsets.US_ASCII),
        suite,
        label.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

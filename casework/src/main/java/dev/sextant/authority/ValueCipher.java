package dev.sextant.authority;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals values that fit in memory: XAES-256-GCM (c2sp.org/XAES-256-GCM). A sealed value is a random
 * 24-byte nonce, the ciphertext, and a 16-byte tag.
 *
 * <p>Safe for many threads.
 */
public final class ValueCipher {
  /** What sealing adds to a value's length, in bytes. */
  public static final int OVERHEAD_BYTES = 40;

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 24;
  private static final int HALF = 12;
  private static final int BLOCK = 16;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final byte[] subkey;
  private final SecureRandom random;

  /* Finding a cipher by name and scheduling the key took as long as sealing a short message. The
   * idle ones wait here, and go with this value and its key; a GCM cipher is begun anew, with another
   * key, for every value. */
  private final Queue<Cipher> keyed = new ConcurrentLinkedQueue<>();

  private final Queue<Cipher> gcm = new ConcurrentLinkedQueue<>();

  /**
   * @param key 32 bytes, used for nothing else
   * @throws IllegalArgumentException if the key has another length
   */
  public ValueCipher(byte[] key) {
    this(key, new SecureRandom());
  }

  private ValueCipher(byte[] key, SecureRandom random) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key of 32 bytes is needed, not " + key.length);
    }
    this.key = new SecretKeySpec(key, "AES");
    this.subkey = cmacSubkey(this.key);
    this.random = random;
  }

  /* Why not plain AES-GCM: its 96-bit nonce, drawn at random, may repeat after some 2^32 values
   * under one key, and a repeated nonce betrays both values. Here 192 bits are drawn; the first 96
   * choose a key of their own by CMAC (NIST SP 800-108r1), the last 96 are that key's nonce. */

  /** Seals a value; the same value gives other bytes each time. */
  public byte[] seal(byte[] plain, byte[] associated) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = sealWith(nonce, plain, associated);
    byte[] out = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, out, NONCE_BYTES, sealed.length);
    return out;
  }

  /** Ciphertext and tag under a given nonce; apart from tests only {@link #seal} chooses one. */
  byte[] sealWith(byte[] nonce, byte[] plain, byte[] associated) {
    try {
      Cipher cipher = gcm(Cipher.ENCRYPT_MODE, nonce, associated);
      byte[] sealed = cipher.doFinal(plain);
      gcm.offer(cipher);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("AES-GCM is in every JDK", e);
    }
  }

  /**
   * Opens a sealed value.
   *
   * @throws RegisterFault {@code SX-AUTH-SEALED-VALUE} if a byte was altered, the associated bytes
   *     differ, or the key is another
   */
  public byte[] open(byte[] sealed, byte[] associated) {
    if (sealed.length < OVERHEAD_BYTES) {
      throw broken(sealed.length);
    }
    try {
      Cipher cipher = gcm(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), associated);
      byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      gcm.offer(cipher);
      return plain;
    } catch (GeneralSecurityException e) {
      throw broken(sealed.length);
    }
  }

  private Cipher gcm(int mode, byte[] nonce, byte[] associated) throws GeneralSecurityException {
    SecretKeySpec derived = new SecretKeySpec(deriveKey(nonce), "AES");
    Cipher waiting = gcm.poll();
    Cipher cipher = waiting == null ? cipher("AES/GCM/NoPadding") : waiting;
    cipher.init(mode, derived, new GCMParameterSpec(TAG_BITS, nonce, HALF, HALF));
    cipher.updateAAD(associated);
    return cipher;
  }

  private byte[] deriveKey(byte[] nonce) throws GeneralSecurityException {
    byte[] blocks = new byte[2 * BLOCK];
    for (int i = 0; i < 2; i++) {
      int at = i * BLOCK;
      blocks[at + 1] = (byte) (i + 1);
      blocks[at + 2] = 'X';
      System.arraycopy(nonce, 0, blocks, at + 4, HALF);
      for (int j = 0; j < BLOCK; j++) {
        blocks[at + j] ^= subkey[j];
      }
    }
    Cipher waiting = keyed.poll();
    Cipher aes = waiting == null ? ecb(key) : waiting;
    byte[] derived = aes.doFinal(blocks);
    keyed.offer(aes);
    return derived;
  }

  private static byte[] cmacSubkey(SecretKeySpec key) {
    try {
      byte[] block = ecb(key).doFinal(new byte[BLOCK]);
      int carry = (block[0] & 0x80) == 0 ? 0 : 0x87;
      for (int i = 0; i < BLOCK; i++) {
        int next = i + 1 < BLOCK ? (block[i + 1] & 0xff) >>> 7 : 0;
        block[i] = (byte) ((block[i] << 1) | next);
      }
      block[BLOCK - 1] ^= (byte) carry;
      return block;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("AES is in every JDK", e);
    }
  }

  /* One block at a time on inputs of our own making, as CMAC wants it: not the mode that leaks. */
  private static Cipher ecb(SecretKeySpec key) {
    Cipher aes = cipher("AES/ECB/NoPadding");
    try {
      aes.init(Cipher.ENCRYPT_MODE, key);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("AES is in every JDK", e);
    }
    return aes;
  }

  private static Cipher cipher(String name) {
    try {
      return Cipher.getInstance(name);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("AES is in every JDK", e);
    }
  }

  private static RegisterFault broken(int length) {
    return new RegisterFault(
        "SX-AUTH-SEALED-VALUE",
        "a sealed value does not open",
        "sealed value",
        length + " bytes",
        "it was altered, or its case's key is another or destroyed");
  }
}

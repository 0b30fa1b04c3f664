package dev.sextant.custody;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The sealed file's format (docs/formats/sealed-file.md): a 64-byte header, then chunks of 64 KiB
 * in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizar, CRYPTO 2015, doi
 * 10.1007/978-3-662-47989-6_24) over AES-256-GCM.
 */
public final class SealedFormat {
  /** Header length in bytes. */
  public static final int HEADER_BYTES = 64;

  /** Bytes of evidence a chunk holds; the last one holds fewer. */
  public static final int CHUNK_BYTES = 64 * 1024;

  /** What sealing adds to a chunk. */
  public static final int TAG_BYTES = 16;

  /** Length of a file's salt. */
  public static final int SALT_BYTES = 32;

  private static final byte[] MAGIC = "SXSEALED".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int KEY_BYTES = 32;
  private static final int PREFIX_BYTES = 7;
  private static final int COMMITMENT_BYTES = 16;
  private static final int SALT_AT = 16;
  private static final int NONCE_BYTES = 12;

  private final byte[] header;
  private final SecretKeySpec key;
  private final byte[] prefix;

  private SealedFormat(byte[] header, byte[] material) {
    this.header = header;
    this.key = new SecretKeySpec(material, 0, KEY_BYTES, "AES");
    this.prefix = Arrays.copyOfRange(material, KEY_BYTES, KEY_BYTES + PREFIX_BYTES);
  }

  /** The key of one file: HKDF-SHA-256 of the case's sealing key with the file's salt. */
  public static byte[] exhibitKey(byte[] caseKey, byte[] salt) {
    return hkdf(caseKey, salt, "sextant-sealed-file/1 exhibit", KEY_BYTES);
  }

  /** For writing a new file. */
  public static SealedFormat fresh(byte[] exhibitKey, byte[] salt) {
    byte[] material = material(exhibitKey);
    byte[] header =
        ByteBuffer.allocate(HEADER_BYTES)
            .put(MAGIC)
            .putInt(VERSION)
            .putInt(CHUNK_BYTES)
            .put(salt)
            .put(commitment(material))
            .array();
    return new SealedFormat(header, material);
  }

  /**
   * For reading a file with this header.
   *
   * @throws CustodyFault.Altered if it is not such a header, or the key is not this file's
   */
  static SealedFormat of(byte[] header, byte[] exhibitKey, String place) {
    ByteBuffer in = ByteBuffer.wrap(header);
    byte[] magic = new byte[MAGIC.length];
    in.get(magic);
    if (!Arrays.equals(magic, MAGIC) || in.getInt() != VERSION || in.getInt() != CHUNK_BYTES) {
      throw new CustodyFault.Altered("not a sealed file of this version", place, "header");
    }
    byte[] material = material(exhibitKey);
    byte[] found = Arrays.copyOfRange(header, SALT_AT + SALT_BYTES, HEADER_BYTES);
    if (!MessageDigest.isEqual(found, commitment(material))) {
      throw new CustodyFault.Altered("the key is not this file's", place, "header");
    }
    return new SealedFormat(header, material);
  }

  /** The salt in a header. */
  public static byte[] salt(byte[] header) {
    return Arrays.copyOfRange(header, SALT_AT, SALT_AT + SALT_BYTES);
  }

  private static byte[] material(byte[] exhibitKey) {
    return hkdf(
        exhibitKey,
        new byte[0],
        "sextant-sealed-file/1 chunks",
        KEY_BYTES + PREFIX_BYTES + COMMITMENT_BYTES);
  }

  /* AES-GCM alone lets a forger make one file that opens under two keys; the commitment ties the
   * file to one. */
  private static byte[] commitment(byte[] material) {
    return Arrays.copyOfRange(material, KEY_BYTES + PREFIX_BYTES, material.length);
  }

  private static byte[] hkdf(byte[] key, byte[] salt, String info, int bytes) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .addSalt(salt)
                  .thenExpand(info.getBytes(StandardCharsets.US_ASCII), bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HKDF-SHA256 is in JDK 25", e);
    }
  }

  /** The 64 bytes at the file's start; a fresh copy. */
  public byte[] header() {
    return header.clone();
  }

  /**
   * Seals one chunk.
   *
   * @param index from 0
   * @param last true for the last chunk and for no other
   * @param plain holds the bytes from 0
   * @param length how many
   * @param out receives {@code length + 16} bytes from 0
   */
  public void seal(long index, boolean last, byte[] plain, int length, byte[] out) {
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, index, last);
      cipher.doFinal(plain, 0, length, out, 0);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("AES-GCM is in every JDK", e);
    }
  }

  /** Opens one chunk; answers its length, or -1 if it does not verify. */
  int open(long index, boolean last, byte[] sealed, int length, byte[] out) {
    try {
      return cipher(Cipher.DECRYPT_MODE, index, last).doFinal(sealed, 0, length, out, 0);
    } catch (GeneralSecurityException e) {
      return -1; // The caller knows file and offset and says so.
    }
  }

  /* The nonce holds the chunk's place and whether it is the last, so that chunks can be neither
   * swapped, left out, nor cut off; the header is bound into every chunk. */
  private Cipher cipher(int mode, long index, boolean last) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE_BYTES)
            .put(prefix)
            .putInt((int) index)
            .put((byte) (last ? 1 : 0))
            .array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
    cipher.updateAAD(header);
    return cipher;
  }
}

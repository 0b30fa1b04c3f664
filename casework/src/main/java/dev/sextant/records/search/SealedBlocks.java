package dev.sextant.records.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/*
 * A sealed file of an index:
 *
 *   magic (8) | salt (32) | block 0 | block 1 | ... | last block
 *
 * Each block is up to 4096 bytes of ciphertext and a 16-byte tag; all but the last are full, and
 * there is always a last one, even if it is empty. The file's key is HKDF-SHA-256 of the index's key
 * and the salt; a block's nonce is its number, which is safe since no two files share a key and no
 * file is written twice. Whether a block is the last is bound to it, so a file cut at a block's end
 * does not open; Lucene's own checksums and commit lists bind files to one another.
 */
/** One sealed file of an index, open for reading at any place. Safe for many threads. */
final class SealedBlocks {
  /** What a random read opens at least: small for terms, large enough for the cipher's start-up. */
  static final int BLOCK_BYTES = 4096;

  static final int TAG_BYTES = 16;
  static final int SALT_BYTES = 32;
  static final byte[] MAGIC = "sxindex1".getBytes(StandardCharsets.US_ASCII);
  static final int HEADER_BYTES = 8 + SALT_BYTES;

  private static final int SEALED_BYTES = BLOCK_BYTES + TAG_BYTES;
  private static final int TAG_BITS = 8 * TAG_BYTES;

  private final IndexInput raw;
  private final SecretKeySpec key;
  private final long length;
  private final int count;
  private final AtomicReferenceArray<byte @Nullable []> kept;
  private final BlockCache.@Nullable Part cache;

  /**
   * Reads the file's head.
   *
   * @param raw the ciphertext; closed by {@link #close}
   * @throws CorruptIndexException if it is no sealed file
   */
  SealedBlocks(IndexInput raw, byte[] indexKey, BlockCache.@Nullable Part cache)
      throws IOException {
    this.raw = raw;
    this.cache = cache;
    byte[] magic = new byte[MAGIC.length];
    byte[] salt = new byte[SALT_BYTES];
    if (raw.length() < HEADER_BYTES + TAG_BYTES) {
      throw new CorruptIndexException("too short for a sealed file", raw.toString());
    }
    IndexInput head = raw.clone();
    head.seek(0);
    head.readBytes(magic, 0, magic.length);
    head.readBytes(salt, 0, salt.length);
    if (!java.util.Arrays.equals(magic, MAGIC)) {
      throw new CorruptIndexException("not a sealed file", raw.toString());
    }
    this.key = fileKey(indexKey, salt);
    this.length = plainLength(raw.length());
    this.count = Math.toIntExact(blocks(raw.length()));
    this.kept = new AtomicReferenceArray<>(cache == null ? 0 : count);
  }

  static SecretKeySpec fileKey(byte[] indexKey, byte[] salt) {
    try {
      byte[] key =
          KDF.getInstance("HKDF-SHA256")
              .deriveData(
                  HKDFParameterSpec.ofExtract()
                      .addIKM(indexKey)
                      .addSalt(salt)
                      .thenExpand("sextant/index-file/v1".getBytes(StandardCharsets.UTF_8), 32));
      return new SecretKeySpec(key, "AES");
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HKDF-SHA256 is in JDK 25", e);
    }
  }

  private static long blocks(long sealedLength) {
    return (sealedLength - HEADER_BYTES + SEALED_BYTES - 1) / SEALED_BYTES;
  }

  /** How many bytes a sealed file of this length holds; 0 for what is too short to be one. */
  static long plainLength(long sealedLength) {
    return sealedLength < HEADER_BYTES + TAG_BYTES
        ? 0
        : sealedLength - HEADER_BYTES - blocks(sealedLength) * TAG_BYTES;
  }

  /** Bytes in clear. */
  long length() {
    return length;
  }

  /** A further handle on the ciphertext, for one thread. */
  IndexInput handle() {
    return raw.clone();
  }

  /** A cipher, for one thread. */
  static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new AssertionError("AES-GCM is in every JDK", e);
    }
  }

  static void begin(Cipher cipher, int mode, SecretKeySpec key, long index, boolean last)
      throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(12).putLong(4, index).array();
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
  }

  /** A block in clear if it is opened already, else null; callers must not write to it. */
  byte @Nullable [] held(int index) {
    return cache == null ? null : kept.get(index);
  }

  /**
   * A block in clear; callers must not write to it.
   *
   * @param handle of {@link #handle}, used by one thread
   * @throws CorruptIndexException if it was altered, cut, or sealed with another key
   */
  byte[] block(int index, IndexInput handle, Cipher cipher) throws IOException {
    byte[] block = open(index, handle, cipher);
    if (cache != null) {
      cache.keep(kept, index, block);
    }
    return block;
  }

  private byte[] open(int index, IndexInput handle, Cipher cipher) throws IOException {
    boolean last = index == count - 1;
    long from = HEADER_BYTES + (long) index * SEALED_BYTES;
    byte[] sealed = new byte[last ? (int) (raw.length() - from) : SEALED_BYTES];
    handle.seek(from);
    handle.readBytes(sealed, 0, sealed.length);
    try {
      begin(cipher, Cipher.DECRYPT_MODE, key, index, last);
      return cipher.doFinal(sealed);
    } catch (AEADBadTagException e) {
      throw new CorruptIndexException("block " + index + " does not open", raw.toString(), e);
    } catch (GeneralSecurityException e) {
      throw new CorruptIndexException("block " + index + " cannot be opened", raw.toString(), e);
    }
  }

  void close() throws IOException {
    raw.close();
  }

  @Override
  public String toString() {
    return "sealed " + raw;
  }
}

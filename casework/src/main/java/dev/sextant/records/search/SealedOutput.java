package dev.sextant.records.search;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.store.IndexOutput;

/** Writes a sealed file of an index, block by block; see {@link SealedBlocks}. */
final class SealedOutput extends IndexOutput {
  private final IndexOutput raw;
  private final SecretKeySpec key;
  private final Cipher cipher = SealedBlocks.cipher();
  private final byte[] buffer = new byte[SealedBlocks.BLOCK_BYTES];
  private final byte[] sealed = new byte[SealedBlocks.BLOCK_BYTES + SealedBlocks.TAG_BYTES];
  private final CRC32 checksum = new CRC32();
  private int used;
  private int checked;
  private long written;
  private long blocks;
  private boolean closed;

  private SealedOutput(IndexOutput raw, SecretKeySpec key) {
    super("sealed " + raw, raw.getName());
    this.raw = raw;
    this.key = key;
  }

  static SealedOutput over(IndexOutput raw, byte[] indexKey) throws IOException {
    boolean begun = false;
    try {
      byte[] salt = new byte[SealedBlocks.SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      raw.writeBytes(SealedBlocks.MAGIC, SealedBlocks.MAGIC.length);
      raw.writeBytes(salt, salt.length);
      SealedOutput output = new SealedOutput(raw, SealedBlocks.fileKey(indexKey, salt));
      begun = true;
      return output;
    } finally {
      if (!begun) {
        raw.close();
      }
    }
  }

  @Override
  public void writeByte(byte one) throws IOException {
    room();
    buffer[used++] = one;
    written++;
  }

  @Override
  public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
    written += length;
    int from = offset;
    int left = length;
    while (left > 0) {
      room();
      int some = Math.min(left, buffer.length - used);
      System.arraycopy(bytes, from, buffer, used, some);
      used += some;
      from += some;
      left -= some;
    }
  }

  /* A full block waits until something follows it: only then is it known not to be the last. */
  private void room() throws IOException {
    if (used == buffer.length) {
      seal(false);
    }
  }

  /* Block by block, not byte by byte: most of what Lucene writes comes as single bytes. */
  private void check() {
    checksum.update(buffer, checked, used - checked);
    checked = used;
  }

  private void seal(boolean last) throws IOException {
    check();
    try {
      SealedBlocks.begin(cipher, Cipher.ENCRYPT_MODE, key, blocks++, last);
      int bytes = cipher.doFinal(buffer, 0, used, sealed, 0);
      raw.writeBytes(sealed, bytes);
      used = 0;
      checked = 0;
    } catch (GeneralSecurityException e) {
      throw new IOException("a block cannot be sealed", e);
    }
  }

  @Override
  public long getFilePointer() {
    return written;
  }

  @Override
  public long getChecksum() {
    check();
    return checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      seal(true);
    } finally {
      raw.close();
    }
  }
}

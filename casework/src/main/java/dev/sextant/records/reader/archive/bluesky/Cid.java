package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.terms.Digest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A content identifier, version 1, of SHA-256: what names a block of a repository by its bytes
 * (multiformats CID specification).
 *
 * @param codec what the bytes are: 0x71 DAG-CBOR, 0x55 raw
 * @param a first quarter of the digest; then b, c, d
 */
record Cid(int codec, long a, long b, long c, long d) {
  /** DAG-CBOR. */
  static final int DAG_CBOR = 0x71;

  /** Bytes of such an identifier. */
  static final int LENGTH = 36;

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /** The identifier at a place, or null if there is none of this kind. */
  static @Nullable Cid at(byte[] bytes, int from) {
    if (from < 0
        || bytes.length - from < LENGTH
        || bytes[from] != 1
        || bytes[from + 1] < 0
        || bytes[from + 2] != 0x12
        || bytes[from + 3] != 0x20) {
      return null;
    }
    ByteBuffer digest = ByteBuffer.wrap(bytes, from + 4, 32);
    return new Cid(
        bytes[from + 1], digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
  }

  /** True if the bytes are those that it names. */
  boolean names(byte[] block) {
    MessageDigest sha = Digest.sha256();
    ByteBuffer digest = ByteBuffer.wrap(sha.digest(block));
    return digest.getLong() == a
        && digest.getLong() == b
        && digest.getLong() == c
        && digest.getLong() == d;
  }

  /** As repositories write it: {@code bafyrei...}. */
  @Override
  public String toString() {
    byte[] bytes =
        ByteBuffer.allocate(LENGTH)
            .put((byte) 1)
            .put((byte) codec)
            .put((byte) 0x12)
            .put((byte) 0x20)
            .putLong(a)
            .putLong(b)
            .putLong(c)
            .putLong(d)
            .array();
    StringBuilder out = new StringBuilder("b");
    int held = 0;
    int bits = 0;
    for (byte one : Arrays.copyOf(bytes, bytes.length)) {
      held = (held << 8) | (one & 0xff);
      bits += 8;
      while (bits >= 5) {
        out.append(BASE32.charAt((held >> (bits - 5)) & 31));
        bits -= 5;
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      out.append(BASE32.charAt((held << (5 - bits)) & 31));
    }
    return out.toString();
  }
}

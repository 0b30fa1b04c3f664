package dev.sextant.ledger.journal;

import dev.sextant.terms.Digest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The journal's bytes. Segment header: 8 bytes magic, 8 bytes index of the first entry, 4 bytes
 * CRC-32C of those. Frame: header of 4 bytes magic, 8 bytes first index, 4 bytes number of entries,
 * 4 bytes length of the body, 4 bytes CRC-32C of those; the body, each entry with 2 bytes of length
 * before it; 32 bytes SHA-256 of header and body. All big-endian.
 */
final class Frame {
  static final int SEGMENT_HEADER_BYTES = 20;
  static final int HEADER_BYTES = 24;
  static final int DIGEST_BYTES = 32;

  /** The longest body: what {@link CommitQueue} puts into one frame, and one entry more. */
  static final int MAX_BODY_BYTES = CommitQueue.MAX_BATCH_BYTES + (1 << 16) + Short.BYTES;

  static final int MAGIC = 0x53584631; // "SXF1"
  private static final long SEGMENT_MAGIC = 0x5358_4a52_4e4c_3031L; // "SXJRNL01"

  private Frame() {}

  /** A frame's header, read back. */
  record Header(long first, int count, int bodyBytes) {}

  static byte[] segmentHeader(long base) {
    ByteBuffer out = ByteBuffer.allocate(SEGMENT_HEADER_BYTES);
    out.putLong(SEGMENT_MAGIC).putLong(base);
    return out.putInt(crc(out.array(), 0, out.position())).array();
  }

  static ByteBuffer encode(long first, List<byte[]> entries) {
    int body = 0;
    for (byte[] entry : entries) {
      body += Short.BYTES + entry.length;
    }
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + body + DIGEST_BYTES);
    out.putInt(MAGIC).putLong(first).putInt(entries.size()).putInt(body);
    out.putInt(crc(out.array(), 0, out.position()));
    for (byte[] entry : entries) {
      out.putShort((short) entry.length).put(entry);
    }
    MessageDigest sha = Digest.sha256();
    sha.update(out.array(), 0, out.position());
    return out.put(sha.digest()).flip();
  }

  /** The header at an offset of an array, or null if there is none. */
  static @Nullable Header header(byte[] bytes, int at) {
    ByteBuffer in = ByteBuffer.wrap(bytes, at, HEADER_BYTES);
    int magic = in.getInt();
    Header header = new Header(in.getLong(), in.getInt(), in.getInt());
    boolean good =
        magic == MAGIC
            && in.getInt() == crc(bytes, at, HEADER_BYTES - Integer.BYTES)
            && header.count() > 0
            && header.bodyBytes() >= 0
            && header.bodyBytes() <= MAX_BODY_BYTES;
    return good ? header : null;
  }

  static int crc(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}

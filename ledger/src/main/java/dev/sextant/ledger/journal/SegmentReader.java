package dev.sextant.ledger.journal;

import dev.sextant.ledger.LedgerFault;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one segment from its start, one frame in memory at a time, up to the first bad frame. */
final class SegmentReader {
  /** Bytes searched at a time for a frame beyond a bad one. */
  private static final int WINDOW = 1 << 20;

  private final String name;
  private final RandomAccessFile file;
  private final long length;
  private long next;
  private long good;

  SegmentReader(String name, RandomAccessFile file, long base) throws IOException {
    this.name = name;
    this.file = file;
    this.length = file.length();
    this.next = base;
    byte[] header = new byte[(int) Math.min(length, Frame.SEGMENT_HEADER_BYTES)];
    file.seek(0);
    file.readFully(header);
    // Written aside and renamed: a crash cannot tear it.
    if (!Arrays.equals(header, Frame.segmentHeader(base))) {
      throw new LedgerFault.Damaged("the segment's header does not check", name + " byte 0", name);
    }
    this.good = header.length;
  }

  /** Replays the good frames and returns the index after their last entry. */
  long replay(long from, Journal.Replay replay) throws IOException {
    byte @Nullable [] body;
    while ((body = frame()) != null) {
      ByteBuffer entries = ByteBuffer.wrap(body);
      while (entries.hasRemaining()) {
        byte[] entry = new byte[Short.toUnsignedInt(entries.getShort())];
        entries.get(entry);
        if (next >= from) {
          replay.entry(next, entry);
        }
        next++;
      }
    }
    return next;
  }

  private byte @Nullable [] frame() throws IOException {
    if (length - good < Frame.HEADER_BYTES + Frame.DIGEST_BYTES) {
      return null;
    }
    byte[] head = new byte[Frame.HEADER_BYTES];
    file.seek(good);
    file.readFully(head);
    Frame.Header header = Frame.header(head, 0);
    if (header == null || header.first() != next) {
      return null;
    }
    long end = good + Frame.HEADER_BYTES + header.bodyBytes() + Frame.DIGEST_BYTES;
    if (end > length) {
      return null;
    }
    byte[] body = new byte[header.bodyBytes()];
    file.readFully(body);
    byte[] digest = new byte[Frame.DIGEST_BYTES];
    file.readFully(digest);
    MessageDigest sha = Digest.sha256();
    sha.update(head);
    if (!Arrays.equals(sha.digest(body), digest) || !fits(body, header.count())) {
      return null;
    }
    good = end;
    return body;
  }

  private static boolean fits(byte[] body, int count) {
    ByteBuffer in = ByteBuffer.wrap(body);
    for (int i = 0; i < count; i++) {
      int entry = in.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(in.getShort());
      if (entry < 0 || entry > in.remaining()) {
        return false;
      }
      in.position(in.position() + entry);
    }
    return !in.hasRemaining();
  }

  /** Whether bytes follow the good frames. */
  boolean torn() {
    return good < length;
  }

  /** The length of the segment's good part, in bytes. */
  long goodBytes() {
    return good;
  }

  /**
   * Whether a later frame's header is found after the good part: then what is bad was once good.
   */
  boolean validFrameFollows() throws IOException {
    byte[] window = new byte[WINDOW];
    long at = good + 1;
    while (length - at >= Frame.HEADER_BYTES) {
      int filled = (int) Math.min(window.length, length - at);
      file.seek(at);
      file.readFully(window, 0, filled);
      for (int i = 0; i + Frame.HEADER_BYTES <= filled; i++) {
        if (window[i] != (byte) (Frame.MAGIC >> 24)) {
          continue;
        }
        Frame.Header header = Frame.header(window, i);
        if (header != null && header.first() > next) {
          return true;
        }
      }
      at += filled - Frame.HEADER_BYTES + 1;
    }
    return false;
  }

  @Override
  public String toString() {
    return name;
  }
}

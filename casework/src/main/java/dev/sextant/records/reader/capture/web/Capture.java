package dev.sextant.records.reader.capture.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;

/**
 * One WARC record taken in: its headers, its block as far as an item may be long, and whether the
 * digests it carries are those of its bytes.
 */
final class Capture {
  /** Whether a digest that a record carries is that of its bytes. */
  enum Check {
    /** The record carries none, or one of an algorithm that this machine has not. */
    NONE,
    /** It is. */
    GOOD,
    /** It is not. */
    BAD
  }

  private final String type;
  private final MessageHeaders headers;
  private final byte[] block;
  private final boolean whole;
  private final long read;
  private final long promised;
  private final Check blockCheck;
  private final byte @Nullable [] rawPayload;

  private Capture(
      String type,
      MessageHeaders headers,
      byte[] block,
      boolean whole,
      long read,
      long promised,
      Check blockCheck,
      byte @Nullable [] rawPayload) {
    this.type = type;
    this.headers = headers;
    this.block = block;
    this.whole = whole;
    this.read = read;
    this.promised = promised;
    this.blockCheck = blockCheck;
    this.rawPayload = rawPayload;
  }

  /**
   * Reads a record to its end.
   *
   * @param most bytes of the block to keep
   */
  static Capture of(WarcRecord record, int most) throws IOException {
    MessageHeaders headers = record.headers();
    MessageDigest sealed = digester(headers.first("WARC-Block-Digest"));
    MessageDigest payload = digester(headers.first("WARC-Payload-Digest"));
    long promised = record.body().size();
    try (InputStream in = record.body().stream()) {
      byte[] block = in.readNBytes(most);
      long read = block.length;
      int body = HttpBlock.bodyStart(block);
      update(sealed, block, 0, block.length);
      update(payload, block, body, block.length - body);
      byte[] more = new byte[1 << 16];
      int n = in.read(more);
      boolean whole = n < 0;
      while (n >= 0) {
        update(sealed, more, 0, n);
        update(payload, more, 0, n);
        read += n;
        n = in.read(more);
      }
      Check check = check(headers.first("WARC-Block-Digest"), digest(sealed));
      return new Capture(
          headers.first("WARC-Type").orElse("").strip().toLowerCase(java.util.Locale.ROOT),
          headers,
          block,
          whole,
          read,
          promised,
          check,
          digest(payload));
    }
  }

  private static void update(@Nullable MessageDigest digest, byte[] bytes, int from, int length) {
    if (digest != null) {
      digest.update(bytes, from, length);
    }
  }

  private static byte @Nullable [] digest(@Nullable MessageDigest digest) {
    return digest == null ? null : digest.digest();
  }

  private static @Nullable MessageDigest digester(Optional<String> stated) {
    try {
      return stated.isEmpty() ? null : new WarcDigest(stated.get().strip()).getDigester();
    } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
      return null; // Told as not checked.
    }
  }

  private static Check check(Optional<String> stated, byte @Nullable [] found) {
    if (stated.isEmpty() || found == null) {
      return Check.NONE;
    }
    try {
      byte[] said = new WarcDigest(stated.get().strip()).bytes();
      return Arrays.equals(said, found) ? Check.GOOD : Check.BAD;
    } catch (RuntimeException e) {
      return Check.BAD; // Not a digest of that algorithm at all.
    }
  }

  /** The record's type, lower case. */
  String type() {
    return type;
  }

  /** A header's first value, or the empty text. */
  String header(String name) {
    return headers.first(name).map(String::strip).orElse("");
  }

  /** All headers. */
  Map<String, List<String>> headers() {
    return headers.map();
  }

  /** The address it was captured from, without the angle brackets that some tools write. */
  String target() {
    String target = header("WARC-Target-URI");
    return target.startsWith("<") && target.endsWith(">")
        ? target.substring(1, target.length() - 1)
        : target;
  }

  /** The block, at most as much as an item may be long. */
  byte[] block() {
    return block;
  }

  /** True if the block is kept whole. */
  boolean whole() {
    return whole;
  }

  /** True if fewer bytes were there than the record says. */
  boolean cut() {
    return read < promised;
  }

  /** Length of the block in bytes. */
  long length() {
    return read;
  }

  /** Whether the block is the one that was sealed. */
  Check sealed() {
    return blockCheck;
  }

  /**
   * Whether the payload is the one that was sealed. Tools differ in what they take the digest of:
   * the body as it was sent, or with its chunks joined; either counts.
   */
  Check payload(byte @Nullable [] joined) {
    Optional<String> stated = headers.first("WARC-Payload-Digest");
    Check raw = check(stated, rawPayload);
    if (raw != Check.BAD || joined == null) {
      return raw;
    }
    MessageDigest digest = digester(stated);
    update(digest, joined, 0, joined.length);
    return check(stated, digest(digest));
  }
}

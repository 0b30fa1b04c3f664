package dev.sextant.records.reader.capture.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * An HTTP response as it was sent (RFC 9112), taken apart with every forbearance: what tools store
 * is often without a length, with chunks already joined, or unpacked while the header stayed.
 */
final class HttpBlock {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] joined;

  private HttpBlock(int status, Map<String, String> headers, byte[] joined) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.joined = joined;
  }

  /** True if a block begins as a response does. */
  static boolean looks(byte[] block) {
    return block.length > 12 && new String(block, 0, 5, StandardCharsets.US_ASCII).equals("HTTP/");
  }

  /** Takes a block apart. */
  static HttpBlock of(byte[] block) {
    int body = bodyStart(block);
    String head = new String(block, 0, body, StandardCharsets.ISO_8859_1);
    Map<String, String> headers = new HashMap<>();
    String[] lines = head.split("\r?\n");
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    String[] first = lines[0].split(" ");
    int status = first.length > 1 && first[1].matches("[0-9]{3}") ? Integer.parseInt(first[1]) : 0;
    byte[] raw = Arrays.copyOfRange(block, body, block.length);
    boolean chunked =
        headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked");
    return new HttpBlock(status, headers, chunked ? joined(raw) : raw);
  }

  /** Where the body of a message begins; 0 if the block is no HTTP message. */
  static int bodyStart(byte[] block) {
    if (!looks(block)) {
      return 0;
    }
    for (int i = 0; i + 1 < block.length; i++) {
      if (block[i] == '\n' && block[i + 1] == '\n') {
        return i + 2;
      }
      if (block[i] == '\n'
          && block[i + 1] == '\r'
          && i + 2 < block.length
          && block[i + 2] == '\n') {
        return i + 3;
      }
    }
    return block.length;
  }

  /* Chunks joined; bytes that are no chunks were joined by the tool and stand as they are. */
  private static byte[] joined(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (at < raw.length) {
      int end = at;
      while (end < raw.length && raw[end] != '\n') {
        end++;
      }
      String line =
          new String(raw, at, Math.min(end - at, 40), StandardCharsets.ISO_8859_1)
              .replaceFirst("[;\r].*$", "")
              .strip();
      if (!line.matches("[0-9A-Fa-f]{1,7}")) {
        return at == 0 ? raw : out.toByteArray();
      }
      int size = Integer.parseInt(line, 16);
      int from = Math.min(end + 1, raw.length);
      out.write(raw, from, Math.min(size, raw.length - from));
      if (size == 0) {
        return out.toByteArray();
      }
      at = from + size;
      at += at < raw.length && raw[at] == '\r' ? 1 : 0;
      at += at < raw.length && raw[at] == '\n' ? 1 : 0;
    }
    return out.toByteArray();
  }

  /** The status, or 0. */
  int status() {
    return status;
  }

  /** A header, or the empty text; the name in lower case. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The body with its chunks joined, packed as it was sent. */
  byte[] joined() {
    return joined;
  }

  /**
   * The body as its author wrote it. A packing that cannot be undone, or was undone by the tool,
   * leaves it as it was sent.
   *
   * @param most bytes wanted
   */
  byte[] unpacked(int most) {
    String coding = header("content-encoding").toLowerCase(Locale.ROOT);
    boolean gzip = joined.length > 2 && (joined[0] & 0xFF) == 0x1F && (joined[1] & 0xFF) == 0x8B;
    try {
      if (coding.contains("gzip") && gzip) {
        return all(new GZIPInputStream(new ByteArrayInputStream(joined)), most);
      }
      if (coding.contains("deflate")) {
        boolean wrapped = joined.length > 1 && (joined[0] & 0x0F) == 8;
        Inflater inflater = new Inflater(!wrapped);
        try {
          return all(new InflaterInputStream(new ByteArrayInputStream(joined), inflater), most);
        } finally {
          inflater.end();
        }
      }
    } catch (IOException e) {
      return joined;
    }
    return joined.length > most ? Arrays.copyOf(joined, most) : joined;
  }

  /* What was unpacked before the bytes broke off is kept. */
  private static byte[] all(InputStream in, int most) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (in) {
      int n = in.read(buffer);
      while (n >= 0 && out.size() < most) {
        out.write(buffer, 0, n);
        n = in.read(buffer);
      }
    } catch (EOFException e) {
      return out.toByteArray();
    }
    return out.toByteArray();
  }
}

package dev.sextant.custody;

import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/* The package is hostile until examined: entries, bytes and their growth are bounded, nothing is
 * written anywhere, and only the sheet and its signature are held whole. */
/** The parts of a capture's package: digests, first bytes, and the sheet. */
final class CaptureParts {
  private static final int MOST_PARTS = 5_000;
  private static final long MOST_BYTES = 8L << 30;
  private static final int MOST_SHEET = 1 << 20;
  private static final int HEAD = 16;

  private final Map<String, Part> parts = new HashMap<>();
  private byte[] sheet = new byte[0];
  private byte[] signature = new byte[0];

  private record Part(String sha256, byte[] head) {}

  /**
   * Reads a package.
   *
   * @return what it holds; nothing if it is no ZIP archive or breaks off
   */
  static CaptureParts read(InputStream bytes) throws IOException {
    CaptureParts parts = new CaptureParts();
    try (ZipInputStream zip = new ZipInputStream(bytes)) {
      long total = 0;
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        if (parts.parts.size() >= MOST_PARTS || parts.parts.containsKey(entry.getName())) {
          return new CaptureParts();
        }
        total = parts.take(entry.getName(), zip, total);
        if (total > MOST_BYTES) {
          return new CaptureParts();
        }
        entry = zip.getNextEntry();
      }
      return parts;
    } catch (ZipException | IllegalArgumentException e) {
      return new CaptureParts(); // Not a package: the verdict says that there is no sheet.
    }
  }

  private long take(String name, InputStream in, long before) throws IOException {
    boolean whole = name.equals(CaptureSheet.PART) || name.equals(CaptureSheet.SIGNATURE);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    MessageDigest sha = Digest.sha256();
    byte[] buffer = new byte[1 << 16];
    long total = before;
    for (int read = in.read(buffer); read >= 0 && total <= MOST_BYTES; read = in.read(buffer)) {
      total += read;
      sha.update(buffer, 0, read);
      int room = (whole ? MOST_SHEET : HEAD) - kept.size();
      kept.write(buffer, 0, Math.min(room, read));
    }
    parts.put(name, new Part(Digest.ofRaw(sha.digest()).hex(), kept.toByteArray()));
    if (name.equals(CaptureSheet.PART)) {
      sheet = kept.toByteArray();
    } else if (name.equals(CaptureSheet.SIGNATURE)) {
      signature = kept.toByteArray();
    }
    return total;
  }

  byte[] sheet() {
    return sheet.clone();
  }

  byte[] signature() {
    return signature.clone();
  }

  /** A part's digest; empty if there is no such part. */
  String sha256(String name) {
    Part part = parts.get(name);
    return part == null ? "" : part.sha256();
  }

  /** Whether a part begins like a PNG or JPEG image. */
  boolean image(String name) {
    return begins(name, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
        || begins(name, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
  }

  /** Whether a part begins like a WARC file, compressed or not. */
  boolean warc(String name) {
    return begins(name, new byte[] {'W', 'A', 'R', 'C', '/', '1', '.'})
        || begins(name, new byte[] {0x1f, (byte) 0x8b, 8});
  }

  private boolean begins(String name, byte[] head) {
    Part part = parts.get(name);
    return part != null
        && part.head().length >= head.length
        && Arrays.equals(part.head(), 0, head.length, head, 0, head.length);
  }
}

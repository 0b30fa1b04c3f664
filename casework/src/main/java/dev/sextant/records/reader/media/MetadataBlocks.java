package dev.sextant.records.reader.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The metadata that a picture's file carries, cut out of its container: an Exif block (a small TIFF
 * file), an XMP packet, IPTC records. Cut out here, with every length checked against the bytes
 * that are there, so that the parser behind never allocates what a hostile length asks for.
 */
final class MetadataBlocks {
  private static final byte[] EXIF = ascii("Exif\0\0");
  private static final byte[] XMP = ascii("http://ns.adobe.com/xap/1.0/\0");
  private static final byte[] PHOTOSHOP = ascii("Photoshop 3.0\0");
  private static final byte[] PACKET = ascii("<x:xmpmeta");
  private static final byte[] PACKET_END = ascii("</x:xmpmeta>");
  private static final int IPTC_RESOURCE = 0x0404;

  private final byte[] bytes;
  private byte @Nullable [] exif;
  private byte @Nullable [] xmp;
  private byte @Nullable [] iptc;

  private MetadataBlocks(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Looks through a picture's bytes, which may be cut off. */
  static MetadataBlocks of(byte[] bytes, String type) {
    MetadataBlocks blocks = new MetadataBlocks(bytes);
    switch (type) {
      case "image/jpeg" -> blocks.jpeg();
      case "image/png" -> blocks.chunks(8, 8, 4, true);
      case "image/webp" -> blocks.chunks(12, 8, 0, false);
      case "image/tiff" -> blocks.exif = bytes;
      case "image/heic", "image/avif" -> blocks.boxed();
      default -> {}
    }
    if (blocks.xmp == null) {
      blocks.packet();
    }
    return blocks;
  }

  /** The Exif block from its byte order mark on, or null. */
  byte @Nullable [] exif() {
    return exif;
  }

  /** The XMP packet, or null. */
  byte @Nullable [] xmp() {
    return xmp;
  }

  /** The IPTC records, or null. */
  byte @Nullable [] iptc() {
    return iptc;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private int u16(int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  private long u32(int at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  private boolean at(int at, byte[] what) {
    return at >= 0
        && at + what.length <= bytes.length
        && Arrays.equals(bytes, at, at + what.length, what, 0, what.length);
  }

  private byte[] cut(long from, long to) {
    return Arrays.copyOfRange(bytes, (int) from, (int) Math.max(from, Math.min(to, bytes.length)));
  }

  /* Segments up to the start of the scan: FF, marker, length that counts itself. */
  private void jpeg() {
    int at = 2;
    while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      int length = u16(at + 2);
      if (marker == 0xDA || marker == 0xD9 || length < 2) {
        return;
      }
      int body = at + 4;
      int end = at + 2 + length;
      if (marker == 0xE1 && at(body, EXIF) && exif == null) {
        exif = cut(body + EXIF.length, end);
      } else if (marker == 0xE1 && at(body, XMP) && xmp == null) {
        xmp = cut(body + XMP.length, end);
      } else if (marker == 0xED && at(body, PHOTOSHOP)) {
        photoshop(body + PHOTOSHOP.length, Math.min(end, bytes.length));
      }
      at = end;
    }
  }

  /* Image resources: 8BIM, number, padded Pascal name, length, padded body. */
  private void photoshop(int from, int to) {
    int at = from;
    while (at + 12 <= to && at(at, ascii("8BIM"))) {
      int number = u16(at + 4);
      int name = bytes[at + 6] & 0xFF;
      int sizeAt = at + 6 + (name + 2) / 2 * 2;
      if (sizeAt + 4 > to) {
        return;
      }
      long size = u32(sizeAt);
      long body = sizeAt + 4L;
      if (number == IPTC_RESOURCE && iptc == null) {
        iptc = cut(body, Math.min(body + size, to));
      }
      long next = body + size + size % 2;
      if (next > to) {
        return;
      }
      at = (int) next;
    }
  }

  /* PNG: length, name, body, checksum. RIFF: name, length (low byte first), body padded to even. */
  private void chunks(int first, int head, int tail, boolean png) {
    long at = first;
    while (at + head <= bytes.length) {
      int here = (int) at;
      String name = new String(bytes, here + (png ? 4 : 0), 4, StandardCharsets.ISO_8859_1);
      long size =
          png ? u32(here) : Integer.toUnsignedLong(Integer.reverseBytes((int) u32(here + 4)));
      long body = at + head;
      switch (name) {
        case "eXIf", "EXIF" -> exif = afterPreamble(cut(body, body + size));
        case "XMP " -> xmp = cut(body, body + size);
        case "iTXt" -> {} // The packet in it is found by its own mark.
        default -> {}
      }
      at = body + size + tail + (png ? 0 : size % 2);
    }
  }

  private static byte[] afterPreamble(byte[] block) {
    boolean preamble =
        block.length > EXIF.length && Arrays.equals(block, 0, EXIF.length, EXIF, 0, EXIF.length);
    return preamble ? Arrays.copyOfRange(block, EXIF.length, block.length) : block;
  }

  /* HEIF keeps Exif as an item somewhere in the media data, behind the same preamble. */
  private void boxed() {
    int found = find(EXIF, 0);
    if (found >= 0) {
      exif = cut(found + EXIF.length, found + EXIF.length + 65_536L);
    }
  }

  private void packet() {
    int from = find(PACKET, 0);
    int to = from < 0 ? -1 : find(PACKET_END, from);
    if (to > 0) {
      xmp = cut(from, to + PACKET_END.length);
    }
  }

  private int find(byte[] what, int from) {
    for (int i = from; i + what.length <= bytes.length; i++) {
      if (bytes[i] == what[0] && at(i, what)) {
        return i;
      }
    }
    return -1;
  }
}

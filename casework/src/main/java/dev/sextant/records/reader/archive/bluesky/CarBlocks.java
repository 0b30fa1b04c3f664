package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of a CAR file, version 1, in the order they stand (ipld.io, CARv1). */
final class CarBlocks implements Closeable {
  /**
   * One block.
   *
   * @param cid what names it; null if it is named in a way that repositories do not use
   * @param data its bytes
   * @param from first byte of the data within the part
   * @param fault why it cannot be used, or null
   */
  record Block(@Nullable Cid cid, byte[] data, long from, @Nullable ReadFault fault) {
    long to() {
      return from + data.length;
    }
  }

  private final BufferedInputStream in;
  private final int longest;
  private final List<String> roots;
  private long at;
  private @Nullable ReadFault broken;

  private CarBlocks(Source.Part part, Limits limits) throws IOException {
    this.in = new BufferedInputStream(part.open(), 1 << 16);
    this.longest = limits.itemBytes();
    this.roots = header(limits);
  }

  static CarBlocks of(Source.Part part, Limits limits) throws IOException {
    return new CarBlocks(part, limits);
  }

  /** True if the bytes begin as such a file does. */
  static boolean starts(byte[] head) {
    int end = Math.min(head.length, 160);
    String text = new String(head, 0, end, java.nio.charset.StandardCharsets.ISO_8859_1);
    return head.length > 20 && text.contains("eroots") && text.contains("gversion");
  }

  private List<String> header(Limits limits) throws IOException {
    byte[] bytes = section();
    if (bytes == null) {
      return List.of();
    }
    try {
      Fields f = Fields.of(DagCbor.decode(bytes, at - bytes.length, limits.nesting()));
      Long version = f.whole("version");
      if (version == null || version != 1) {
        broken = new ReadFault(ReadFault.MALFORMED, "a CAR file of another version than 1");
      }
      return f.array("roots").stream().map(r -> Fields.of(r).textOrEmpty("$link")).toList();
    } catch (DagCbor.Broken e) {
      broken = new ReadFault(ReadFault.MALFORMED, "the CAR header is not DAG-CBOR");
      return List.of();
    }
  }

  /** The identifiers that the header names. */
  List<String> roots() {
    return roots;
  }

  /** Where it stopped. */
  long at() {
    return at;
  }

  /** Why it stopped before the end, or null. */
  @Nullable ReadFault broken() {
    return broken;
  }

  /** The next block, or null at the end or where it cannot be followed further. */
  @Nullable Block next() throws IOException {
    byte[] section = broken == null ? section() : null;
    if (section == null) {
      return null;
    }
    long from = at - section.length;
    Cid cid = Cid.at(section, 0);
    if (cid == null) {
      return new Block(null, section, from, null);
    }
    byte[] data = java.util.Arrays.copyOfRange(section, Cid.LENGTH, section.length);
    ReadFault fault =
        cid.names(data)
            ? null
            : new ReadFault(ReadFault.MALFORMED, "the block is not what its identifier names");
    return new Block(cid, data, from + Cid.LENGTH, fault);
  }

  private byte @Nullable [] section() throws IOException {
    long length = 0;
    int shift = 0;
    int b = in.read();
    if (b < 0) {
      return null;
    }
    while (true) {
      at++;
      length |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        break;
      }
      shift += 7;
      b = in.read();
      if (b < 0 || shift > 56) {
        broken = new ReadFault(ReadFault.TRUNCATED, "a length ends in the middle");
        return null;
      }
    }
    if (length <= 0 || length > longest) {
      broken = new ReadFault(ReadFault.LIMIT, "a block of " + length + " bytes");
      return null;
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      broken = new ReadFault(ReadFault.TRUNCATED, "the file ends in the middle of a block");
      return null;
    }
    at += length;
    return bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package dev.sextant.verify;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A zip that has exactly one spelling for given contents: entries sorted by the UTF-8 bytes of
 * their names, stored, dated 1980-01-01 00:00, without extra fields, comments, data descriptors or
 * directories, below 4 GiB. Any program can unpack it; nothing can hide in it.
 *
 * <p>Memory: the names and a copy buffer, whatever the contents' size.
 */
public final class CanonicalZip implements Closeable {
  private static final int BUFFER = 1 << 16;

  /** One entry: where its bytes lie in the container. */
  private record Entry(byte[] name, int crc, long bytes, long header, long from) {}

  private final RandomAccessFile file;
  private final NavigableMap<String, Entry> entries;

  private CanonicalZip(RandomAccessFile file, NavigableMap<String, Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /** Where an entry's bytes come from; opened once. */
  @FunctionalInterface
  public interface Source {
    /** A fresh stream, closed by the writer. */
    InputStream open() throws IOException;
  }

  /**
   * Writes a container. Names are sorted here.
   *
   * @param target the file, overwritten
   * @param contents a source for each name
   * @throws VerifyFault.BadZip if a name is not a plain relative path, or 4 GiB or 65534 entries
   *     are exceeded
   */
  public static void write(Path target, Map<String, Source> contents) {
    List<String> names = new ArrayList<>(contents.keySet());
    names.sort((a, b) -> Arrays.compareUnsigned(ZipRecords.name(a), ZipRecords.name(b)));
    if (names.size() > ZipRecords.MAX_ENTRIES) {
      throw new VerifyFault.BadZip("too many entries for a plain zip", "zip", "" + names.size());
    }
    try (RandomAccessFile out = new RandomAccessFile(target.toFile(), "rw")) {
      out.setLength(0);
      List<Entry> written = new ArrayList<>();
      for (String name : names) {
        Source source = contents.get(name);
        if (source != null) {
          written.add(put(out, ZipRecords.name(name), source));
        }
      }
      long start = out.getFilePointer();
      for (Entry e : written) {
        out.write(ZipRecords.central(e.name(), e.crc(), e.bytes(), e.header()));
      }
      limit(out.getFilePointer() + ZipRecords.END_BYTES, "zip");
      out.write(ZipRecords.end(written.size(), out.getFilePointer() - start, start));
      out.getFD().sync();
    } catch (IOException e) {
      throw new VerifyFault.Storage(target.toString(), e);
    }
  }

  private static Entry put(RandomAccessFile out, byte[] name, Source source) throws IOException {
    long header = out.getFilePointer();
    // The header holds sum and length, so it is written again when they are known.
    out.write(ZipRecords.local(name, 0, 0));
    long from = out.getFilePointer();
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = source.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        limit(out.getFilePointer() + n, new String(name, StandardCharsets.UTF_8));
        crc.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    long end = out.getFilePointer();
    Entry entry = new Entry(name, (int) crc.getValue(), end - from, header, from);
    out.seek(header);
    out.write(ZipRecords.local(name, entry.crc(), entry.bytes()));
    out.seek(end);
    return entry;
  }

  private static void limit(long bytes, String place) {
    if (bytes > ZipRecords.MAX_BYTES) {
      throw new VerifyFault.BadZip(
          "4 GiB exceeded: a plain zip ends there and zip64 is not used", place, bytes + " bytes");
    }
  }

  /**
   * Opens a container and checks every byte of it: each record is made anew from the names, sums
   * and lengths and compared, each entry's CRC-32 is computed, and nothing may lie between or
   * behind.
   *
   * @throws VerifyFault.BadZip with the offset of the first byte that differs
   */
  public static CanonicalZip open(Path path) {
    try {
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
      try {
        CanonicalZip zip = new CanonicalZip(file, new Parser(file).entries());
        for (String name : zip.names()) {
          zip.checkSum(name);
        }
        return zip;
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new VerifyFault.Storage(path.toString(), e);
    }
  }

  private void checkSum(String name) throws IOException {
    Entry entry = entry(name);
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = stream(name)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        crc.update(buffer, 0, n);
      }
    }
    if ((int) crc.getValue() != entry.crc()) {
      throw new VerifyFault.BadZip(
          "the contents do not fit their CRC-32",
          name + ", bytes " + entry.from() + " to " + (entry.from() + entry.bytes()),
          Integer.toHexString((int) crc.getValue()));
    }
  }

  /** The names, in order. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** Whether there is an entry of this name. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** An entry's length in bytes. */
  public long bytes(String name) {
    return entry(name).bytes();
  }

  /** An entry's bytes, as a stream. One stream at a time. */
  public InputStream stream(String name) {
    Entry entry = entry(name);
    return new BufferedInputStream(new Range(file, entry.from(), entry.bytes()), BUFFER);
  }

  /**
   * An entry's bytes at once.
   *
   * @throws VerifyFault.BadZip if there is no such entry or it is longer than {@code limit} bytes
   */
  public byte[] read(String name, int limit) {
    if (bytes(name) > limit) {
      throw new VerifyFault.BadZip("longer than " + limit + " bytes", name, bytes(name) + " bytes");
    }
    try (InputStream in = stream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new VerifyFault.Storage(name, e);
    }
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new VerifyFault.BadZip("no such entry", name, "missing");
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Reads and compares the records. */
  private static final class Parser {
    private final RandomAccessFile file;
    private final long length;

    Parser(RandomAccessFile file) throws IOException {
      this.file = file;
      this.length = file.length();
    }

    NavigableMap<String, Entry> entries() throws IOException {
      if (length < ZipRecords.END_BYTES || length > ZipRecords.MAX_BYTES) {
        throw new VerifyFault.BadZip("not a plain zip", "length", length + " bytes");
      }
      long endAt = length - ZipRecords.END_BYTES;
      ByteBuffer end = read(endAt, ZipRecords.END_BYTES);
      int count = Short.toUnsignedInt(end.getShort(10));
      long centralBytes = Integer.toUnsignedLong(end.getInt(12));
      long centralAt = Integer.toUnsignedLong(end.getInt(16));
      compare(endAt, end.array(), ZipRecords.end(count, endAt - centralAt, centralAt));
      if (centralAt + centralBytes != endAt) {
        throw new VerifyFault.BadZip("bytes between records", "byte " + centralAt, "" + endAt);
      }
      NavigableMap<String, Entry> found = new TreeMap<>(Parser::byBytes);
      long at = centralAt;
      long next = 0;
      byte @Nullable [] before = null;
      for (int i = 0; i < count; i++) {
        Entry entry = entry(at, next, endAt);
        if (before != null && Arrays.compareUnsigned(before, entry.name()) >= 0) {
          throw new VerifyFault.BadZip("names out of order or twice", "byte " + at, "entry " + i);
        }
        before = entry.name();
        found.put(ZipRecords.name(entry.name(), "byte " + at), entry);
        at += ZipRecords.CENTRAL_BYTES + entry.name().length;
        next = entry.from() + entry.bytes();
      }
      if (at != endAt || next != centralAt) {
        throw new VerifyFault.BadZip("bytes between records", "byte " + next, "" + centralAt);
      }
      return Collections.unmodifiableNavigableMap(found);
    }

    private Entry entry(long at, long header, long endAt) throws IOException {
      if (at + ZipRecords.CENTRAL_BYTES > endAt) {
        throw new VerifyFault.BadZip("the directory is cut short", "byte " + at, "" + endAt);
      }
      ByteBuffer fixed = read(at, ZipRecords.CENTRAL_BYTES);
      int crc = fixed.getInt(16);
      long bytes = Integer.toUnsignedLong(fixed.getInt(24));
      int nameBytes = Short.toUnsignedInt(fixed.getShort(28));
      long from = header + ZipRecords.LOCAL_BYTES + nameBytes;
      if (at + ZipRecords.CENTRAL_BYTES + nameBytes > endAt || from + bytes > endAt) {
        throw new VerifyFault.BadZip("an entry does not fit the file", "byte " + at, "" + bytes);
      }
      byte[] name = read(at + ZipRecords.CENTRAL_BYTES, nameBytes).array();
      compare(
          at,
          read(at, ZipRecords.CENTRAL_BYTES + nameBytes).array(),
          ZipRecords.central(name, crc, bytes, header));
      compare(
          header,
          read(header, ZipRecords.LOCAL_BYTES + nameBytes).array(),
          ZipRecords.local(name, crc, bytes));
      return new Entry(name, crc, bytes, header, from);
    }

    private ByteBuffer read(long at, int bytes) throws IOException {
      ByteBuffer out = ZipRecords.buffer(bytes);
      file.seek(at);
      file.readFully(out.array());
      return out;
    }

    private static void compare(long at, byte[] found, byte[] canonical) {
      int differs = Arrays.mismatch(found, canonical);
      if (differs >= 0) {
        throw new VerifyFault.BadZip(
            "the container is not in canonical form",
            "byte " + (at + differs),
            differs < found.length ? String.format("0x%02x", found[differs]) : "end");
      }
    }

    private static int byBytes(String a, String b) {
      return Arrays.compareUnsigned(ZipRecords.name(a), ZipRecords.name(b));
    }
  }

  /** A range of a file as a stream. */
  private static final class Range extends InputStream {
    private final RandomAccessFile file;
    private long at;
    private long left;

    Range(RandomAccessFile file, long from, long bytes) {
      this.file = file;
      this.at = from;
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (left == 0 || count == 0) {
        return count == 0 ? 0 : -1;
      }
      file.seek(at);
      int n = file.read(bytes, offset, (int) Math.min(count, left));
      if (n < 0) {
        throw new IOException("the file became shorter while it was read");
      }
      at += n;
      left -= n;
      return n;
    }
  }
}

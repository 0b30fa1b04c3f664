package dev.sextant.records.reader;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip as parts, read at random through its central directory. Entries that lead
 * out of the archive, are links, are encrypted, or share a name are set aside with a fault.
 */
final class ZipSource extends ExhibitSource {
  /** Below this size a high ratio harms nobody (a page of spaces). */
  static final long RATIO_MATTERS_FROM_BYTES = 16 << 20;

  private final WatchedChannel channel;
  private final ZipFile zip;
  private final List<Part> parts;
  private final List<SetAside> aside;

  private ZipSource(
      WatchedChannel channel,
      ZipFile zip,
      String name,
      Digest digest,
      String prefix,
      Limits limits) {
    super(name, digest, limits);
    this.channel = channel;
    this.zip = zip;
    List<Part> found = new ArrayList<>();
    List<SetAside> set = new ArrayList<>();
    sort(prefix, found, set);
    found.sort(Comparator.comparing(Part::path));
    this.parts = List.copyOf(found);
    this.aside = List.copyOf(set);
  }

  static ZipSource open(
      SeekableByteChannel bytes, String name, Digest digest, String prefix, Limits limits)
      throws IOException {
    WatchedChannel channel = new WatchedChannel(bytes);
    long size = channel.size(); // The library closes the channel when it gives up.
    ZipFile zip;
    try {
      zip = ZipFile.builder().setSeekableByteChannel(channel).get();
    } catch (IOException e) {
      if (channel.failed()) {
        throw e;
      }
      throw broken(name, size);
    } catch (IllegalArgumentException | ArithmeticException e) {
      // commons-compress lets some malformed headers through as these.
      throw broken(name, size);
    }
    try {
      refuseBombs(zip, name, limits);
      return new ZipSource(channel, zip, name, digest, prefix, limits);
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ReaderFault broken(String name, long size) {
    return new ReaderFault.Container(
        ReadFault.TRUNCATED,
        "zip without a whole directory at its end",
        name,
        size + " bytes",
        "the copy is cut short or damaged: obtain it again from its source");
  }

  private static void refuseBombs(ZipFile zip, String name, Limits limits) {
    long unpacked = 0;
    long packed = 0;
    int count = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      count++;
      unpacked += Math.max(0, entry.getSize());
      packed += Math.max(0, entry.getCompressedSize());
      if (count > limits.entries()) {
        throw new ReaderFault.Limit("too many entries", name, "more than " + limits.entries());
      }
      if (unpacked < 0 || unpacked > limits.unpackedBytes()) {
        throw new ReaderFault.Limit("unpacks to too much", name, unpacked + " bytes");
      }
    }
    if (unpacked > RATIO_MATTERS_FROM_BYTES && unpacked / Math.max(1, packed) > limits.ratio()) {
      throw new ReaderFault.Limit(
          "packed too tightly to be an export", name, unpacked + " bytes out of " + packed);
    }
  }

  private void sort(String prefix, List<Part> found, List<SetAside> set) {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    Map<String, Integer> times = new HashMap<>();
    entries.forEach(e -> times.merge(e.getName(), 1, Integer::sum));
    for (ZipArchiveEntry entry : entries) {
      String path = entry.getName();
      long size = Math.max(0, entry.getSize());
      Locator where = new Locator(digest(), prefix + path, 0, size, "");
      ReadFault fault = faultOf(entry, times.getOrDefault(path, 1));
      String rule = Noise.rule(path);
      if (fault != null) {
        set.add(new SetAside(where, "", fault));
      } else if (entry.isDirectory()) {
        continue; // A folder's entry has no bytes; its files are listed themselves.
      } else if (!rule.isEmpty()) {
        set.add(new SetAside(where, rule, null));
      } else {
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        found.add(
            new EntryPart(
                digest(), prefix + path, fileName, size, new Packed(zip, entry, channel)));
      }
    }
  }

  private @Nullable ReadFault faultOf(ZipArchiveEntry entry, int times) {
    if (leadsOut(entry.getName())) {
      return new ReadFault(ReadFault.PATH, "the entry's name leads out of the archive");
    }
    if (entry.isUnixSymlink()) {
      return new ReadFault(ReadFault.LINK, "a link, not followed");
    }
    if (times > 1) {
      return new ReadFault(ReadFault.DUPLICATE, "the name occurs " + times + " times");
    }
    if (entry.isDirectory()) {
      return null;
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return new ReadFault(ReadFault.ENCRYPTED, "the entry is encrypted");
    }
    if (!zip.canReadEntryData(entry) || entry.getSize() < 0) {
      return new ReadFault(ReadFault.MALFORMED, "packed in a way that cannot be unpacked");
    }
    return null;
  }

  /** True for absolute names, drive letters, backslashes, NUL and any {@code ..} segment. */
  static boolean leadsOut(String path) {
    return path.isEmpty()
        || path.startsWith("/")
        || path.indexOf('\\') >= 0
        || path.indexOf('\0') >= 0
        || path.matches("[A-Za-z]:.*")
        || List.of(path.split("/", -1)).contains("..");
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public List<SetAside> setAside() {
    return aside;
  }

  @Override
  public void close() throws IOException {
    zip.close();
    channel.close();
  }

  /** One entry with what it takes to unpack it. */
  private record Packed(ZipFile zip, ZipArchiveEntry entry, WatchedChannel channel) {}

  private static final class EntryPart extends AnyPart {
    private final Packed packed;

    EntryPart(Digest exhibit, String path, String fileName, long size, Packed packed) {
      super(exhibit, path, fileName, size);
      this.packed = packed;
    }

    @Override
    public InputStream open() throws IOException {
      try {
        return new Bounded(packed.zip.getInputStream(packed.entry), packed, path());
      } catch (IOException e) {
        throw Bounded.damage(packed, e);
      }
    }

    @Override
    public @Nullable ReadFault damage() throws IOException {
      try (InputStream in = open()) {
        in.transferTo(OutputStream.nullOutputStream());
        return null;
      } catch (EOFException e) {
        return new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle");
      } catch (ZipException e) {
        return new ReadFault(
            ReadFault.MALFORMED, "the packed entry is not what its checksum was taken of");
      } catch (ReaderFault.Limit e) {
        return new ReadFault(e.code(), e.what());
      }
    }
  }

  /**
   * Stops where the directory said the entry ends: a longer one is a bomb, a shorter one is cut.
   */
  private static final class Bounded extends FilterInputStream {
    private final Packed packed;
    private final long size;
    private final long crc;
    private final String path;
    private final CRC32 sum = new CRC32();
    private long at;

    Bounded(InputStream in, Packed packed, String path) {
      super(in);
      this.packed = packed;
      this.size = packed.entry.getSize();
      this.crc = packed.entry.getCrc();
      this.path = path;
    }

    /** Whatever the unpacking throws is damage to the entry, unless the disk itself failed. */
    static IOException damage(Packed packed, IOException e) {
      if (packed.channel.failed() || e instanceof EOFException || e instanceof ZipException) {
        return e;
      }
      ZipException damaged = new ZipException("the packed entry is damaged");
      damaged.initCause(e);
      return damaged;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n;
      try {
        n = super.read(into, from, length);
      } catch (IOException e) {
        throw damage(packed, e);
      }
      if (n > 0) {
        at += n;
        sum.update(into, from, n);
        if (at > size) {
          throw new ReaderFault.Limit(
              "entry longer than its directory says", path, "more than " + size + " bytes");
        }
      } else if (n < 0 && at < size) {
        throw new EOFException("entry ends at byte " + at + " of " + size);
      } else if (n < 0 && crc != -1 && sum.getValue() != crc) {
        throw new ZipException("entry does not have the checksum that its directory says");
      }
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, 1 << 16)]));
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}

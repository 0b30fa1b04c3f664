package dev.sextant.records.reader;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The files of a tape archive as parts, plain or packed with gzip. A packed one is unpacked into
 * memory, since its files cannot be reached otherwise; it may be as large as archives within
 * archives. Entries that lead out of the archive, are links or devices, or share a name are set
 * aside with a fault, as those of a zip.
 */
final class TarSource extends ExhibitSource {
  private static final int BLOCK = 512;

  private final SeekableByteChannel given;
  private final List<Part> parts;
  private final List<SetAside> aside;

  private TarSource(
      SeekableByteChannel given, Contents contents, String name, Digest digest, Limits limits)
      throws IOException {
    super(name, digest, limits);
    this.given = given;
    List<Part> found = new ArrayList<>();
    List<SetAside> set = new ArrayList<>();
    TarEntries entries = TarEntries.of(contents.channel(), name, limits);
    sort(entries, contents.channel(), found, set);
    String damage = contents.damage();
    if (damage == null && entries.breaksAt() >= 0) {
      damage = "the archive ends in the middle, or is no archive from there on";
    }
    if (damage != null) {
      // Places within what was unpacked are none of the exhibit's.
      boolean plain = contents.channel() == given;
      set.add(rest(plain ? Math.max(0, entries.breaksAt()) : 0, given.size(), damage));
    }
    found.sort(Comparator.comparing(Part::path));
    this.parts = List.copyOf(found);
    this.aside = List.copyOf(set);
  }

  /**
   * The archive's bytes.
   *
   * @param channel to them
   * @param damage why they may not be all, or null
   */
  private record Contents(SeekableByteChannel channel, @Nullable String damage) {}

  /** True if the bytes begin as an archive does, plain or packed. */
  static boolean looks(SeekableByteChannel bytes) throws IOException {
    byte[] start = new byte[BLOCK];
    int got = readFully(bytes, 0, ByteBuffer.wrap(start));
    return packed(start, got) ? TarEntries.header(firstBlock(bytes)) : TarEntries.header(start);
  }

  private static boolean packed(byte[] start, int got) {
    return got > 10 && start[0] == 0x1F && start[1] == (byte) 0x8B && start[2] == 8;
  }

  private static byte[] firstBlock(SeekableByteChannel bytes) throws IOException {
    byte[] start = new byte[1 << 16];
    int got = readFully(bytes, 0, ByteBuffer.wrap(start));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(start, 0, got))) {
      return in.readNBytes(BLOCK);
    } catch (ZipException | EOFException e) {
      return new byte[0]; // Packed otherwise, or cut: no archive that could be followed.
    }
  }

  /**
   * Opens.
   *
   * @throws ReaderFault.Limit if a packed archive is larger than a quarter of the child's heap, or
   *     packed too tightly
   */
  static TarSource of(SeekableByteChannel bytes, String name, Digest digest, Limits limits)
      throws IOException {
    byte[] start = new byte[BLOCK];
    int got = readFully(bytes, 0, ByteBuffer.wrap(start));
    Contents contents =
        packed(start, got) ? unpacked(bytes, name, limits) : new Contents(bytes, null);
    if (contents.channel().size() > limits.unpackedBytes()) {
      throw new ReaderFault.Limit(
          "unpacks to too much", name, contents.channel().size() + " bytes");
    }
    return new TarSource(bytes, contents, name, digest, limits);
  }

  private static Contents unpacked(SeekableByteChannel bytes, String name, Limits limits)
      throws IOException {
    long packed = bytes.size();
    long most = Math.min(limits.unpackedBytes(), (long) limits.heapMegabytes() << 18);
    long tight = Math.max(ZipSource.RATIO_MATTERS_FROM_BYTES, packed * limits.ratio());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String damage = null;
    bytes.position(0);
    // Not closed: it would close the channel, which may be read again.
    InputStream in = Channels.newInputStream(bytes);
    try {
      InputStream plain = new GZIPInputStream(in, 1 << 16);
      byte[] buffer = new byte[1 << 16];
      for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
        out.write(buffer, 0, n);
        if (out.size() > most) {
          throw new ReaderFault.Limit(
              "packed archive too large: unpack it, note the program that did so, and seal that",
              name,
              "more than " + most + " bytes");
        }
        if (out.size() > tight) {
          throw new ReaderFault.Limit(
              "packed too tightly to be an export", name, out.size() + " bytes out of " + packed);
        }
      }
    } catch (EOFException e) {
      damage = "the packed archive ends in the middle";
    } catch (ZipException e) {
      damage = "the packed archive is not what its checksum was taken of";
    }
    return new Contents(new SeekableInMemoryByteChannel(out.toByteArray()), damage);
  }

  private SetAside rest(long from, long to, String what) {
    Locator where = new Locator(digest(), "", Math.min(from, to), to, "");
    return new SetAside(where, "", new ReadFault(ReadFault.TRUNCATED, what));
  }

  private void sort(
      TarEntries entries, SeekableByteChannel bytes, List<Part> found, List<SetAside> set)
      throws IOException {
    Map<String, Integer> times = new HashMap<>();
    entries.found().forEach(e -> times.merge(path(e), 1, Integer::sum));
    for (TarEntries.Entry entry : entries.found()) {
      String path = path(entry);
      long there = Math.clamp(bytes.size() - entry.from(), 0, entry.size());
      Locator where = new Locator(digest(), path, 0, there, "");
      ReadFault fault = faultOf(entry, path, times.getOrDefault(path, 1), there);
      String rule = Noise.rule(path);
      if (entry.type() == '5' && !ZipSource.leadsOut(path + "x")) {
        continue; // A folder's entry has no bytes; its files are listed themselves.
      }
      if (fault != null) {
        set.add(new SetAside(where, "", fault));
      } else if (!rule.isEmpty()) {
        set.add(new SetAside(where, rule, null));
      } else {
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        found.add(new EntryPart(digest(), path, fileName, entry, bytes));
      }
    }
  }

  /* Many programs write names below "./". */
  private static String path(TarEntries.Entry entry) {
    String name = entry.name();
    while (name.startsWith("./")) {
      name = name.substring(2);
    }
    return name;
  }

  private static @Nullable ReadFault faultOf(
      TarEntries.Entry entry, String path, int times, long there) {
    if (ZipSource.leadsOut(path)) {
      return new ReadFault(ReadFault.PATH, "the entry's name leads out of the archive");
    }
    if (entry.type() == '1' || entry.type() == '2') {
      return new ReadFault(ReadFault.LINK, "a link, not followed");
    }
    if (!entry.file() || entry.sparse()) {
      return new ReadFault(
          ReadFault.MALFORMED, "neither a whole file nor a folder: a device, or stored with holes");
    }
    if (times > 1) {
      return new ReadFault(ReadFault.DUPLICATE, "the name occurs " + times + " times");
    }
    return there < entry.size()
        ? new ReadFault(ReadFault.TRUNCATED, "the entry ends in the middle")
        : null;
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
    given.close();
  }

  private static final class EntryPart extends AnyPart {
    private final TarEntries.Entry entry;
    private final SeekableByteChannel bytes;

    EntryPart(
        Digest exhibit,
        String path,
        String fileName,
        TarEntries.Entry entry,
        SeekableByteChannel bytes) {
      super(exhibit, path, fileName, entry.size());
      this.entry = entry;
      this.bytes = bytes;
    }

    @Override
    public InputStream open() {
      return new ChannelRange(bytes, entry.from(), entry.size());
    }
  }
}

package dev.sextant.records.reader;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A source over real bytes: a plain file, the entries of a zip or of a tape archive (tar, tar.gz),
 * or the files of a folder. Which it is is decided by the bytes. Close it when done.
 */
public abstract sealed class ExhibitSource implements Source, Closeable
    permits PlainSource, ZipSource, TarSource, FolderSource, PackedStream {
  /** Sniffing looks at no more than this of a part. */
  static final int HEAD_BYTES = 64 * 1024;

  private final String name;
  private final Digest digest;
  private final Limits limits;
  private Optional<ZoneId> zone = Optional.empty();

  ExhibitSource(String name, Digest digest, Limits limits) {
    this.name = name;
    this.digest = digest;
    this.limits = limits;
  }

  /**
   * Opens a file or folder. The digest of a file is the SHA-256 of its bytes; that of a folder is
   * described at {@link FolderSource#digestOf}.
   *
   * @throws ReaderFault if the container is broken or over a limit, or if the path names neither a
   *     regular file nor a folder
   */
  public static ExhibitSource open(Path path, Limits limits) throws IOException {
    String name = String.valueOf(path.getFileName());
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return FolderSource.open(path, name, limits);
    }
    requireFile(path, name);
    SeekableByteChannel channel = Files.newByteChannel(path);
    try {
      return open(channel, name, digestOf(channel), limits);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Refuses pipes, devices and sockets before they are opened: opening can wait for ever.
   *
   * @throws ReaderFault.Container {@code SX-READ-NOT-A-FILE}
   */
  static void requireFile(Path path, String place) {
    if (Files.exists(path)
        && !Files.isRegularFile(path)
        && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      boolean link = Files.isDirectory(path);
      throw new ReaderFault.Container(
          ReadFault.NOT_A_FILE,
          "neither a file nor a folder",
          place,
          link ? "a link to a folder" : "a pipe, device or socket",
          link ? "name the folder itself" : new ReadFault(ReadFault.NOT_A_FILE, "").cure());
    }
  }

  /**
   * Opens bytes whose digest is known, such as a sealed exhibit's through its decrypting channel.
   * The source closes the channel.
   */
  public static ExhibitSource open(
      SeekableByteChannel channel, String name, Digest digest, Limits limits) throws IOException {
    if (looksZipped(channel)) {
      return ZipSource.open(channel, name, digest, "", limits);
    }
    return TarSource.looks(channel)
        ? TarSource.of(channel, name, digest, limits)
        : new PlainSource(channel, name, digest, limits);
  }

  /**
   * Opens an archive within an archive, wholly in memory, or a file packed by itself, as a stream;
   * for the readers that know what is in it.
   *
   * @throws ReaderFault if it is broken, deeper within archives than the limit, or larger than a
   *     quarter of the child's heap
   */
  public static ExhibitSource nested(Source outer, Part part) throws IOException {
    int depth = part.path().split("!/", -1).length;
    if (depth > outer.limits().containerDepth()) {
      throw new ReaderFault.Limit(
          "archives within archives deeper than " + outer.limits().containerDepth(),
          part.path(),
          "depth " + depth);
    }
    if (Zstandard.packed(part.head())) {
      return PackedStream.open(outer, part);
    }
    long most = (long) outer.limits().heapMegabytes() << 18;
    if (part.size() > most) {
      throw new ReaderFault.Limit("nested archive too large", part.path(), part.size() + " bytes");
    }
    byte[] bytes;
    try (InputStream in = part.open()) {
      bytes = in.readAllBytes();
    }
    return ZipSource.open(
        new InMemory(bytes), part.fileName(), outer.digest(), part.path() + "!/", outer.limits());
  }

  private static boolean looksZipped(SeekableByteChannel channel) throws IOException {
    byte[] start = new byte[4];
    int got = readFully(channel, 0, ByteBuffer.wrap(start));
    // Local header, empty archive, spanned archive.
    return got == 4
        && start[0] == 'P'
        && start[1] == 'K'
        && ((start[2] == 3 && start[3] == 4)
            || (start[2] == 5 && start[3] == 6)
            || (start[2] == 7 && start[3] == 8));
  }

  static int readFully(SeekableByteChannel channel, long at, ByteBuffer into) throws IOException {
    synchronized (channel) {
      channel.position(at);
      int total = 0;
      while (into.hasRemaining()) {
        int n = channel.read(into);
        if (n < 0) {
          break;
        }
        total += n;
      }
      return total;
    }
  }

  static Digest digestOf(SeekableByteChannel channel) throws IOException {
    MessageDigest sha = Digest.sha256();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    channel.position(0);
    while (channel.read(buffer) >= 0) {
      sha.update(buffer.flip());
      buffer.clear();
    }
    return Digest.ofRaw(sha.digest());
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Digest digest() {
    return digest;
  }

  @Override
  public final Limits limits() {
    return limits;
  }

  @Override
  public final Optional<ZoneId> zone() {
    return zone;
  }

  /** Declares the zone of local times, before reading. */
  public final ExhibitSource inZone(Optional<ZoneId> declared) {
    this.zone = declared;
    return this;
  }

  /**
   * Bytes that cannot fail as a disk does: a place beyond their end, which a damaged directory may
   * name, is where nothing can be read.
   */
  private static final class InMemory extends SeekableInMemoryByteChannel {
    InMemory(byte[] bytes) {
      super(bytes);
    }

    @Override
    public SeekableByteChannel position(long to) throws IOException {
      return super.position(Math.clamp(to, 0, Integer.MAX_VALUE));
    }
  }

  /** What all parts share. */
  abstract static class AnyPart implements Part {
    private final Digest exhibit;
    private final String path;
    private final String fileName;
    private final long size;

    AnyPart(Digest exhibit, String path, String fileName, long size) {
      this.exhibit = exhibit;
      this.path = path;
      this.fileName = fileName;
      this.size = size;
    }

    @Override
    public final String path() {
      return path;
    }

    @Override
    public final long size() {
      return size;
    }

    @Override
    public final String fileName() {
      return fileName;
    }

    @Override
    public final byte[] head() throws IOException {
      byte[] head = new byte[(int) Math.min(HEAD_BYTES, size)];
      int got = 0;
      try (InputStream in = open()) {
        int n = in.read(head, 0, head.length);
        while (n > 0) {
          got += n;
          n = in.read(head, got, head.length - got);
        }
      } catch (ZipException | EOFException | ReaderFault.Limit e) {
        // A damaged entry: what could be unpacked is its head; the reading proper meets the damage.
        return Arrays.copyOf(head, got);
      }
      return Arrays.copyOf(head, got);
    }

    @Override
    public final Locator at(long from, long to, String pointer) {
      return new Locator(exhibit, path, from, to, pointer);
    }
  }
}

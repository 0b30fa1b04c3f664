package dev.sextant.custody.store;

import dev.sextant.custody.CustodyFault;
import dev.sextant.custody.SealedFormat;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The folder of sealed files: one folder a case, one file an exhibit, never written twice. */
public final class SealedFolder {
  private static final FileAttribute<?> OWNER_READS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------"));
  private static final FileAttribute<?> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final String INCOMING = "incoming";

  /** Told of every 4 MiB: often enough for a bar, rare enough to cost nothing. */
  private static final int PROGRESS_CHUNKS = 64;

  private final Path root;

  /**
   * @param root such as {@code <home>/exhibits}; made if absent
   */
  public SealedFolder(Path root) {
    this.root = root;
    try {
      Files.createDirectories(root, OWNER_FOLDER);
    } catch (IOException e) {
      throw new CustodyFault.Storage(root.toString(), e);
    }
  }

  /**
   * A sealed file that is on disk but not yet in its place.
   *
   * @param file where it lies
   * @param digest SHA-256 of what went in
   * @param bytes how much went in
   */
  public record Incoming(Path file, Digest digest, long bytes) {}

  /* The SHA-256 is computed once, over the very buffers that are sealed. One chunk is read ahead,
   * since the last one must be known as the last before it is sealed. */

  /**
   * Seals a stream into a file of its own. On any failure nothing stays.
   *
   * @param caseKey the case's key for sealed files
   * @throws CustodyFault.Storage if the stream or the disk fails
   */
  public Incoming write(CaseId of, byte[] caseKey, InputStream in, Progress progress) {
    Path folder = root.resolve(of.toString()).resolve(INCOMING);
    Path file = folder.resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(folder, OWNER_FOLDER);
      try {
        return writeTo(file, caseKey, in, progress);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new CustodyFault.Storage(folder.toString(), e);
    }
  }

  private static Incoming writeTo(Path file, byte[] caseKey, InputStream in, Progress progress)
      throws IOException {
    byte[] salt = new byte[SealedFormat.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    SealedFormat format = SealedFormat.fresh(SealedFormat.exhibitKey(caseKey, salt), salt);
    MessageDigest sha = Digest.sha256();
    long bytes = 0;
    try (FileChannel out =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_READS)) {
      writeFully(out, format.header(), SealedFormat.HEADER_BYTES);
      byte[] sealed = new byte[SealedFormat.CHUNK_BYTES + SealedFormat.TAG_BYTES];
      byte[] chunk = new byte[SealedFormat.CHUNK_BYTES];
      byte[] ahead = new byte[SealedFormat.CHUNK_BYTES];
      int length = fill(in, chunk);
      for (long index = 0; ; index++) {
        int next = length < chunk.length ? 0 : fill(in, ahead);
        boolean last = next == 0;
        sha.update(chunk, 0, length);
        bytes += length;
        format.seal(index, last, chunk, length, sealed);
        writeFully(out, sealed, length + SealedFormat.TAG_BYTES);
        if (last) {
          break;
        }
        if (index % PROGRESS_CHUNKS == 0) {
          progress.at(bytes, -1, "bytes");
        }
        byte[] swap = chunk;
        chunk = ahead;
        ahead = swap;
        length = next;
      }
      out.force(true);
    }
    progress.at(bytes, bytes, "bytes");
    return new Incoming(file, Digest.ofRaw(sha.digest()), bytes);
  }

  /* Rests on read alone: a source whose readNBytes stops early would otherwise be sealed short. */
  private static int fill(InputStream in, byte[] chunk) throws IOException {
    int length = 0;
    while (length < chunk.length) {
      int read = in.read(chunk, length, chunk.length - length);
      if (read < 0) {
        break;
      }
      length += read;
    }
    return length;
  }

  private static void writeFully(FileChannel out, byte[] bytes, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
  }

  /**
   * Puts an incoming file into its place, for good; durable when it returns.
   *
   * @param name the exhibit's keyed name
   * @throws CustodyFault.Storage if there is one already, or the disk fails
   */
  public void settle(CaseId of, Incoming incoming, String name) {
    Path place = path(of, name);
    try {
      // A link, not a rename: it fails where a rename would overwrite.
      Files.createLink(place, incoming.file());
      Files.delete(incoming.file());
      force(place.resolveSibling("."));
      force(root);
    } catch (FileAlreadyExistsException e) {
      throw new CustodyFault.Storage(place.toString(), e);
    } catch (IOException e) {
      throw new CustodyFault.Storage(place.toString(), e);
    }
  }

  /** Removes an incoming file that is not needed. */
  public void discard(Incoming incoming) {
    delete(incoming.file());
  }

  /** Removes a file that no row names. */
  public void discard(CaseId of, String name) {
    delete(path(of, name));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new CustodyFault.Storage(file.toString(), e);
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel held = FileChannel.open(folder, StandardOpenOption.READ)) {
      held.force(true);
    }
  }

  /** Where an exhibit's sealed file lies. */
  public Path path(CaseId of, String name) {
    return root.resolve(of.toString()).resolve(name);
  }

  /**
   * The salt of a sealed file.
   *
   * @throws CustodyFault.Altered if it is missing or shorter than a header
   */
  public byte[] salt(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] header = in.readNBytes(SealedFormat.HEADER_BYTES);
      if (header.length < SealedFormat.HEADER_BYTES) {
        throw new EOFException("header");
      }
      return SealedFormat.salt(header);
    } catch (IOException e) {
      throw new CustodyFault.Altered(
          "the sealed file is missing or cut short", file.toString(), e.getClass().getSimpleName());
    }
  }

  /**
   * Removes what a crash left: everything incoming, and every file that no row names.
   *
   * @param named the names that rows give, by case
   * @return how many were removed
   */
  public int sweep(Function<CaseId, Set<String>> named) {
    int removed = 0;
    try (Stream<Path> cases = Files.list(root)) {
      for (Path folder : cases.filter(Files::isDirectory).toList()) {
        CaseId of = CaseId.parse(String.valueOf(folder.getFileName()));
        Set<String> kept = named.apply(of);
        List<Path> stale = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
          files
              .filter(Files::isRegularFile)
              .filter(file -> !kept.contains(String.valueOf(file.getFileName())))
              .forEach(stale::add);
        }
        if (Files.isDirectory(folder.resolve(INCOMING))) {
          try (Stream<Path> files = Files.list(folder.resolve(INCOMING))) {
            files.forEach(stale::add);
          }
        }
        for (Path file : stale) {
          Files.delete(file);
          removed++;
        }
      }
    } catch (IOException e) {
      throw new CustodyFault.Storage(root.toString(), e);
    }
    return removed;
  }
}

package dev.sextant.ledger.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/* Mechanism. Between processes the operating system's file lock decides; it goes when its holder
 * dies. Within one process that lock must not even be tried twice: POSIX drops a process's lock when
 * any of its descriptors of that file is closed, so a refused second try would free the first. Hence
 * a claim file first, named by this very process (number and start), made only if it is not there.
 * Claims of dead processes are removed by the next one that gets the lock. */
/** The right to be a folder's one writer. */
public final class WriterLock implements Closeable {
  private static final String CLAIM = "writer-";

  private final Path claim;
  private final FileChannel channel;

  private WriterLock(Path claim, FileChannel channel) {
    this.claim = claim;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder.
   *
   * @return the lock, or null if another writer has it
   */
  public static @Nullable WriterLock take(Path folder) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    Path claim = folder.resolve(CLAIM + self.pid() + "-" + started);
    try {
      Files.createFile(claim);
    } catch (FileAlreadyExistsException e) {
      // The claim says that a writer of this process is at work: not an error, an answer.
      return null;
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        Files.deleteIfExists(claim);
        return null;
      }
      removeStale(folder, claim);
      return new WriterLock(claim, channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      Files.deleteIfExists(claim);
      throw e;
    }
  }

  private static void removeStale(Path folder, Path claim) throws IOException {
    try (DirectoryStream<Path> claims = Files.newDirectoryStream(folder, CLAIM + "*")) {
      for (Path other : claims) {
        if (!other.equals(claim) && !alive(other.getFileName().toString())) {
          Files.deleteIfExists(other);
        }
      }
    }
  }

  /* A living process's claim is left to it: it may be just about to find the lock taken. */
  private static boolean alive(String claim) {
    String[] parts = claim.substring(CLAIM.length()).split("-", -1);
    if (parts.length != 2 || !claim.matches(CLAIM + "[0-9]{1,18}-[0-9]{1,18}")) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .flatMap(process -> process.info().startInstant())
        .map(started -> started.toEpochMilli() == Long.parseLong(parts[1]))
        .orElse(false);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      // The claim goes first, while the lock still keeps other processes out.
      Files.deleteIfExists(claim);
    }
  }
}

package dev.sextant.ledger.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that are either whole or absent, and still so after a crash.
 *
 * <p>Contents are written through {@link FileOutputStream}, not a channel: an interrupt closes a
 * channel in mid-write, and a thread that happens to write for others must not lose their data to
 * its own interrupt.
 */
public final class Durable {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private Durable() {}

  /**
   * Puts these bytes at this path: written aside, forced to disk, renamed into place, the folder
   * forced. A reader sees the old file or the new one.
   */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path folder = folderOf(file);
    Path aside = folder.resolve(file.getFileName() + ".new");
    try (FileOutputStream out = new FileOutputStream(aside.toFile())) {
      out.write(bytes);
      out.getFD().sync();
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(folder);
  }

  /** The same for a secret: nobody but its owner can read the file at any moment. */
  public static void replaceSecret(Path file, byte[] bytes) throws IOException {
    Path aside = folderOf(file).resolve(file.getFileName() + ".new");
    Files.deleteIfExists(aside);
    if (POSIX) {
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    replace(file, bytes);
  }

  /** Makes a folder and its parents, forcing each new name to disk. */
  public static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      makeFolder(parent);
    }
    Files.createDirectories(folder);
    if (parent != null) {
      syncFolder(parent);
    }
  }

  /** Removes a file if it is there. The removal is not forced: a file that stays does no harm. */
  public static void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * Forces a folder's names to disk. Only POSIX systems can and must be asked; others (NTFS) keep
   * names in their own journal and refuse to open a folder.
   */
  public static void syncFolder(Path folder) throws IOException {
    if (!POSIX) {
      return;
    }
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException e) {
          // The interrupt is given back below; the folder must be forced first.
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Path folderOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a file system's root is not a file");
    }
    return parent;
  }
}

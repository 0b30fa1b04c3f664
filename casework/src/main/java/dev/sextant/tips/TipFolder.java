package dev.sextant.tips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/* Names are random and times are cut to the day, so that neither the order nor the hour of tips can
 * be read from the folder. */
/**
 * The tip process's folder: the desk's public key, the queue out, the answers in. Nothing else.
 *
 * @param path where
 */
public record TipFolder(Path path) {
  static final String QUEUED = ".tip";
  static final String ANSWER = ".reply";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The desk's public key. */
  public Path deskKey() {
    return path.resolve("desk.pub");
  }

  /** Sealed tips on their way out: the process writes here and never reads. */
  public Path queue() {
    return path.resolve("queue");
  }

  /** Sealed answers, a folder a mailbox. */
  public Path replies() {
    return path.resolve("replies");
  }

  Path mailbox(String name) {
    if (!name.matches("[0-9a-f]{32}")) {
      throw new TipFault("SX-TIPS-MAILBOX", "no such mailbox", "mailbox", "", "copy it whole");
    }
    return replies().resolve(name);
  }

  /** Makes the folders and refuses a private key among them. */
  TipFolder open() {
    try {
      Files.createDirectories(queue());
      Files.createDirectories(replies());
      try (Stream<Path> all = Files.walk(path)) {
        List<Path> secrets = all.filter(f -> f.getFileName().toString().endsWith(".key")).toList();
        if (!secrets.isEmpty()) {
          throw new TipFault(
              "SX-TIPS-PRIVATE-KEY",
              "a private key lies where tips come in",
              secrets.getFirst().toString(),
              "a file .key",
              "move it to the desk: whoever takes this host must find nothing that opens a tip");
        }
      }
      if (!Files.isRegularFile(deskKey())) {
        throw new TipFault(
            "SX-TIPS-DESK",
            "the desk's public key is missing",
            deskKey().toString(),
            "no such file",
            "make a pair at the desk with sextant tips desk keys, and copy desk.pub here");
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a sealed message away; whole or not at all. */
  static void put(Path folder, String ending, byte[] sealed, Instant now) {
    byte[] name = new byte[16];
    RANDOM.nextBytes(name);
    Path file = folder.resolve(HexFormat.of().formatHex(name) + ending);
    Path aside = folder.resolve(file.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
      Files.write(aside, sealed, StandardOpenOption.SYNC);
      Files.setLastModifiedTime(aside, FileTime.from(now.truncatedTo(ChronoUnit.DAYS)));
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Messages of a folder by name, which is random. */
  static List<Path> messages(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

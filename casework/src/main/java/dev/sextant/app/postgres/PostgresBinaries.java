package dev.sextant.app.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's own programs from the class path, once a folder and version. */
final class PostgresBinaries {
  /** Kept in step with the dependency in casework/pom.xml; a new one unpacks beside the old. */
  static final String VERSION = "18.6.0";

  private PostgresBinaries() {}

  /** The folder that holds {@code bin/postgres}; unpacked there if it is not yet. */
  static Path unpack(Path parent) throws IOException {
    Path target = parent.resolve("programs-" + VERSION);
    if (Files.isExecutable(target.resolve("bin/postgres"))) {
      return target;
    }
    Path fresh = parent.resolve("programs-" + VERSION + ".new");
    remove(fresh);
    Files.createDirectories(fresh);
    String resource = "/postgres-linux-" + architecture() + ".txz";
    try (InputStream raw = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (raw == null) {
        throw new DatabaseFault(
            "SX-DB-PLATFORM",
            "no embedded PostgreSQL for this machine",
            resource,
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            "run PostgreSQL 15 or newer yourself and give its address with --database-url");
      }
      extract(raw, fresh);
    }
    // Renamed only when whole: a half-unpacked folder is never taken for a server.
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    return target;
  }

  private static String architecture() {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (arch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> arch;
    };
  }

  private static void extract(InputStream raw, Path root) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(raw)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = inside(root, root.resolve(entry.getName()), entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
          inside(root, path.resolveSibling(entry.getLinkName()), entry.getLinkName());
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0) {
            Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            mode.add(PosixFilePermission.OWNER_EXECUTE);
            mode.add(PosixFilePermission.GROUP_EXECUTE);
            mode.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(path, mode);
          }
        }
      }
    }
  }

  private static Path inside(Path root, Path path, String name) {
    Path normal = path.normalize();
    if (!normal.startsWith(root)) {
      throw new DatabaseFault(
          "SX-DB-ARCHIVE",
          "the PostgreSQL archive reaches outside its folder",
          root.toString(),
          name,
          "the program's files were altered: install it anew");
    }
    return normal;
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

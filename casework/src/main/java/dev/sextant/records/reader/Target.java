package dev.sextant.records.reader;

import dev.sextant.custody.SealedFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What to read.
 *
 * @param path a file or folder
 * @param name the name the bytes came under
 * @param zone the zone that the analyst declares for local times without one
 * @param sealed for a sealed exhibit, the file with its key; its path is {@code path}
 */
public record Target(Path path, String name, Optional<ZoneId> zone, Optional<SealedFile> sealed) {
  /** A file or folder as it lies on disk. */
  public static Target plain(Path path) {
    Path named = path.toAbsolutePath().normalize().getFileName();
    return new Target(path, String.valueOf(named), Optional.empty(), Optional.empty());
  }

  /** A sealed exhibit; the child unseals it in memory, with the key of this one file. */
  public static Target sealed(SealedFile file, String name) {
    return new Target(file.path(), name, Optional.empty(), Optional.of(file));
  }

  /** The same with a declared zone. */
  public Target inZone(ZoneId declared) {
    return new Target(path, name, Optional.of(declared), sealed);
  }
}

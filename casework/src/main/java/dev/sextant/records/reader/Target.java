package dev.sextant.records.reader;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What to read.
 *
 * @param path a file or folder
 * @param name the name the bytes came under
 * @param zone the zone that the analyst declares for local times without one
 */
public record Target(Path path, String name, Optional<ZoneId> zone) {
  /** A file or folder as it lies on disk. */
  public static Target plain(Path path) {
    return new Target(path, String.valueOf(path.getFileName()), Optional.empty());
  }

  /** The same with a declared zone. */
  public Target inZone(ZoneId declared) {
    return new Target(path, name, Optional.of(declared));
  }
}

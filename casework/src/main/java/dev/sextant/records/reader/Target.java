package dev.sextant.records.reader;

import dev.sextant.custody.SealedFile;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What to read.
 *
 * @param path a file or folder
 * @param name the name the bytes came under
 * @param zone the zone that the analyst declares for local times without one
 * @param key what opens the file if it is a sealed one; empty for a file or folder in the clear
 * @param profile the mapping profile that it is to be read under; empty to choose a reader by
 *     content
 * @param task what is to be done with it
 * @param row the place in a table whose neighbours are looked at; empty for another task
 */
public record Target(
    Path path,
    String name,
    Optional<ZoneId> zone,
    Optional<Key> key,
    Optional<MappingProfile> profile,
    Task task,
    Optional<Locator> row) {
  /** What is to be done with a target. */
  public enum Task {
    /** It is read into records. */
    READ,
    /** Its tables are looked at: columns, first rows, what a profile could be. */
    SURVEY,
    /** It is read under the profile that a look at its columns suggests. */
    GUESS,
    /** The rows of a table round a place are looked at. */
    ROWS,
    /** It is looked at which reader knows it, and by what. */
    SNIFF
  }

  /**
   * What opens one sealed file and no other. A secret; never printed.
   *
   * @param bytes its key, 32 bytes
   * @param digest SHA-256 of the bytes inside
   */
  public record Key(byte[] bytes, Digest digest) {
    @Override
    public String toString() {
      return "Key";
    }
  }

  /** A file or folder as it lies on disk. */
  public static Target plain(Path path) {
    Path named = path.toAbsolutePath().normalize().getFileName(); // "." and ".." have a name too.
    return new Target(
        path,
        String.valueOf(named),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Task.READ,
        Optional.empty());
  }

  /**
   * A sealed exhibit.
   *
   * @param name the name its bytes came under
   */
  public static Target sealed(SealedFile file, String name) {
    return new Target(
        file.path(),
        name,
        Optional.empty(),
        Optional.of(new Key(file.exhibitKey(), file.digest())),
        Optional.empty(),
        Task.READ,
        Optional.empty());
  }

  /** How to name the target to the caller: the path as given, or a sealed exhibit's name. */
  String place() {
    return key.isPresent() ? name : path.toString();
  }

  /**
   * The child's name for a place, as the caller names it: the child knows the last segment of the
   * path only, and names parts by their paths within.
   */
  String place(String childs) {
    if (key.isPresent()) {
      return childs;
    }
    String whole = String.valueOf(path.toAbsolutePath().getFileName());
    if (childs.equals(whole)) {
      return place();
    }
    boolean within = childs.startsWith(whole + "!/");
    return place() + "!/" + (within ? childs.substring(whole.length() + 2) : childs);
  }

  /** The same with a declared zone. */
  public Target inZone(ZoneId declared) {
    return new Target(path, name, Optional.of(declared), key, profile, task, row);
  }

  /** The same, to be read under a mapping profile. */
  public Target under(MappingProfile given) {
    return new Target(path, name, zone, key, Optional.of(given), Task.READ, row);
  }

  /** The same, to be looked at as tables and not read; a profile says how the tables lie. */
  public Target surveyed() {
    return new Target(path, name, zone, key, profile, Task.SURVEY, row);
  }

  /** The same, to be read under the profile that its columns suggest. */
  public Target guessed() {
    return new Target(path, name, zone, key, Optional.empty(), Task.GUESS, row);
  }

  /** The same, of which the rows of a table round a place are looked at. */
  public Target round(Locator place) {
    return new Target(path, name, zone, key, Optional.empty(), Task.ROWS, Optional.of(place));
  }

  /** The same, of which is looked at what reader knows it. */
  public Target sniffed() {
    return new Target(path, name, zone, key, Optional.empty(), Task.SNIFF, row);
  }
}

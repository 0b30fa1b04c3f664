package dev.sextant.records.reader;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes a reader reads: one file, the entries of an archive, or the files of a folder, all seen
 * as parts. Unpacking, its limits and its dangers (bombs, path escapes, links) are the framework's
 * affair, not the reader's.
 */
public interface Source {
  /** The name the bytes came under; a hint for people, never trusted. */
  String name();

  /** Digest of the exhibit. */
  Digest digest();

  /** The parts, sorted by path; a plain file is one part with the empty path. */
  List<Part> parts();

  /** Entries that are noise or cannot be opened safely; the framework announces them. */
  default List<SetAside> setAside() {
    return List.of();
  }

  /** The limits that a reader's own loops keep to. */
  default Limits limits() {
    return Limits.standard();
  }

  /** The zone that the analyst declares for local times without one. */
  default Optional<ZoneId> zone() {
    return Optional.empty();
  }

  /** The part of that path. */
  default Optional<Part> part(String path) {
    return parts().stream().filter(p -> p.path().equals(path)).findFirst();
  }

  /** One part. */
  interface Part {
    /** Path within the exhibit, forward slashes; empty for a plain file. */
    String path();

    /** Unpacked size in bytes. */
    long size();

    /** Opens the unpacked bytes from the start. */
    InputStream open() throws IOException;

    /**
     * Why the part's bytes are not those that its container has a checksum of; reads all of them.
     * Null if they are, or if the container has none.
     */
    default @Nullable ReadFault damage() throws IOException {
      return null;
    }

    /** The first bytes, at most 64 KiB. */
    byte[] head() throws IOException;

    /** The last segment of the path, or the source's name for a plain file. */
    String fileName();

    /** A locator for a range of this part. */
    Locator at(long from, long to, String pointer);
  }
}

package dev.sextant.records.reader;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a folder as parts. Links, pipes, devices and sockets are listed, never opened. */
final class FolderSource extends ExhibitSource {
  private final List<Part> parts;
  private final List<SetAside> aside;

  private FolderSource(
      String name, Digest digest, Limits limits, List<Part> parts, List<SetAside> aside) {
    super(name, digest, limits);
    this.parts = parts;
    this.aside = aside;
  }

  static FolderSource open(Path folder, String name, Limits limits) throws IOException {
    List<Path> files = filesOf(folder, name, limits);
    Digest digest = digestOf(folder, files);
    List<Part> parts = new ArrayList<>();
    List<SetAside> aside = new ArrayList<>();
    for (Path file : files) {
      String path = relative(folder, file);
      ReadFault odd = oddity(file);
      if (odd != null) {
        aside.add(new SetAside(new Locator(digest, path, 0, 0, ""), "", odd));
        continue;
      }
      long size = Files.size(file);
      String rule = Noise.rule(path);
      if (rule.isEmpty()) {
        parts.add(new FilePart(digest, path, String.valueOf(file.getFileName()), size, file));
      } else {
        aside.add(new SetAside(new Locator(digest, path, 0, size, ""), rule, null));
      }
    }
    return new FolderSource(name, digest, limits, List.copyOf(parts), List.copyOf(aside));
  }

  private static @Nullable ReadFault oddity(Path file) {
    if (Files.isSymbolicLink(file)) {
      return new ReadFault(ReadFault.LINK, "a link, not followed");
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? null
        : new ReadFault(ReadFault.NOT_A_FILE, "a pipe, device or socket, not opened");
  }

  private static List<Path> filesOf(Path folder, String name, Limits limits) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
              .limit(limits.entries() + 1L)
              .sorted(Comparator.comparing(p -> relative(folder, p)))
              .toList();
    }
    if (files.size() > limits.entries()) {
      throw new ReaderFault.Limit("too many files", name, "more than " + limits.entries());
    }
    long total = 0;
    for (Path file : files) {
      total += oddity(file) == null ? Files.size(file) : 0;
      if (total > limits.unpackedBytes()) {
        throw new ReaderFault.Limit("folder too large", name, "more than " + total + " bytes");
      }
    }
    return files;
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /**
   * The digest of a folder: SHA-256 of the canonical JSON list of {@code [path, sha256, size]},
   * sorted by path in UTF-16 order, with {@code "link"} in place of a link's sha256, {@code
   * "special"} in place of a pipe's, device's or socket's, and size 0 for all of these.
   */
  static Digest digestOf(Path folder, List<Path> files) throws IOException {
    List<Object> list = new ArrayList<>();
    for (Path file : files) {
      if (oddity(file) != null) {
        String odd = Files.isSymbolicLink(file) ? "link" : "special";
        list.add(List.of(relative(folder, file), odd, 0L));
        continue;
      }
      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        list.add(List.of(relative(folder, file), digestOf(channel).hex(), channel.size()));
      }
    }
    return Digest.of(CanonicalJson.write(list));
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public List<SetAside> setAside() {
    return aside;
  }

  @Override
  public void close() {
    // Holds nothing open between calls.
  }

  private static final class FilePart extends AnyPart {
    private final Path file;

    FilePart(Digest exhibit, String path, String fileName, long size, Path file) {
      super(exhibit, path, fileName, size);
      this.file = file;
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
  }
}

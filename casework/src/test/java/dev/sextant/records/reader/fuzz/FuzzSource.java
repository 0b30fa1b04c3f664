package dev.sextant.records.reader.fuzz;

import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullUnmarked;

/**
 * A source made of one run of bytes, so that a fuzzer reaches the files of an archive without
 * having to guess checksums: parts begin with {@code 0xF8}, their path ends with {@code 0xF9}
 * (bytes that no UTF-8 has). Bytes without any are a plain file. Limits are small, so that meeting
 * one is cheap.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
public final class FuzzSource implements Source {
  private static final byte PATH = (byte) 0xF8;
  private static final byte CONTENT = (byte) 0xF9;
  private static final int MOST_ENTRIES = 100;
  private static final int MOST_ENTRY_BYTES = 1 << 18;
  private static final int HEAD = 64 * 1024;
  private static final Digest DIGEST = Digest.of(new byte[] {'f', 'u', 'z', 'z'});

  private final List<Part> parts;
  private final String name;

  private FuzzSource(List<Part> parts, String name) {
    this.parts = parts;
    this.name = name;
  }

  /** A source from the fuzzer's bytes. */
  public static FuzzSource of(byte[] data) {
    if (data.length == 0 || data[0] != PATH) {
      Map<String, byte[]> entries = zipped(data) ? entries("", data) : Map.of();
      if (!entries.isEmpty()) {
        return new FuzzSource(packed(entries), "archive.zip");
      }
      return new FuzzSource(List.of(new Bytes("", "file", data)), "file");
    }
    // Sorted by path, each path once, as the sources of the framework do.
    Map<String, byte[]> parts = new TreeMap<>();
    int at = 0;
    while (at < data.length) {
      int end = next(data, at + 1, PATH);
      int content = Math.min(next(data, at + 1, CONTENT), end);
      String path = new String(data, at + 1, content - at - 1, StandardCharsets.UTF_8);
      byte[] bytes = content < end ? Arrays.copyOfRange(data, content + 1, end) : new byte[0];
      if (!path.isEmpty()) {
        parts.putIfAbsent(path, bytes);
      }
      at = end;
    }
    if (parts.isEmpty()) {
      return new FuzzSource(List.of(new Bytes("", "file", data)), "file");
    }
    return new FuzzSource(packed(parts), "archive.zip");
  }

  /* Paths below "x!/" are the entries of a zip x, which is packed here with the right checksums. */
  private static List<Part> packed(Map<String, byte[]> parts) {
    Map<String, byte[]> whole = new TreeMap<>();
    Map<String, Map<String, byte[]>> zips = new TreeMap<>();
    parts.forEach((path, bytes) -> {
      int inner = path.indexOf("!/");
      if (inner > 0) {
        zips.computeIfAbsent(path.substring(0, inner), k -> new TreeMap<>())
            .put(path.substring(inner + 2), bytes);
      } else {
        whole.put(path, bytes);
      }
    });
    zips.forEach((path, entries) -> whole.putIfAbsent(path, Battering.zip(entries)));
    List<Part> made = new ArrayList<>();
    whole.forEach((path, bytes) ->
        made.add(new Bytes(path, path.substring(path.lastIndexOf('/') + 1), bytes)));
    return List.copyOf(made);
  }

  /** The bytes that {@link #of} makes the same source of as this file or folder is. */
  public static byte[] seed(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      byte[] bytes = Files.readAllBytes(path);
      return zipped(bytes) ? seed(entries("", bytes)) : bytes;
    }
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(path)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(path.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return seed(files);
  }

  /** The bytes that {@link #of} makes these files of; one file without a path is plain. */
  public static byte[] seed(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.forEach((path, bytes) -> {
      out.write(PATH);
      out.writeBytes(path.getBytes(StandardCharsets.UTF_8));
      out.write(CONTENT);
      out.writeBytes(bytes);
    });
    return out.toByteArray();
  }

  private static boolean zipped(byte[] data) {
    return data.length > 4 && data[0] == 'P' && data[1] == 'K' && data[2] == 3 && data[3] == 4;
  }

  /* The entries of a zip, those of zips in it below their own path, as far as it can be unpacked. */
  private static Map<String, byte[]> entries(String below, byte[] data) {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(data))) {
      ZipEntry entry = in.getNextEntry();
      while (entry != null && entries.size() < MOST_ENTRIES) {
        byte[] bytes = in.readNBytes(MOST_ENTRY_BYTES);
        String path = below + entry.getName();
        if (zipped(bytes) && below.isEmpty()) {
          entries.putAll(entries(path + "!/", bytes));
        } else if (!entry.isDirectory() && !entry.getName().isEmpty()) {
          entries.putIfAbsent(path, bytes);
        }
        entry = in.getNextEntry();
      }
    } catch (IOException | IllegalArgumentException e) {
      return entries; // What came before the damage stays.
    }
    return entries;
  }

  private static int next(byte[] data, int from, byte mark) {
    int at = from;
    while (at < data.length && data[at] != mark) {
      at++;
    }
    return Math.min(at, data.length);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Digest digest() {
    return DIGEST;
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public Limits limits() {
    return new Limits(1 << 24, 1000, 300, 2, 60, 1 << 20, Duration.ofMinutes(1), 1 << 24, 128);
  }

  private record Bytes(String path, String fileName, byte[] bytes, byte[] head) implements Part {
    Bytes(String path, String fileName, byte[] bytes) {
      this(path, fileName, bytes, Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)));
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public Locator at(long from, long to, String pointer) {
      return new Locator(DIGEST, path, from, to, pointer);
    }
  }
}

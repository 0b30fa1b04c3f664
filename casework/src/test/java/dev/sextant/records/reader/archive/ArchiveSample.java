package dev.sextant.records.reader.archive;

import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small archive made for a test: its files by path, as a zip and one by one. */
public final class ArchiveSample {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Adds a file. */
  public ArchiveSample file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file. */
  public ArchiveSample file(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  /** Reads all of it as one zip. */
  public ReadTrial zip(Path folder) {
    try {
      Path zip = folder.resolve("archive.zip");
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          ZipEntry entry = new ZipEntry(file.getKey());
          // Of no zone: the same bytes wherever the machine stands.
          entry.setTimeLocal(LocalDateTime.of(2023, 11, 14, 22, 13, 20));
          out.putNextEntry(entry);
          out.write(file.getValue());
          out.closeEntry();
        }
      }
      return ReadTrial.of(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads it as a folder and compares with the golden file; a zip's digest has its packer in it.
   */
  public ReadTrial golden(Path folder, String name) {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve("golden").resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      ReadTrial trial = ReadTrial.of(folder.resolve("golden"));
      Golden.check(name, trial);
      return trial;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one of its files alone. */
  public ReadTrial alone(Path folder, String path) {
    try {
      Path file = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
      return ReadTrial.of(Files.write(file, files.getOrDefault(path, new byte[0])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cuts and damages each file, alone. */
  public void batter(long seed) {
    files.forEach((path, bytes) -> {
      String name = path.substring(path.lastIndexOf('/') + 1);
      Battering.truncate(bytes, name);
      Battering.mutate(bytes, name, seed, 120);
    });
  }

  /** Cuts and damages one file with the others whole around it. */
  public void batterWithin(String path, long seed) {
    Battering.truncateEntry(files, path);
    Battering.mutateEntry(files, path, seed, 60);
  }
}

package dev.sextant.ledger;

import dev.sextant.ledger.disk.Durable;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every checkpoint that somebody kept, one file a size, so that a later view of the log can be held
 * against each of them. A file is never replaced by one with another root: a second history at the
 * same size is kept beside it.
 */
public final class CheckpointArchive {
  /** Files in one folder, so that none grows beyond what people and file systems bear. */
  private static final long A_FOLDER = 1000;

  private final Path folder;

  /**
   * @param folder made when the first checkpoint is kept
   */
  public CheckpointArchive(Path folder) {
    this.folder = folder;
  }

  /** Where it lies. */
  public Path folder() {
    return folder;
  }

  /**
   * Keeps a checkpoint, durably; one that is kept already stays as it is.
   *
   * @throws LedgerFault.Storage if the disk refuses
   */
  public void keep(Checkpoint checkpoint) {
    Path file = file(checkpoint, "");
    try {
      if (Files.exists(file)) {
        if (Checkpoint.parse(Files.readAllBytes(file)).root().equals(checkpoint.root())) {
          return;
        }
        file = file(checkpoint, "-" + checkpoint.root().hex());
      }
      if (!Files.exists(file)) {
        Durable.makeFolder(file.resolveSibling(".").normalize());
        Durable.replace(file, checkpoint.bytes());
      }
    } catch (IOException e) {
      throw new LedgerFault.Storage(file.toString(), e);
    }
  }

  private Path file(Checkpoint checkpoint, String suffix) {
    long size = checkpoint.size();
    return folder
        .resolve(name(checkpoint.origin()))
        .resolve(String.format(Locale.ROOT, "%016d", size / A_FOLDER))
        .resolve(String.format(Locale.ROOT, "%019d", size) + suffix);
  }

  /* An origin may hold any character; its digest is a safe name. */
  private static String name(String origin) {
    return Digest.of(origin.getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** The checkpoint kept for a size of a log, if there is one. */
  public Optional<Checkpoint> at(String origin, long size) {
    Path file =
        folder
            .resolve(name(origin))
            .resolve(String.format(Locale.ROOT, "%016d", size / A_FOLDER))
            .resolve(String.format(Locale.ROOT, "%019d", size));
    return read(file);
  }

  /** The checkpoint in a file, if there is one. */
  static Optional<Checkpoint> read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Checkpoint.parse(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new LedgerFault.Storage(file.toString(), e);
    }
  }

  /**
   * Gives every file below a folder, by name, so that those of a log come by size. What is no
   * checkpoint is given too: its reader says so.
   */
  public static void each(Path folder, Consumer<Path> taker) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      Path[] sorted = files.sorted().toArray(Path[]::new);
      Arrays.stream(sorted)
          .filter(file -> !file.getFileName().toString().endsWith(".new"))
          .forEach(file -> {
            if (Files.isDirectory(file)) {
              each(file, taker);
            } else {
              taker.accept(file);
            }
          });
    } catch (IOException e) {
      throw new LedgerFault.Storage(folder.toString(), e);
    }
  }
}

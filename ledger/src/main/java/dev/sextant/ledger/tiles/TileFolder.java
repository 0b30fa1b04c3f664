package dev.sextant.ledger.tiles;

import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.Merkle;
import dev.sextant.ledger.disk.Durable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The published files of one log: checkpoint, tiles, bundles. Reading takes no lock and may go on
 * beside a writer: every file appears by an atomic rename, and a partial tile is removed only when
 * its full one is there, which is what a reader then turns to.
 */
public final class TileFolder implements LedgerView {
  private final Path folder;

  /**
   * @param folder the log's prefix
   */
  public TileFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public byte[] checkpoint() {
    try {
      return Files.readAllBytes(folder.resolve("checkpoint"));
    } catch (IOException e) {
      throw new LedgerFault.Storage("checkpoint", e);
    }
  }

  @Override
  public byte[] tile(int level, long index, int width) {
    String path = TilePath.hashes(level, index, width);
    Found found = find(path, width, TilePath.hashes(level, index, TilePath.FULL));
    if (found.bytes().length != found.width() * Merkle.HASH_BYTES) {
      throw new LedgerFault.Damaged(
          "a tile has the wrong length", path, found.bytes().length + " bytes");
    }
    return Arrays.copyOf(found.bytes(), width * Merkle.HASH_BYTES);
  }

  @Override
  public byte[] entries(long index, int width) {
    String path = TilePath.entries(index, width);
    Found found = find(path, width, TilePath.entries(index, TilePath.FULL));
    ByteBuffer rest = ByteBuffer.wrap(found.bytes());
    int wanted = 0;
    for (int i = 0; i < found.width(); i++) {
      int length = rest.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(rest.getShort());
      if (length < 0 || rest.remaining() < length) {
        throw new LedgerFault.Damaged(
            "an entry bundle is cut short", path + " byte " + rest.position(), "entry " + i);
      }
      rest.position(rest.position() + length);
      if (i + 1 == width) {
        wanted = rest.position();
      }
    }
    if (rest.hasRemaining()) {
      throw new LedgerFault.Damaged(
          "bytes after a bundle's last entry", path + " byte " + rest.position(), "");
    }
    return Arrays.copyOf(found.bytes(), wanted);
  }

  /** A tile or bundle as found: asked for in part, it may meanwhile stand in full. */
  private record Found(byte[] bytes, int width) {}

  private Found find(String path, int width, String fullPath) {
    try {
      return new Found(Files.readAllBytes(folder.resolve(path)), width);
    } catch (NoSuchFileException e) {
      if (width == TilePath.FULL) {
        throw missing(path);
      }
    } catch (IOException e) {
      throw new LedgerFault.Storage(path, e);
    }
    try {
      return new Found(Files.readAllBytes(folder.resolve(fullPath)), TilePath.FULL);
    } catch (NoSuchFileException e) {
      throw missing(path);
    } catch (IOException e) {
      throw new LedgerFault.Storage(fullPath, e);
    }
  }

  private static LedgerFault missing(String path) {
    return new LedgerFault.Damaged("a tile is missing", path, "no such file");
  }

  /** Publishes a checkpoint, atomically and durably. */
  public void publish(byte[] checkpoint) throws IOException {
    Durable.replace(folder.resolve("checkpoint"), checkpoint);
  }

  /** Writes one tile or bundle durably; a path of {@link TilePath}. */
  public void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Path parent = file.getParent();
    if (parent != null) {
      Durable.makeFolder(parent);
    }
    Durable.replace(file, bytes);
  }

  /** Whether a tile or bundle is there. */
  public boolean has(String path) {
    return Files.exists(folder.resolve(path));
  }

  /** Removes the partial files of a tile whose full one stands, given the full one's path. */
  public void dropPartials(String fullPath) throws IOException {
    Path partials = folder.resolve(fullPath + ".p");
    if (!Files.isDirectory(partials)) {
      return;
    }
    try (var files = Files.newDirectoryStream(partials)) {
      for (Path file : files) {
        Durable.remove(file);
      }
    }
    Durable.remove(partials);
  }
}

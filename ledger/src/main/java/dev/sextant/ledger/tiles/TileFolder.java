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
    byte[] bytes = read(path, width, TilePath.hashes(level, index, TilePath.FULL));
    int wanted = width * Merkle.HASH_BYTES;
    boolean full = bytes.length == TilePath.FULL * Merkle.HASH_BYTES;
    if (bytes.length != wanted && !full) {
      throw new LedgerFault.Damaged("a tile has the wrong length", path, bytes.length + " bytes");
    }
    return full && bytes.length != wanted ? Arrays.copyOf(bytes, wanted) : bytes;
  }

  @Override
  public byte[] entries(long index, int width) {
    String path = TilePath.entries(index, width);
    byte[] bytes = read(path, width, TilePath.entries(index, TilePath.FULL));
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    for (int i = 0; i < width; i++) {
      int length = rest.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(rest.getShort());
      if (length < 0 || rest.remaining() < length) {
        throw new LedgerFault.Damaged(
            "an entry bundle is cut short", path + " byte " + rest.position(), "entry " + i);
      }
      rest.position(rest.position() + length);
    }
    return Arrays.copyOf(bytes, rest.position());
  }

  private byte[] read(String path, int width, String fullPath) {
    try {
      return Files.readAllBytes(folder.resolve(path));
    } catch (NoSuchFileException e) {
      if (width == TilePath.FULL) {
        throw missing(path);
      }
    } catch (IOException e) {
      throw new LedgerFault.Storage(path, e);
    }
    try {
      return Files.readAllBytes(folder.resolve(fullPath));
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

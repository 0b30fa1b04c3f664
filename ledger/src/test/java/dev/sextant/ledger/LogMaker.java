package dev.sextant.ledger;

import dev.sextant.ledger.tiles.TileEdge;
import dev.sextant.ledger.tiles.TilePath;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Writes the published files of a log without a writer's durability, so that a test can have a log
 * of a million entries in seconds. The files are those of {@link Ledger}.
 */
public final class LogMaker {
  private final Path folder;
  private final LedgerKey key;
  private final SignerKey witness;
  private final CheckpointArchive archive;
  private final TileEdge edge = new TileEdge();
  private final TileEdge.Sink sink;

  /** A log in a folder, cosigned by one witness; kept checkpoints go into the archive's folder. */
  public LogMaker(Path folder, Path archive, LedgerKey key, SignerKey witness) {
    this.folder = folder;
    this.key = key;
    this.witness = witness;
    this.archive = new CheckpointArchive(archive);
    this.sink =
        new TileEdge.Sink() {
          @Override
          public void tile(int level, long index, byte[] hashes) throws IOException {
            write(TilePath.hashes(level, index, TilePath.FULL), hashes);
          }

          @Override
          public void bundle(long index, byte[] entries) throws IOException {
            write(TilePath.entries(index, TilePath.FULL), entries);
          }
        };
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, bytes);
  }

  /** Appends; gives the entry's index. */
  public long append(byte[] entry) {
    try {
      edge.append(entry, Merkle.leafHash(entry), sink);
      return edge.size() - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Entries so far. */
  public long size() {
    return edge.size();
  }

  /** A signed and cosigned checkpoint of what is there. */
  public Checkpoint checkpoint(Instant at) {
    Checkpoint signed = Checkpoint.sign(key, edge.size(), Digest.ofRaw(edge.root()));
    return signed.with(witness.cosignature(signed.note().text(), at));
  }

  /** Keeps a checkpoint of what is there. */
  public void keep(Instant at) {
    archive.keep(checkpoint(at));
  }

  /** Writes what a reader needs of the tree as it is. */
  public void publish(Instant at) {
    try {
      for (int level = 0; level < edge.levels(); level++) {
        int width = edge.width(level);
        long index = TilePath.count(level, edge.size()) / TilePath.FULL;
        if (width > 0) {
          write(TilePath.hashes(level, index, width), edge.partial(level));
        }
        if (level == 0 && width > 0) {
          write(TilePath.entries(index, width), edge.partialBundle());
        }
      }
      write("checkpoint", checkpoint(at).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

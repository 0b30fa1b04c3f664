package dev.sextant.ledger;

import dev.sextant.ledger.tiles.TileFolder;
import dev.sextant.ledger.tiles.TileHashes;
import dev.sextant.ledger.tiles.TilePath;
import dev.sextant.terms.Digest;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What anybody may read of a log: the published checkpoint, tiles and entries, as
 * c2sp.org/tlog-tiles serves them. Everything else here is computed from those three. Reading
 * trusts nothing: whoever needs certainty verifies the checkpoint and asks {@link LedgerChecker} or
 * {@link Merkle}.
 *
 * <p>Safe for many threads, and beside a running writer.
 */
public interface LedgerView {
  /**
   * Opens a log's folder for reading. Takes no lock.
   *
   * @throws LedgerFault.Damaged if there is no published log in it
   */
  static LedgerView open(Path folder) {
    if (!Files.isRegularFile(folder.resolve("checkpoint"))) {
      throw new LedgerFault.Damaged("no log here", folder.toString(), "no checkpoint file");
    }
    return of(folder);
  }

  /** A view of a folder that may not hold a log: each read then says what is missing. */
  static LedgerView of(Path folder) {
    return new TileFolder(folder);
  }

  /** The published checkpoint, as bytes. */
  byte[] checkpoint();

  /**
   * A hash tile.
   *
   * @param level 0 for leaf hashes; each level above spans 256 times as many entries
   * @param index position within the level
   * @param width hashes wanted, 1 to 256
   * @return 32 bytes a hash
   * @throws LedgerFault.Damaged if it is missing or has another length
   */
  byte[] tile(int level, long index, int width);

  /**
   * An entry bundle: each entry preceded by its length (two bytes, big-endian).
   *
   * @param index position; the bundle starts at entry {@code 256 * index}
   * @param width entries wanted, 1 to 256
   * @throws LedgerFault.Damaged if it is missing or cut short
   */
  byte[] entries(long index, int width);

  /** Entries in the published tree. */
  default long size() {
    return Checkpoint.parse(checkpoint()).size();
  }

  /**
   * One entry of the published tree.
   *
   * @throws LedgerFault.OutOfRange if the published tree does not hold it
   */
  default byte[] entry(long index) {
    long size = size();
    if (index < 0 || index >= size) {
      throw new LedgerFault.OutOfRange("entry", index + " of " + size);
    }
    long bundle = index / TilePath.FULL;
    ByteBuffer bytes = ByteBuffer.wrap(entries(bundle, TilePath.width(0, bundle, size)));
    for (long skip = index % TilePath.FULL; skip > 0; skip--) {
      int length = Short.toUnsignedInt(bytes.getShort());
      bytes.position(bytes.position() + length);
    }
    byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
    bytes.get(entry);
    return entry;
  }

  /**
   * Gives a range of entries in order, one bundle in memory.
   *
   * @param from first index
   * @param to index behind the last, at most the published size
   */
  default void each(long from, long to, LedgerChecker.EntryTaker taker) {
    long size = size();
    if (from < 0 || to > size) {
      throw new LedgerFault.OutOfRange("entries", from + " to " + to + " of " + size);
    }
    for (long bundle = from / TilePath.FULL; bundle * TilePath.FULL < to; bundle++) {
      int width = TilePath.width(0, bundle, size);
      ByteBuffer bytes = ByteBuffer.wrap(entries(bundle, width));
      for (int i = 0; i < width; i++) {
        byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(entry);
        long index = bundle * TilePath.FULL + i;
        if (index >= from && index < to) {
          taker.take(index, entry);
        }
      }
    }
  }

  /** Where a copy of published files goes. */
  @FunctionalInterface
  interface FileTaker {
    /**
     * @param path below the log's prefix
     * @param bytes the whole file
     */
    void take(String path, byte[] bytes);
  }

  /** Gives the published files of one moment: tiles and bundles first, the checkpoint last. */
  default void copy(FileTaker taker) {
    byte[] note = checkpoint();
    long size = Checkpoint.parse(note).size();
    for (int level = 0; TilePath.count(level, size) > 0; level++) {
      for (long index = 0; TilePath.width(level, index, size) > 0; index++) {
        int width = TilePath.width(level, index, size);
        taker.take(TilePath.hashes(level, index, width), tile(level, index, width));
        if (level == 0) {
          taker.take(TilePath.entries(index, width), entries(index, width));
        }
      }
    }
    taker.take("checkpoint", note);
  }

  /**
   * The audit path of an entry in the tree of a size, leaf's sibling first.
   *
   * @param size at most the published size
   */
  default List<Digest> inclusion(long index, long size) {
    return Merkle.inclusion(nodes(size), index, size).stream().map(Digest::ofRaw).toList();
  }

  /**
   * The proof that the tree of one size continues that of an earlier size.
   *
   * @param old the earlier size
   * @param size at most the published size
   */
  default List<Digest> consistency(long old, long size) {
    return Merkle.consistency(nodes(size), old, size).stream().map(Digest::ofRaw).toList();
  }

  /**
   * The root of the tree of a size, from its tiles.
   *
   * @param size at most the published size
   */
  default Digest root(long size) {
    return Digest.ofRaw(Merkle.root(nodes(size), 0, size));
  }

  private Merkle.Nodes nodes(long size) {
    long published = size();
    if (size > published) {
      throw new LedgerFault.OutOfRange("tree size", size + " of " + published);
    }
    // The published tree's tiles hold every earlier tree; partial tiles of an odd earlier size
    // that never was a checkpoint do not exist.
    return new TileHashes(this::tile, published);
  }
}

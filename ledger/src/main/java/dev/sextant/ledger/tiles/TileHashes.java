package dev.sextant.ledger.tiles;

import dev.sextant.ledger.Merkle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Complete subtrees of the tree of one size, read from its tiles. Keeps the last tile of each
 * level, since a proof asks for neighbours. For one thread and one proof or root.
 */
public final class TileHashes implements Merkle.Nodes {
  /** Where tiles come from. */
  @FunctionalInterface
  public interface Source {
    /** The bytes of a tile: {@code 32 * width} of them. */
    byte[] tile(int level, long index, int width);
  }

  private record Kept(long index, byte[] hashes) {}

  private final Source source;
  private final long size;
  private final Map<Integer, Kept> kept = new HashMap<>();

  /**
   * @param size entries in the tree whose tiles are read; nodes must lie within it
   */
  public TileHashes(Source source, long size) {
    this.source = source;
    this.size = size;
  }

  @Override
  public byte[] node(int height, long index) {
    int level = height / TilePath.HEIGHT;
    int inner = height % TilePath.HEIGHT;
    long first = index << inner;
    byte[] hashes = tile(level, first / TilePath.FULL);
    int at = (int) (first % TilePath.FULL) * Merkle.HASH_BYTES;
    return perfect(hashes, at, 1 << inner);
  }

  /** The root of a perfect subtree over {@code count} hashes from byte {@code at}. */
  static byte[] perfect(byte[] hashes, int at, int count) {
    if (count == 1) {
      return Arrays.copyOfRange(hashes, at, at + Merkle.HASH_BYTES);
    }
    int half = count / 2;
    return Merkle.nodeHash(
        perfect(hashes, at, half), perfect(hashes, at + half * Merkle.HASH_BYTES, half));
  }

  private byte[] tile(int level, long index) {
    Kept last = kept.get(level);
    if (last == null || last.index() != index) {
      int width = TilePath.width(level, index, size);
      last = new Kept(index, source.tile(level, index, width));
      kept.put(level, last);
    }
    return last.hashes();
  }
}

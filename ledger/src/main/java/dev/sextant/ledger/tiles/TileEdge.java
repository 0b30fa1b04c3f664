package dev.sextant.ledger.tiles;

import dev.sextant.ledger.Merkle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The growing right edge of the tree: of each level the hashes of its last, not yet full tile, and
 * the bundle of the last, not yet full 256 entries. Not thread-safe.
 *
 * <p>State: at most 255 hashes a level (8 levels for 2^63 entries) and 255 entries, whatever the
 * size.
 */
public final class TileEdge {
  /** Told of each full tile and bundle, lower levels first. */
  public interface Sink {
    /** A hash tile is full. */
    void tile(int level, long index, byte[] hashes) throws IOException;

    /** A bundle of 256 entries is full. */
    void bundle(long index, byte[] entries) throws IOException;
  }

  private static final int TILE_BYTES = TilePath.FULL * Merkle.HASH_BYTES;

  private final List<byte[]> levels = new ArrayList<>();
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
  private long size;

  /** The edge of the empty tree. */
  public TileEdge() {}

  /** The edge of a published tree, read back from its right-most tiles: O(log n) of them. */
  public static TileEdge read(TileFolder folder, long size) {
    TileEdge edge = new TileEdge();
    edge.size = size;
    for (int level = 0; TilePath.count(level, size) > 0; level++) {
      byte[] hashes = new byte[TILE_BYTES];
      int width = edge.width(level);
      if (width > 0) {
        long index = TilePath.count(level, size) / TilePath.FULL;
        byte[] tile = folder.tile(level, index, width);
        System.arraycopy(tile, 0, hashes, 0, tile.length);
      }
      edge.levels.add(hashes);
    }
    if (edge.width(0) > 0) {
      edge.bundle.writeBytes(folder.entries(size / TilePath.FULL, edge.width(0)));
    }
    return edge;
  }

  /** A copy that later appends do not change. */
  public TileEdge copy() {
    TileEdge copy = new TileEdge();
    copy.size = size;
    levels.forEach(hashes -> copy.levels.add(hashes.clone()));
    copy.bundle.writeBytes(bundle.toByteArray());
    return copy;
  }

  /** Entries in the tree. */
  public long size() {
    return size;
  }

  /** The width of a level's partial tile, 0 to 255. */
  public int width(int level) {
    return (int) (TilePath.count(level, size) % TilePath.FULL);
  }

  /** Levels that hold at least one hash. */
  public int levels() {
    return levels.size();
  }

  /** The hashes of a level's partial tile; its length is 32 times its width. */
  public byte[] partial(int level) {
    return Arrays.copyOf(levels.get(level), width(level) * Merkle.HASH_BYTES);
  }

  /** The entries of the partial bundle, each with its length before it. */
  public byte[] partialBundle() {
    return bundle.toByteArray();
  }

  /** Adds one entry; full tiles and bundles go to the sink. */
  public void append(byte[] entry, byte[] leafHash, Sink sink) throws IOException {
    bundle.write(entry.length >> 8);
    bundle.write(entry.length);
    bundle.writeBytes(entry);
    long index = size / TilePath.FULL;
    int slot = width(0);
    byte[] carry = leafHash;
    int level = 0;
    while (true) {
      if (level == levels.size()) {
        levels.add(new byte[TILE_BYTES]);
      }
      byte[] hashes = levels.get(level);
      System.arraycopy(carry, 0, hashes, slot * Merkle.HASH_BYTES, Merkle.HASH_BYTES);
      if (slot + 1 < TilePath.FULL) {
        break;
      }
      if (level == 0) {
        sink.bundle(index, bundle.toByteArray());
        bundle.reset();
      }
      sink.tile(level, index, hashes.clone());
      carry = TileHashes.perfect(hashes, 0, TilePath.FULL);
      level++;
      // The tile just filled is one hash of the next level, at this place in it.
      slot = (int) (index % TilePath.FULL);
      index /= TilePath.FULL;
    }
    size++;
  }

  /* The root is folded from the right: each set bit of the size is one perfect subtree, the lowest
   * bit the right-most, and a level's bits are bits 8*level to 8*level+7 of the size. */
  /** The RFC 6962 root. */
  public byte[] root() {
    byte @Nullable [] right = null;
    for (int level = 0; level < levels.size(); level++) {
      int end = width(level);
      for (int bit = 0; bit < TilePath.HEIGHT; bit++) {
        int count = 1 << bit;
        if ((width(level) & count) == 0) {
          continue;
        }
        end -= count;
        byte[] left = TileHashes.perfect(levels.get(level), end * Merkle.HASH_BYTES, count);
        right = right == null ? left : Merkle.nodeHash(left, right);
      }
    }
    return right == null ? Merkle.emptyRoot() : right;
  }
}

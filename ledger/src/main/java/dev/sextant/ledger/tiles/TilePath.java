package dev.sextant.ledger.tiles;

import java.util.Locale;

/** Names and widths of tiles (c2sp.org/tlog-tiles). */
public final class TilePath {
  /** Hashes in a full tile, entries in a full bundle. */
  public static final int FULL = 256;

  /** Tree levels that one tile spans. */
  public static final int HEIGHT = 8;

  private TilePath() {}

  /**
   * The path of a hash tile below the log's prefix.
   *
   * @param width 1 to 256; less than 256 names a partial tile
   */
  public static String hashes(int level, long index, int width) {
    return "tile/" + level + "/" + number(index) + suffix(width);
  }

  /** The path of an entry bundle below the log's prefix. */
  public static String entries(long index, int width) {
    return "tile/entries/" + number(index) + suffix(width);
  }

  private static String number(long index) {
    String name = String.format(Locale.ROOT, "%03d", index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      name = String.format(Locale.ROOT, "x%03d/", rest % 1000) + name;
    }
    return name;
  }

  private static String suffix(int width) {
    if (width < 1 || width > FULL) {
      throw new IllegalArgumentException("a tile has 1 to 256 hashes, not " + width);
    }
    return width == FULL ? "" : ".p/" + width;
  }

  /** How many complete subtrees of a level (each over 256^level entries) a tree of a size has. */
  public static long count(int level, long size) {
    int shift = HEIGHT * level;
    return shift >= Long.SIZE ? 0 : size >> shift;
  }

  /** The width of tile {@code index} of a level in a tree of a size; 0 if the tile is not in it. */
  public static int width(int level, long index, long size) {
    return (int) Math.clamp(count(level, size) - index * FULL, 0, FULL);
  }
}

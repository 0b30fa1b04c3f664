package dev.sextant.records;

import dev.sextant.terms.BadValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A number that stays nearly the same when a picture is scaled, compressed again or brightened: the
 * 64-bit difference hash ("dHash", Neal Krawetz, "Kind of Like That", Hacker Factor, 2013). Two
 * pictures whose hashes differ in few bits are likely the same picture; that is a lead to look at
 * them, never proof. A copy trimmed by a hundredth or so is mostly found; one that is cropped
 * further, mirrored or turned is not.
 *
 * @param bits row by row from the top left, the first comparison in the highest bit
 */
public record PictureHash(long bits) {
  /** Bits that differ between copies of one picture that were only scaled or compressed. */
  public static final int LIKELY_SAME = 7;

  private static final int BANDS = 8;

  /** The hash of 16 hexadecimal digits. */
  public static PictureHash of(String hex) {
    if (hex.length() != 16 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new BadValue("SX-RECORD-PICTURE", "picture hash", hex, "give 16 hexadecimal digits");
    }
    return new PictureHash(HexFormat.fromHexDigitsToLong(hex));
  }

  /** The 16 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().toHexDigits(bits);
  }

  /** In how many of the 64 bits the two differ. */
  public int distance(PictureHash other) {
    return Long.bitCount(bits ^ other.bits);
  }

  /**
   * The terms an index keeps for this hash: each of its eight bytes with its place. Two hashes at a
   * distance of at most {@link #LIKELY_SAME} share at least one term (eight bands, seven bits), so
   * looking up any of the eight and then measuring {@link #distance} misses none of them.
   */
  public List<String> bands() {
    List<String> bands = new ArrayList<>();
    String hex = hex();
    for (int i = 0; i < BANDS; i++) {
      bands.add(i + ":" + hex.substring(2 * i, 2 * i + 2));
    }
    return List.copyOf(bands);
  }

  @Override
  public String toString() {
    return hex();
  }
}

package dev.sextant.linkage.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two pictures by their perceptual hashes: how many of the bits differ (Hamming distance). Cells:
 * hash in hexadecimal, 64 bits. A hash of nearly all zeros or ones is a blank picture and says
 * nothing; how many accounts have a picture (a platform's default, a film star) is for the term.
 */
public final class Pictures implements Comparison<Long> {
  private final List<Double> bands;
  private final List<String> levels;

  private Pictures(List<Double> bands) {
    this.bands = bands;
    List<String> levels = new ArrayList<>();
    levels.add("same picture hash");
    bands.forEach(bits -> levels.add("at most " + bits.intValue() + " of 64 bits differ"));
    levels.add("different");
    this.levels = List.copyOf(levels);
  }

  /** Option {@code bits}: the bands, rising; 2, 5, 8, 12 by default. */
  static Pictures of(Options options, Corpus corpus) {
    return new Pictures(options.rising("bits", List.of(2.0, 5.0, 8.0, 12.0)));
  }

  @Override
  public List<String> levels() {
    return levels;
  }

  @Override
  public @Nullable Long prepare(List<String> cells) {
    String hash = cells.getFirst().strip();
    hash = hash.startsWith("0x") ? hash.substring(2) : hash;
    if (hash.length() != 16) {
      return null;
    }
    try {
      long bits = Long.parseUnsignedLong(hash, 16);
      int ones = Long.bitCount(bits);
      return ones < 6 || ones > 58 ? null : (Long) bits;
    } catch (NumberFormatException noHash) {
      return null;
    }
  }

  @Override
  public int level(Long a, Long b) {
    int differ = Long.bitCount(a ^ b);
    if (differ == 0) {
      return 0;
    }
    for (int i = 0; i < bands.size(); i++) {
      if (differ <= bands.get(i)) {
        return i + 1;
      }
    }
    return bands.size() + 1;
  }

  @Override
  public @Nullable String term(Long value, int level) {
    return level <= bands.size() ? Long.toHexString(value) : null;
  }
}

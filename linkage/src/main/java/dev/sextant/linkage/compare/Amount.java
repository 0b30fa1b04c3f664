package dev.sextant.linkage.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far apart two numbers are, measured by the larger: prices, amounts, running times. */
public final class Amount implements Comparison<Double> {
  private static final List<String> LEVELS =
      List.of("same", "within 1 %", "within 5 %", "within 10 %", "within 25 %", "further apart");
  private static final double[] WITHIN = {0.01, 0.05, 0.10, 0.25};

  private Amount() {}

  /** Takes no options. */
  public static Amount of(Options options, Corpus corpus) {
    return new Amount();
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Double prepare(List<String> cells) {
    StringBuilder digits = new StringBuilder();
    for (char c : String.join("", cells).toCharArray()) {
      if ((c >= '0' && c <= '9') || c == '.' || (c == '-' && digits.isEmpty())) {
        digits.append(c);
      } else if (!digits.isEmpty() && c != ',' && c != ' ') {
        break;
      }
    }
    try {
      return digits.isEmpty() ? null : Double.valueOf(digits.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public int level(Double a, Double b) {
    double apart = Math.abs(a - b);
    if (apart == 0) {
      return 0;
    }
    double larger = Math.max(Math.abs(a), Math.abs(b));
    for (int i = 0; i < WITHIN.length; i++) {
      if (apart <= WITHIN[i] * larger) {
        return i + 1;
      }
    }
    return WITHIN.length + 1;
  }

  @Override
  public @Nullable String term(Double value, int level) {
    return level == 0 ? value.toString() : null;
  }
}

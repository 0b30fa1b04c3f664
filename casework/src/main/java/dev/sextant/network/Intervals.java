package dev.sextant.network;

import dev.sextant.kernels.doubt.Doubt;
import dev.sextant.kernels.doubt.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/* Spreads of a file's measures, and what was assumed for them. */
record Intervals(Uncertainty assumed, Doubt.Result result) {
  /** A measure's spread; null if it was not replicated. */
  @Nullable Spread of(String measure) {
    for (Doubt.Measured measured : result.measured()) {
      if (measured.measure().name().equals(measure)) {
        return measured.spread();
      }
    }
    return null;
  }

  /** A line for each measure, and one for what they rest on. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Intervals (%s %%, %d replicas) assume: %s. Rank 1 is the highest value; equal values"
                + " share ranks by lot.",
            SheetNumber.of(Math.rint(result.plan().level() * 1e6) / 1e4),
            result.plan().replicas(),
            assumed.words()));
    for (Doubt.Measured measured : result.measured()) {
      String line = line(measured.spread());
      if (!line.isEmpty()) {
        lines.add(measured.measure().name() + ": " + line);
      }
    }
    return lines;
  }

  private static String line(Spread spread) {
    return switch (spread) {
      case Spread.Ranks ranks ->
          String.format(
              Locale.ROOT,
              "robustness %.3f (pairs that keep their order), tau %.3f, %.0f %% of the first %d"
                  + " stay among them; %s",
              ranks.robustness(),
              ranks.tau(),
              100 * ranks.overlap(),
              ranks.k(),
              Robustness.Calibration.of(ranks.calibration()).words());
      case Spread.Grouping grouping ->
          String.format(
              Locale.ROOT,
              "adjusted Rand %.3f, %.0f to %.0f groups",
              grouping.agreement(),
              grouping.groups().low(),
              grouping.groups().high());
      case Spread.Sets sets ->
          String.format(
              Locale.ROOT, "the best set keeps %.0f %% of its members", 100 * sets.likeness());
      case Spread.Numbers numbers -> "";
      case Spread.Pairs pairs -> "";
      case Spread.Bands bands -> "";
    };
  }
}

package dev.sextant.network;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.terms.Progress;
import java.util.function.Function;

/** Runs kernels for this house: its progress, its faults, and a stop when interrupted. */
final class Kernels {
  private Kernels() {}

  static <T> T run(Progress progress, Function<dev.sextant.kernels.Progress, T> work) {
    try {
      return work.apply((done, total) -> {
        if (done >= 0) {
          progress.at(done, total, "steps");
        }
        return !Thread.currentThread().isInterrupted();
      });
    } catch (Cancelled e) {
      throw stopped(e);
    } catch (BadGraph e) {
      BadMeasuring fault =
          new BadMeasuring(
              "SX-NETWORK-GRAPH",
              "these ties cannot be measured this way",
              "measure",
              String.valueOf(e.getMessage()),
              "choose another method, or another rule or window");
      fault.initCause(e);
      throw fault;
    }
  }

  static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw stopped(null);
    }
  }

  private static BadMeasuring stopped(@org.jspecify.annotations.Nullable Throwable cause) {
    BadMeasuring fault =
        new BadMeasuring(
            "SX-NETWORK-STOPPED",
            "stopped before it was finished; nothing was written",
            "network",
            "interrupted",
            "begin again");
    if (cause != null) {
      fault.initCause(cause);
    }
    return fault;
  }
}

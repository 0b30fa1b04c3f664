package dev.sextant.findings;

import java.util.List;

/**
 * A snapshot with the measures of it that a finding cites.
 *
 * @param snapshot what is shown of it
 * @param measures in the order asked for
 */
public record CitedNetwork(CitedSnapshot snapshot, List<CitedMeasure> measures) {
  /** Copies. */
  public CitedNetwork {
    measures = List.copyOf(measures);
  }
}

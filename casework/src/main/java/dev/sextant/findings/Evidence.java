package dev.sextant.findings;

import dev.sextant.authority.Act;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import java.util.List;
import java.util.Set;

/**
 * Where findings copy what they cite from. {@link CaseEvidence} is the case's own; tests have
 * others. Each method answers within the scope of the act's permit and throws {@link
 * FindingFault.NotFound} for what lies outside it.
 */
public interface Evidence {
  /** A cited record, with the bytes behind it. */
  Support support(Act act, Citation citation);

  /**
   * A snapshot, or, where it is too large to be shown, the part of it around the entities named;
   * and measures of it.
   *
   * @param named keys of the entities that the claim names
   * @param measures which measures
   */
  CitedNetwork network(Act act, SnapshotId id, Set<String> named, List<MeasureId> measures);

  /**
   * Entities, with their accounts and the judgements behind them.
   *
   * @param keys which, answered in this order
   */
  List<CitedEntity> entities(Act act, List<String> keys);
}

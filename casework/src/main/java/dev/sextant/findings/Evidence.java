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
  /**
   * Whom a finding needs by name. Everybody else stays in the house: what leaves is adequate,
   * relevant and not excessive (Directive (EU) 2016/680, Article 4(1)(c)).
   *
   * @param entities keys of the entities that the claim names
   * @param authors keys of the accounts that the cited records show acting; of these, those are
   *     named that are tied to an entity that the claim names
   */
  record Needed(Set<String> entities, Set<String> authors) {
    /** Copies. */
    public Needed {
      entities = Set.copyOf(entities);
      authors = Set.copyOf(authors);
    }
  }

  /** A cited record, with the bytes behind it. */
  Support support(Act act, Citation citation);

  /** A citation with those notes only that still stand; a correction begins from what was cited. */
  default Citation standing(Act act, Citation citation) {
    return citation;
  }

  /** Records that were copied, each with how its exhibit came in; by default on its own. */
  default List<Corroboration.Cited> cited(Act act, List<Support> supports) {
    return supports.stream().map(s -> new Corroboration.Cited(s, "", false)).toList();
  }

  /**
   * A snapshot, or, where it is too large to be shown, the part of it around the entities named;
   * and measures of it. Only whom the finding needs is named in it.
   *
   * @param needed whom the finding needs
   * @param measures which measures
   */
  CitedNetwork network(Act act, SnapshotId id, Needed needed, List<MeasureId> measures);

  /**
   * Entities, with their accounts and the judgements behind them.
   *
   * @param keys which, answered in this order
   */
  List<CitedEntity> entities(Act act, List<String> keys);
}

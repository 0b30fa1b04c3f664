package dev.sextant.findings;

import dev.sextant.terms.Grade;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.StatementType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an author asserts, before anything is frozen.
 *
 * @param title a few words
 * @param text the claim in full sentences
 * @param type fact, reported or assessment
 * @param grade of the sources and what they say, in the scheme the author judged in
 * @param method how the author came to it, so that another can repeat it
 * @param supports records that speak for it
 * @param counterSupports records that speak against it
 * @param noCounterSupport where none speak against it: what was looked for and not found, in words
 * @param alternatives other explanations that were weighed
 * @param snapshot the frozen network it rests on, or null
 * @param measures measures of that snapshot that it rests on
 * @param entityKeys keys of the entities that it names
 */
public record Claim(
    String title,
    String text,
    StatementType type,
    Grade grade,
    String method,
    List<Citation> supports,
    List<Citation> counterSupports,
    String noCounterSupport,
    List<String> alternatives,
    @Nullable SnapshotId snapshot,
    List<MeasureId> measures,
    List<String> entityKeys) {
  /** Copies the lists. */
  public Claim {
    supports = List.copyOf(supports);
    counterSupports = List.copyOf(counterSupports);
    alternatives = List.copyOf(alternatives);
    measures = List.copyOf(measures);
    entityKeys = List.copyOf(entityKeys);
  }
}

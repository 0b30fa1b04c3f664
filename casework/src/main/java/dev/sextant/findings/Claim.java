package dev.sextant.findings;

import dev.sextant.terms.Grade;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.StatementType;
import java.util.List;
import java.util.function.UnaryOperator;
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
 * @param reasoning how it weighs what it rests on
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
    List<String> entityKeys,
    Reasoning reasoning) {
  /** Copies the lists. */
  public Claim {
    supports = List.copyOf(supports);
    counterSupports = List.copyOf(counterSupports);
    alternatives = List.copyOf(alternatives);
    measures = List.copyOf(measures);
    entityKeys = List.copyOf(entityKeys);
  }

  /** A claim without estimative words and without a matrix. */
  public Claim(
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
    this(
        title,
        text,
        type,
        grade,
        method,
        supports,
        counterSupports,
        noCounterSupport,
        alternatives,
        snapshot,
        measures,
        entityKeys,
        Reasoning.NONE);
  }

  /** The same claim with each of its citations changed. */
  Claim citing(UnaryOperator<Citation> change) {
    return new Claim(
        title,
        text,
        type,
        grade,
        method,
        supports.stream().map(change).toList(),
        counterSupports.stream().map(change).toList(),
        noCounterSupport,
        alternatives,
        snapshot,
        measures,
        entityKeys,
        reasoning);
  }

  /** The same claim with this reasoning. */
  public Claim with(Reasoning reasoned) {
    return new Claim(
        title,
        text,
        type,
        grade,
        method,
        supports,
        counterSupports,
        noCounterSupport,
        alternatives,
        snapshot,
        measures,
        entityKeys,
        reasoned);
  }
}

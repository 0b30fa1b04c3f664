package dev.sextant.identity;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.evaluate.Evaluation;
import dev.sextant.linkage.evaluate.EvaluationText;
import dev.sextant.linkage.evaluate.IdNumbers;
import dev.sextant.linkage.evaluate.Partition;
import dev.sextant.linkage.evaluate.ReviewEstimate;
import dev.sextant.linkage.evaluate.ReviewPlan;
import dev.sextant.linkage.evaluate.ScoredPairs;
import dev.sextant.linkage.evaluate.Subgroups;
import dev.sextant.linkage.evaluate.TruePairs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How good scored pairs are, on plain tables and without a case: against a truth, or, where there
 * is none, by what a person judged of a sample.
 */
public final class PairEvaluation {
  private PairEvaluation() {}

  /**
   * What is evaluated.
   *
   * @param pairs tab-separated, no header: id_a, id_b, log2 odds, probability
   * @param truth comma-separated, header id_a, id_b
   * @param clusters tab-separated, no header: id, entity
   * @param records tables of records for subgroups: none, one, or left and right
   * @param by column of the records to group by
   * @param prior log2 odds that the scores include, if known
   * @param sides whether the ids of both columns are two name spaces
   */
  public record Asked(
      Path pairs,
      Path truth,
      Optional<Path> clusters,
      List<Path> records,
      Optional<String> by,
      Optional<Double> prior,
      boolean sides) {}

  /**
   * An evaluation as it is shown.
   *
   * @param text lines for a reader
   * @param json one document
   * @param tippett SVG of the Tippett plot
   */
  public record Shown(String text, String json, String tippett) {}

  /**
   * Evaluates against a truth.
   *
   * @throws BadLinkage if a table is not as described
   */
  public static Shown against(Asked asked) throws IOException {
    try {
      IdNumbers ids = asked.sides() ? IdNumbers.twoSpaces() : IdNumbers.oneSpace();
      ScoredPairs pairs = ScoredPairs.read(asked.pairs(), ids);
      TruePairs truth = TruePairs.read(asked.truth(), ids);
      Optional<Partition> clusters = Optional.empty();
      if (asked.clusters().isPresent()) {
        clusters = Optional.of(Partition.read(asked.clusters().get(), ids));
      }
      Evaluation evaluation =
          Evaluation.of(
              new Evaluation.Asked(
                  ids, pairs, truth, clusters, asked.prior(), subgroups(asked, ids)));
      return new Shown(
          EvaluationText.text(evaluation),
          EvaluationText.json(evaluation),
          evaluation.tippett().svg());
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }

  private static Optional<Subgroups> subgroups(Asked asked, IdNumbers ids) throws IOException {
    if (asked.records().isEmpty()) {
      return Optional.empty();
    }
    Subgroups subgroups = new Subgroups(asked.by());
    for (int i = 0; i < asked.records().size(); i++) {
      subgroups.read(asked.records().get(i), ids, i > 0);
    }
    return Optional.of(subgroups);
  }

  /**
   * Draws the pairs that a person should judge, so that precision and recall can be estimated.
   *
   * @param pairs as in {@link Asked}
   * @param judge how many pairs a person will judge
   * @param seed of the draw
   * @return a comma-separated table with an empty column for the verdict
   * @throws BadLinkage if the table is not as described
   */
  public static String sample(Path pairs, int judge, long seed) throws IOException {
    try {
      IdNumbers ids = IdNumbers.twoSpaces();
      return ReviewPlan.of(ScoredPairs.read(pairs, ids), judge, seed).table(ids);
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }

  /**
   * Estimates precision and recall from a sample that a person has judged.
   *
   * @param judged the table of {@link #sample} with verdicts: same, different, unsure
   * @return lines for a reader
   * @throws BadLinkage if the table is not as described
   */
  public static String judged(Path judged) throws IOException {
    try {
      return ReviewEstimate.read(judged).text();
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }
}

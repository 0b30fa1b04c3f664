package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Blocking;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Rarity;
import dev.sextant.linkage.model.SampledPairs;
import dev.sextant.linkage.model.Scorer;
import dev.sextant.linkage.model.Trainer;
import dev.sextant.linkage.model.Weights;
import dev.sextant.linkage.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A sample of blocks, compared and scored by a model of its own: which rules meet the pairs that
 * are likely of one actor. Blocks come in the order of hashes, so some of them are a fair sample.
 */
final class Preview {
  /** Pieces of work that are looked at; a piece has 65,536 pairs or a whole rule's. */
  private static final int PIECES = 24;

  private final List<Long> likely = new ArrayList<>();

  /**
   * Compares a sample.
   *
   * @param allPairs of the table
   */
  static Preview of(
      Site site, SampledPairs random, double allPairs, Profile.Settings settings, Workers workers) {
    List<Compared> fields = site.fields();
    Blocking blocking = site.blocking();
    int every = Math.max(1, site.pieces() / PIECES);
    List<Integer> sampled =
        IntStream.iterate(0, i -> i < site.pieces(), i -> i + every).boxed().toList();
    Candidates candidates =
        Candidates.here(sampled, piece -> site.compare(piece, false), workers, Spill.none());
    Weights weights =
        new Trainer(
                fields,
                candidates.counts(),
                Trainer.Labelled.none(),
                random,
                Math.max(1, allPairs / every),
                settings.prior())
            .train();
    Rarity rarity = Rarity.terms(fields).counted(fields, new int[0]);
    Scorer scorer = new Scorer(fields, weights, rarity, Map.of());
    Preview preview = new Preview();
    for (ComparedPairs part : candidates.parts()) {
      for (int i = 0; i < part.size(); i++) {
        if (scorer.score(part.a(i), part.b(i), part.pattern(i)) > 0) {
          preview.likely.add(blocking.rulesOf(part.a(i), part.b(i)));
        }
      }
    }
    return preview;
  }

  /** The rules that each likely pair meets, bit by bit. */
  List<Long> likely() {
    return likely;
  }

  Announcement announce(Blocking blocking, boolean derived) {
    List<Double> recall = new ArrayList<>();
    for (int rule = 0; rule < blocking.reports().size(); rule++) {
      long bit = 1L << rule;
      long met = likely.stream().filter(rules -> (rules & bit) != 0).count();
      recall.add(likely.isEmpty() ? 0 : (double) met / likely.size());
    }
    long once = likely.stream().filter(rules -> Long.bitCount(rules) == 1).count();
    long twice = likely.stream().filter(rules -> Long.bitCount(rules) == 2).count();
    double unseen = once * (once - 1.0) / (2 * (twice + 1.0));
    double together = likely.isEmpty() ? 0 : likely.size() / (likely.size() + Math.max(0, unseen));
    return new Announcement(blocking.reports(), recall, together, derived);
  }
}

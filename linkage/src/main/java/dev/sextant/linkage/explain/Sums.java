package dev.sextant.linkage.explain;

import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.Rarity;
import dev.sextant.linkage.model.Rivals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The arithmetic of a score, from what an explanation holds and from nothing else. */
final class Sums {
  private Sums() {}

  static int prior(double prior) {
    return Bits.log2(prior / (1 - prior));
  }

  static int rarity(List<Rarity.Told> told) {
    return switch (told.size()) {
      case 0 -> 0;
      case 1 -> told.getFirst().bits();
      default -> Rarity.unlike(told.getFirst().bits(), told.getLast().bits());
    };
  }

  /** Caps with the sums that this evidence has; the most of each is kept. */
  static List<Explanation.Cap> caps(List<Explanation.Cap> caps, List<Evidence> evidence) {
    List<Explanation.Cap> summed = new ArrayList<>();
    for (Explanation.Cap cap : caps) {
      int sum = 0;
      for (Evidence each : evidence) {
        sum += each.group().filter(cap.group()::equals).isPresent() ? each.weight() : 0;
      }
      summed.add(new Explanation.Cap(cap.group(), cap.most(), sum, Math.min(sum, cap.most())));
    }
    return summed;
  }

  /** Prior, weights of fields in no capped group, and capped groups. */
  static int direct(int prior, List<Evidence> evidence, List<Explanation.Cap> caps) {
    Set<String> capped = new HashSet<>();
    long sum = prior;
    for (Explanation.Cap cap : caps) {
      capped.add(cap.group());
      sum += cap.counted();
    }
    for (Evidence each : evidence) {
      boolean apart = each.group().isEmpty() || !capped.contains(each.group().get());
      sum += apart ? each.weight() : 0;
    }
    return (int) sum;
  }

  /** What decoys and rivals make of the fields' log2 odds. */
  static int alone(int direct, Optional<Decoys.Told> decoys, Optional<Rivals.Told> rivals) {
    int corrected = decoys.map(told -> told.corrected(direct)).orElse(direct);
    return rivals.map(told -> rival(told, corrected).after()).orElse(corrected);
  }

  /** What rivals are worked out from, with what went before them. */
  static Rivals.Told rival(Rivals.Told told, int before) {
    return new Rivals.Told(before, told.aloneA(), told.aloneB(), told.forth(), told.back());
  }

  /** What the groups make of a pair's own log2 odds. */
  static int score(int alone, Optional<Explanation.Together> together) {
    return together
        .map(t -> {
          int height = t.height().orElse(Partition.UNTIED);
          return t.own() || !t.same()
              ? Linked.withGroup(t.same(), height, alone)
              : Math.max(1, height);
        })
        .orElse(alone);
  }

  /** The probability of log2 odds. */
  static double probability(int score) {
    double odds = StrictMath.pow(2, Bits.shown(score));
    return odds > 1e15 ? 1 : odds / (1 + odds);
  }
}

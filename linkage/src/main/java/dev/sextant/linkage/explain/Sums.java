package dev.sextant.linkage.explain;

import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.Dependence;
import dev.sextant.linkage.model.LabelCalibration;
import dev.sextant.linkage.model.Rarity;
import dev.sextant.linkage.model.Relatives;
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
  static List<Explanation.Cap> caps(
      List<Explanation.Cap> caps, List<Evidence> evidence, Dependence dependence) {
    List<Explanation.Cap> summed = new ArrayList<>();
    for (Explanation.Cap cap : caps) {
      int sum = 0;
      for (Evidence each : evidence) {
        sum += each.group().filter(cap.group()::equals).isPresent() ? each.weight() : 0;
      }
      for (Dependence.Edge edge : met(dependence, evidence)) {
        sum +=
            within(edge, evidence).filter(cap.group()::equals).isPresent()
                ? bits(edge, evidence)
                : 0;
      }
      summed.add(new Explanation.Cap(cap.group(), cap.most(), sum, Math.min(sum, cap.most())));
    }
    return summed;
  }

  /** What relatives take. */
  static int relatives(Relatives relatives, List<Evidence> evidence, Dependence dependence) {
    int strangers = 0;
    for (Dependence.Edge edge : met(dependence, evidence)) {
      strangers += edge.strangerBits(level(evidence, edge.one()), level(evidence, edge.other()));
    }
    return relatives.bits(evidence.stream().mapToInt(Evidence::weight).toArray(), strangers);
  }

  /* Edges both of whose fields say something. */
  private static List<Dependence.Edge> met(Dependence dependence, List<Evidence> evidence) {
    return dependence.edges().stream()
        .filter(edge ->
            evidence.get(edge.one()).said().isPresent()
                && evidence.get(edge.other()).said().isPresent())
        .toList();
  }

  /* The group that both fields are of: what they say together is then under its cap. */
  private static Optional<String> within(Dependence.Edge edge, List<Evidence> evidence) {
    Optional<String> group = evidence.get(edge.one()).group();
    return group.equals(evidence.get(edge.other()).group()) ? group : Optional.empty();
  }

  private static int bits(Dependence.Edge edge, List<Evidence> evidence) {
    return edge.bits(level(evidence, edge.one()), level(evidence, edge.other()));
  }

  private static int level(List<Evidence> evidence, int field) {
    return evidence.get(field).said().map(Evidence.Said::level).orElse(0);
  }

  /** What fields that hang together say beyond what each says. */
  static List<Explanation.Jointly> jointly(Dependence dependence, List<Evidence> evidence) {
    List<Explanation.Jointly> jointly = new ArrayList<>();
    for (Dependence.Edge edge : met(dependence, evidence)) {
      int one = level(evidence, edge.one());
      int other = level(evidence, edge.other());
      jointly.add(
          new Explanation.Jointly(
              evidence.get(edge.one()).field(),
              evidence.get(edge.other()).field(),
              edge.same()[one][other],
              edge.strangers()[one][other],
              bits(edge, evidence)));
    }
    return List.copyOf(jointly);
  }

  /**
   * Prior, weights of fields in no capped group, capped groups, what fields say together, and what
   * relatives take.
   */
  static int direct(
      int prior,
      List<Evidence> evidence,
      List<Explanation.Cap> caps,
      Optional<Relatives> relatives,
      Dependence dependence) {
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
    for (Dependence.Edge edge : met(dependence, evidence)) {
      boolean apart = within(edge, evidence).filter(capped::contains).isEmpty();
      sum += apart ? bits(edge, evidence) : 0;
    }
    return (int) (sum + relatives.map(of -> relatives(of, evidence, dependence)).orElse(0));
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

  /** What the groups, and then labels, make of a pair's own log2 odds. */
  static int score(
      int prior,
      int alone,
      Optional<Explanation.Together> together,
      Optional<LabelCalibration.Told> calibration) {
    int score = uncalibrated(prior, alone, together);
    return calibration.map(told -> told.calibrated(score)).orElse(score);
  }

  /** What the groups make of a pair's own log2 odds, and how many of which size there are. */
  static int uncalibrated(int prior, int alone, Optional<Explanation.Together> together) {
    int grouped = grouped(prior, alone, together);
    return together
        .flatMap(t -> t.lone().map(lone -> lone.moved(t.same(), t.heard(prior), grouped, prior)))
        .orElse(grouped);
  }

  /** What the groups make of a pair's own log2 odds. */
  static int grouped(int prior, int alone, Optional<Explanation.Together> together) {
    return together
        .map(t -> {
          int height = t.heard(prior);
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

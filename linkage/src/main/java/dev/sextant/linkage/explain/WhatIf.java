package dev.sextant.linkage.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What would change an explained score: fields left out, fields that would agree. Only the evidence
 * on the pair itself is changed; what decoys, rivals and groups say is left as it is, since it came
 * from other pairs.
 */
public final class WhatIf {
  private WhatIf() {}

  /**
   * A changed field and what would come of it.
   *
   * @param field that is changed
   * @param level it would be at; empty where it would say nothing
   * @param score log2 odds then, in 1/65536 bit
   */
  public record Change(String field, Optional<String> level, int score) {
    /** The probability then. */
    public double probability() {
      return Sums.probability(score);
    }
  }

  /** The score without each field that says something, the one that matters most first. */
  public static List<Change> without(Explanation why) {
    List<Change> changes = new ArrayList<>();
    for (int f = 0; f < why.evidence().size(); f++) {
      Evidence each = why.evidence().get(f);
      if (each.said().isPresent()) {
        changes.add(new Change(each.field(), Optional.empty(), score(why, f, Optional.empty())));
      }
    }
    changes.sort(
        Comparator.comparingInt((Change change) -> -Math.abs(change.score() - why.score())));
    return List.copyOf(changes);
  }

  /**
   * The score with each field at its best level in turn, where it is not: what is missing. Fields
   * that say nothing are among them: a phone number that is not known yet. Rarity is left out of
   * the assumed agreement, as nobody knows what would be agreed in.
   */
  public static List<Change> ifAgreed(Explanation why) {
    List<Change> changes = new ArrayList<>();
    for (int f = 0; f < why.evidence().size(); f++) {
      Evidence each = why.evidence().get(f);
      boolean best = each.said().isPresent() && each.said().get().level() == 0;
      if (!best && !each.columns().isEmpty()) {
        Evidence.Level level = each.levels().getFirst();
        Evidence.Said said = new Evidence.Said(0, false, level.bits(), List.of(), 0);
        changes.add(
            new Change(each.field(), Optional.of(level.name()), score(why, f, Optional.of(said))));
      }
    }
    changes.sort(Comparator.comparingInt((Change change) -> -change.score()));
    return List.copyOf(changes);
  }

  private static int score(Explanation why, int changed, Optional<Evidence.Said> said) {
    List<Evidence> evidence = new ArrayList<>(why.evidence());
    Evidence was = evidence.get(changed);
    evidence.set(
        changed,
        new Evidence(
            was.field(),
            was.comparison(),
            was.group(),
            was.columns(),
            was.left(),
            was.right(),
            was.levels(),
            said));
    int direct =
        Sums.direct(
            why.priorBits(),
            evidence,
            Sums.caps(why.caps(), evidence, why.dependence()),
            why.relatives(),
            why.dependence());
    int relatives =
        why.relatives().map(of -> Sums.relatives(of, evidence, why.dependence())).orElse(0);
    return Sums.score(
        why.priorBits(),
        Sums.alone(direct, why.decoys(), why.rivals()),
        why.together().map(together -> together.beside(relatives)),
        why.calibration());
  }
}

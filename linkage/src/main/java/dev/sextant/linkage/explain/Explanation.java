package dev.sextant.linkage.explain;

import dev.sextant.linkage.group.GroupSizes;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.group.Scatter;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.Dependence;
import dev.sextant.linkage.model.LabelCalibration;
import dev.sextant.linkage.model.Relatives;
import dev.sextant.linkage.model.Rivals;
import java.util.List;
import java.util.Optional;

/**
 * Why a pair scores as it does. Whole numbers of bits are in 1/65536 bit.
 *
 * @param left id of the left record
 * @param right id of the right one
 * @param provenance what it was made from
 * @param prior probability that two records taken at random are of one actor
 * @param priorBits its log2 odds
 * @param evidence by field, in the profile's order
 * @param caps groups of correlated fields
 * @param relatives how often strangers share what a household, a firm or a family has in common,
 *     where the profile says which fields those are
 * @param dependence fields that hang together, by their place in the evidence
 * @param direct log2 odds by the fields: prior and all weights, groups capped, what fields say
 *     together, relatives counted
 * @param decoys what pairs that cannot be of one actor corrected, where a source has each actor
 *     once
 * @param rivals what other candidates for the same records made of it, likewise
 * @param together what the groups of records say, if they are heard
 * @param calibration how labels calibrated the run's scores, where there were labels
 * @param score log2 odds in the end
 * @param decision log2 odds from which a pair counts as possibly one actor
 * @param looked whether pairs such as this are looked at: not two of a source that has each actor
 *     once
 * @param rules which blocking rules there are
 * @param judgements of persons on these two records; they hold whatever the score is
 */
public record Explanation(
    String left,
    String right,
    Provenance provenance,
    double prior,
    int priorBits,
    List<Evidence> evidence,
    List<Cap> caps,
    Optional<Relatives> relatives,
    Dependence dependence,
    int direct,
    Optional<Decoys.Told> decoys,
    Optional<Rivals.Told> rivals,
    Optional<Together> together,
    Optional<LabelCalibration.Told> calibration,
    int score,
    int decision,
    boolean looked,
    List<Rule> rules,
    List<Bound> judgements) {
  /** Copies the lists. */
  public Explanation {
    evidence = List.copyOf(evidence);
    caps = List.copyOf(caps);
    rules = List.copyOf(rules);
    judgements = List.copyOf(judgements);
  }

  /**
   * A group of correlated fields.
   *
   * @param group its name
   * @param most bits that it may weigh
   * @param sum bits that its fields weigh together
   * @param counted the smaller of both
   */
  public record Cap(String group, int most, int sum, int counted) {
    /** Whether the cap took something away. */
    public boolean cut() {
      return counted < sum;
    }
  }

  /**
   * What the groups of records say of a pair.
   *
   * @param own whether the pair's own evidence is heard with them; a pair that no rule brings
   *     together is told by its group alone
   * @param same whether both records are in one group
   * @param height average log2 odds at which their groups were put together or stayed apart; empty
   *     where nothing ties them
   * @param pairs how many scored pairs that is the average of
   * @param apart variance of those, in 1/65536 bit squared
   * @param scatter of the whole run
   * @param lone what the sizes of groups say, where one of the two was alone when they met, or
   *     stayed apart
   */
  public record Together(
      boolean own,
      boolean same,
      Optional<Integer> height,
      int pairs,
      int apart,
      Scatter scatter,
      Optional<GroupSizes.Lone> lone) {
    /** What the sizes say, where neither a judgement nor a rule on sources spoke. */
    Optional<GroupSizes.Lone> counted() {
      int said = height.orElse(Partition.UNTIED);
      return said == Partition.BARRED || said == Integer.MAX_VALUE ? Optional.empty() : lone;
    }

    /**
     * The same beside relatives.
     *
     * @param relatives what they took from the pair's log2 odds
     */
    Together beside(int relatives) {
      return new Together(
          own, same, height, pairs, apart, scatter, lone.map(of -> of.beside(relatives)));
    }

    /**
     * What is heard: the average and, where it is of several pairs that scatter, more.
     *
     * @param prior log2 odds
     */
    int heard(int prior) {
      return scatter.heard(height.orElse(Partition.UNTIED), pairs, apart, prior);
    }
  }

  /**
   * A blocking rule.
   *
   * @param rule as the profile has it
   * @param met whether the pair meets it
   */
  public record Rule(String rule, boolean met) {}

  /**
   * A person's judgement on the pair.
   *
   * @param verdict same, different or unsure
   * @param by who judged
   * @param reason why, in the person's words
   */
  public record Bound(String verdict, String by, String reason) {}

  /** Whether a run compares the two: they may be one, and a rule brings them together. */
  public boolean compared() {
    return looked && (rules.isEmpty() || rules.stream().anyMatch(Rule::met));
  }

  /** What relatives who look so much alike take from the log2 odds, in 1/65536 bit. */
  public int relativesBits() {
    return relatives.map(of -> Sums.relatives(of, evidence, dependence)).orElse(0);
  }

  /** What fields that hang together say beyond what each says, by pair of fields. */
  public List<Jointly> jointly() {
    return Sums.jointly(dependence, evidence);
  }

  /**
   * What two fields say together beyond what each says.
   *
   * @param one name of the first field
   * @param other name of the second
   * @param same how much more often both levels occur together among pairs of one actor than if the
   *     fields were independent
   * @param strangers the same among strangers
   * @param bits what that weighs, in 1/65536 bit
   */
  public record Jointly(String one, String other, double same, double strangers, int bits) {}

  /** Log2 odds with the groups heard, before how many groups of which size there are. */
  public int grouped() {
    return Sums.grouped(priorBits, alone(), together);
  }

  /** Log2 odds before labels calibrated them. */
  public int uncalibrated() {
    return Sums.uncalibrated(priorBits, alone(), together);
  }

  /** Whether the score reaches the decision. */
  public boolean reached() {
    return score >= decision;
  }

  /** Log2 odds of the pair before its groups are heard: fields, decoys, rivals. */
  public int alone() {
    return Sums.alone(direct, decoys, rivals);
  }

  /** log2 of the likelihood ratio: what all evidence says, the prior apart. */
  public int evidenceBits() {
    return direct - priorBits;
  }

  /** The cap of a group. */
  Optional<Cap> cap(String group) {
    return caps.stream().filter(cap -> cap.group().equals(group)).findFirst();
  }
}

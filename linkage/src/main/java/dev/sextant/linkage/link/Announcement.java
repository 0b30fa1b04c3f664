package dev.sextant.linkage.link;

import dev.sextant.linkage.block.RuleReport;
import java.util.List;

/**
 * What is about to be compared, said before it is.
 *
 * @param rules each rule's pairs, largest block and so on
 * @param recall by rule, which part of the likely pairs of a sample it meets, others' included; 0
 *     to 1
 * @param together which part of all likely pairs the rules together are estimated to meet. Pairs
 *     that only one rule meets and pairs that two meet tell how many none meets (Chao 1987,
 *     doi:10.2307/2531532); rules that overlap by their nature make this hopeful
 * @param derived whether the rules were derived from the fields, as the profile gives none
 */
public record Announcement(
    List<RuleReport> rules, List<Double> recall, double together, boolean derived) {
  /** Copies the lists. */
  public Announcement {
    rules = List.copyOf(rules);
    recall = List.copyOf(recall);
  }
}

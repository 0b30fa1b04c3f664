package dev.sextant.linkage.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The best probabilities that never fall where the score rises (pool adjacent violators: M. Ayer
 * and others, Ann. Math. Stat. 26, 1955, doi:10.1214/aoms/1177728423). Cost: n.
 */
public final class MonotoneFit {
  private MonotoneFit() {}

  /**
   * Neighbouring scores that have one probability.
   *
   * @param lowest their lowest score, log2 odds
   * @param pairs how many pairs
   * @param same how many of them are of one actor
   */
  public record Block(double lowest, int pairs, int same) {
    double share() {
      return (double) same / pairs;
    }
  }

  /** The blocks from the lowest score to the highest; shares rise strictly. */
  public static List<Block> of(LabelledPairs pairs) {
    // From the highest score: a block that has no lower share than the one before joins it.
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < pairs.size(); ) {
      double score = pairs.log2Odds(i);
      int count = 0;
      int same = 0;
      for (; i < pairs.size() && pairs.log2Odds(i) == score; i++) {
        count++;
        same += pairs.same(i) ? 1 : 0;
      }
      Block block = new Block(score, count, same);
      while (!blocks.isEmpty() && blocks.getLast().share() <= block.share()) {
        Block above = blocks.removeLast();
        block = new Block(score, above.pairs() + block.pairs(), above.same() + block.same());
      }
      blocks.add(block);
    }
    Collections.reverse(blocks);
    return List.copyOf(blocks);
  }
}

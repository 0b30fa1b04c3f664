package dev.sextant.linkage.link;

import dev.sextant.linkage.group.GroupSizes;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.model.Comparer;
import dev.sextant.linkage.model.Scorer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sizes of a run's groups say of its pairs. Counted in one table where any two records may
 * be of one actor: across sources that have an actor once, rivals say it ({@link
 * dev.sextant.linkage.model.Rivals}). Not between two tables, whether or not they have a rule on
 * sources.
 */
final class LoneRecords {
  private final Linked linked;
  private final GroupSizes sizes;
  private final Scorer scorer;
  private final Comparer comparer;

  /** Of each row, {@link #rival}; worked out when it is first asked for. */
  private int @Nullable [] rivals;

  /** Counts the groups of a run. */
  LoneRecords(Linked linked, boolean all) {
    boolean counted =
        all && linked.profile().source() == null && linked.profile().settings().grouped();
    this.linked = linked;
    this.sizes = counted ? GroupSizes.of(linked.groups()) : GroupSizes.NONE;
    this.scorer =
        new Scorer(linked.fields(), linked.weights(), linked.rarity(), linked.profile().caps());
    this.comparer = new Comparer(linked.fields());
  }

  GroupSizes sizes() {
    return sizes;
  }

  /** What a pair with its groups heard is worth once sizes are. */
  int heard(int a, int b, int height, int score) {
    if (!sizes.counted()) {
      return score;
    }
    boolean together = linked.groups().group(a) == linked.groups().group(b);
    return of(a, b)
        .map(lone -> lone.moved(together, height, score, linked.weights().priorBits()))
        .orElse(score);
  }

  /** What the sizes say of two rows; nothing of a row and itself. */
  Optional<GroupSizes.Lone> of(int a, int b) {
    if (!sizes.counted() || a == b) {
      return Optional.empty();
    }
    Partition groups = linked.groups();
    Partition.Parts parts = groups.parts(a, b);
    if (parts.others() == 0) {
      return Optional.empty();
    }
    boolean together = groups.group(a) == groups.group(b);
    int one = together && parts.left() == 1 ? rival(a) : Partition.UNTIED;
    int other = together && parts.right() == 1 ? rival(b) : Partition.UNTIED;
    int relatives = linked.weights().relatives().any() ? relatives(a, b) : 0;
    return sizes.lone(parts.others(), relatives, Math.max(one, other));
  }

  /* One at a time: the comparer remembers values. */
  private synchronized int relatives(int a, int b) {
    return scorer.relatives(a, b, comparer.pattern(a, b));
  }

  /* The likeliest pair of a record with one of another group. The largest of whole numbers: order has
   * no say. */
  private synchronized int rival(int record) {
    int[] best = rivals;
    if (best == null) {
      int[] most = new int[linked.table().rows()];
      Arrays.fill(most, Partition.UNTIED);
      Partition groups = linked.groups();
      linked.direct((a, b, score) -> {
        if (groups.group(a) != groups.group(b)) {
          most[a] = Math.max(most[a], score);
          most[b] = Math.max(most[b], score);
        }
      });
      best = most;
      rivals = best;
    }
    return best[record];
  }
}

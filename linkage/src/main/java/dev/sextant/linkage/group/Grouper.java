package dev.sextant.linkage.group;

import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.SourceRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Puts records in groups: judged same from the start, then average-link agglomeration on log odds
 * inside each component of pairs above the threshold. Records judged different never meet. The same
 * evidence gives the same groups in any order and at any number of threads; a component can be
 * grouped alone, as nothing outside has a say in it.
 *
 * <pre>{@code
 * Partition groups = new Grouper(Grouper.Settings.DEFAULT).group(evidence);
 * if (!groups.conflicts().isEmpty()) { ask(groups.conflicts()); }
 * }</pre>
 */
public final class Grouper {
  private static final int PIECE = 256;

  private final Settings settings;

  /** A grouper under settings. */
  public Grouper(Settings settings) {
    this.settings = settings;
  }

  /** Groups on the calling thread. */
  public Partition group(Evidence evidence) {
    return group(evidence, null);
  }

  /**
   * Groups.
   *
   * @param workers threads, or null for the calling one
   */
  public Partition group(Evidence evidence, @Nullable Workers workers) {
    Bonds bonds = new Bonds(evidence.ranks(), evidence.bonds());
    Components components = Components.of(evidence, bonds, settings.threshold());
    List<Callable<Done>> work = new ArrayList<>();
    for (int from = 0; from < components.count(); from += PIECE) {
      int first = from;
      work.add(() -> {
        Done done = new Done();
        for (int c = first; c < Math.min(components.count(), first + PIECE); c++) {
          component(evidence, bonds, components, c, done);
        }
        return done.end();
      });
    }
    List<Done> done = new ArrayList<>();
    if (workers != null) {
      done.addAll(workers.all(work));
    } else {
      for (Callable<Done> each : work) {
        try {
          done.add(each.call());
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new IllegalStateException("grouping raises no checked exception", e);
        }
      }
    }
    return partition(evidence, bonds, done);
  }

  private void component(
      Evidence evidence, Bonds bonds, Components components, int number, Done done) {
    Agglomeration work = new Agglomeration(settings);
    int[] members = components.members(number);
    Map<Integer, Integer> clusterOf = new HashMap<>();
    for (int member : members) {
      if (!clusterOf.containsKey(member)) {
        int[] same = bonded(member, bonds);
        int first = same[0];
        for (int each : same) {
          first = evidence.ranks()[each] < evidence.ranks()[first] ? each : first;
        }
        int cluster = work.start(first, evidence.ranks()[first], same.length);
        for (int each : same) {
          clusterOf.put(each, cluster);
          work.source(cluster, evidence.sources()[each]);
          if (each != first) {
            done.joined(first, each, Integer.MAX_VALUE, 1, 0);
          }
        }
      }
    }
    for (int pair : components.pairs(number)) {
      int one = Objects.requireNonNull(clusterOf.get(evidence.a()[pair]));
      int other = Objects.requireNonNull(clusterOf.get(evidence.b()[pair]));
      if (one != other) {
        work.pair(one, other, evidence.scores()[pair]);
      }
    }
    for (int bond : components.apart(number)) {
      Bond never = bonds.different().get(bond);
      work.never(
          Objects.requireNonNull(clusterOf.get(never.a())),
          Objects.requireNonNull(clusterOf.get(never.b())));
    }
    work.run();
    for (Agglomeration.Merge merge : work.merges()) {
      done.joined(
          work.representative(merge.stays()),
          work.representative(merge.goes()),
          merge.average(),
          merge.pairs(),
          merge.own());
    }
    work.remaining((one, other, average, pairs, own) ->
        done.apart(work.representative(one), work.representative(other), average, pairs, own));
  }

  private static int[] bonded(int from, Bonds bonds) {
    Set<Integer> direct = bonds.same().get(from);
    if (direct == null || direct.isEmpty()) {
      return new int[] {from};
    }
    java.util.LinkedHashSet<Integer> seen = new java.util.LinkedHashSet<>();
    java.util.ArrayDeque<Integer> queue = new java.util.ArrayDeque<>();
    seen.add(from);
    queue.add(from);
    while (!queue.isEmpty()) {
      for (int next : bonds.same().getOrDefault(queue.remove(), Set.of())) {
        if (seen.add(next)) {
          queue.add(next);
        }
      }
    }
    return seen.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Partition partition(Evidence evidence, Bonds bonds, List<Done> pieces) {
    int n = evidence.records();
    int joins = 0;
    int aparts = 0;
    for (Done piece : pieces) {
      joins += piece.joins();
      aparts += piece.aparts();
    }
    int[] parents = new int[n + joins];
    int[] heights = new int[joins];
    int[] pairs = new int[joins];
    int[] own = new int[joins];
    int[] sizes = new int[joins];
    Scatter.Sums scatter = new Scatter.Sums();
    Arrays.fill(parents, -1);
    int[] made = {n};
    for (Done piece : pieces) {
      piece.eachJoined((one, other, height, of, variance) -> {
        int next = made[0]++;
        int left = root(parents, one);
        int right = root(parents, other);
        parents[left] = next;
        parents[right] = next;
        sizes[next - n] = (left < n ? 1 : sizes[left - n]) + (right < n ? 1 : sizes[right - n]);
        heights[next - n] = height;
        pairs[next - n] = of;
        own[next - n] = variance;
        scatter.add(height, of, variance);
      });
    }
    int[] groups = groups(evidence.ranks(), parents);
    Between between = new Between(aparts);
    for (Done piece : pieces) {
      piece.eachApart((one, other, height, of, variance) ->
          between.put(groups[one], groups[other], height, of, variance));
    }
    return new Partition(
        groups,
        new Partition.Tree(parents, heights, pairs, own, sizes, scatter.scatter()),
        between,
        bonds.conflicts());
  }

  /* Trees are as deep as groups are large; a path is not shortened, for the tree itself is kept. */
  private static int root(int[] parents, int at) {
    int root = at;
    while (parents[root] >= 0) {
      root = parents[root];
    }
    return root;
  }

  private static int[] groups(int[] ranks, int[] parents) {
    int n = ranks.length;
    int[] rootOf = new int[parents.length];
    for (int i = parents.length - 1; i >= 0; i--) {
      rootOf[i] = parents[i] < 0 ? i : rootOf[parents[i]];
    }
    int[] first = new int[parents.length];
    Arrays.fill(first, -1);
    for (int i = 0; i < n; i++) {
      int root = rootOf[i];
      if (first[root] < 0 || ranks[i] < ranks[first[root]]) {
        first[root] = i;
      }
    }
    int[] groups = new int[n];
    for (int i = 0; i < n; i++) {
      groups[i] = first[rootOf[i]];
    }
    return groups;
  }

  /**
   * What grouping goes by beside the evidence; all in 1/65536 bit.
   *
   * @param unscored log2 odds of a pair that was not scored, within a component
   * @param threshold average log2 odds above which two groups are put together
   * @param source how many records of one source a group may have, or null
   */
  public record Settings(int unscored, int threshold, @Nullable SourceRule source) {
    /** As in {@link Profile.Settings#DEFAULT}, without a rule on sources. */
    public static final Settings DEFAULT =
        new Settings(
            Bits.of(Profile.Settings.DEFAULT.unscored()),
            Bits.of(Profile.Settings.DEFAULT.threshold()),
            null);

    /** An unscored pair must not be a reason to put groups together. */
    public Settings {
      if (unscored > threshold) {
        throw new IllegalArgumentException("an unscored pair weighs at most the threshold");
      }
    }

    int penalty() {
      return source == null || source.hard() ? 0 : Bits.of(source.penalty());
    }
  }
}

package dev.sextant.linkage.group;

import dev.sextant.linkage.profile.SourceRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Average-link agglomeration (Sokal and Michener 1958, UPGMA) on log odds inside one component: the
 * two groups whose pairs say most on average are put together, until no average is above the
 * threshold. Sums are whole numbers, ties go to the keys that come first: the order of arrival has
 * no say. Cost: O(e log e) for e scored pairs, as a merge walks the smaller neighbourhood.
 */
final class Agglomeration {
  private final Grouper.Settings settings;
  private final List<Cluster> clusters = new ArrayList<>();
  private final PriorityQueue<Candidate> queue = new PriorityQueue<>();
  private final List<Merge> merges = new ArrayList<>();

  Agglomeration(Grouper.Settings settings) {
    this.settings = settings;
  }

  /** Adds a group to start from. */
  int start(int representative, int rank, int size) {
    Cluster made = new Cluster(representative, rank, size);
    clusters.add(made);
    return clusters.size() - 1;
  }

  void source(int cluster, int source) {
    if (source >= 0) {
      clusters.get(cluster).sources.merge(source, 1, Integer::sum);
    }
  }

  /** Adds a scored pair between two groups. */
  void pair(int one, int other, int score) {
    Cluster a = clusters.get(one);
    Cluster b = clusters.get(other);
    Link link = a.links.get(other);
    if (link == null) {
      link = new Link();
      a.links.put(other, link);
      b.links.put(one, link);
    }
    link.sum += score;
    long unit = score / (65536 / Scatter.UNITS);
    link.units += unit;
    link.squares += unit * unit;
    link.pairs++;
  }

  /** Keeps two groups apart for good. */
  void never(int one, int other) {
    Link link = clusters.get(one).links.get(other);
    if (link == null) {
      link = new Link();
      clusters.get(one).links.put(other, link);
      clusters.get(other).links.put(one, link);
    }
    link.never = true;
  }

  void run() {
    for (int i = 0; i < clusters.size(); i++) {
      int from = i;
      clusters.get(i).links.keySet().stream().filter(j -> j > from).forEach(j -> offer(from, j));
    }
    while (!queue.isEmpty()) {
      Candidate best = queue.poll();
      if (best.versions == versions(best.one, best.other)
          && clusters.get(best.one).alive
          && clusters.get(best.other).alive) {
        merge(best.one, best.other, best.average);
      }
    }
  }

  List<Merge> merges() {
    return merges;
  }

  /** Averages between the groups that remained. */
  void remaining(Remaining seen) {
    for (int i = 0; i < clusters.size(); i++) {
      Cluster a = clusters.get(i);
      if (!a.alive) {
        continue;
      }
      for (Map.Entry<Integer, Link> link : a.links.entrySet()) {
        if (link.getKey() > i) {
          seen.apart(
              i,
              link.getKey(),
              clamped(average(i, link.getKey(), link.getValue())),
              counted(link.getValue().pairs),
              own(link.getValue()));
        }
      }
    }
  }

  private long versions(int one, int other) {
    return (long) clusters.get(one).version << 32 | clusters.get(other).version;
  }

  private void offer(int one, int other) {
    Link link = clusters.get(one).links.get(other);
    if (link == null || link.never) {
      return;
    }
    long average = average(one, other, link);
    if (average > settings.threshold()) {
      Cluster a = clusters.get(one);
      Cluster b = clusters.get(other);
      queue.add(
          new Candidate(
              average,
              Math.min(a.rank, b.rank),
              Math.max(a.rank, b.rank),
              one,
              other,
              versions(one, other)));
    }
  }

  private long average(int one, int other, Link link) {
    Cluster a = clusters.get(one);
    Cluster b = clusters.get(other);
    long all = (long) a.size * b.size;
    if (link.never) {
      return Partition.BARRED;
    }
    long sum = link.sum + (all - link.pairs) * settings.unscored();
    SourceRule rule = settings.source();
    if (rule != null) {
      long excess = excess(a, b, rule.most());
      if (excess > 0 && rule.hard()) {
        return Partition.BARRED;
      }
      sum -= excess * settings.penalty();
    }
    return Math.floorDiv(sum, all);
  }

  /* Pairs of one source across the two groups, where the source has more records than it may. */
  private static long excess(Cluster a, Cluster b, int most) {
    Cluster small = a.sources.size() <= b.sources.size() ? a : b;
    Cluster large = small == a ? b : a;
    long excess = 0;
    for (Map.Entry<Integer, Integer> entry : small.sources.entrySet()) {
      Integer others = large.sources.get(entry.getKey());
      if (others != null && entry.getValue() + others > most) {
        excess += (long) entry.getValue() * others;
      }
    }
    return excess;
  }

  private static int counted(long pairs) {
    return (int) Math.min(Integer.MAX_VALUE, pairs);
  }

  private static int own(Link link) {
    return Scatter.own(link.units, link.squares, link.pairs);
  }

  private static int clamped(long average) {
    return (int) Math.max(Partition.BARRED, Math.min(Integer.MAX_VALUE - 1, average));
  }

  private void merge(int one, int other, long average) {
    boolean oneStays = clusters.get(one).links.size() >= clusters.get(other).links.size();
    int stays = oneStays ? one : other;
    int goes = oneStays ? other : one;
    Cluster kept = clusters.get(stays);
    Cluster gone = clusters.get(goes);
    Link between = kept.links.get(goes);
    int pairs = between == null ? 0 : counted(between.pairs);
    int own = between == null ? 0 : own(between);
    merges.add(new Merge(stays, goes, clamped(average), pairs, own));
    kept.links.remove(goes);
    gone.links.remove(stays);
    for (Map.Entry<Integer, Link> entry : gone.links.entrySet()) {
      Cluster third = clusters.get(entry.getKey());
      third.links.remove(goes);
      Link link = kept.links.get(entry.getKey());
      if (link == null) {
        kept.links.put(entry.getKey(), entry.getValue());
        third.links.put(stays, entry.getValue());
      } else {
        link.sum += entry.getValue().sum;
        link.units += entry.getValue().units;
        link.squares += entry.getValue().squares;
        link.pairs += entry.getValue().pairs;
        link.never |= entry.getValue().never;
      }
    }
    kept.size += gone.size;
    kept.rank = Math.min(kept.rank, gone.rank);
    gone.sources.forEach((source, count) -> kept.sources.merge(source, count, Integer::sum));
    kept.version++;
    gone.alive = false;
    gone.links.clear();
    for (int neighbour : kept.links.keySet()) {
      offer(stays, neighbour);
    }
  }

  /** Takes what stays apart. */
  @FunctionalInterface
  interface Remaining {
    void apart(int one, int other, int average, int pairs, int own);
  }

  /** Two groups put together. */
  record Merge(int stays, int goes, int average, int pairs, int own) {}

  private record Candidate(long average, int rank, int otherRank, int one, int other, long versions)
      implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate that) {
      int by = Long.compare(that.average, average);
      if (by == 0) {
        by = Integer.compare(rank, that.rank);
      }
      return by != 0 ? by : Integer.compare(otherRank, that.otherRank);
    }
  }

  private static final class Link {
    long sum;
    long units;
    long squares;
    long pairs;
    boolean never;
  }

  private static final class Cluster {
    final int representative;
    final Map<Integer, Link> links = new TreeMap<>();
    final Map<Integer, Integer> sources = new HashMap<>();
    int rank;
    int size;
    int version;
    boolean alive = true;

    Cluster(int representative, int rank, int size) {
      this.representative = representative;
      this.rank = rank;
      this.size = size;
    }
  }

  int representative(int cluster) {
    return clusters.get(cluster).representative;
  }
}

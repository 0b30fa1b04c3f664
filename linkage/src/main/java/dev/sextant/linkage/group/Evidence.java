package dev.sextant.linkage.group;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What grouping goes by: records, scored pairs, judgements. Records are numbered from 0; the
 * numbers may be given in any order, for ties are settled by the records' keys.
 *
 * @param ranks place of each record when all are sorted by key
 * @param a one record of each scored pair
 * @param b the other
 * @param scores log2 odds in 1/65536 bit ({@link dev.sextant.linkage.metric.Bits})
 * @param sources number of each record's source; -1 where it has none
 * @param bonds judgements
 */
public record Evidence(
    int[] ranks, int[] a, int[] b, int[] scores, int[] sources, List<Bond> bonds) {
  /** Copies the list; the arrays are handed over. */
  public Evidence {
    bonds = List.copyOf(bonds);
    if (a.length != b.length || a.length != scores.length || ranks.length != sources.length) {
      throw new IllegalArgumentException("arrays of one kind have one length");
    }
  }

  /** Number of records. */
  public int records() {
    return ranks.length;
  }

  /**
   * Evidence on a few records by their keys: what a case re-groups when something changed.
   *
   * @param keys of the records, distinct; their place in the list is their number
   * @param pairs scored pairs by key; a pair that is given twice counts once, with its last score
   * @param judged judgements by key
   * @param sources by key; a record without an entry has no source
   */
  public static Evidence of(
      List<String> keys, List<Scored> pairs, List<Judged> judged, Map<String, String> sources) {
    Map<String, Integer> numbers = new HashMap<>();
    keys.forEach(key -> numbers.putIfAbsent(key, numbers.size()));
    if (numbers.size() != keys.size()) {
      throw new IllegalArgumentException("keys are distinct");
    }
    Map<Long, Integer> once = new HashMap<>();
    for (Scored pair : pairs) {
      int one = number(numbers, pair.a());
      int other = number(numbers, pair.b());
      if (one == other) {
        throw new IllegalArgumentException("a pair is of two records");
      }
      once.put((long) Math.min(one, other) << 32 | Math.max(one, other), pair.score());
    }
    int[] a = new int[once.size()];
    int[] b = new int[a.length];
    int[] scores = new int[a.length];
    int at = 0;
    for (Map.Entry<Long, Integer> entry : once.entrySet()) {
      a[at] = (int) (entry.getKey() >>> 32);
      b[at] = (int) (long) entry.getKey();
      scores[at++] = entry.getValue();
    }
    Map<String, Integer> named = new HashMap<>();
    int[] source = new int[keys.size()];
    for (int i = 0; i < source.length; i++) {
      String name = sources.get(keys.get(i));
      source[i] = name == null ? -1 : named.computeIfAbsent(name, n -> named.size());
    }
    List<Bond> bonds =
        judged.stream()
            .map(j -> new Bond(number(numbers, j.a()), number(numbers, j.b()), j.same()))
            .toList();
    return new Evidence(ranks(keys), a, b, scores, source, bonds);
  }

  /** The place of each key when all are sorted. */
  public static int[] ranks(List<String> keys) {
    Integer[] order = IntStream.range(0, keys.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparing(keys::get));
    int[] ranks = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i;
    }
    return ranks;
  }

  private static int number(Map<String, Integer> numbers, String key) {
    return Objects.requireNonNull(numbers.get(key), "a pair names a record that is not given");
  }

  /**
   * A scored pair by key.
   *
   * @param a key of a record
   * @param b key of another
   * @param score log2 odds in 1/65536 bit
   */
  public record Scored(String a, String b, int score) {}

  /**
   * A judgement by key.
   *
   * @param a key of a record
   * @param b key of another
   * @param same or different
   */
  public record Judged(String a, String b, boolean same) {}
}

package dev.sextant.linkage.explain;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.group.Bond;
import dev.sextant.linkage.group.Evidence;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why records are one group: where it is weakest, by which pairs each holds to each, which
 * judgements bind. Scores are log2 odds in 1/65536 bit.
 *
 * @param members ids, in order
 * @param weakest the two parts that were put together last; empty for a group of one
 * @param links the scored pairs and judgements that hold the group together by the strongest ways:
 *     each path between two members runs along these
 */
public record GroupExplanation(List<String> members, Optional<Weakest> weakest, List<Link> links) {
  /** Copies the lists. */
  public GroupExplanation {
    members = List.copyOf(members);
    links = List.copyOf(links);
  }

  /**
   * The two parts that were put together last.
   *
   * @param left ids of one part
   * @param right ids of the other
   * @param average log2 odds over all pairs across them
   * @param strongest the strongest pair across them, if one was scored
   */
  public record Weakest(
      List<String> left, List<String> right, int average, Optional<Link> strongest) {
    /** Copies the lists. */
    public Weakest {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /**
   * What holds two members together.
   *
   * @param a id of one
   * @param b id of the other
   * @param score log2 odds of the pair alone
   * @param judged whether a person judged them same
   */
  public record Link(String a, String b, int score, boolean judged) {}

  /**
   * The group of a record of a run.
   *
   * @throws LinkageFault {@code SX-LINK-ID} if the table has no such id
   */
  public static GroupExplanation of(Linked linked, String id, boolean right) {
    Table table = linked.table();
    int row = table.row(id, right && table.twoSided());
    if (row < 0) {
      throw new LinkageFault(
          "SX-LINK-ID",
          "no record has this id",
          right ? "the right table" : "the left table",
          id,
          "give an id of the table's id column");
    }
    List<Integer> members =
        linked.groups().members().getOrDefault(linked.groups().group(row), List.of(row));
    Map<Long, Integer> scores = new HashMap<>();
    linked.direct((a, b, score) -> {
      if (linked.groups().group(a) == linked.groups().group(row)
          && linked.groups().group(b) == linked.groups().group(row)) {
        scores.put(key(a, b), score);
      }
    });
    List<String> names = new ArrayList<>();
    for (String each : table.ids()) {
      names.add(each);
    }
    return of(linked.groups(), members, scores, List.of(), names);
  }

  /**
   * The group of a record of a case.
   *
   * @param groups what the evidence was grouped into
   * @param evidence scored pairs and judgements
   * @param names ids by the records' numbers
   * @param record number of a member
   */
  public static GroupExplanation of(
      Partition groups, Evidence evidence, List<String> names, int record) {
    List<Integer> members = groups.members().getOrDefault(groups.group(record), List.of(record));
    Map<Long, Integer> scores = new HashMap<>();
    for (int i = 0; i < evidence.scores().length; i++) {
      if (groups.group(evidence.a()[i]) == groups.group(record)
          && groups.group(evidence.b()[i]) == groups.group(record)) {
        scores.put(key(evidence.a()[i], evidence.b()[i]), evidence.scores()[i]);
      }
    }
    return of(groups, members, scores, evidence.bonds(), names);
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  private record Pair(int a, int b, int score, boolean judged) {}

  private static GroupExplanation of(
      Partition groups,
      List<Integer> members,
      Map<Long, Integer> scores,
      List<Bond> bonds,
      List<String> names) {
    Comparator<Integer> byName = Comparator.comparing(names::get);
    List<Integer> sorted = new ArrayList<>(members);
    sorted.sort(byName);
    List<Pair> pairs = new ArrayList<>();
    scores.forEach((key, score) ->
        pairs.add(pair((int) (key >>> 32), (int) (long) key, score, false, byName)));
    for (Bond bond : bonds) {
      if (bond.same() && sorted.contains(bond.a()) && sorted.contains(bond.b())) {
        int score = scores.getOrDefault(key(bond.a(), bond.b()), 0);
        pairs.add(pair(bond.a(), bond.b(), score, true, byName));
      }
    }
    // Judgements hold whatever the score is, so they come first; then the strongest pairs.
    pairs.sort(
        Comparator.comparing((Pair pair) -> !pair.judged())
            .thenComparingInt(pair -> -pair.score())
            .thenComparing(pair -> names.get(pair.a()))
            .thenComparing(pair -> names.get(pair.b())));
    return new GroupExplanation(
        sorted.stream().map(names::get).toList(),
        weakest(groups, sorted, pairs, names),
        spanning(sorted, pairs, names));
  }

  private static Pair pair(int a, int b, int score, boolean judged, Comparator<Integer> byName) {
    return byName.compare(a, b) <= 0
        ? new Pair(a, b, score, judged)
        : new Pair(b, a, score, judged);
  }

  private static Link link(Pair pair, List<String> names) {
    return new Link(names.get(pair.a()), names.get(pair.b()), pair.score(), pair.judged());
  }

  /* The root of the how-tree is the lowest height; the part of a member is those whose height with it
   * is higher. */
  private static Optional<Weakest> weakest(
      Partition groups, List<Integer> members, List<Pair> pairs, List<String> names) {
    if (members.size() < 2) {
      return Optional.empty();
    }
    int first = members.getFirst();
    int lowest = Integer.MAX_VALUE;
    for (int member : members) {
      lowest = Math.min(lowest, member == first ? lowest : groups.height(first, member));
    }
    List<Integer> left = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (int member : members) {
      boolean across = member != first && groups.height(first, member) == lowest;
      (across ? right : left).add(member);
    }
    Optional<Link> strongest =
        pairs.stream()
            .filter(pair -> left.contains(pair.a()) != left.contains(pair.b()))
            .findFirst()
            .map(pair -> link(pair, names));
    return Optional.of(
        new Weakest(
            left.stream().map(names::get).toList(),
            right.stream().map(names::get).toList(),
            lowest,
            strongest));
  }

  /* Kruskal 1956 on the pairs from the strongest: the way between two members along such a tree is
   * the one whose weakest pair is strongest. */
  private static List<Link> spanning(List<Integer> members, List<Pair> pairs, List<String> names) {
    Map<Integer, Integer> up = new HashMap<>();
    members.forEach(member -> up.put(member, member));
    List<Link> links = new ArrayList<>();
    for (Pair pair : pairs) {
      int a = root(up, pair.a());
      int b = root(up, pair.b());
      if (a != b) {
        up.put(a, b);
        links.add(link(pair, names));
      }
    }
    return links;
  }

  private static int root(Map<Integer, Integer> up, int member) {
    int at = member;
    while (up.getOrDefault(at, at) != at) {
      at = up.getOrDefault(at, at);
    }
    return at;
  }

  /**
   * The strongest way between two members: the one whose weakest step is strongest.
   *
   * @return its steps from {@code a}, each with {@code a} as where it starts; empty where no pair
   *     or judgement leads there
   */
  public List<Link> path(String a, String b) {
    Map<String, List<Link>> from = new HashMap<>();
    for (Link link : links) {
      from.computeIfAbsent(link.a(), k -> new ArrayList<>()).add(link);
      from.computeIfAbsent(link.b(), k -> new ArrayList<>())
          .add(new Link(link.b(), link.a(), link.score(), link.judged()));
    }
    // Breadth first over a tree: each member is reached once, by the only way there is.
    Map<String, Link> reached = new HashMap<>();
    ArrayDeque<String> queue = new ArrayDeque<>(List.of(a));
    while (!queue.isEmpty() && !reached.containsKey(b)) {
      for (Link link : from.getOrDefault(queue.remove(), List.of())) {
        if (!link.b().equals(a) && reached.putIfAbsent(link.b(), link) == null) {
          queue.add(link.b());
        }
      }
    }
    List<Link> path = new ArrayList<>();
    for (Link link = reached.get(b); link != null; link = reached.get(link.a())) {
      path.add(link);
    }
    return List.copyOf(path.reversed());
  }
}

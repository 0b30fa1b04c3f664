package dev.sextant.linkage.link;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.block.Blocking;
import dev.sextant.linkage.group.Evidence;
import dev.sextant.linkage.group.Grouper;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Pattern;
import dev.sextant.linkage.model.Scorer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records that come after a run, one by one: each is compared with those that share a key with it,
 * scored by the run's model, and the component that it touches is grouped anew. The model, the
 * frequencies of terms and the blocks that were too large are those of the run, frozen until the
 * next one; so records give the same scores and groups in whatever order they come.
 *
 * <pre>{@code
 * LiveIndex live = new LiveIndex(linked);
 * LiveIndex.Added added = live.add("p-17", Map.of("surname", "Smith", "born", "1980-01-02"));
 * }</pre>
 *
 * <p>For one table and a profile without constraints and sorted neighbourhoods: rivals and windows
 * have all records for neighbours. For one thread. Cost: the records that share a key, and the
 * component. Memory beside the run's: 16 bytes a compared pair, and the terms of all fields.
 */
public final class LiveIndex {
  private final Linked linked;
  private final Blocking blocking;
  private final List<Compared> fields;
  private final Scorer scorer;
  private final Grouper grouper;
  private final LateTerms terms;
  private final LatePairs pairs;
  private final int rows;
  private final List<Map<Long, List<Integer>>> lateKeys = new ArrayList<>();
  private final List<String> lateIds = new ArrayList<>();
  private final Map<String, Integer> lateNumbers = new HashMap<>();
  private final List<@Nullable Object[]> lateValues = new ArrayList<>();
  private final Map<Integer, Integer> moved = new HashMap<>();
  private final Map<Integer, List<Integer>> members = new HashMap<>();
  private final Set<String> ids;

  /**
   * An index of what was linked.
   *
   * @throws LinkageFault {@code SX-LINK-LIVE} if there are two tables, the profile has constraints
   *     or a sorted neighbourhood, or pairs were kept in a file
   */
  public LiveIndex(Linked linked) {
    this.linked = linked;
    this.blocking = linked.blocking();
    this.fields = linked.fields();
    if (linked.table().twoSided() || linked.profile().source() != null || blocking.windowed()) {
      throw fault(
          linked,
          linked.table().twoSided() ? "two tables" : "constraints or a sorted neighbourhood",
          "link one table, under a profile with neither");
    }
    if (blocking.settled()) {
      throw fault(linked, "pairs kept in a file", "link with pairs in memory");
    }
    this.scorer = new Scorer(fields, linked.weights(), linked.rarity(), linked.profile().caps());
    this.grouper =
        new Grouper(
            new Grouper.Settings(
                Bits.of(linked.profile().settings().unscored()),
                Bits.of(linked.profile().settings().threshold()),
                null));
    this.terms = new LateTerms(fields, linked.rarity());
    this.pairs = new LatePairs(linked);
    this.rows = linked.table().rows();
    this.ids = new HashSet<>(List.of(linked.table().ids()));
    linked.rules().forEach(rule -> lateKeys.add(new HashMap<>()));
    linked
        .groups()
        .members()
        .forEach((group, rows) -> {
          if (rows.size() > 1) {
            members.put(group, rows);
          }
        });
  }

  private static LinkageFault fault(Linked linked, String value, String cure) {
    return new LinkageFault(
        "SX-LINK-LIVE",
        "records cannot be added one by one here",
        linked.profile().name(),
        value,
        cure);
  }

  /**
   * A scored pair.
   *
   * @param id of the other record
   * @param direct log2 odds by the fields alone, in 1/65536 bit
   * @param score with the groups heard, as a run writes it
   */
  public record Pair(String id, int direct, int score) {}

  /**
   * What came of a record.
   *
   * @param pairs with all records that share a key with it, the best first
   * @param group ids that are possibly one actor with it, itself among them, in their order
   * @param changed groups that are not as before, each its ids in order, itself among them
   * @param leftOut keys that it shares with blocks too large to be looked at whole
   */
  public record Added(
      List<Pair> pairs, List<String> group, List<List<String>> changed, int leftOut) {
    /** Copies the lists. */
    public Added {
      pairs = List.copyOf(pairs);
      group = List.copyOf(group);
      changed = List.copyOf(changed);
    }
  }

  /**
   * Adds a record.
   *
   * @param id that no record has
   * @param cells by column; an absent one is empty
   * @throws LinkageFault {@code SX-LINK-TWICE} if a record has the id
   */
  public Added add(String id, Map<String, String> cells) {
    if (!ids.add(id)) {
      throw new LinkageFault(
          "SX-LINK-TWICE",
          "a record has this id",
          linked.table().names().getFirst(),
          id,
          "give each record an id of its own");
    }
    int number = rows + lateIds.size();
    @Nullable Object[] values = values(cells);
    Set<Integer> met = new TreeSet<>();
    int leftOut = meeting(number, cells, met);
    lateIds.add(id);
    lateNumbers.put(id, number);
    lateValues.add(values);
    Map<Integer, Integer> direct = new LinkedHashMap<>();
    for (int other : met) {
      int score = weighed(values, other).score();
      direct.put(other, score);
      pairs.add(number, other, score);
    }
    Regrouped regrouped = regroup(number);
    return new Added(
        told(number, direct, regrouped),
        idsOf(members.getOrDefault(group(number), List.of(number))),
        regrouped.changed(),
        leftOut);
  }

  /**
   * The pairs of an added record as they stand now, those with records that came after it among
   * them: the same in whatever order records came.
   *
   * @param id of a record that was added
   */
  public List<Pair> pairs(String id) {
    int number = Objects.requireNonNull(lateNumbers.get(id), "no record was added under the id");
    Map<Integer, Integer> direct = new LinkedHashMap<>();
    pairs.of(number, direct::put);
    return told(number, direct, regroup(number));
  }

  /** The ids that are possibly one actor with a record of the run or a later one, by its number. */
  private int group(int record) {
    Integer later = moved.get(record);
    return later != null ? later : record < rows ? linked.groups().group(record) : record;
  }

  /**
   * All groups of two and more, each its ids in order, by its first id: for comparing with a run.
   */
  public Map<String, List<String>> groups() {
    Map<String, List<String>> all = new TreeMap<>();
    members
        .values()
        .forEach(group -> {
          List<String> named = idsOf(group);
          all.put(named.getFirst(), named);
        });
    return all;
  }

  private int meeting(int number, Map<String, String> cells, Set<Integer> met) {
    return blocking.meeting(
        name -> LateTerms.cell(cells, name),
        new Blocking.Meeting() {
          @Override
          public void key(int rule, long key) {
            List<Integer> block = lateKeys.get(rule).computeIfAbsent(key, k -> new ArrayList<>());
            met.addAll(block);
            block.add(number);
          }

          @Override
          public void row(int row) {
            met.add(row);
          }
        });
  }

  private @Nullable Object[] values(Map<String, String> cells) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (int f = 0; f < values.length; f++) {
      Compared field = fields.get(f);
      List<String> raw =
          field.columns().stream().map(column -> LateTerms.cell(cells, column.name())).toList();
      boolean silent = raw.stream().allMatch(String::isEmpty);
      values[f] = silent ? null : field.comparison().prepare(raw);
    }
    return values;
  }

  /* Log2 odds by the fields, and what relatives took from them. */
  private record Weighed(int score, int relatives) {}

  private Weighed weighed(@Nullable Object[] one, int other) {
    int[] weights = new int[one.length];
    long pattern = 0;
    for (int f = 0; f < weights.length; f++) {
      Object x = one[f];
      Object y = other < rows ? fields.get(f).value(other) : lateValues.get(other - rows)[f];
      if (x != null && y != null) {
        Compared field = fields.get(f);
        int level = field.level(x, y);
        weights[f] =
            field.fixed()
                ? field.weight(x, y)
                : scorer.level(f, level) + terms.bits(f, level, x, y);
        pattern = Pattern.with(pattern, f, level);
      } else {
        pattern = Pattern.with(pattern, f, Pattern.MISSING);
      }
    }
    return new Weighed(
        linked.decoys().corrected(scorer.total(weights, pattern)),
        scorer.relatives(weights, pattern));
  }

  /* The component that a record touches, grouped alone: nothing outside has a say in it. */
  private Regrouped regroup(int number) {
    int threshold = Bits.of(linked.profile().settings().threshold());
    Map<Integer, Integer> place = new LinkedHashMap<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(number));
    place.put(number, 0);
    while (!queue.isEmpty()) {
      pairs.of(
          queue.remove(),
          (other, score) -> {
            if (score > threshold && place.putIfAbsent(other, place.size()) == null) {
              queue.add(other);
            }
          });
    }
    List<Integer> component = List.copyOf(place.keySet());
    List<Evidence.Scored> scored = new ArrayList<>();
    int floor = Bits.of(-60);
    for (int record : component) {
      pairs.of(
          record,
          (other, score) -> {
            if (other > record && place.containsKey(other)) {
              scored.add(new Evidence.Scored(id(record), id(other), Math.max(floor, score)));
            }
          });
    }
    Partition partition =
        grouper.group(
            Evidence.of(component.stream().map(this::id).toList(), scored, List.of(), Map.of()));
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < component.size(); i++) {
      groups
          .computeIfAbsent(component.get(partition.group(i)), g -> new ArrayList<>())
          .add(component.get(i));
    }
    return new Regrouped(partition, place, settle(groups));
  }

  private List<List<String>> settle(Map<Integer, List<Integer>> groups) {
    List<List<String>> changed = new ArrayList<>();
    groups.forEach((group, records) -> {
      List<Integer> sorted = records.stream().sorted().toList();
      if (!sorted.equals(before(sorted.getFirst()))) {
        changed.add(idsOf(sorted));
      }
    });
    groups.values().forEach(records -> records.forEach(record -> members.remove(group(record))));
    groups.forEach((group, records) -> {
      records.forEach(record -> moved.put(record, group));
      if (records.size() > 1) {
        members.put(group, records.stream().sorted().toList());
      }
    });
    return changed;
  }

  private List<Integer> before(int record) {
    boolean fresh = record == rows + lateIds.size() - 1;
    return fresh ? List.of() : members.getOrDefault(group(record), List.of(record));
  }

  private List<Pair> told(int number, Map<Integer, Integer> direct, Regrouped regrouped) {
    List<Pair> told = new ArrayList<>();
    boolean grouped = linked.profile().settings().grouped();
    direct.forEach((other, own) ->
        told.add(new Pair(id(other), own, grouped ? heard(regrouped, number, other, own) : own)));
    told.sort((x, y) -> {
      int by = Integer.compare(y.score(), x.score());
      return by != 0 ? by : x.id().compareTo(y.id());
    });
    return told;
  }

  private String id(int record) {
    return record < rows ? linked.table().ids()[record] : lateIds.get(record - rows);
  }

  private List<String> idsOf(List<Integer> records) {
    return records.stream().map(this::id).sorted().toList();
  }

  private int heard(Regrouped regrouped, int number, int other, int own) {
    Partition partition = regrouped.partition();
    int x = Objects.requireNonNull(regrouped.place().get(number));
    Integer y = regrouped.place().get(other);
    boolean together = y != null && partition.group(x) == partition.group(y);
    int height = Partition.UNTIED;
    int score = own;
    Partition.Parts parts;
    if (y == null) {
      int size = members.getOrDefault(group(other), List.of(other)).size();
      parts = new Partition.Parts(partition.size(x), size);
    } else {
      height =
          linked
              .groups()
              .scatter()
              .heard(
                  partition.height(x, y),
                  partition.pairs(x, y),
                  partition.scatter(x, y),
                  linked.weights().priorBits());
      score = Linked.withGroup(together, height, own);
      parts = partition.parts(x, y);
    }
    if (!linked.sizes().counted() || parts.others() == 0) {
      return score;
    }
    int one = together && parts.left() == 1 ? rival(number) : Partition.UNTIED;
    int two = together && parts.right() == 1 ? rival(other) : Partition.UNTIED;
    int relatives = weighed(lateValues.get(number - rows), other).relatives();
    int alone = score;
    int said = height;
    return linked
        .sizes()
        .lone(parts.others(), relatives, Math.max(one, two))
        .map(lone -> lone.moved(together, said, alone, linked.weights().priorBits()))
        .orElse(score);
  }

  private int rival(int record) {
    int[] best = {Partition.UNTIED};
    pairs.of(
        record,
        (other, score) -> {
          if (group(other) != group(record)) {
            best[0] = Math.max(best[0], score);
          }
        });
    return best[0];
  }

  private record Regrouped(
      Partition partition, Map<Integer, Integer> place, List<List<String>> changed) {}
}

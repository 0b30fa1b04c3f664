package dev.sextant.linkage.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.profile.SourceRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Groups by hand, and what must hold for any evidence. */
class GrouperTest {
  private static final long SEED = 20_261_122;

  @Test
  void averagesDecideAndNotTheBestPair() {
    /* a-b 8, b-c 2, a-c -6: c joins {a, b} at (2 - 6) / 2 = -2, so it stays apart. */
    Evidence evidence =
        evidence(3, List.of(pair(0, 1, 8), pair(1, 2, 2), pair(0, 2, -6)), List.of(), Map.of());
    Partition groups = new Grouper(Grouper.Settings.DEFAULT).group(evidence);
    assertThat(groups.group(0)).isEqualTo(groups.group(1)).isNotEqualTo(groups.group(2));
    assertThat(Bits.shown(groups.height(0, 1))).isEqualTo(8);
    assertThat(Bits.shown(groups.height(0, 2))).isEqualTo(-2);
    assertThat(Bits.shown(groups.hold(0))).isEqualTo(8);
  }

  @Test
  void anUnscoredPairSpeaksALittleAgainst() {
    /* c joins {a, b} at (2 - 0.5) / 2 = 0.75. */
    Evidence evidence = evidence(3, List.of(pair(0, 1, 8), pair(1, 2, 2)), List.of(), Map.of());
    Partition groups = new Grouper(Grouper.Settings.DEFAULT).group(evidence);
    assertThat(groups.group(2)).isEqualTo(groups.group(0));
    assertThat(Bits.shown(groups.height(0, 2))).isEqualTo(0.75);
  }

  @Test
  void eachGroupOfTwoAndMoreIsShownWithItsMembers() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      int n = 1 + random.nextInt(60);
      List<int[]> pairs = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        if (i > 0 && random.nextInt(2) == 0) {
          pairs.add(pair(random.nextInt(i), i, random.nextInt(9) - 2));
        }
      }
      Partition groups =
          new Grouper(Grouper.Settings.DEFAULT).group(evidence(n, pairs, List.of(), Map.of()));
      Map<Integer, List<Integer>> several = new HashMap<>(groups.members());
      several.values().removeIf(members -> members.size() < 2);
      Map<Integer, List<Integer>> shown = new HashMap<>();
      List<Integer> firsts = new ArrayList<>();
      groups.each((members, size) -> {
        List<Integer> of = IntStream.range(0, size).mapToObj(i -> members[i]).toList();
        shown.put(groups.group(of.getFirst()), of);
        firsts.add(of.getFirst());
      });
      assertThat(shown).as("seed %s round %s", SEED, round).isEqualTo(several);
      assertThat(firsts).isSorted();
    }
  }

  @Test
  void judgementsHoldWhateverTheScoresSay() {
    Evidence evidence =
        evidence(
            4,
            List.of(pair(0, 1, 20), pair(1, 2, -20)),
            List.of(new Bond(0, 1, false), new Bond(1, 2, true)),
            Map.of());
    Partition groups = new Grouper(Grouper.Settings.DEFAULT).group(evidence);
    assertThat(groups.group(1)).isEqualTo(groups.group(2)).isNotEqualTo(groups.group(0));
    assertThat(groups.height(1, 2)).isEqualTo(Integer.MAX_VALUE);
    assertThat(groups.height(0, 1)).isEqualTo(Partition.BARRED);
    assertThat(groups.height(0, 3)).isEqualTo(Partition.UNTIED);
    assertThat(groups.conflicts()).isEmpty();
  }

  @Test
  void contradictionsAreReportedWithTheirPath() {
    Evidence evidence =
        evidence(
            4,
            List.of(),
            List.of(new Bond(0, 1, true), new Bond(1, 2, true), new Bond(2, 0, false)),
            Map.of());
    Partition groups = new Grouper(Grouper.Settings.DEFAULT).group(evidence);
    assertThat(groups.conflicts()).containsExactly(new Conflict(0, 2, List.of(0, 1, 2)));
    assertThat(groups.group(0)).isNotEqualTo(groups.group(2));
  }

  @Test
  void aSourceHasAnActorOnceOrPays() {
    Map<Integer, Integer> sources = Map.of(0, 0, 1, 1, 2, 1);
    List<int[]> pairs = List.of(pair(0, 1, 9), pair(0, 2, 7), pair(1, 2, 3));
    Evidence evidence = evidence(3, pairs, List.of(), sources);
    Partition hard = grouped(evidence, new SourceRule("p", 1, Double.POSITIVE_INFINITY, false));
    assertThat(hard.group(0)).isEqualTo(hard.group(1)).isNotEqualTo(hard.group(2));
    /* (7 + 3 - 4) / 2 = 3: two accounts on one platform are possible. */
    Partition soft = grouped(evidence, new SourceRule("p", 1, 4, false));
    assertThat(soft.group(2)).isEqualTo(soft.group(0));
    assertThat(Bits.shown(soft.height(0, 2))).isEqualTo(3);
  }

  @Test
  void anyOrderAndAnyThreadsGiveTheSameGroupsAndBreakNoRule() {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 300; trial++) {
      int n = 2 + random.nextInt(30);
      List<String> keys = new ArrayList<>();
      IntStream.range(0, n).forEach(i -> keys.add("k" + i));
      List<Evidence.Scored> pairs = new ArrayList<>();
      List<Evidence.Judged> judged = new ArrayList<>();
      Map<String, String> sources = new HashMap<>();
      Set<String> once = new HashSet<>();
      for (int i = 0; i < 3 * n; i++) {
        int a = random.nextInt(n);
        int b = random.nextInt(n);
        if (a != b && once.add(Math.min(a, b) + "-" + Math.max(a, b))) {
          /* Few distinct scores, so that ties are common. */
          pairs.add(new Evidence.Scored("k" + a, "k" + b, Bits.of(random.nextInt(9) - 4)));
          if (random.nextInt(6) == 0) {
            judged.add(new Evidence.Judged("k" + a, "k" + b, random.nextBoolean()));
          }
        }
      }
      keys.forEach(key -> sources.put(key, "s" + random.nextInt(4)));
      SourceRule rule =
          random.nextBoolean()
              ? null
              : new SourceRule("s", 2, random.nextBoolean() ? 3 : Double.POSITIVE_INFINITY, false);
      Map<String, String> first = partition(keys, pairs, judged, sources, rule, 1);
      List<String> shuffled = new ArrayList<>(keys);
      Collections.shuffle(shuffled, random);
      Collections.shuffle(pairs, random);
      Collections.shuffle(judged, random);
      assertThat(partition(shuffled, pairs, judged, sources, rule, 2))
          .as("seed %d trial %d", SEED, trial)
          .isEqualTo(first);
      for (Evidence.Judged judgement : judged) {
        if (!judgement.same()) {
          assertThat(first.get(judgement.a())).isNotEqualTo(first.get(judgement.b()));
        }
      }
    }
  }

  private static Map<String, String> partition(
      List<String> keys,
      List<Evidence.Scored> pairs,
      List<Evidence.Judged> judged,
      Map<String, String> sources,
      @Nullable SourceRule rule,
      int threads) {
    Grouper grouper =
        new Grouper(
            new Grouper.Settings(
                Grouper.Settings.DEFAULT.unscored(), Grouper.Settings.DEFAULT.threshold(), rule));
    Evidence evidence = Evidence.of(keys, pairs, judged, sources);
    Map<String, String> groups = new HashMap<>();
    try (Workers workers = new Workers(threads)) {
      Partition partition = grouper.group(evidence, workers);
      for (int i = 0; i < keys.size(); i++) {
        groups.put(keys.get(i), keys.get(partition.group(i)));
      }
      if (rule != null && rule.hard()) {
        onceAtMost(keys, sources, judged, groups, rule.most());
      }
    }
    return groups;
  }

  private static void onceAtMost(
      List<String> keys,
      Map<String, String> sources,
      List<Evidence.Judged> judged,
      Map<String, String> groups,
      int most) {
    /* What a person judged same may break a rule on sources; the machine may not. */
    if (judged.stream().anyMatch(Evidence.Judged::same)) {
      return;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (String key : keys) {
      counts.merge(groups.get(key) + "/" + sources.get(key), 1, Integer::sum);
    }
    assertThat(counts.values()).allMatch(count -> count <= most);
  }

  private static Partition grouped(Evidence evidence, SourceRule rule) {
    return new Grouper(
            new Grouper.Settings(
                Grouper.Settings.DEFAULT.unscored(), Grouper.Settings.DEFAULT.threshold(), rule))
        .group(evidence);
  }

  private static int[] pair(int a, int b, int bits) {
    return new int[] {a, b, Bits.of(bits)};
  }

  private static Evidence evidence(
      int n, List<int[]> pairs, List<Bond> bonds, Map<Integer, Integer> sources) {
    return new Evidence(
        IntStream.range(0, n).toArray(),
        pairs.stream().mapToInt(pair -> pair[0]).toArray(),
        pairs.stream().mapToInt(pair -> pair[1]).toArray(),
        pairs.stream().mapToInt(pair -> pair[2]).toArray(),
        IntStream.range(0, n).map(i -> sources.getOrDefault(i, -1)).toArray(),
        bonds);
  }
}

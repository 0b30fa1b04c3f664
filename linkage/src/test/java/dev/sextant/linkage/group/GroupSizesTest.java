package dev.sextant.linkage.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.metric.Bits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the sizes of groups say, by hand and against naive twins. */
class GroupSizesTest {
  private static final long SEED = 20_261_123;
  private static final int PRIOR = -Bits.of(10);

  /* Groups of the sizes given, all of their pairs at 9 bits; then records alone. */
  private static Partition partition(int alone, int... sizes) {
    List<Evidence.Scored> pairs = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int g = 0; g < sizes.length; g++) {
      for (int i = 0; i < sizes[g]; i++) {
        keys.add(g + "-" + i);
        for (int j = 0; j < i; j++) {
          pairs.add(new Evidence.Scored(g + "-" + i, g + "-" + j, Bits.of(9)));
        }
      }
    }
    IntStream.range(0, alone).forEach(i -> keys.add("alone" + i));
    return new Grouper(Grouper.Settings.DEFAULT)
        .group(Evidence.of(keys, pairs, List.of(), Map.of()));
  }

  private static GroupSizes.Lone lone(GroupSizes sizes, int others) {
    return sizes.lone(others, 0, Partition.UNTIED).orElseThrow();
  }

  @Test
  void aRecordAloneIsWeighedByHowManyAre() {
    /* Two groups of 2, three of 3, 4 alone; half of one is added to each: 3 * 3.5 / (2.5 * 4.5). */
    GroupSizes sizes = GroupSizes.of(partition(4, 2, 3, 2, 3, 3));
    assertThat(lone(sizes, 2))
        .isEqualTo(new GroupSizes.Lone(2, 4.5, 2.5, 3.5, 0, Optional.empty()));
    double gain = Math.log(3 * 3.5 / (2.5 * 4.5)) / Math.log(2);
    int prior = -Bits.of(3);
    assertThat(Bits.shown(lone(sizes, 2).bits(prior))).isCloseTo(gain + 3, within(1e-4));
    /* Both alone: 2 * 2.5 / 4.5 / 4.5. */
    double both = Math.log(2 * 2.5 / 4.5 / 4.5) / Math.log(2);
    assertThat(Bits.shown(lone(sizes, 1).bits(prior))).isCloseTo(both + 3, within(1e-4));
    assertThat(lone(sizes, 1).bits(-Bits.of(40))).isEqualTo(GroupSizes.MOST);
    assertThat(lone(sizes, 1).bits(Bits.of(40))).isEqualTo(-GroupSizes.MOST);
  }

  @Test
  void theMoreAreAloneTheLessIsGained() {
    int last = Integer.MAX_VALUE;
    for (int alone : new int[] {0, 3, 20, 200}) {
      int bits = lone(GroupSizes.of(partition(alone, 2, 3, 3, 4)), 2).bits(-Bits.of(2));
      assertThat(bits).as("%s alone", alone).isLessThan(last);
      last = bits;
    }
  }

  @Test
  void largeGroupsAreCountedWithThoseOfLikeSize() {
    /* Of 8: those of 6 to 10; of 9: of 7 to 11. */
    GroupSizes.Lone lone = lone(GroupSizes.of(partition(1, 6, 7, 7, 10, 11, 12)), 8);
    assertThat(lone.sized()).isEqualTo(4.5 / 5);
    assertThat(lone.next()).isEqualTo(4.5 / 5);
  }

  @Test
  void relativesAndRivalsTakeFromTheGainAndNeverAdd() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      GroupSizes.Lone bare =
          new GroupSizes.Lone(
              1 + random.nextInt(20),
              0.5 + random.nextInt(500),
              0.5 + random.nextInt(50),
              0.5 + random.nextInt(50),
              0,
              Optional.empty());
      int relatives = -random.nextInt(30 * Bits.ONE);
      GroupSizes.Lone beside = bare.beside(relatives);
      /* Odds against plain strangers and relatives, the plain ones g times as rare. */
      double g = Math.pow(2, Bits.shown(bare.bits(PRIOR)));
      double r = Math.pow(2, -Bits.shown(relatives)) - 1;
      double expected = Math.log((1 + r) / (1 / g + r)) / Math.log(2);
      assertThat(Bits.shown(beside.bits(PRIOR)))
          .as("seed %s round %s", SEED, round)
          .isCloseTo(expected, within(1e-4));
      assertThat(Math.abs(beside.bits(PRIOR))).isLessThanOrEqualTo(Math.abs(bare.bits(PRIOR)) + 1);
      int rival = random.nextInt(20 * Bits.ONE) - 10 * Bits.ONE;
      GroupSizes.Lone rivalled =
          new GroupSizes.Lone(
              bare.others(),
              bare.alone(),
              bare.sized(),
              bare.next(),
              relatives,
              Optional.of(rival));
      assertThat(rivalled.bits(PRIOR)).isLessThanOrEqualTo(beside.bits(PRIOR));
    }
  }

  @Test
  void aRivalTakesAsMuchAsItStandsAtHoweverHigh() {
    GroupSizes.Lone bare = new GroupSizes.Lone(2, 10, 20, 20, 0, Optional.empty());
    int before = bare.bits(PRIOR);
    int last = before;
    for (int bits : new int[] {0, 20, 39, 40, 41, 50, 1_000, 1_023, 1_024, 1_025, 5_000}) {
      GroupSizes.Lone beside = new GroupSizes.Lone(2, 10, 20, 20, 0, Optional.of(Bits.of(bits)));
      int after = beside.bits(PRIOR);
      assertThat(after).as("rival at %s", bits).isLessThan(last);
      if (bits >= 20) {
        assertThat(before - after).isCloseTo(Bits.of(bits), within(1));
      }
      last = after;
    }
  }

  @Test
  void nobodyIsAloneInGroupsOfSeveralAndUncountedSizesSayNothing() {
    GroupSizes sizes = GroupSizes.of(partition(3, 2, 3));
    assertThat(sizes.lone(0, 0, Partition.UNTIED)).isEmpty();
    assertThat(GroupSizes.NONE.lone(2, 0, Partition.UNTIED)).isEmpty();
    assertThat(GroupSizes.NONE.counted()).isFalse();
    assertThat(GroupSizes.of(partition(0)).counted()).isTrue();
  }

  /* The part of a record is all that it met higher up than the other: where no two heights are equal,
   * heights alone tell it. */
  @Test
  void partsAreThoseThatHeightsTell() {
    Random random = new Random(SEED);
    int told = 0;
    for (int round = 0; round < 200; round++) {
      int n = 2 + random.nextInt(14);
      List<String> keys = IntStream.range(0, n).mapToObj(i -> "r" + i).toList();
      List<Evidence.Scored> pairs = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          if (random.nextInt(3) > 0) {
            pairs.add(new Evidence.Scored("r" + i, "r" + j, random.nextInt(1 << 21) - (1 << 19)));
          }
        }
      }
      Partition groups =
          new Grouper(Grouper.Settings.DEFAULT)
              .group(Evidence.of(keys, pairs, List.of(), Map.of()));
      for (int a = 0; a < n; a++) {
        assertThat(groups.size(a)).isEqualTo(part(groups, a, a, n));
        for (int b = 0; b < n; b++) {
          boolean same = groups.group(a) == groups.group(b);
          if (a == b || (same && !distinct(groups, a, n))) {
            continue;
          }
          told++;
          assertThat(groups.parts(a, b))
              .as("seed %s round %s: %s %s", SEED, round, a, b)
              .isEqualTo(
                  same
                      ? new Partition.Parts(part(groups, a, b, n), part(groups, b, a, n))
                      : new Partition.Parts(groups.size(a), groups.size(b)));
        }
      }
    }
    assertThat(told).isGreaterThan(2_000);
  }

  private static int part(Partition groups, int of, int beside, int n) {
    int count = 1;
    for (int c = 0; c < n; c++) {
      boolean same = c != of && groups.group(c) == groups.group(of);
      boolean nearer = same && (of == beside || groups.height(of, c) > groups.height(of, beside));
      count += nearer ? 1 : 0;
    }
    return count;
  }

  private static boolean distinct(Partition groups, int a, int n) {
    Set<Integer> joins = new HashSet<>();
    Set<Integer> members = new HashSet<>();
    for (int c = 0; c < n; c++) {
      if (groups.group(c) == groups.group(a)) {
        members.add(c);
        for (int d = 0; d < c; d++) {
          if (groups.group(d) == groups.group(a)) {
            joins.add(groups.height(c, d));
          }
        }
      }
    }
    return joins.size() == members.size() - 1;
  }
}

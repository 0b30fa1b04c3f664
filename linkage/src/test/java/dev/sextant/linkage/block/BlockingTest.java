package dev.sextant.linkage.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Blocks against plain loops over all pairs. */
class BlockingTest {
  private static final long SEED = 20_261_122;

  @Test
  void everyPairThatSharesAKeyIsSeenOnce() {
    Table table = table(400, false);
    Blocking blocking = blocking(table, "[[a], [b, 'c:prefix(1)'], ['d:words', b]]", 1000);
    Set<Long> seen = seen(blocking, Sides.ALL);
    Set<Long> naive = new HashSet<>();
    for (int x = 0; x < table.rows(); x++) {
      for (int y = x + 1; y < table.rows(); y++) {
        if (same(table, "a", x, y)
            || (same(table, "b", x, y) && same(table, "c", x, y))
            || (same(table, "b", x, y) && word(table, x, y))) {
          naive.add((long) x << 32 | y);
        }
      }
    }
    assertThat(seen.equals(naive)).as("seed " + SEED).isTrue();
    assertThat(blocking.reports()).hasSize(3);
    assertThat(blocking.reports().getFirst().leftOut()).isZero();
  }

  @Test
  void pairsNeedNoKeysButLaterRecordsDo() {
    Table table = table(400, false);
    String rules = "[[a], [b, 'c:prefix(1)'], ['d:words', b]]";
    Blocking blocking = blocking(table, rules, 20);
    Set<Long> before = seen(blocking, Sides.ALL);
    List<RuleReport> reports = blocking.reports();
    blocking.settle();
    assertThat(blocking.settled()).isTrue();
    assertThat(seen(blocking, Sides.ALL).equals(before)).as("seed " + SEED).isTrue();
    assertThat(blocking.reports()).isEqualTo(reports);
    assertThatThrownBy(() -> blocking.meeting(column -> "", new NobodyMeets()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static final class NobodyMeets implements Blocking.Meeting {
    @Override
    public void key(int rule, long key) {
      throw new AssertionError("no key");
    }

    @Override
    public void row(int row) {
      throw new AssertionError("no row");
    }
  }

  @Test
  void oversizedBlocksAreKeyedFurtherAndWhatIsLeftOutIsCounted() {
    Table table = table(400, false);
    Blocking blocking = blocking(table, "[[a]]", 20);
    Set<Long> seen = seen(blocking, Sides.ALL);
    long all = 0;
    for (int x = 0; x < table.rows(); x++) {
      for (int y = x + 1; y < table.rows(); y++) {
        boolean met = same(table, "a", x, y);
        all += met ? 1 : 0;
        long pair = (long) x << 32 | y;
        assertThat(seen.contains(pair) && !met).isFalse();
        /* Records alike in every cell are never torn apart. */
        if (met && same(table, "b", x, y) && same(table, "c", x, y) && same(table, "d", x, y)) {
          assertThat(seen).contains(pair);
        }
      }
    }
    RuleReport report = blocking.reports().getFirst();
    assertThat(report.subKeyed()).isPositive();
    assertThat(seen.size() + report.leftOut()).isEqualTo(all);
    assertThat(report.largest()).isLessThanOrEqualTo(20);
  }

  @Test
  void twoFilesMeetAcrossOnly() {
    Table table = table(300, true);
    Blocking blocking = blocking(table, "[[a], [b, c]]", 1000);
    Set<Long> across = seen(blocking, Sides.files(table));
    Set<Long> inside = seen(blocking, Sides.files(table).within());
    assertThat(across)
        .isNotEmpty()
        .allMatch(pair -> pair >>> 32 < table.left() && (int) (long) pair >= table.left());
    Set<Long> both = new HashSet<>(across);
    both.addAll(inside);
    assertThat(both).hasSize(across.size() + inside.size());
    assertThat(both).isEqualTo(seen(blocking, Sides.ALL));
  }

  @Test
  void neighboursInOrderMeet() {
    Table table = table(50, false);
    Blocking blocking = blocking(table, "[{sorted: [a, d], window: 2}]", 1000);
    int keyed = (int) blocking.reports().getFirst().keyed();
    assertThat(seen(blocking, Sides.ALL)).hasSize(keyed - 1 + keyed - 2);
  }

  @Test
  void genericValuesOfStrongKeysMakeNoPairsAndAreListed() {
    int n = 600;
    String[] values = new String[n - 99];
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      codes[i] = Math.min(i, values.length - 1);
      values[codes[i]] = "0" + (1_000_000 + codes[i]);
    }
    Table table = of(n, n, Map.of("a", new Column("a", values, codes)));
    Blocking blocking = blocking(table, "[[a]]", 1000);
    assertThat(seen(blocking, Sides.ALL)).isEmpty();
    assertThat(blocking.reports().getFirst().generic())
        .containsExactly(new RuleReport.Generic("01000500", 100));
  }

  private static boolean same(Table table, String column, int x, int y) {
    int[] codes = java.util.Objects.requireNonNull(table.column(column)).codes();
    return codes[x] >= 0 && codes[x] == codes[y];
  }

  private static boolean word(Table table, int x, int y) {
    Column column = java.util.Objects.requireNonNull(table.column("d"));
    Set<String> words = new HashSet<>(List.of(column.cell(x).split(" ")));
    words.remove("");
    for (String word : column.cell(y).split(" ")) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Set<Long> seen(Blocking blocking, Sides sides) {
    Set<Long> seen = new HashSet<>();
    for (Blocking.Piece piece : blocking.pieces()) {
      blocking.run(
          piece,
          sides,
          (x, y) -> {
            assertThat(x).isLessThan(y);
            assertThat(seen.add((long) x << 32 | y)).as("%d, %d seen twice", x, y).isTrue();
          });
    }
    return seen;
  }

  private static Blocking blocking(Table table, String rules, int most) {
    Profile profile =
        ProfileReader.read(
            "test",
            "fields: [{column: a, compare: exact}]\nlimits: {block: "
                + most
                + "}\nblocking: "
                + rules);
    try (Workers workers = new Workers(2)) {
      return Blocking.of(
          table,
          profile.rules(),
          Columns.telling(List.copyOf(table.columns().values())),
          profile.settings(),
          workers);
    }
  }

  private static Table table(int n, boolean two) {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("a", column("a", random, n, List.of("x", "y", "z", "u", "v", "w")));
    columns.put("b", column("b", random, n, List.of("p", "q", "r", "s", "t", "o", "n")));
    columns.put("c", column("c", random, n, List.of("k", "l", "m")));
    columns.put(
        "d", column("d", random, n, List.of("one two", "two three", "four", "five one", "six")));
    return of(n, two ? n / 2 : n, columns);
  }

  private static Table of(int n, int left, Map<String, Column> columns) {
    String[] ids = new String[n];
    for (int i = 0; i < n; i++) {
      ids[i] = "r" + i;
    }
    return new Table(List.of("t"), ids, left, columns, List.of(List.of("id")));
  }

  private static Column column(String name, SplittableRandom random, int n, List<String> from) {
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      codes[i] = random.nextInt(from.size() + 1) - 1;
    }
    return new Column(name, new ArrayList<>(from).toArray(String[]::new), codes);
  }
}

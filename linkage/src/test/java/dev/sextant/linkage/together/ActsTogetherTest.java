package dev.sextant.linkage.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActsTogetherTest {
  private static final ActsTogether.Asked MINUTE_TWICE = asked(60, 2);

  @TempDir Path folder;

  private static ActsTogether.Asked asked(long seconds, int acts) {
    return new ActsTogether.Asked(Duration.ofSeconds(seconds), acts, Optional.empty());
  }

  /** One share, as a test writes it. */
  private record Share(String object, String account, String content, long second) {}

  private static Shares shares(List<Share> rows) {
    Shares shares = new Shares();
    rows.forEach(r -> shares.add(r.object(), r.account(), r.content(), r.second() * 1000));
    return shares;
  }

  private static Set<String> names(ActsTogether.Found found) {
    Set<String> names = new TreeSet<>();
    found.pairs().forEach(pair -> names.add(pair.a() + " " + pair.b() + " " + pair.acts()));
    return names;
  }

  /** The definition, word by word. */
  private static Set<String> naive(List<Share> rows, long window, int acts) {
    Map<String, Integer> activity = new HashMap<>();
    rows.forEach(r -> activity.merge(r.account(), 1, Integer::sum));
    List<Share> active =
        rows.stream().filter(r -> activity.getOrDefault(r.account(), 0) >= acts).toList();
    List<Share[]> together = new ArrayList<>();
    Set<String> involved = new HashSet<>();
    for (int i = 0; i < active.size(); i++) {
      for (int j = 0; j < i; j++) {
        Share x = active.get(i);
        Share y = active.get(j);
        if (x.object().equals(y.object())
            && !x.account().equals(y.account())
            && !x.content().equals(y.content())
            && !x.content().equals(x.object())
            && !y.content().equals(x.object())
            && Math.abs(x.second() - y.second()) <= window) {
          together.add(new Share[] {x, y});
          involved.add(x.content());
          involved.add(y.content());
        }
      }
    }
    Map<String, Integer> taking = new HashMap<>();
    active.stream()
        .filter(r -> involved.contains(r.content()))
        .forEach(r -> taking.merge(r.account(), 1, Integer::sum));
    Set<String> kept = new HashSet<>();
    active.stream()
        .filter(r -> involved.contains(r.content()) && taking.getOrDefault(r.account(), 0) >= acts)
        .forEach(r -> kept.add(r.content()));
    Map<String, Integer> pairs = new TreeMap<>();
    for (Share[] two : together) {
      if (kept.contains(two[0].content()) || kept.contains(two[1].content())) {
        boolean ordered = two[0].account().compareTo(two[1].account()) < 0;
        String pair =
            ordered
                ? two[0].account() + " " + two[1].account()
                : two[1].account() + " " + two[0].account();
        pairs.merge(pair, 1, Integer::sum);
      }
    }
    Set<String> names = new TreeSet<>();
    pairs.forEach((pair, count) -> names.add(pair + " " + count));
    return names;
  }

  private static List<Share> random(Random random) {
    List<Share> rows = new ArrayList<>();
    int n = 1 + random.nextInt(60);
    for (int i = 0; i < n; i++) {
      // Contents are sometimes shared by two accounts, repeated, or the object itself.
      String content = random.nextInt(10) == 0 ? "o" + random.nextInt(4) : "c" + random.nextInt(50);
      rows.add(
          new Share(
              "o" + random.nextInt(6), "a" + random.nextInt(9), content, random.nextInt(200)));
    }
    return rows;
  }

  @Property
  void agreesWithTheNaiveTwinInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<Share> rows = random(random);
    long window = random.nextInt(60);
    int acts = 1 + random.nextInt(4);
    ActsTogether.Found found = ActsTogether.of(shares(rows), asked(window, acts));
    assertThat(names(found)).as("seed %d", seed).isEqualTo(naive(rows, window, acts));
    Collections.shuffle(rows, random);
    assertThat(ActsTogether.of(shares(rows), asked(window, acts)))
        .as("another order, seed %d", seed)
        .isEqualTo(found);
  }

  private static Path realData(String below) {
    String said = System.getenv("SEXTANT_DATA");
    for (String place :
        new String[] {
          said == null ? "" : said, "../shared/data", "../../shared/data", "../../../shared/data"
        }) {
      Path path = Path.of(place, below);
      if (!place.isEmpty() && Files.exists(path)) {
        return path;
      }
    }
    return Assumptions.abort("skipped: no real files at ../shared/data/" + below);
  }

  @Test
  void exactlyThePairsOfCooRTweet() throws IOException {
    Path folder = realData("er/coordination");
    Set<String> expected = new TreeSet<>();
    try (DelimitedRows rows =
        DelimitedRows.table(folder.resolve("expected_pairs_russian_tw60_mp2.csv"))) {
      while (rows.next()) {
        boolean ordered = rows.cell(0).compareTo(rows.cell(1)) < 0;
        expected.add(
            ordered ? rows.cell(0) + " " + rows.cell(1) : rows.cell(1) + " " + rows.cell(0));
      }
    }
    Shares shares = Shares.read(folder.resolve("russian_coord_tweets.csv"), Shares.Columns.usual());
    ActsTogether.Found found = ActsTogether.of(shares, MINUTE_TWICE);
    Set<String> pairs = new TreeSet<>();
    found.pairs().forEach(pair -> pairs.add(pair.a() + " " + pair.b()));
    assertThat(shares.size()).isEqualTo(35_125);
    assertThat(expected).hasSize(3_721);
    assertThat(pairs).isEqualTo(expected);
  }

  @Test
  void windowIsClosedAtItsEnd() {
    List<Share> rows =
        List.of(
            new Share("o", "a", "1", 0),
            new Share("o", "b", "2", 60),
            new Share("p", "a", "3", 100),
            new Share("p", "b", "4", 161));
    assertThat(names(ActsTogether.of(shares(rows), MINUTE_TWICE))).isEmpty();
    assertThat(names(ActsTogether.of(shares(rows), asked(60, 1)))).containsExactly("a b 1");
    assertThat(names(ActsTogether.of(shares(rows), asked(61, 2)))).containsExactly("a b 2");
  }

  /** Background: 300 accounts, each sharing 6 of 400 objects at random over a day. */
  private static List<Share> background(Random random) {
    List<Share> rows = new ArrayList<>();
    for (int account = 0; account < 300; account++) {
      for (int k = 0; k < 6; k++) {
        rows.add(
            new Share(
                "o" + random.nextInt(400),
                "m" + account,
                "c" + rows.size(),
                random.nextInt(86_400)));
      }
    }
    return rows;
  }

  private static ActsTogether.Pair pair(ActsTogether.Found found, String a, String b) {
    return found.pairs().stream()
        .filter(p -> p.a().equals(a) && p.b().equals(b))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void coordinatedPairIsALeadAndDecoysAreExplained() {
    Random random = new Random(7);
    List<Share> rows = background(random);
    for (int k = 0; k < 6; k++) { // Two that always share the same obscure link within seconds.
      long at = random.nextInt(86_400);
      rows.add(new Share("secret" + k, k % 2 == 0 ? "x" : "y", "x" + k, at));
      rows.add(new Share("secret" + k, k % 2 == 0 ? "y" : "x", "y" + k, at + 9));
    }
    for (int fan = 0; fan < 20; fan++) { // A fan club: all share ten links, through one hour.
      for (int k = 0; k < 10; k++) {
        rows.add(
            new Share("fan" + k, "fan" + fan, "f" + rows.size(), k * 4000L + random.nextInt(3600)));
      }
    }
    for (int k = 0; k < 3; k++) { // Bursts: thirty accounts within one minute, three times.
      for (int who = 0; who < 30; who++) {
        rows.add(new Share("viral" + k, "v" + who, "v" + rows.size(), k * 9000L + who * 2));
      }
    }
    for (int k = 0; k < 5; k++) { // A feed publishes, two subscribers repost within seconds.
      rows.add(new Share("news" + k, "feed", "n" + k, k * 5000L));
      rows.add(new Share("news" + k, "reader1", "r" + k, k * 5000L + 20 + 3 * (k % 2)));
      rows.add(new Share("news" + k, "reader2", "s" + k, k * 5000L + 22 - 3 * (k % 2)));
    }
    Collections.shuffle(rows, random);
    ActsTogether.Found found = ActsTogether.of(shares(rows), MINUTE_TWICE);
    ActsTogether.Pair secret = pair(found, "x", "y");
    assertThat(secret.lead()).isTrue();
    assertThat(secret.innocent()).isEmpty();
    assertThat(secret.acts()).isEqualTo(6);
    assertThat(secret.chances().activityShare()).isEqualTo(1);
    List<ActsTogether.Pair> fans =
        found.pairs().stream()
            .filter(p -> p.a().startsWith("fan") && p.b().startsWith("fan"))
            .toList();
    assertThat(fans).isNotEmpty().noneMatch(ActsTogether.Pair::lead);
    assertThat(fans)
        .allMatch(p ->
            p.innocent().contains(Innocent.SHARED_TASTE) || p.innocent().contains(Innocent.CHANCE));
    assertThat(pair(found, "v0", "v1").innocent()).contains(Innocent.VIRAL_BURST);
    assertThat(pair(found, "v0", "v1").lead()).isFalse();
    assertThat(pair(found, "reader1", "reader2").innocent()).contains(Innocent.SAME_SOURCE);
    assertThat(found.pairs().stream().filter(p -> p.a().startsWith("m") && p.lead())).isEmpty();
  }

  @Test
  void crowdedWindowsAreLeftOutOnlyWhenAskedAndTold() {
    List<Share> rows = new ArrayList<>();
    for (int who = 0; who < 50; who++) {
      rows.add(new Share("viral", "v" + who, "v" + who, who));
    }
    assertThat(ActsTogether.of(shares(rows), asked(60, 1)).pairs()).hasSize(1225);
    ActsTogether.Found found =
        ActsTogether.of(
            shares(rows), new ActsTogether.Asked(Duration.ofMinutes(1), 1, Optional.of(40)));
    assertThat(found.pairs()).isEmpty();
    assertThat(found.notes())
        .containsExactly("1 objects with crowded windows were left out, with 1225 pairs of shares");
  }

  @Test
  void tailsByHand() {
    // Two events of 1/2: both .25, at least one .75. Poisson mean 1, at least 2: 1 - 2/e.
    assertThat(PairChances.tail(new double[] {0.5, 0.5}, 2)).isCloseTo(0.25, within(1e-15));
    assertThat(PairChances.tail(new double[] {0.5, 0.5}, 1)).isCloseTo(0.75, within(1e-15));
    assertThat(PairChances.tail(new double[] {0.5}, 0)).isEqualTo(1);
    assertThat(PairChances.atLeast(2, 1)).isCloseTo(1 - 2 / Math.E, within(1e-12));
    // p = .01, .02, .9 of ten tests: .1, .1, 1.
    assertThat(FalseDiscovery.qValues(new double[] {0.02, 0.9, 0.01}, 10))
        .containsExactly(0.1, 1, 0.1);
  }

  @Test
  void readsTimesOfEveryKindAndCountsWhatLacks() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("s.csv"),
            "what,who,post,when\no,a,1,1700000000\no,b,2,1700000000000\no,c,3,2023-11-14T22:13:20Z\n"
                + "o,d,4,2023-11-15 00:13:20+02:00\no,e,5,1.7e3\nNA,f,6,1\no,g,7,1700000000.5\n");
    Shares.Columns columns = new Shares.Columns("what", "who", "post", "when");
    Shares shares = Shares.read(file, columns);
    assertThat(shares.size()).isEqualTo(6);
    assertThat(shares.incomplete()).isEqualTo(1);
    for (int i = 0; i < 4; i++) {
      assertThat(shares.millis(i)).isEqualTo(1_700_000_000_000L);
    }
    assertThat(shares.millis(5)).isEqualTo(1_700_000_000_500L);
    Path local =
        Files.writeString(
            folder.resolve("l.csv"), "what,who,post,when\no,a,1,2023-11-14T22:13:20\n");
    assertThatThrownBy(() -> Shares.read(local, columns))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContaining("SX-LINK-TIME");
    Shares said = Shares.read(local, columns, Optional.of(ZoneId.of("Asia/Tokyo")));
    assertThat(said.millis(0)).isEqualTo(1_700_000_000_000L - 9 * 3_600_000);
    Shares own = Shares.read(file, columns, Optional.of(ZoneId.of("Asia/Tokyo")));
    assertThat(own.millis(2)).isEqualTo(1_700_000_000_000L);
    assertThat(own.millis(3)).isEqualTo(1_700_000_000_000L);
    assertThatThrownBy(() -> Shares.read(file, Shares.Columns.usual()))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContaining("SX-LINK-COLUMN");
  }
}

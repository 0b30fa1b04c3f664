package dev.sextant.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.group.Evidence;
import dev.sextant.linkage.group.Grouper;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIndexTest {
  private static final long SEED = 20_261_122;

  private static final String PROFILE =
      """
      fields:
        - {column: name, compare: text}
        - {column: born, compare: text}
        - {column: town, compare: exact}
      blocking: [[name, born], ["name:prefix(6)", town], [born, town]]
      """;

  private static Map<String, String> person(SplittableRandom random) {
    return Map.of(
        "name", "name" + random.nextInt(160),
        "born", random.nextInt(12) == 0 ? "" : "19" + (10 + random.nextInt(40)),
        "town", "town" + random.nextInt(7));
  }

  private static Linked base(Path folder, SplittableRandom random) throws IOException {
    StringBuilder table = new StringBuilder("id,name,born,town\n");
    for (int row = 0; row < 600; row++) {
      Map<String, String> person = person(random);
      for (int copy = 0; copy <= row % 3; copy++) {
        String cells = person.get("name") + "," + person.get("born") + "," + person.get("town");
        table.append("r").append(row).append('-').append(copy).append(',').append(cells);
        table.append('\n');
      }
    }
    Profile profile = ProfileReader.read(Files.writeString(folder.resolve("p.yaml"), PROFILE));
    Path left = Files.writeString(folder.resolve("a.csv"), table);
    return new Linker(TableReader.read(left, null, "id"), profile, Comparisons.standard()).link(1);
  }

  @Test
  void orderHasNoSayAndBatchGivesTheSame(@TempDir Path folder) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    Linked linked = base(folder, random);
    List<Map.Entry<String, Map<String, String>>> late = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      late.add(Map.entry("late" + i, person(random)));
    }
    Map<String, List<String>> first = null;
    Map<Set<String>, Integer> firstScores = null;
    Map<Set<String>, Integer> firstHeard = null;
    for (int round = 0; round < 4; round++) {
      Collections.shuffle(late, new Random(SEED + round));
      LiveIndex live = new LiveIndex(linked);
      Map<Set<String>, Integer> scores = new HashMap<>();
      for (Map.Entry<String, Map<String, String>> each : late) {
        LiveIndex.Added added = live.add(each.getKey(), each.getValue());
        assertThat(added.group()).contains(each.getKey());
        added.pairs().forEach(pair -> scores.put(Set.of(each.getKey(), pair.id()), pair.direct()));
      }
      assertThat(live.groups()).isEqualTo(batch(linked, late, scores));
      Map<Set<String>, Integer> heard = new HashMap<>();
      late.forEach(each ->
          live.pairs(each.getKey())
              .forEach(pair -> heard.put(Set.of(each.getKey(), pair.id()), pair.score())));
      if (first != null) {
        assertThat(live.groups()).as("seed %s round %s", SEED, round).isEqualTo(first);
        assertThat(scores).isEqualTo(firstScores);
        assertThat(heard).as("seed %s round %s", SEED, round).isEqualTo(firstHeard);
      }
      first = live.groups();
      firstScores = scores;
      firstHeard = heard;
    }
  }

  /* All pairs of the run and of the late records, grouped at once. */
  private static Map<String, List<String>> batch(
      Linked linked,
      List<Map.Entry<String, Map<String, String>>> late,
      Map<Set<String>, Integer> scores) {
    List<String> ids = new ArrayList<>(List.of(linked.table().ids()));
    late.forEach(each -> ids.add(each.getKey()));
    List<Evidence.Scored> scored = new ArrayList<>();
    linked.direct((a, b, score) -> scored.add(new Evidence.Scored(ids.get(a), ids.get(b), score)));
    scores.forEach((pair, score) -> {
      List<String> two = List.copyOf(pair);
      scored.add(new Evidence.Scored(two.getFirst(), two.getLast(), score));
    });
    Partition partition =
        new Grouper(Grouper.Settings.DEFAULT).group(Evidence.of(ids, scored, List.of(), Map.of()));
    Map<String, List<String>> groups = new TreeMap<>();
    partition
        .members()
        .values()
        .forEach(members -> {
          if (members.size() > 1) {
            List<String> named = members.stream().map(ids::get).sorted().toList();
            groups.put(named.getFirst(), named);
          }
        });
    return groups;
  }

  @Test
  void aRecordLikeOneOfTheRunScoresAsThatDoes(@TempDir Path folder) throws IOException {
    Linked linked = base(folder, new SplittableRandom(SEED));
    LiveIndex live = new LiveIndex(linked);
    Map<String, Integer> of = new HashMap<>();
    int row = linked.table().row("r5-0", false);
    linked.direct((a, b, score) -> {
      if (a == row || b == row) {
        of.put(linked.table().ids()[a == row ? b : a], score);
      }
    });
    Map<String, String> cells = new HashMap<>();
    for (String column : List.of("name", "born", "town")) {
      cells.put(column, Objects.requireNonNull(linked.table().columns().get(column)).cell(row));
    }
    LiveIndex.Added added = live.add("copy", cells);
    Set<String> seen = new HashSet<>();
    for (LiveIndex.Pair pair : added.pairs()) {
      seen.add(pair.id());
      if (!pair.id().equals("r5-0")) {
        assertThat(pair.direct()).as("seed %s: %s", SEED, pair.id()).isEqualTo(of.get(pair.id()));
      }
    }
    seen.remove("r5-0");
    assertThat(seen).isEqualTo(of.keySet());
    assertThat(added.group()).contains("copy", "r5-0");
    assertThat(added.changed()).anySatisfy(group -> assertThat(group).contains("copy"));
    assertThatThrownBy(() -> live.add("copy", cells))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContaining("SX-LINK-TWICE");
  }
}

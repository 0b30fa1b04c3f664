package dev.sextant.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.explain.Explainer;
import dev.sextant.linkage.explain.Explanation;
import dev.sextant.linkage.explain.Provenance;
import dev.sextant.linkage.group.GroupSizes;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.LabelCalibration;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {
  private static final long SEED = 20_261_122;

  private static final String PROFILE =
      """
      fields:
        - {column: name, compare: text}
        - {column: born, compare: text}
        - {column: town, compare: text}
      blocking: [[name], [born, town]]
      """;

  /* Persons with one or two records; the second has now and then another town or birthday. */
  private static String people(SplittableRandom random, StringBuilder labels) {
    StringBuilder table = new StringBuilder("id,name,born,town\n");
    for (int person = 0; person < 400; person++) {
      String name = "name" + random.nextInt(150);
      String born = "19" + (10 + random.nextInt(80));
      String town = "town" + random.nextInt(12);
      table.append("a" + person + "," + name + "," + born + "," + town + "\n");
      if (person % 2 == 0) {
        boolean moved = random.nextInt(4) == 0;
        table.append(
            "b" + person + "," + name + "," + born + "," + (moved ? "town99" : town) + "\n");
        labels.append("a" + person + "\tb" + person + "\t1\n");
        labels.append("a" + person + "\ta" + (person + 1) + "\t0\n");
      }
    }
    return table.toString();
  }

  @Test
  void labelsAreHeldAndCalibrate(@TempDir Path folder) throws IOException {
    StringBuilder written = new StringBuilder();
    Path left =
        Files.writeString(folder.resolve("a.csv"), people(new SplittableRandom(SEED), written));
    Path file = Files.writeString(folder.resolve("labels.tsv"), written);
    Profile profile = ProfileReader.read(Files.writeString(folder.resolve("p.yaml"), PROFILE));
    Table table = TableReader.read(left, null, "id");
    Labels labels = Labels.read(file, table);
    assertThat(labels.judged()).hasSize(400);
    Linked bare = new Linker(table, profile, Comparisons.standard()).link(1);
    Linked none = new Linker(table, profile, Comparisons.standard(), Labels.NONE).link(2);
    assertThat(none.weights().prior()).isEqualTo(bare.weights().prior());
    assertThat(none.calibration()).isEmpty();
    Linked held = new Linker(table, profile, Comparisons.standard(), labels).link(2);
    // 200 of 179,700 pairs are of one actor, and persons said so.
    assertThat(1 / held.weights().prior()).as("seed %s", SEED).isBetween(400.0, 1000.0);
    assertThat(held.calibration()).isPresent();
    // Most pairs judged different meet no rule: they teach the model and have no score.
    assertThat(held.calibration().orElseThrow().kind()).isEqualTo(LabelCalibration.Kind.NONE);
  }

  /**
   * What is not written has no say in what is, and what is written is what is explained: with
   * labels and without, whatever the floor is. Some strangers are judged same, so that labels lift
   * pairs from far below the floor.
   */
  @Test
  void theFloorChangesNoScore(@TempDir Path folder) throws IOException {
    Path left =
        Files.writeString(
            folder.resolve("a.csv"), people(new SplittableRandom(SEED), new StringBuilder()));
    Table table = TableReader.read(left, null, "id");
    for (boolean judged : new boolean[] {true, false}) {
      Map<List<Integer>, Integer> all = scores(linked(table, -60, judged, folder));
      for (int floor : new int[] {-2, 0, 12}) {
        Linked linked = linked(table, floor, judged, folder);
        Map<List<Integer>, Integer> written = scores(linked);
        assertThat(all).as("floor %s", floor).containsAllEntriesOf(written);
        all.forEach((pair, score) -> {
          if (score >= Bits.of(floor)) {
            assertThat(written).as("floor %s", floor).containsKey(pair);
          }
        });
        Explainer explainer =
            new Explainer(
                linked, new Provenance(List.of(), new Provenance.Input("p", "00"), "", "test"));
        String[] ids = table.ids();
        int[] far = {0};
        written.forEach((pair, score) -> {
          Explanation why = explainer.pair(ids[pair.getFirst()], ids[pair.getLast()]);
          assertThat(why.score()).as("floor %s: %s", floor, pair).isEqualTo(score);
          boolean moved = why.grouped() != why.uncalibrated();
          far[0] += moved && why.grouped() < Bits.of(floor) - GroupSizes.MOST ? 1 : 0;
        });
        if (judged && floor == -2) {
          assertThat(far[0]).isPositive();
        }
      }
    }
  }

  private static Linked linked(Table table, int floor, boolean judged, Path folder)
      throws IOException {
    Profile profile = ProfileReader.read("p.yaml", PROFILE + "output: {floor: " + floor + "}\n");
    Linked bare = new Linker(table, profile, Comparisons.standard()).link(1);
    if (!judged) {
      return bare;
    }
    StringBuilder rows = new StringBuilder();
    int[] at = {0};
    String[] ids = table.ids();
    bare.direct((a, b, score) -> {
      boolean one = ids[a].substring(1).equals(ids[b].substring(1));
      int of = at[0]++ % 10;
      if (one || of < 2) {
        rows.append(ids[a] + "\t" + ids[b] + "\t" + (one || of == 0 ? "1\n" : "0\n"));
      }
    });
    Path file = Files.writeString(folder.resolve("lifting.tsv"), rows);
    return bare.calibratedBy(Labels.read(file, table));
  }

  private static Map<List<Integer>, Integer> scores(Linked linked) {
    Map<List<Integer>, Integer> scores = new HashMap<>();
    linked.pairs((a, b, score) -> scores.put(List.of(a, b), score));
    return scores;
  }

  @Test
  void whatIsNoLabelIsRefused(@TempDir Path folder) throws IOException {
    Path left = Files.writeString(folder.resolve("a.csv"), "id,name\n1,x\n2,y\n");
    Table table = TableReader.read(left, null, "id");
    for (String[] bad :
        new String[][] {
          {"1\t2\n", "SX-LINK-LABEL"},
          {"1\t2\t3\n", "SX-LINK-LABEL"},
          {"1\t1\t1\n", "SX-LINK-LABEL"},
          {"1\t2\t1\n2\t1\t0\n", "SX-LINK-LABEL"},
          {"1\t9\t1\n", "SX-LINK-ID"}
        }) {
      Path file = Files.writeString(folder.resolve("l.tsv"), bad[0]);
      assertThatThrownBy(() -> Labels.read(file, table))
          .isInstanceOf(LinkageFault.class)
          .hasMessageContaining(bad[1]);
    }
  }
}

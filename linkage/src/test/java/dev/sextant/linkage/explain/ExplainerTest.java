package dev.sextant.linkage.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.group.Evidence.Judged;
import dev.sextant.linkage.group.Evidence.Scored;
import dev.sextant.linkage.group.Grouper;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.link.Labels;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.metric.Bits;
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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {
  private static final String PROFILE =
      """
      fields:
        - {column: name, compare: text, group: names}
        - {column: handle, compare: text, group: names}
        - {column: city, compare: exact}
        - {column: phone, compare: exact}
        - {column: wallet, compare: exact, required: false}
      groups: {names: 12}
      blocking:
        - [phone]
        - ["name:prefix(3)", city]
      """;

  @TempDir Path folder;

  private Linked linked() throws IOException {
    long seed = 20_261_122;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    StringBuilder rows = new StringBuilder("id,name,handle,city,phone\n");
    for (int person = 0; person < 150; person++) {
      String name = word(random) + " " + word(random);
      String city = "city" + random.nextInt(12);
      for (int record = 0; record < 1 + random.nextInt(3); record++) {
        String spelt = random.nextInt(4) == 0 ? name.substring(0, name.length() - 1) : name;
        String phone = random.nextInt(3) == 0 ? "" : "+44" + (7_000_000 + person);
        rows.append(
            "p%d-%d,%s,%s,%s,%s\n"
                .formatted(person, record, spelt, spelt.replace(' ', '.'), city, phone));
      }
    }
    Path file = Files.writeString(folder.resolve("people.csv"), rows);
    Profile profile = ProfileReader.read("p.yaml", PROFILE);
    Table table = TableReader.read(file, null, profile.id());
    return new Linker(table, profile, Comparisons.standard()).link(2);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      word.append((char) ('a' + random.nextInt(12)));
    }
    return word.toString();
  }

  private static Provenance provenance() {
    return new Provenance(
        List.of(new Provenance.Input("people.csv", "00")),
        new Provenance.Input("p.yaml", "11"),
        "",
        "test");
  }

  @Test
  void explainsExactlyTheScoreOfEveryPairAndRecomputesIt() throws IOException {
    Linked linked = linked();
    Explainer explainer = new Explainer(linked, provenance());
    Map<String, Integer> direct = new HashMap<>();
    String[] ids = linked.table().ids();
    linked.direct((a, b, score) -> direct.put(ids[a] + " " + ids[b], score));
    int[] shown = {0};
    linked.pairs((a, b, score) -> {
      Explanation why = explainer.pair(ids[a], ids[b]);
      assertThat(why.score()).as("%s %s", ids[a], ids[b]).isEqualTo(score);
      assertThat(why.direct()).isEqualTo(direct.getOrDefault(ids[a] + " " + ids[b], why.direct()));
      assertThat(Recomputation.of(ExplanationJson.write(why))).isEmpty();
      assertThat(why.compared()).isEqualTo(direct.containsKey(ids[a] + " " + ids[b]));
      shown[0]++;
    });
    assertThat(shown[0]).isGreaterThan(80);
  }

  @Test
  void saysWhyNot() throws IOException {
    Linked linked = linked();
    Explainer explainer = new Explainer(linked, provenance());
    Explanation why = explainer.pair("p0-0", "p1-0");
    assertThat(why.reached()).isFalse();
    assertThat(why.compared()).isFalse();
    String text = ExplanationText.text(why, Words.Language.EN);
    assertThat(text)
        .contains(
            "Not enough to suggest one actor",
            "no blocking rule brings them together",
            "wallet: says nothing: the tables have no such column");
    assertThatThrownBy(() -> explainer.pair("p0-0", "nobody"))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContaining("SX-LINK-ID");
  }

  @Test
  void aRecordIsNotExplainedWithItself() throws IOException {
    Linked linked = linked();
    Explainer explainer = new Explainer(linked, provenance());
    assertThatThrownBy(() -> explainer.pair("p0-0", "p0-0"))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContainingAll("SX-LINK-SELF", "p0-0", "give the ids of two records");
    for (int row = 0; row < linked.table().rows(); row++) {
      assertThat(linked.lone(row, row)).isEmpty();
    }
  }

  @Test
  void groupsOfARunHaveAWeakestLinkAndPaths() throws IOException {
    Linked linked = linked();
    String[] ids = linked.table().ids();
    int checked = 0;
    for (List<Integer> members : linked.groups().members().values()) {
      if (members.size() < 3) {
        continue;
      }
      GroupExplanation why = GroupExplanation.of(linked, ids[members.getFirst()], false);
      GroupExplanation.Weakest weakest = why.weakest().orElseThrow();
      assertThat(weakest.left().size() + weakest.right().size()).isEqualTo(members.size());
      for (int a : members) {
        for (int b : members) {
          if (a != b) {
            assertThat(linked.groups().height(a, b)).isGreaterThanOrEqualTo(weakest.average());
          }
        }
      }
      assertThat(why.links()).hasSizeLessThan(members.size());
      assertThat(GroupText.text(why, Words.Language.PT)).contains("Elo mais fraco");
      checked++;
    }
    assertThat(checked).isPositive();
  }

  @Test
  void groupsOfACaseByHand() throws IOException {
    List<String> keys = List.of("a", "b", "c", "d");
    dev.sextant.linkage.group.Evidence evidence =
        dev.sextant.linkage.group.Evidence.of(
            keys,
            List.of(
                new Scored("a", "b", Bits.of(9)),
                new Scored("b", "c", Bits.of(5)),
                new Scored("a", "c", Bits.of(1))),
            List.of(new Judged("c", "d", true)),
            Map.of());
    Partition groups = new Grouper(Grouper.Settings.DEFAULT).group(evidence);
    GroupExplanation why = GroupExplanation.of(groups, evidence, keys, 0);
    assertThat(why.members()).containsExactly("a", "b", "c", "d");
    GroupExplanation.Weakest weakest = why.weakest().orElseThrow();
    // {a, b} and {c, d}: (5 + 1 - .5 - .5) / 4.
    assertThat(weakest.left()).containsExactly("a", "b");
    assertThat(weakest.right()).containsExactly("c", "d");
    assertThat(weakest.average()).isEqualTo(Bits.of(1.25));
    assertThat(weakest.strongest())
        .contains(new GroupExplanation.Link("b", "c", Bits.of(5), false));
    assertThat(why.path("a", "d"))
        .containsExactly(
            new GroupExplanation.Link("a", "b", Bits.of(9), false),
            new GroupExplanation.Link("b", "c", Bits.of(5), false),
            new GroupExplanation.Link("c", "d", 0, true));
    assertThat(GroupText.text(why, Words.Language.EN))
        .contains(
            "Weakest link: a and c are held together by +1.25 bits on average between 2 and 2",
            "Path: a -[+9.00 bits]- b -[+5.00 bits]- c -[judged same]- d");
    assertThat(GroupText.json(why)).startsWith("{\"format\":\"sextant-identity-group-1\"");
    assertThat(GroupText.path(why, "d", "b", Words.Language.ES))
        .isEqualTo("Camino: d -[juzgados mismo]- c -[+5,00 bits]- b\n");
    assertThat(GroupText.path(why, "d", "x", Words.Language.FR)).startsWith("Aucune paire");
    assertThat(GroupText.pathJson(why, "a", "b"))
        .isEqualTo(
            "{\"format\":\"sextant-identity-path-1\",\"from\":\"a\",\"path\":[{\"a\":\"a\",\"b\":\"b\","
                + "\"judged\":false,\"score\":589824}],\"to\":\"b\"}");
    for (Words.Language language : Words.Language.values()) {
      String svg = GroupPicture.svg(why, language);
      assertThat(svg).isEqualTo(golden("group_" + language.code() + ".svg"));
    }
  }

  private static String golden(String name) throws IOException {
    try (var in = ExplainerTest.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(in, name).readAllBytes(),
          java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /**
   * With labels that calibrate: the same scores as the run's, and recomputed from the document.
   * What the labels say is of no matter here: every third pair is judged different.
   */
  @Test
  void explainsScoresThatLabelsCalibrated() throws IOException {
    Linked bare = linked();
    String[] ids = bare.table().ids();
    StringBuilder rows = new StringBuilder();
    int[] label = {0};
    bare.direct((a, b, score) ->
        rows.append("%s\t%s\t%d\n".formatted(ids[a], ids[b], label[0]++ % 3 == 0 ? 0 : 1)));
    Path file = Files.writeString(folder.resolve("labels.tsv"), rows);
    Labels labels = Labels.read(file, bare.table());
    Linked linked =
        new Linker(bare.table(), bare.profile(), Comparisons.standard(), labels).link(1);
    Explainer explainer = new Explainer(linked, provenance());
    int[] moved = {0};
    linked.pairs((a, b, score) -> {
      Explanation why = explainer.pair(ids[a], ids[b]);
      assertThat(why.score()).as("%s %s", ids[a], ids[b]).isEqualTo(score);
      assertThat(why.calibration()).isPresent();
      assertThat(Recomputation.of(ExplanationJson.write(why))).isEmpty();
      moved[0] += why.score() == why.uncalibrated() ? 0 : 1;
    });
    assertThat(moved[0]).isPositive();
  }
}

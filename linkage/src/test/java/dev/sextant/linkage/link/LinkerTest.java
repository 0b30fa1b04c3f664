package dev.sextant.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on small tables of invented people. */
class LinkerTest {
  private static final long SEED = 20_261_122;
  private static final String PROFILE =
      """
      fields:
        - {column: given, compare: text}
        - {column: surname, compare: text}
        - {column: born, compare: text}
        - {column: town, compare: exact}
      """;
  private static final String RULES =
      """
      blocking:
        - [surname]
        - [born]
        - ["given:prefix(3)", town]
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void anyThreadsGiveTheSameBytesAndAnyOrderTheSameLines() throws IOException {
    List<String> people = people(500);
    String one = linked("one", people, PROFILE + RULES, 1);
    assertThat(linked("two", people, PROFILE + RULES, 2)).isEqualTo(one);
    List<String> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled.subList(1, shuffled.size()), new Random(SEED));
    assertThat(unordered(linked("mixed", shuffled, PROFILE + RULES, 2))).isEqualTo(unordered(one));
    assertThat(Files.readAllLines(folder.resolve("mixed.groups")).stream().sorted().toList())
        .isEqualTo(Files.readAllLines(folder.resolve("one.groups")).stream().sorted().toList());
  }

  @Test
  void copiesWithMistakesAreFoundAndStrangersAreNot() throws IOException {
    String pairs = linked("plain", people(600), PROFILE + RULES, 2);
    assertFinds(pairs, 600, 0.97, 0.95);
  }

  @Test
  void withoutRulesTheyAreDerived() throws IOException {
    String pairs = linked("derived", people(600), PROFILE, 2);
    assertFinds(pairs, 600, 0.97, 0.95);
  }

  @Test
  void aSourceWithEachActorOnceIsKept() throws IOException {
    String rule = "constraints: {source: side, most: 1, across: true}\n";
    String pairs = linked("sides", people(400), PROFILE + RULES + rule, 2);
    for (String line : pairs.split("\n")) {
      String[] cells = line.split("\t");
      assertThat(cells[0].endsWith("-a")).isNotEqualTo(cells[1].endsWith("-a"));
    }
    List<String> groups = Files.readAllLines(folder.resolve("sides.groups"));
    List<String> left =
        groups.stream()
            .filter(l -> l.split("\t")[0].endsWith("-a"))
            .map(l -> l.split("\t")[1])
            .toList();
    assertThat(left).doesNotHaveDuplicates();
  }

  @Test
  void ruleAnnouncementsComeFirstAndEstimateRecall() throws IOException {
    Path table = Files.write(folder.resolve("t.csv"), people(500));
    Profile profile = ProfileReader.read("p", PROFILE + RULES);
    List<Announcement> told = new ArrayList<>();
    new Linker(TableReader.read(table, null, "id"), profile, Comparisons.standard())
        .link(1, told::add);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().recall()).hasSize(3).allMatch(share -> share > 0.3 && share <= 1);
    assertThat(told.getFirst().together()).isBetween(0.9, 1.0);
    assertThat(told.getFirst().derived()).isFalse();
  }

  private static void assertFinds(String pairs, int persons, double precision, double recall) {
    long right = 0;
    long said = 0;
    for (String line : pairs.split("\n")) {
      String[] cells = line.split("\t");
      if (Double.parseDouble(cells[2]) > 0) {
        said++;
        right += person(cells[0]).equals(person(cells[1])) ? 1 : 0;
      }
    }
    assertThat((double) right / said).as("seed " + SEED).isGreaterThan(precision);
    assertThat((double) right / (persons / 2)).isGreaterThan(recall);
  }

  private static String person(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  private static TreeSet<String> unordered(String pairs) {
    TreeSet<String> lines = new TreeSet<>();
    for (String line : pairs.split("\n")) {
      String[] cells = line.split("\t");
      boolean swap = cells[0].compareTo(cells[1]) > 0;
      lines.add((swap ? cells[1] : cells[0]) + " " + (swap ? cells[0] : cells[1]) + " " + cells[2]);
    }
    return lines;
  }

  private String linked(String name, List<String> rows, String profile, int threads)
      throws IOException {
    Path table = Files.write(folder.resolve(name + ".csv"), rows);
    Path pairs = folder.resolve(name + ".tsv");
    Linked linked =
        new Linker(
                TableReader.read(table, null, "id"),
                ProfileReader.read("p", profile),
                Comparisons.standard())
            .link(threads);
    PairWriter.pairs(linked, pairs);
    PairWriter.groups(linked, folder.resolve(name + ".groups"));
    return Files.readString(pairs);
  }

  /* Half of the persons have a copy, with one letter of one cell changed. */
  private static List<String> people(int persons) {
    Random random = new Random(SEED);
    List<String> rows = new ArrayList<>();
    rows.add("id,given,surname,born,town,side");
    for (int i = 0; i < persons; i++) {
      String[] cells = {
        word(random, 2, 300),
        word(random, 3, 2000),
        "19" + (30 + random.nextInt(60)) + (10 + random.nextInt(80)),
        word(random, 2, 40)
      };
      rows.add("p" + i + "-a," + String.join(",", cells) + ",l");
      if (i % 2 == 0) {
        int at = random.nextInt(3);
        int letter = random.nextInt(cells[at].length());
        cells[at] = cells[at].substring(0, letter) + "x" + cells[at].substring(letter + 1);
        rows.add("p" + i + "-b," + String.join(",", cells) + ",r");
      }
    }
    return rows;
  }

  private static String word(Random random, int syllables, int words) {
    Random letters = new Random(31L * syllables + random.nextInt(words));
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append("bdfgklmnprst".charAt(letters.nextInt(12)));
      word.append("aeiou".charAt(letters.nextInt(5)));
      word.append("lnrs".charAt(letters.nextInt(4)));
    }
    return word.toString();
  }
}

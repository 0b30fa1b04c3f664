package dev.sextant.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.linkage.metric.Bits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handles of invented people, in a table of invented people. */
class HandlesTest {
  private static final String[] GIVEN = {
    "Jane", "John", "Maria", "Peter", "Anna", "David", "Laura", "Thomas", "Sofia", "Daniel", "Emma",
    "Robert", "Julia", "Michael", "Clara", "Paul", "Nina", "Mark", "Irene", "Simon"
  };
  private static final String[] FAMILY = {
    "Doe",
    "Smith",
    "Johnson",
    "Brown",
    "Vandermeer",
    "Okonkwo",
    "Lindqvist",
    "Moretti",
    "Kowalska",
    "Haugen",
    "Petrov",
    "Nakamura",
    "Silva",
    "Dubois",
    "Weber",
    "Novak",
    "Rossi",
    "Khan",
    "Lee",
    "Garcia"
  };

  private static final Handles HANDLES = Handles.learned(Corpus.of(table()));

  /* Four hundred people of twenty given names and twenty family names: both are usual. */
  private static List<List<String>> table() {
    List<List<String>> rows = new ArrayList<>();
    for (String given : GIVEN) {
      for (String family : FAMILY) {
        rows.add(List.of(given + family, "one"));
        rows.add(List.of("real_" + given.toLowerCase() + "." + family.toLowerCase(), "two"));
      }
    }
    rows.add(List.of("ZorglubTheGreat", "one"));
    rows.add(List.of("zorglub_the_great", "two"));
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "ZorglubTheGreat, zorglubthegreat",
    "ZorglubTheGreat, real_zorglub",
    "@janedoe, JaneDoe",
    "SenJaneDoe, janedoe",
    "jane_doe_84, JaneDoe",
    "j4ne.d0e, JaneDoe",
    "BobBrandywine, robertbrandywine",
    "jbrandywine, JaneBrandywine",
    "Зорглуб_Анна, zorglub_anna",
    "OfficialZorglub, zorglubNYC"
  })
  void alike(String a, String b) {
    assertThat(weight(a, b)).as(a + " " + b).isGreaterThan(weight("JaneDoe", "PeterDoe"));
    assertThat(weight(a, b)).isEqualTo(weight(b, a)).isGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({
    "JaneDoe, JohnSmith",
    "JaneDoe, JaneSmith",
    "SenJaneDoe, SenPeterBrown",
    "real_maria.silva, real_paul.khan",
    "MayorOfBrownVille, GovernorSmith"
  })
  void unlike(String a, String b) {
    assertThat(weight(a, b)).as(a + " " + b).isLessThan(5);
  }

  @Test
  void theRarerTheStronger() {
    assertThat(weight("ZorglubTheGreat", "zorglub")).isGreaterThan(weight("JaneSmith", "smith"));
    assertThat(weight("brandywine", "brandywine")).isGreaterThan(weight("lee", "lee"));
  }

  @Test
  void aNumberOfThePlatformSaysNothing() {
    assertThat(HANDLES.prepare(List.of("107297211756", "one"))).isNull();
    assertThat(HANDLES.prepare(List.of("", "one"))).isNull();
    assertThat(HANDLES.prepare(List.of("...", "one"))).isNull();
    assertThat(weight("Zorglub-534791956544404", "zorglub")).isGreaterThan(5);
  }

  @Test
  void levelsSayWhatIsShared() {
    assertThat(level("ZorglubTheGreat", "zorglubthegreat", "")).startsWith("same handle");
    assertThat(level("SenZorglub", "real_zorglub", "")).startsWith("same without separators");
    assertThat(level("zorglub", "annapetrov", "")).isEqualTo("shares less");
    assertThat(level("zorglubbrandywine", "xx77", "Zorglub Brandywine"))
        .isEqualTo("made from the other's display name");
  }

  private static String level(String a, String b, String displayName) {
    Handles.Prepared left = Ready.of(HANDLES, List.of(a, "one"));
    Handles.Prepared right = Ready.of(HANDLES, List.of(b, "two", displayName));
    assertThat(HANDLES.level(left, right)).isEqualTo(HANDLES.level(right, left));
    return HANDLES.levels().get(HANDLES.level(left, right));
  }

  @Test
  void termsCountTheHandleOrItsCore() {
    Handles.Prepared handle = Ready.of(HANDLES, List.of("Sen.Zorglub", "one"));
    assertThat(HANDLES.term(handle, 0)).isEqualTo("sen.zorglub");
    assertThat(HANDLES.term(handle, 4)).isEqualTo("zorglub");
    assertThat(HANDLES.term(handle, 14)).isNull();
  }

  @Test
  void theOrderOfTheTableDoesNotMatter() {
    List<List<String>> rows = new ArrayList<>(table());
    Collections.shuffle(rows, new Random(20_261_122));
    Handles other = Handles.learned(Corpus.of(rows));
    for (String[] pair :
        new String[][] {{"JaneDoe", "SenDoe"}, {"zorglub", "ZorglubTheGreat"}, {"x", "y"}}) {
      assertThat(
              other.weight(
                  Ready.of(other, List.of(pair[0], "one")),
                  Ready.of(other, List.of(pair[1], "two"))))
          .isEqualTo(
              HANDLES.weight(
                  Ready.of(HANDLES, List.of(pair[0], "one")),
                  Ready.of(HANDLES, List.of(pair[1], "two"))));
    }
  }

  @Test
  void randomHandlesAreSymmetricAndNearestToThemselves() {
    Random random = new Random(20_261_122);
    String signs = "abcdeiorstZ019._-";
    for (int i = 0; i < 2_000; i++) {
      String a = word(random, signs);
      String b = word(random, signs);
      Handles.Prepared left = HANDLES.prepare(List.of(a, "one"));
      Handles.Prepared right = HANDLES.prepare(List.of(b, "two"));
      if (left == null || right == null) {
        continue;
      }
      assertThat(HANDLES.weight(left, right))
          .as(a + " " + b)
          .isEqualTo(HANDLES.weight(right, left));
      assertThat(HANDLES.level(left, right)).isEqualTo(HANDLES.level(right, left));
      assertThat(HANDLES.level(left, left)).isLessThanOrEqualTo(3);
      assertThat(HANDLES.weight(left, right))
          .as(a + " " + b)
          .isLessThanOrEqualTo(Math.max(HANDLES.weight(left, left), HANDLES.weight(right, right)));
    }
  }

  private static String word(Random random, String signs) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(18);
    for (int i = 0; i < length; i++) {
      word.append(signs.charAt(random.nextInt(signs.length())));
    }
    return word.toString();
  }

  @Test
  void withoutATableTheGeneralWeightsHold() {
    Handles bare = (Handles) Comparisons.standard().make("handle", Map.of(), Corpus.NONE);
    int weight =
        bare.weight(
            Ready.of(bare, List.of("okonkwolind")), Ready.of(bare, List.of("Okonkwo.Lind")));
    assertThat(Bits.shown(weight)).isGreaterThan(8);
  }

  private static double weight(String a, String b) {
    Handles.Prepared left = Ready.of(HANDLES, List.of(a, "one"));
    Handles.Prepared right = Ready.of(HANDLES, List.of(b, "two"));
    assertThat(left).isNotNull();
    assertThat(right).isNotNull();
    return Bits.shown(HANDLES.weight(left, right));
  }
}

package dev.sextant.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.linkage.name.NameText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The levels that a reader sees. */
class NamesTest {
  private static final Names PERSONS = names(Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jane Doe | jane DOE | same name",
        "Jane Doe | Doe, Jane | same words in another order, spacing or legal form",
        "Anna-Maria Weber | Annamaria Weber | same words in another order, spacing or legal form",
        "Hussein Qasim | Husain Kassem | same after transliteration or by sound",
        "William Clinton | Bill Clinton | same with a familiar form of a given name",
        "Friedrich Buchenberg | Fridrich Buchenburg | same but for a slip of the pen",
        "J. Vandermeer | Jane Vandermeer | initials stand for names",
        "Jane Maria Doe | Jane Doe | one name has more parts, all others agree",
        "Jane Maria Vandermeer | Jane Vandermer | one name has more parts, others agree but for spelling",
        "Halla Guchkov | Halla Guchaev | one part differs, but is near",
        "Shamsuddin | Shamsuddin Haqqani Saleh | only a single name agrees",
        "Jane Doe | Jane Okonkwo | parts agree and parts contradict",
        "Jane Doe | Peter Okonkwo | different"
      })
  void levels(String a, String b, String level) {
    NameText left = Ready.of(PERSONS, List.of(a));
    NameText right = Ready.of(PERSONS, List.of(b));
    assertThat(PERSONS.levels().get(PERSONS.level(left, right))).as(a + " " + b).isEqualTo(level);
    assertThat(PERSONS.level(right, left)).isEqualTo(PERSONS.level(left, right));
  }

  @Test
  void partsInSeveralCellsAndTheKindInTheFirst() {
    NameText whole = Ready.of(PERSONS, List.of("Jane Doe"));
    NameText parts = Ready.of(PERSONS, List.of("Jane", "Doe"));
    assertThat(PERSONS.level(whole, parts)).isZero();
    Names both = names(Map.of("schema", true));
    NameText company = Ready.of(both, List.of("Company", "Doe Ltd"));
    NameText other = Ready.of(both, List.of("Company", "Doe Limited"));
    assertThat(both.level(company, other)).isZero();
    assertThat(both.prepare(List.of("Person", "?!"))).isNull();
  }

  @Test
  void whatIsUsualInTheTableSaysLess() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(List.of((i % 2 == 0 ? "Zorglub" : "Anna") + " Family" + (char) ('a' + i % 26)));
    }
    Names table = (Names) Comparisons.standard().make("name", Map.of(), Corpus.of(rows));
    List<String> a = List.of("Zorglub Brandywine");
    assertThat(table.weight(Ready.of(table, a), Ready.of(table, a)))
        .isLessThan(PERSONS.weight(Ready.of(PERSONS, a), Ready.of(PERSONS, a)));
  }

  @Test
  void termsAreTheWordsOrTheRarest() {
    NameText name = Ready.of(PERSONS, List.of("Dr. Jane van Okonkwo"));
    assertThat(PERSONS.term(name, 0)).isEqualTo("jane okonkwo");
    assertThat(PERSONS.term(name, 6)).isEqualTo("okonkwo");
    assertThat(PERSONS.term(name, 11)).isNull();
  }

  @Test
  void randomNamesAreSymmetricAndNearestToThemselves() {
    String[] words = {
      "Anna",
      "Maria",
      "Annamaria",
      "Jan",
      "J.",
      "van",
      "bin",
      "al",
      "Okonkwo",
      "Okonkvo",
      "Bill",
      "William",
      "Dr",
      "Ивановна",
      "Иван",
      "김",
      "정은",
      "محمد",
      "Jr",
      "O'Neil",
      "2",
      "Li",
      "Lee"
    };
    Random random = new Random(20_261_122);
    for (int i = 0; i < 3_000; i++) {
      String a = name(random, words);
      String b = name(random, words);
      NameText left = Ready.of(PERSONS, List.of(a));
      NameText right = Ready.of(PERSONS, List.of(b));
      assertThat(left).isNotNull();
      assertThat(right).isNotNull();
      assertThat(PERSONS.weight(left, right))
          .as(a + " | " + b)
          .isEqualTo(PERSONS.weight(right, left));
      assertThat(PERSONS.level(left, right)).isEqualTo(PERSONS.level(right, left));
      assertThat(PERSONS.level(left, left)).as(a).isLessThanOrEqualTo(PERSONS.level(left, right));
    }
  }

  private static String name(Random random, String[] words) {
    StringBuilder name = new StringBuilder();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      name.append(words[random.nextInt(words.length)]).append(' ');
    }
    return name.toString();
  }

  private static Names names(Map<String, ?> options) {
    return (Names) Comparisons.standard().make("name", options, Corpus.NONE);
  }
}

package dev.sextant.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradeTest {
  private static List<Grade> all() {
    List<Grade> all = new ArrayList<>();
    for (char source = 'A'; source <= 'F'; source++) {
      for (int information = 1; information <= 6; information++) {
        all.add(new Grade.Admiralty(source, information));
      }
    }
    for (char source : "ABCX".toCharArray()) {
      for (int information = 1; information <= 4; information++) {
        all.add(new Grade.Europol(source, information));
      }
    }
    for (int source = 1; source <= 3; source++) {
      for (char information = 'A'; information <= 'E'; information++) {
        all.add(new Grade.Uk3x5x2(source, information, 'P', ""));
        all.add(new Grade.Uk3x5x2(source, information, 'C', "ask the owner / first"));
      }
    }
    return all;
  }

  @Test
  void everyGradeOfEverySchemeReadsBackAsItself() {
    assertThat(all()).hasSize(36 + 16 + 30);
    assertThat(all()).allSatisfy(g -> assertThat(Grade.parse(g.scheme(), g.code())).isEqualTo(g));
  }

  @Test
  void eachGradeHasItsOwnWords() {
    List<String> words =
        all().stream()
            .filter(g -> !g.code().contains("owner"))
            .map(g -> g.scheme() + g.words())
            .toList();
    assertThat(new HashSet<>(words)).hasSameSizeAs(words);
  }

  @Test
  void whatNoSchemeHasIsRefused() {
    for (String code : List.of("", "A", "G1", "A7", "D1", "X5", "A0", "b2", "A10")) {
      assertThatThrownBy(() -> Grade.parse("EUROPOL-4x4", code))
          .isInstanceOf(BadValue.class)
          .hasFieldOrPropertyWithValue("code", "SX-TERMS-GRADE");
    }
    assertThatThrownBy(() -> Grade.parse("ADMIRALTY", "X1")).isInstanceOf(BadValue.class);
    assertThatThrownBy(() -> Grade.parse("UK-3x5x2", "1/A/C")).isInstanceOf(BadValue.class);
    assertThatThrownBy(() -> Grade.parse("UK-5x5x5", "B/2/1")).isInstanceOf(BadValue.class);
  }

  @Test
  void gradesSayWhetherTheyAreCorroborated() {
    assertThat(all().stream().filter(Grade::corroborated).map(Grade::code))
        .containsExactly(
            "A1",
            "B1",
            "C1",
            "D1",
            "E1",
            "F1",
            "A3",
            "B3",
            "C3",
            "X3",
            "1/B/P",
            "1/B/C/ask the owner / first",
            "2/B/P",
            "2/B/C/ask the owner / first",
            "3/B/P",
            "3/B/C/ask the owner / first");
    assertThat(Grade.parse("EUROPOL-4x4", "X4").untested()).isTrue();
    assertThat(Grade.parse("EUROPOL-4x4", "X3").untested()).isFalse();
  }
}

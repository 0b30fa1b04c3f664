package dev.sextant.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.terms.Grade;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlingOfGradesTest {
  @Test
  void aGradesHandlingBindsTheRelease() {
    assertThat(Handling.of(3, Grade.parse("UK-3x5x2", "2/C/P")).texts()).containsExactly("P");
    Handling conditional = Handling.of(3, Grade.parse("UK-3x5x2", "2/C/C/ask me"));
    assertThat(conditional.line()).isEqualTo("C (condition of F-3: ask me)");
    assertThat(Handling.of(List.of("P"), "").join(conditional).texts()).containsExactly("C");
  }

  @Test
  void otherSchemesSayNothingOfIt() {
    assertThat(Handling.of(3, Grade.parse("ADMIRALTY", "B2"))).isEqualTo(Handling.NONE);
    assertThat(Handling.of(3, Grade.parse("EUROPOL-4x4", "X4"))).isEqualTo(Handling.NONE);
  }

  @Test
  void aLongConditionIsShortenedToWhatAHandlingHolds() {
    Grade longest = new Grade.Uk3x5x2(1, 'A', 'C', "x".repeat(900));
    assertThat(Handling.of(3, longest).conditions().first()).hasSize(500);
  }
}

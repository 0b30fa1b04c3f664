package dev.sextant.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a profile may say, and what it is told otherwise. */
class ComparisonsTest {
  private static final Comparisons REGISTRY =
      Comparisons.none()
          .with(
              "sample",
              (options, corpus) -> {
                options.text("text", "x");
                options.number("number", 3, 1, 5);
                options.flag("flag", false);
                options.rising("bands", List.of(1.0));
                options.texts("list");
                options.word("word", "a", List.of("a", "b"));
                return new Same();
              });

  @Test
  void unknownNamesAndOptionsAreSaid() {
    assertThat(REGISTRY.names()).containsExactly("sample");
    refuses("other", Map.of(), "SX-LINK-COMPARISON");
    refuses("sample", Map.of("numbr", 3), "SX-LINK-OPTION");
    refuses("sample", Map.of("number", 6), "SX-LINK-OPTION-VALUE");
    refuses("sample", Map.of("number", "3"), "SX-LINK-OPTION-VALUE");
    refuses("sample", Map.of("flag", 1), "SX-LINK-OPTION-VALUE");
    refuses("sample", Map.of("bands", List.of(2, 1)), "SX-LINK-OPTION-VALUE");
    refuses("sample", Map.of("bands", List.of(Double.NaN)), "SX-LINK-OPTION-VALUE");
    refuses("sample", Map.of("list", List.of(1)), "SX-LINK-OPTION-VALUE");
    refuses("sample", Map.of("word", "c"), "SX-LINK-OPTION-VALUE");
  }

  @Test
  void knownOptionsAreTaken() {
    assertThat(
            REGISTRY.make(
                "sample",
                Map.of("text", "t", "number", 5, "bands", List.of(1, 2.5), "list", "one"),
                Corpus.NONE))
        .isInstanceOf(Same.class);
  }

  private static void refuses(String name, Map<String, ?> options, String code) {
    assertThatThrownBy(() -> REGISTRY.make(name, options, Corpus.NONE))
        .isInstanceOfSatisfying(
            BadOption.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.cure()).isNotBlank();
            });
  }

  private static final class Same implements Comparison<String> {
    @Override
    public List<String> levels() {
      return List.of("same", "different");
    }

    @Override
    public String prepare(List<String> cells) {
      return cells.getFirst();
    }

    @Override
    public int level(String a, String b) {
      return a.equals(b) ? 0 : 1;
    }
  }
}

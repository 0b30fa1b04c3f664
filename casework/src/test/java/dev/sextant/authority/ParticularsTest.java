package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParticularsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "ümlaut", "line\nbreak", "a@b"})
  void contentIsNoToken(String text) {
    assertThatThrownBy(() -> Particulars.none().token("reader", text))
        .isInstanceOfSatisfying(
            BadScope.class,
            e -> {
              assertThat(e.code()).isEqualTo("SX-AUTH-TOKEN");
              assertThat(text.isEmpty() || !e.line().contains(text)).isTrue();
            });
  }

  @Test
  void selectorsAreLoggedAsKeyedHashesOnly() {
    Selector phone = Selector.of(SelectorType.PHONE, "+447911000001");
    Particulars all =
        Particulars.none()
            .selector("phone", phone)
            .digest("exhibit", Digest.ofFields("x"))
            .number("n", 5);
    assertThat(all.logged(selector -> "hmac:00"))
        .containsEntry("phone", "hmac:00")
        .containsEntry("n", 5L)
        .hasSize(3);
    assertThat(all.toString()).doesNotContain("447911000001");
  }

  @Test
  void aNameIsUsedOnce() {
    assertThatThrownBy(() -> Particulars.none().number("n", 1).number("n", 2))
        .isInstanceOf(BadScope.class);
  }
}

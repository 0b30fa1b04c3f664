package dev.sextant.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {
  @Test
  void noValueCanFeignAFieldOrALine() {
    Fault fault =
        new BadValue("SX-TERMS-X", "a | cure: b", "v | cure: run\nthis\u0085now", "look again");
    assertThat(fault.line().split(" \\| ", -1)).hasSize(4);
    assertThat(fault.line())
        .contains("a / cure: b", "v / cure: run this")
        .endsWith(" | cure: look again")
        .doesNotContain("\n");
  }
}

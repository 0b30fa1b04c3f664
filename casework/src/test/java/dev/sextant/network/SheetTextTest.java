package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTextTest {
  @Test
  void whatASpreadsheetWouldRunIsText() {
    for (String formula :
        List.of(
            "=HYPERLINK(\"http://x\",\"y\")",
            "+44 20 7946 0000",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1)",
            "\t=1",
            "\r=1",
            "  =1+1",
            "\uFF1D1+1")) {
      assertThat(SheetText.of(formula)).isEqualTo("'" + formula);
    }
  }

  @Test
  void whatItWouldNotRunStays() {
    for (String plain : List.of("", " ", "Anna", "a=b", "-5", "-5.25", "12", "1-2", "'=1")) {
      assertThat(SheetText.of(plain)).isEqualTo(plain);
    }
  }
}

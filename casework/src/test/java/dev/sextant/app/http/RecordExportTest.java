package dev.sextant.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordExportTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+44 20 7946 0958",
        "-2+3",
        "@SUM(A1)",
        "  =1",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uff1d1",
        "|x"
      })
  void noCellBeginsLikeAFormula(String value) {
    String cell = RecordExport.cell(value);
    assertThat(cell).startsWith("\"'").endsWith("\"");
    assertThat(cell.substring(2, cell.length() - 1)).isEqualTo(value.replace("\"", "\"\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"van|\"van\"", "say \"x\", y|\"say \"\"x\"\", y\"", "``|\"\"", "1=1|\"1=1\""})
  void othersStayAsTheyAre(String value, String cell) {
    assertThat(RecordExport.cell(value)).isEqualTo(cell);
  }
}

package dev.sextant.disclosure.report;

import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.AchReading;
import dev.sextant.findings.FindingDocument;
import dev.sextant.press.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Words the competing hypotheses of a finding: the matrix, what it yields, what it hangs on. */
final class AchText {
  /** More columns of hypotheses than this do not fit beside the words of a row. */
  private static final int ABREAST = 5;

  private final Markup out;
  private final FindingDocument finding;
  private final AchMatrix matrix;

  AchText(Markup out, FindingDocument finding, AchMatrix matrix) {
    this.out = out;
    this.finding = finding;
    this.matrix = matrix;
  }

  void write() {
    out.heading(3, "Competing hypotheses");
    out.paragraph(
        "Each row says how a piece of evidence sits with each hypothesis, if that hypothesis were"
            + " true: CC very consistent, C consistent, N neutral, I inconsistent, II very"
            + " inconsistent, NA not applicable. The score of a hypothesis counts what speaks"
            + " against it (I once, II twice, times the weight of the row); the least stands first."
            + " It is no probability, and it says nothing of anybody's guilt.");
    AchReading reading = AchReading.of(matrix);
    hypotheses(reading);
    for (int from = 0; from < matrix.hypotheses().size(); from += ABREAST) {
      cells(from, Math.min(from + ABREAST, matrix.hypotheses().size()));
    }
    sensitivity(reading);
  }

  private void hypotheses(AchReading reading) {
    List<List<String>> rows = new ArrayList<>();
    for (int h = 0; h < matrix.hypotheses().size(); h++) {
      AchMatrix.Hypothesis each = matrix.hypotheses().get(h);
      String held = h + 1 == matrix.held() ? " The claim states this one." : "";
      rows.add(
          List.of(
              "H" + (h + 1),
              each.text() + (each.innocent() ? " (innocent)" : "") + held,
              reading.scores().get(h).text(),
              reading.ranks().get(h).toString()));
    }
    out.table(
        "Hypotheses of F-" + finding.number(),
        List.of("#No.", "Hypothesis", "#Against", "#Place"),
        rows);
  }

  private void cells(int from, int to) {
    List<String> columns = new ArrayList<>(List.of("#Row", "Evidence", "Credible, relevant"));
    IntStream.range(from, to).forEach(h -> columns.add("#H" + (h + 1)));
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < matrix.rows().size(); r++) {
      AchMatrix.Row row = matrix.rows().get(r);
      List<String> cells =
          new ArrayList<>(
              List.of(
                  Integer.toString(r + 1),
                  AchWords.source(finding, row) + row.text(),
                  AchWords.weight(row)));
      row.cells().subList(from, to).forEach(cell -> cells.add(cell.name()));
      rows.add(cells);
    }
    out.table("Matrix of F-" + finding.number(), columns, rows);
  }

  private void sensitivity(AchReading reading) {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < reading.rows().size(); r++) {
      AchReading.RowReading row = reading.rows().get(r);
      rows.add(
          List.of(
              Integer.toString(r + 1),
              row.diagnosticity().text(),
              AchWords.effect(row.leftOut(), row.ranksLeftOut()),
              AchWords.effect(row.reversed(), row.ranksReversed())));
    }
    out.table(
        "Sensitivity of F-" + finding.number(),
        List.of("#Row", "#Tells apart", "If it is left out", "If it shows the contrary"),
        rows);
    out.paragraph(AchWords.LEGEND);
    out.paragraph(AchWords.most(reading));
    if (!reading.linchpins().isEmpty()) {
      out.paragraph(AchWords.linchpins(reading));
    }
  }
}

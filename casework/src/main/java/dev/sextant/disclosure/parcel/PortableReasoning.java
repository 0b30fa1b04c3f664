package dev.sextant.disclosure.parcel;

import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.AchReading;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import dev.sextant.terms.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the competing hypotheses of a finding in a portable case, as the report prints them. */
final class PortableReasoning {
  private final Html out;
  private final FindingDocument finding;
  private final AchMatrix matrix;
  private final String at;

  /**
   * @param out where it is written
   * @param finding whose matrix it is
   * @param matrix every cell of which is judged
   * @param at the finding's place in {@code findings.json} (RFC 6901)
   */
  PortableReasoning(Html out, FindingDocument finding, AchMatrix matrix, String at) {
    this.out = out;
    this.finding = finding;
    this.matrix = matrix;
    this.at = at + "/matrix";
  }

  void write() {
    out.element("h4", "Competing hypotheses");
    out.element(
        "p",
        "Each row says how a piece of evidence sits with each hypothesis, if that hypothesis were"
            + " true: CC very consistent, C consistent, N neutral, I inconsistent, II very"
            + " inconsistent, NA not applicable. What counts is what speaks against a hypothesis;"
            + " the least stands first. It is no probability, and it says nothing of anybody's"
            + " guilt.");
    hypotheses(AchReading.of(matrix));
    rows();
  }

  private void hypotheses(AchReading reading) {
    out.begin(
        "Hypotheses of F-" + finding.number(), List.of("No.", "Hypothesis", "Against", "Place"));
    for (int h = 0; h < matrix.hypotheses().size(); h++) {
      AchMatrix.Hypothesis each = matrix.hypotheses().get(h);
      out.raw("<tr><td>H" + (h + 1) + "</td><td>");
      out.signed("span", at + "/hypotheses/" + h + "/text", each.text());
      out.text(each.innocent() ? " (innocent)" : "");
      out.text(h + 1 == matrix.held() ? " The claim states this one." : "");
      out.raw("</td><td>").text(reading.scores().get(h).text()).raw("</td><td>");
      out.text(reading.ranks().get(h).toString()).raw("</td></tr>");
    }
    out.end();
  }

  private void rows() {
    List<String> head = new ArrayList<>(List.of("Row", "Evidence", "Credible, relevant"));
    for (int h = 1; h <= matrix.hypotheses().size(); h++) {
      head.add("H" + h);
    }
    out.begin("Matrix of F-" + finding.number(), head);
    for (int r = 0; r < matrix.rows().size(); r++) {
      AchMatrix.Row row = matrix.rows().get(r);
      out.raw("<tr><td>" + (r + 1) + "</td><td>").text(source(row));
      out.signed("span", at + "/rows/" + r + "/text", row.text()).raw("</td><td>");
      out.text(word(row.credibility()) + ", " + word(row.relevance())).raw("</td>");
      row.cells().forEach(cell -> out.raw("<td>").text(cell.name()).raw("</td>"));
      out.raw("</tr>");
    }
    out.end();
  }

  private String source(AchMatrix.Row row) {
    Digest record = row.record();
    return switch (row.kind()) {
      case ABSENCE -> "Looked for and not found: ";
      case ASSUMPTION -> "Taken for granted: ";
      case RECORD ->
          label("S-", finding.supports(), record) + label("C-", finding.counterSupports(), record);
    };
  }

  private String label(String kind, List<Support> of, @Nullable Digest record) {
    for (int i = 0; i < of.size(); i++) {
      if (of.get(i).record().equals(record)) {
        return kind + finding.number() + "." + (i + 1) + ": ";
      }
    }
    return "";
  }

  private static String word(AchMatrix.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}

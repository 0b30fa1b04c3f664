package dev.sextant.disclosure.parcel;

import dev.sextant.disclosure.report.AchWords;
import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.AchReading;
import dev.sextant.findings.FindingDocument;
import java.util.ArrayList;
import java.util.List;

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
    // The page's script works the figures out anew from the cells, and compares each with what
    // stands here.
    out.raw("<section class=\"ach\" data-ach=\"" + at + "\" aria-label=\"");
    out.text("Competing hypotheses of F-" + finding.number()).raw("\">");
    out.element("h4", "Competing hypotheses");
    out.element(
        "p",
        "Each row says how a piece of evidence sits with each hypothesis, if that hypothesis were"
            + " true: CC very consistent, C consistent, N neutral, I inconsistent, II very"
            + " inconsistent, NA not applicable. What counts is what speaks against a hypothesis (I"
            + " once, II twice, times the weight of the row); the least stands first. It is no"
            + " probability, and it says nothing of anybody's guilt.");
    AchReading reading = AchReading.of(matrix);
    hypotheses(reading);
    rows();
    sensitivity(reading);
    out.raw("</section>\n");
  }

  private void hypotheses(AchReading reading) {
    out.begin(
        "Hypotheses of F-" + finding.number(), List.of("No.", "Hypothesis", "Against", "Place"));
    for (int h = 0; h < matrix.hypotheses().size(); h++) {
      AchMatrix.Hypothesis each = matrix.hypotheses().get(h);
      out.raw("<tr><th scope=\"row\">H" + (h + 1) + "</th><td>");
      out.signed("span", at + "/hypotheses/" + h + "/text", each.text());
      said("span", "states/" + h, states(h, each)).raw("</td>");
      said("td", "score/" + h, reading.scores().get(h).text());
      said("td", "place/" + h, reading.ranks().get(h).toString()).raw("</tr>");
    }
    out.end();
  }

  private String states(int h, AchMatrix.Hypothesis each) {
    return (each.innocent() ? " (innocent)" : "")
        + (h + 1 == matrix.held() ? " (the claim states this one)" : "");
  }

  private void rows() {
    List<String> head = new ArrayList<>(List.of("Row", "Evidence", "Credible, relevant"));
    for (int h = 1; h <= matrix.hypotheses().size(); h++) {
      head.add("H" + h);
    }
    out.begin("Matrix of F-" + finding.number(), head);
    for (int r = 0; r < matrix.rows().size(); r++) {
      AchMatrix.Row row = matrix.rows().get(r);
      out.raw("<tr><th scope=\"row\">" + (r + 1) + "</th><td>");
      said("span", "source/" + r, AchWords.source(finding, row));
      out.signed("span", at + "/rows/" + r + "/text", row.text()).raw("</td>");
      said("td", "weight/" + r, AchWords.weight(row));
      for (int h = 0; h < row.cells().size(); h++) {
        said("td", "cell/" + r + "/" + h, row.cells().get(h).name());
      }
      out.raw("</tr>");
    }
    out.end();
  }

  private void sensitivity(AchReading reading) {
    out.begin(
        "What the order hangs on, F-" + finding.number(),
        List.of("Row", "Tells apart", "If it is left out", "If it shows the contrary"));
    for (int r = 0; r < reading.rows().size(); r++) {
      AchReading.RowReading row = reading.rows().get(r);
      out.raw("<tr><th scope=\"row\">" + (r + 1) + "</th>");
      said("td", "apart/" + r, row.diagnosticity().text());
      said("td", "out/" + r, AchWords.effect(row.leftOut(), row.ranksLeftOut()));
      said("td", "contrary/" + r, AchWords.effect(row.reversed(), row.ranksReversed()))
          .raw("</tr>");
    }
    out.end();
    out.element("p", AchWords.LEGEND);
    said("p", "most", AchWords.most(reading));
    if (!reading.linchpins().isEmpty()) {
      said("p", "linchpins", AchWords.linchpins(reading));
    }
  }

  /* What the script makes anew, by its name there. */
  private Html said(String element, String name, String words) {
    return out.raw("<" + element + " data-figure=\"" + name + "\">")
        .text(words)
        .raw("</" + element + ">");
  }
}

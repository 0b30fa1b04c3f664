package dev.sextant.disclosure.report;

import dev.sextant.disclosure.Redaction;
import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Words what a template adds for its reader: what this is, pictures, and what was taken out. */
final class FormText {
  private final Markup out;
  private final Report report;

  FormText(Markup out, Report report) {
    this.out = out;
    this.report = report;
  }

  void explanation() {
    out.raw("<div class=\"chapter\" id=\"explanation\">").heading(2, "What this is");
    report.form().words().forEach(out::paragraph);
    out.raw("</div>");
  }

  void pictures() {
    List<Form.Picture> all = report.form().pictures();
    if (all.isEmpty()) {
      return;
    }
    out.raw("<div class=\"chapter\" id=\"pictures\">").heading(2, "Pictures");
    out.paragraph(
        "Copies for the eye: the dots of each picture were encoded anew, and nothing else of the"
            + " file is in the copy, neither its place, camera and time nor its preview. What is"
            + " black was drawn over before encoding. The exhibit itself is kept as it was sealed.");
    int number = 0;
    for (Form.Picture p : all) {
      String alt = "Copy of exhibit " + p.exhibit();
      out.heading(3, alt);
      out.raw("<p class=\"picture\"><img id=\"picture-" + ++number + "\" alt=\"").text(alt);
      out.raw("\" src=\"data:image/png;base64,");
      out.raw(Base64.getEncoder().encodeToString(p.png().bytes())).raw("\"/></p>");
      out.facts(
          alt,
          List.of(
              Fact.of("Size", p.width() + " by " + p.height() + " pixels"),
              Fact.of("Areas drawn over", Integer.toString(p.areas())),
              Fact.exact("SHA-256 of the copy", p.digest().hex()),
              Fact.exact(
                  p.within() ? "SHA-256 of the picture" : "SHA-256 of the exhibit",
                  p.original().hex())));
    }
    out.raw("</div>");
  }

  /** Rules for the widths of the pictures, in their order. */
  static String widths(List<Form.Picture> pictures) {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < pictures.size(); i++) {
      rules.append("#picture-").append(i + 1).append(" { width: ");
      rules.append(millimetres(pictures.get(i))).append("mm; }\n");
    }
    return rules.toString();
  }

  /* Within 170 by 200 mm; never larger than 96 dots an inch shows it. */
  private static long millimetres(Form.Picture p) {
    double natural = p.width() * 25.4 / 96;
    double byHeight = 200.0 * p.width() / Math.max(1, p.height());
    return Math.max(5, Math.round(Math.min(170, Math.min(natural, byHeight))));
  }

  void redactions() {
    out.raw("<div class=\"chapter\" id=\"redactions\">").heading(2, "What was taken out");
    List<Redaction> all = report.form().redactions();
    if (all.isEmpty()) {
      out.paragraph("Nothing was taken out of this report.");
      out.raw("</div>");
      return;
    }
    out.paragraph(
        "This list says where something was taken out and why, never what. It was taken out of"
            + " every file of the bundle. Where a digest would let somebody try words until one fits,"
            + " a commitment stands instead: an HMAC-SHA-256 under a key that stays in the case. With"
            + " it the releasing body can show a court that what it keeps is what is left out here.");
    List<List<String>> rows = new ArrayList<>();
    for (Redaction r : all) {
      String when = r.at().isEmpty() ? r.by() : r.by() + ", " + r.at();
      rows.add(List.of(r.place(), r.kind(), r.code(), r.reason() + " (" + r.source() + ")", when));
    }
    out.table(
        "What was taken out", List.of("Where", "#What", "#Code", "Reason and law", "By"), rows);
    out.raw("</div>");
  }
}

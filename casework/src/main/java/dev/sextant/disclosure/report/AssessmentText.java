package dev.sextant.disclosure.report;

import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import dev.sextant.press.PdfPrinter;
import dev.sextant.press.Printable;
import dev.sextant.press.Typeface;
import java.time.Instant;
import java.util.List;

/** Sets an emergency assessment in type: one sheet of a person's words. */
public final class AssessmentText {
  private AssessmentText() {}

  /**
   * All that the sheet says.
   *
   * @param id its identifier
   * @param agency the releasing body
   * @param caseNumber the case's number
   * @param by who gives it, by name
   * @param name who receives it
   * @param organisation for which body
   * @param danger the danger
   * @param text the assessment
   * @param at when
   */
  public record Sheet(
      String id,
      String agency,
      String caseNumber,
      String by,
      String name,
      String organisation,
      String danger,
      String text,
      Instant at) {}

  /**
   * Prints.
   *
   * @return the bytes of a PDF/A-3a file, the same for equal sheets
   */
  public static byte[] print(Sheet sheet, Typeface face) {
    Printable printable = new Printable(face);
    Markup out = new Markup(printable);
    out.raw(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><html lang=\"en\""
            + " xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Emergency assessment</title>"
            + "<meta name=\"subject\" content=\"Emergency assessment\"/>"
            + "<meta name=\"description\" content=\"Emergency assessment\"/>"
            + "<meta name=\"author\" content=\""
            + Markup.escape(printable.of(sheet.agency()))
            + "\"/><style>"
            + ReportStyle.sheet(
                out.styleString("Emergency assessment"),
                out.styleString("Assessment " + sheet.id()))
            + "</style></head><body>");
    out.element("p", "agency", sheet.agency());
    out.heading(1, "Emergency assessment");
    out.facts(
        "Emergency assessment",
        List.of(
            Fact.of("Case", sheet.caseNumber()),
            Fact.exact("Assessment", sheet.id()),
            Fact.of("Given", ReportText.time(sheet.at()) + ", by " + sheet.by()),
            Fact.of("To", sheet.name() + ", " + sheet.organisation())));
    out.heading(2, "Danger");
    out.quotation("claim", sheet.danger());
    out.heading(2, "Assessment");
    out.quotation("claim", sheet.text());
    out.raw("<div class=\"notice\">");
    out.paragraph(
        "An assessment given to avoid imminent danger to life or property. It holds no record of the"
            + " case; what it says may be wrong, and it may be used against the danger only.");
    out.raw("</div></body></html>");
    return new PdfPrinter(face).print(out.toString(), sheet.at());
  }
}

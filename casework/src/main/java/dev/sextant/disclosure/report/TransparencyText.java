package dev.sextant.disclosure.report;

import dev.sextant.disclosure.Transparency;
import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import dev.sextant.press.PdfPrinter;
import dev.sextant.press.Printable;
import dev.sextant.press.Typeface;
import dev.sextant.terms.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A transparency report: counts of the log and nothing else. Small counts are not told, nor those
 * from which one could be worked out; whoever holds the log can count again.
 */
public final class TransparencyText {
  private final Transparency sheet;
  private final Printable printable;
  private final Markup out;

  private TransparencyText(Transparency sheet, Typeface face) {
    this.sheet = sheet;
    this.printable = new Printable(face);
    this.out = new Markup(printable);
  }

  /** As PDF/A-3a; equal sheets give equal bytes. */
  public static byte[] print(Transparency sheet, Typeface face) {
    return new PdfPrinter(face).print(html(sheet, face), sheet.at());
  }

  /** As XHTML. */
  public static String html(Transparency sheet, Typeface face) {
    return new TransparencyText(sheet, face).xhtml();
  }

  /** As canonical JSON. */
  public static byte[] json(Transparency sheet) {
    return CanonicalJson.write(
        Map.of(
            "format", "sextant-transparency/1",
            "agency", sheet.agency(),
            "from", sheet.from(),
            "to", sheet.to(),
            "smallest", sheet.smallest(),
            "emergencyPercent",
                sheet.emergencyPercent() < 0 ? "withheld" : sheet.emergencyPercent() + "",
            "groups", sheet.groups(),
            "log", sheet.log(),
            "size", sheet.size(),
            "at", sheet.at().toString()));
  }

  private String xhtml() {
    out.raw(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><html lang=\"en\""
            + " xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Transparency report</title>"
            + "<meta name=\"subject\" content=\"Transparency report\"/>"
            + "<meta name=\"description\" content=\"Transparency report\"/>"
            + "<meta name=\"author\" content=\""
            + Markup.escape(printable.of(sheet.agency()))
            + "\"/><style>"
            + ReportStyle.sheet(
                out.styleString("Transparency report"), out.styleString(sheet.agency()))
            + "</style></head><body>");
    out.element("p", "agency", sheet.agency());
    out.heading(1, "Transparency report");
    out.paragraph(
        "Counts of what this house did, taken from its log and from nothing else. There is no case, no"
            + " person and no content in it.");
    out.facts(
        "Transparency report",
        List.of(
            Fact.of("From", sheet.from()),
            Fact.of("To", sheet.to()),
            Fact.of("Made", ReportText.time(sheet.at())),
            Fact.of("Log", sheet.log() + ", " + sheet.size() + " entries"),
            Fact.of(
                "Urgent among authorities that came into force",
                sheet.emergencyPercent() < 0
                    ? "withheld: counts too small"
                    : sheet.emergencyPercent() + " %")));
    out.heading(2, "How to read it");
    out.paragraph(
        "Counts below "
            + sheet.smallest()
            + " are not told, since a small count may point at a person. Where a count could be worked"
            + " out from the others and their total, a second one or the total is withheld too. 0"
            + " means that there was none. Periods of such reports do not overlap, so that"
            + " no two of them can be subtracted.");
    for (Map.Entry<String, TreeMap<String, String>> group : sheet.groups().entrySet()) {
      out.heading(3, titled(group.getKey()));
      List<List<String>> rows = new ArrayList<>();
      group.getValue().forEach((name, count) -> rows.add(List.of(name, count)));
      out.table(titled(group.getKey()), List.of("What", "#Count"), rows);
    }
    out.heading(2, "How to check it");
    out.paragraph(
        "An overseer with a kit of this house makes the same counts again, offline: the log's entries"
            + " say what was done, and the checkpoint that a witness cosigned says that none is gone.");
    return out.raw("</body></html>").toString();
  }

  private static String titled(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }
}

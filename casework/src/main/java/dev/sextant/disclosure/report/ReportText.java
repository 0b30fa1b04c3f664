package dev.sextant.disclosure.report;

import dev.sextant.findings.CitedMeasure;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import dev.sextant.press.PdfPrinter;
import dev.sextant.press.Printable;
import dev.sextant.press.Typeface;
import dev.sextant.terms.StatementType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words a report for a court: who, under what authority, what was found, how to check it. */
public final class ReportText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Report report;

  /** More would run into the page's number. */
  private static final int MOST_FOOT = 70;

  private final Typeface face;
  private final Printable printable;
  private final Markup out;

  private ReportText(Report report, Typeface face) {
    this.report = report;
    this.face = face;
    this.printable = new Printable(face);
    this.out = new Markup(printable);
  }

  /**
   * Sets a report in type.
   *
   * @return the bytes of a PDF/A-3a file, the same for equal reports
   */
  public static byte[] print(Report report, Typeface face) {
    return new PdfPrinter(face).print(html(report, face), report.at());
  }

  /**
   * The same report as XHTML, as it is set in type; a page of its own without scripts or anything
   * from outside.
   */
  public static String html(Report report, Typeface face) {
    ReportText text = new ReportText(report, face);
    return text.xhtml("<style>" + text.sheet() + "</style>");
  }

  /**
   * A report for a screen. Its style sheet stands apart, since the policy of a page that shows it
   * refuses styles within markup.
   *
   * @param css the style sheet
   * @param xhtml the report without styles
   */
  public record Screen(String css, String xhtml) {}

  /** The report for a screen. */
  public static Screen screen(Report report, Typeface face) {
    ReportText text = new ReportText(report, face);
    return new Screen(text.sheet(), text.xhtml(""));
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  private String sheet() {
    return ReportStyle.sheet(out.styleString(report.basis().handling()), out.styleString(foot()))
        + FormText.widths(report.form().pictures());
  }

  private String xhtml(String style) {
    String head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><html lang=\"en\""
            + " xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>"
            + Markup.escape(printable.of(report.title()))
            + "</title><meta name=\"subject\" content=\"Disclosure of signed findings\"/>"
            + "<meta name=\"description\" content=\"Disclosure of signed findings\"/>"
            + "<meta name=\"author\" content=\""
            + Markup.escape(printable.of(report.agency()))
            + "\"/>"
            + bookmarks()
            + style
            + "</head><body>";
    out.raw(head);
    report.form().sections().forEach(this::section);
    return out.raw("</body></html>").toString();
  }

  private void section(Form.Section section) {
    FormText form = new FormText(out, report);
    switch (section) {
      case COVER -> cover();
      case EXPLANATION -> form.explanation();
      case PROFILE -> new ProfileText(out, report).write();
      case CHRONOLOGY -> new ChronologyText(out, report).write();
      case PICTURES -> form.pictures();
      case FINDINGS ->
          report
              .findings()
              .forEach(f -> new FindingText(out, report.persons(), report.form()).write(f));
      case NETWORKS -> networks();
      case MEASURES -> measures();
      case EXHIBITS -> exhibits();
      case CUSTODY -> custody();
      case ATTEMPTS -> attempts();
      case CERTIFICATE -> new CertificateText(out, report).write();
      case REDACTIONS -> form.redactions();
      case CHECKING -> checking();
    }
  }

  /* Whoever photographs one page has photographed whose copy it is. */
  private String foot() {
    Report.Marking marking = report.marking();
    String id = "Disclosure " + report.id();
    return marking.mark().isEmpty()
        ? id
        : id
            + "\nCopy for "
            + shortened(report.recipient().name() + ", " + report.recipient().organisation())
            + "  "
            + marking.mark();
  }

  private static String shortened(String text) {
    return text.length() > MOST_FOOT ? text.substring(0, MOST_FOOT - 1) + "…" : text;
  }

  private String bookmarks() {
    StringBuilder marks = new StringBuilder("<bookmarks>");
    for (Form.Section section : report.form().sections()) {
      switch (section) {
        case FINDINGS ->
            report
                .findings()
                .forEach(finding -> {
                  int number = finding.document().number();
                  mark(marks, "Finding F-" + number, "f" + number);
                });
        // Not every report has them; a mark must lead somewhere.
        case NETWORKS, MEASURES, ATTEMPTS, PROFILE, PICTURES -> {}
        default -> mark(marks, section.title(), section.anchor());
      }
    }
    return marks.append("</bookmarks>").toString();
  }

  private static void mark(StringBuilder marks, String name, String anchor) {
    marks.append("<bookmark name=\"" + name + "\" href=\"#" + anchor + "\"/>");
  }

  private void cover() {
    Report.Basis basis = report.basis();
    out.raw("<div id=\"cover\">").element("p", "agency", report.agency());
    if (!report.form().title().isEmpty()) {
      out.element("p", "agency", report.form().title());
    }
    out.heading(1, report.title());
    out.paragraph(
        "Report of "
            + report.findings().size()
            + (report.findings().size() == 1 ? " signed finding" : " signed findings")
            + ", released to the recipient named below and to nobody else.");
    out.element("p", "handling", "Handling: " + basis.handling());
    Report.Marking marking = report.marking();
    if (!marking.mark().isEmpty()) {
      if (!marking.handling().isEmpty()) {
        out.element("p", "handling", "Handling codes: " + marking.handling());
      }
      out.paragraph(
          "This copy is marked "
              + marking.mark()
              + " for its recipient. It may be recalled; it is passed on by the releasing body alone.");
    }
    out.heading(2, "Release");
    out.facts(
        "Release",
        List.of(
            Fact.of("Case", report.caseNumber()),
            Fact.exact("Disclosure", report.id().toString()),
            Fact.of("Released", time(report.at()) + ", by " + report.releasedBy()),
            Fact.of("Recipient", report.recipient().name()),
            Fact.of("Organisation", report.recipient().organisation()),
            Fact.of("Need to know", report.recipient().need()),
            Fact.of("Agreement or order", report.recipient().agreement()),
            Fact.exact("Recipient in the log", report.recipient().digest(report.salt()).hex())));
    out.heading(2, "Legal authority");
    out.facts(
        "Legal authority",
        List.of(
            Fact.of("Instrument", basis.instrument()),
            Fact.of("Number", basis.number() + ", version " + basis.version()),
            Fact.of("Offence", basis.offence()),
            Fact.of("Permitted use", basis.businessCase()),
            Fact.of("Selectors in scope", String.join("; ", basis.selectors())),
            Fact.of("Platforms in scope", String.join("; ", basis.platforms())),
            Fact.of("Content window", basis.window()),
            Fact.of("Decisions", String.join("; ", basis.approvals())),
            Fact.exact("SHA-256 of its document", basis.digest().hex())));
    out.raw("<div class=\"notice\">");
    out.paragraph(
        "Subject is not guilt: it is a documented status of a person whose conduct is in scope.");
    out.paragraph("Grade is not probability: it judges the source and what it says, each apart.");
    out.paragraph(
        "Measure is not suspicion: it is a number about the ties that were held, no more.");
    out.paragraph("Account is not person: judgements of named people join accounts, with reasons.");
    out.paragraph(
        "The role in brackets after a name says why the person is in the case, as it stood when this"
            + " was released. It is not guilt; only a court convicts.");
    out.raw("</div></div>");
  }

  /* Findings may rest on one snapshot and name different people in it: each copy is printed as it
   * was signed, equal copies once. */
  private Map<CitedSnapshot, List<String>> snapshots() {
    Map<CitedSnapshot, List<String>> all = new LinkedHashMap<>();
    for (Report.Signed finding : report.findings()) {
      CitedSnapshot snapshot = finding.document().snapshot();
      if (snapshot != null) {
        all.computeIfAbsent(snapshot, s -> new ArrayList<>()).add(printed(finding));
      }
    }
    return all;
  }

  private static String printed(Report.Signed finding) {
    return "F-" + finding.document().number();
  }

  private Set<String> named() {
    Set<String> keys = new LinkedHashSet<>();
    report.findings().forEach(f -> keys.addAll(f.document().claim().entityKeys()));
    return keys;
  }

  private void networks() {
    int number = 0;
    for (Map.Entry<CitedSnapshot, List<String>> copy : snapshots().entrySet()) {
      number++;
      String citedBy = String.join(", ", copy.getValue());
      new NetworkText(out, face).write(report, copy.getKey(), named(), number, citedBy);
    }
  }

  private void measures() {
    Map<CitedMeasure, List<String>> all = new LinkedHashMap<>();
    for (Report.Signed finding : report.findings()) {
      finding
          .document()
          .measures()
          .forEach(m -> all.computeIfAbsent(m, c -> new ArrayList<>()).add(printed(finding)));
    }
    if (!all.isEmpty()) {
      out.raw("<div class=\"chapter\">").heading(2, "Measures");
      out.paragraph(MeasureText.ABOUT);
      all.forEach((m, citedBy) -> MeasureText.write(out, m, String.join(", ", citedBy)));
      out.raw("</div>");
    }
  }

  private void exhibits() {
    out.raw("<div class=\"chapter\" id=\"exhibits\">").heading(2, "Exhibits");
    out.paragraph("The sealed bytes that the findings rest on. They are not in this bundle.");
    List<List<String>> rows = new ArrayList<>();
    for (Report.Exhibited e : report.exhibits()) {
      rows.add(
          List.of(
              e.number(),
              e.name() + "\u00a0(" + e.bytes() + " bytes)",
              e.how().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + e.source(),
              time(e.at()) + ", " + e.by(),
              e.digest().hex()));
    }
    out.table(
        "Exhibits", List.of("#Exhibit", "Name", "Acquired how", "When, by whom", "SHA-256*"), rows);
    out.raw("</div>");
  }

  private void custody() {
    out.raw("<div class=\"chapter\" id=\"custody\">").heading(2, "Chain of custody");
    out.paragraph(
        "Every touch of these exhibits, in order. The leaf is the act's index in the log.");
    List<List<String>> rows = new ArrayList<>();
    for (Report.Touch t : report.custody()) {
      String what = t.detail().isEmpty() ? t.event() : t.event() + ": " + t.detail();
      String leaf = t.leaf() < 0 ? "none" : Long.toString(t.leaf());
      rows.add(List.of(t.exhibit(), time(t.at()), t.by(), what, leaf));
    }
    out.table("Chain of custody", List.of("#Exhibit", "When", "Who", "What", "#Leaf"), rows);
    out.raw("</div>");
  }

  private void attempts() {
    List<Report.Attempted> all = report.persons().attempts();
    if (all.isEmpty()) {
      return;
    }
    out.raw("<div class=\"chapter\" id=\"attempts\">");
    out.heading(2, "Attempts to destroy what is kept");
    out.paragraph(
        "A hold binds what is named here. Each of these attempts to destroy it was refused; the"
            + " leaf is its index in the log.");
    List<List<String>> rows = new ArrayList<>();
    for (Report.Attempted a : all) {
      rows.add(List.of(a.thing(), time(a.at()), a.by(), a.code(), Long.toString(a.leaf())));
    }
    out.table("Attempts", List.of("#What", "When", "Who", "Refused with", "#Leaf"), rows);
    out.raw("</div>");
  }

  private void checking() {
    Report.Proof proof = report.proof();
    out.raw("<div class=\"chapter\" id=\"check\">").heading(2, "How to check this report");
    out.paragraph(
        "This report is part of a bundle (a zip file). Two commands check it without any network,"
            + " database or help of the releasing body. The first checks every byte of the bundle,"
            + " all signatures, and that the acts behind the findings are in the log; give it the"
            + " key that you hold from a source other than this bundle:");
    out.element(
        "p",
        "command",
        "java -jar sextant-verify.jar bundle BUNDLE.zip --key \"" + proof.disclosureKey() + "\"");
    out.paragraph("The second compares an exhibit, where it is produced, with the table above:");
    out.element("p", "command", "sha256sum EXHIBIT");
    out.facts(
        "Log",
        List.of(
            Fact.of("Log", proof.origin()),
            Fact.of("Entries at the checkpoint", Long.toString(proof.size())),
            Fact.exact("Root hash at the checkpoint", proof.root()),
            Fact.of(
                "Cosigned by",
                proof.cosigners().isEmpty()
                    ? "no outside witness"
                    : String.join("; ", proof.cosigners())),
            Fact.of("Acts proved in the bundle", Integer.toString(proof.acts()))));
    List<List<String>> rows = new ArrayList<>();
    proof.keys().forEach(k -> rows.add(List.of(k.role(), k.name(), k.fingerprint())));
    out.table("Keys", List.of("Signs", "Name", "SHA-256 of the public key*"), rows);
    if (printable.replaced() > 0) {
      out.paragraph(
          "Signs that the typeface of this report cannot draw, and signs that would change how"
              + " others are read, are printed as their code point between ⟦ and ⟧. The findings"
              + " in the bundle hold them as they are.");
    }
    out.raw("</div>");
  }

  static String typeLine(StatementType type) {
    return type.title() + ": " + type.meaning();
  }
}

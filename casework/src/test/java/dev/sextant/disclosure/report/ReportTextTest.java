package dev.sextant.disclosure.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.disclosure.Recipient;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.MadeUpFinding;
import dev.sextant.findings.Support;
import dev.sextant.press.Markup;
import dev.sextant.press.PdfPrinter;
import dev.sextant.press.Printable;
import dev.sextant.press.Typeface;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class ReportTextTest {
  private final Typeface face = Typeface.load();

  /** A report of one made-up finding with a network of so many nodes. */
  public static Report report(int nodes) {
    FindingDocument finding = MadeUpFinding.document(1, nodes);
    List<Report.Exhibited> exhibits = new ArrayList<>();
    for (Support s : finding.supports()) {
      exhibits.add(
          new Report.Exhibited(
              s.exhibitNumber(),
              s.locator().exhibit(),
              812_345,
              "ChatExport_2026-04-01.zip",
              "USER_EXPORT",
              "handed over by a witness",
              "A. Analyst",
              s.acquired()));
    }
    return new Report(
        DisclosureId.parse(new UUID(1, 2).toString()),
        "Deliveries at Pier 7: \"what the messages show\"",
        "Harbour Police, Unit 4",
        "2026-0017",
        new Report.Basis(
            "Directed authority",
            "DA-2026-311",
            2,
            "ORGANISED_CRIME_NETWORK",
            "Smuggling of excise goods",
            List.of("platform_id@telegram:777001", "phone:+442079460958"),
            List.of("telegram", "whatsapp"),
            "1 January 2026 to 1 July 2026",
            "Police only; return after trial",
            Digest.ofFields("authority"),
            List.of("approved by O. Officer", "overseen by V. Overseer")),
        new Recipient("P. Prosecutor", "Prosecution service", "Charging decision", "MoU 7/2025"),
        "5a17",
        Instant.parse("2026-05-01T12:00:00Z"),
        "A. Analyst",
        new Report.Marking("H1 TLP:AMBER", "SXW-ABCD-EFGH-JKMN"),
        Report.Persons.NONE,
        List.of(
            new Report.Signed(
                finding,
                finding.digest(),
                "B. Colleague",
                "The messages say what the claim says.",
                Instant.parse("2026-04-06T08:30:00Z"),
                Instant.parse("2026-04-06T09:30:00Z"),
                List.of("author A. Analyst 00ff", "reviewer B. Colleague 11ee"))),
        exhibits,
        List.of(
            new Report.Touch(
                "C1/E-1", Instant.parse("2026-04-02T09:00:00Z"), "A. Analyst", "SEALED", "", 12)),
        new Report.Proof(
            "sextant.example/log",
            77,
            "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
            List.of("overseer.example/witness"),
            List.of(new Report.Key("log", "sextant.example/log", Digest.ofFields("key").hex())),
            "sextant.example/disclosure+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            9));
  }

  @Test
  void isPdfA3aAndPdfUa1() throws Exception {
    byte[] pdf = ReportText.print(report(12), face);
    keep(pdf);
    assertThat(failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
    assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @Test
  void reprintsByteForByteAndDiffersForAnotherReport() {
    byte[] first = ReportText.print(report(12), face);
    byte[] second = ReportText.print(report(12), Typeface.load());
    assertThat(second).isEqualTo(first);
    assertThat(ReportText.print(report(13), face)).isNotEqualTo(first);
  }

  @Test
  void saysWhatACourtAsksFor() throws Exception {
    Report report = report(12);
    String text = text(ReportText.print(report, face));
    String joined = text.replaceAll("\\s+", "");
    for (Support s : report.findings().getFirst().document().supports()) {
      assertThat(joined)
          .contains(s.locator().exhibit().hex())
          .contains(s.excerptDigest().hex())
          .contains(s.exhibitNumber());
    }
    assertThat(joined)
        .contains(report.findings().getFirst().digest().hex())
        .contains("untestedsource;knownindirectlytothesource")
        .contains("Subjectisnotguilt")
        .contains("Gradeisnotprobability")
        .contains("Measureisnotsuspicion")
        .contains("nonefound")
        .contains("DA-2026-311")
        .contains("P.Prosecutor")
        .contains("unnamed3")
        .contains("10oftheentitiesshownarenotnamed")
        .contains("nobody'snameisreleasedwhoisnotneeded")
        .contains("Page1of");
  }

  @Test
  void textOfEvidenceStaysTextAndLosesNoSign() throws Exception {
    String text = text(ReportText.print(report(3), face));
    assertThat(text).contains("<b>tonight</b> & say").contains("Привет").contains("Γειά");
    assertThat(text).contains("⟦U+4E2D⟧⟦U+6587⟧").contains("⟦U+202E⟧").contains("⟦U+0007⟧");
  }

  /** Evidence may hold any sign whatever: the report stays valid, and no line of it is lost. */
  @Test
  void anySignsMakeAValidReport() throws Exception {
    long seed = System.nanoTime();
    System.out.println("ReportTextTest draws signs with seed " + seed);
    java.util.Random random = new java.util.Random(seed);
    StringBuilder words = new StringBuilder();
    for (int line = 0; line < 60; line++) {
      words.append("line").append(line).append(':');
      int block = random.nextInt(0x11000) << 4;
      for (int i = 0; i < 30; i++) {
        words.appendCodePoint(
            random.nextInt(3) == 0 ? random.nextInt(0x110000) : (block + i) % 0x110000);
      }
      words.append(":end").append(line).append('\n');
    }
    Printable printable = new Printable(face);
    Markup markup = new Markup(printable);
    markup
        .raw("<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title>")
        .raw("<meta name=\"subject\" content=\"s\"/><meta name=\"author\" content=\"a\"/><style>")
        .raw(ReportStyle.sheet(markup.styleString(words.substring(0, 40)), "\"x\""))
        .raw("</style></head><body>")
        .quotation("bytes", words.toString())
        .raw("</body></html>");
    byte[] pdf = new PdfPrinter(face).print(markup.toString(), Instant.EPOCH);
    assertThat(failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
    String text = text(pdf).replaceAll("\\s+", "");
    for (int line = 0; line < 60; line++) {
      // Without the colons: beside a sign of a right-to-left script the extraction moves them.
      assertThat(text).containsPattern("line" + line + "(?!\\d)");
      assertThat(text).containsPattern("end" + line + "(?!\\d)");
    }
  }

  @Test
  void readsBackFromItsJson() {
    Report report = report(9);
    FindingDocument finding = report.findings().getFirst().document();
    byte[] findings =
        dev.sextant.terms.CanonicalJson.write(List.of(java.util.Map.of("finding", finding.json())));
    assertThat(ReportJson.read(ReportJson.write(report), findings)).isEqualTo(report);
    byte[] none = dev.sextant.terms.CanonicalJson.write(List.of());
    assertThatThrownBy(() -> ReportJson.read(ReportJson.write(report), none))
        .isInstanceOf(dev.sextant.disclosure.DisclosureFault.BadBundle.class);
  }

  static String text(byte[] pdf) throws java.io.IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    List<String> failures = new ArrayList<>();
    try (var parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      var result = validator.validate(parser);
      for (TestAssertion a : result.getTestAssertions()) {
        failures.add(
            a.getRuleId().getClause()
                + " "
                + a.getMessage()
                + " @ "
                + a.getLocation().getContext());
      }
      assertThat(result.getTotalAssertions()).isPositive();
      assertThat(result.isCompliant()).isEqualTo(failures.isEmpty());
    }
    return failures;
  }

  /** Leaves the file under target/, where a person can look at it. */
  private static void keep(byte[] pdf) throws java.io.IOException {
    Path folder = Path.of("target", "reports");
    Files.createDirectories(folder);
    Files.write(folder.resolve("sample.pdf"), pdf);
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }
}

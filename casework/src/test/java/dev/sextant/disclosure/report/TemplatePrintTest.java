package dev.sextant.disclosure.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.disclosure.Redaction;
import dev.sextant.disclosure.Template;
import dev.sextant.disclosure.Templates;
import dev.sextant.disclosure.Transparency;
import dev.sextant.findings.FindingDocument;
import dev.sextant.press.Typeface;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Each template prints as PDF/A-3a and PDF/UA-1, the same again, and reads back from its JSON. */
class TemplatePrintTest {
  private static final Pattern HEADING = Pattern.compile("<h[12]>(.*?)</h[12]>");
  private static final Typeface FACE = Typeface.load();

  static List<Template> templates() {
    return Templates.shipped().all();
  }

  /** The made-up report in a template, with something taken out and a picture. */
  static Report report(Template template) throws IOException {
    Report plain = ReportTextTest.report(9);
    FindingDocument finding = plain.findings().getFirst().document();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
    Form.Picture picture =
        new Form.Picture(
            "C1/E-2",
            "pictures/E-2.png",
            Digest.of(png.toByteArray()),
            Digest.ofFields("original"),
            40,
            30,
            1,
            new Form.Png(png.toByteArray()));
    Form form =
        new Form(
            template.id(),
            template.title(),
            template.words(),
            template.sections(),
            finding.claim().entityKeys().getFirst(),
            List.of("Certificate of a qualified person", "Rules 902(13) and 902(14)", "I declare."),
            List.of(
                new Redaction(
                    "F-1, claim", "words", "PRIVACY", "Private matter", "a law", "B. Bee", "2026"),
                new Redaction(
                    "[person 1], wherever named",
                    "person",
                    "THIRD-PARTY",
                    "Names somebody who is not a subject",
                    "a law",
                    "the template's rule",
                    "")),
            Set.of(finding.supports().getFirst().excerptDigest()),
            List.of(picture));
    return new Report(
        plain.id(),
        plain.title(),
        plain.agency(),
        plain.caseNumber(),
        plain.basis(),
        plain.recipient(),
        plain.salt(),
        plain.at(),
        plain.releasedBy(),
        plain.marking(),
        plain.persons(),
        plain.findings(),
        plain.exhibits(),
        plain.custody(),
        plain.proof(),
        form);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void isPdfA3aAndPdfUa1(Template template) throws Exception {
    byte[] pdf = ReportText.print(report(template), FACE);
    assertThat(ReportTextTest.failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
    assertThat(ReportTextTest.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(ReportText.print(report(template), FACE)).isEqualTo(pdf);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void readsBackFromItsJson(Template template) throws Exception {
    Report report = report(template);
    byte[] findings =
        CanonicalJson.write(
            List.of(Map.of("finding", report.findings().getFirst().document().json())));
    Form.Picture picture = report.form().pictures().getFirst();
    assertThat(
            ReportJson.read(
                ReportJson.write(report),
                findings,
                path -> Map.of(picture.path(), picture.png().bytes()).get(path)))
        .isEqualTo(report);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void hasItsSectionsInItsOrder(Template template) throws Exception {
    String html = ReportText.html(report(template), FACE);
    List<String> headings =
        HEADING
            .matcher(html)
            .results()
            .map(m -> m.group(1).replaceAll("[:].*|N-\\d+", "").strip())
            .distinct()
            .toList();
    String golden =
        switch (template.id()) {
          case "intelligence-report" ->
              "Release|Legal authority|What this is|Finding F-1|Network|Measures|Exhibits|Chain of"
                  + " custody|What was taken out|How to check this report";
          case "network-profile" ->
              "Release|Legal authority|What this is|Network|Measures|Finding F-1|Exhibits|Chain of"
                  + " custody|What was taken out|How to check this report";
          case "subject-profile" ->
              "Release|Legal authority|What this is|Profile|Finding F-1|Network|Measures|Exhibits|Chain"
                  + " of custody|What was taken out|How to check this report";
          case "evidential-bundle" ->
              "Release|Legal authority|What this is|Finding"
                  + " F-1|Chronology|Pictures|Exhibits|Chain of custody|Draft|Network|Measures|What was"
                  + " taken out|How to check this report";
          case "harassment-pack" ->
              "Release|Legal authority|What this is|Chronology|Pictures|Finding F-1|Exhibits|Chain of"
                  + " custody|What was taken out|How to check this report";
          default -> "no golden order of " + template.id();
        };
    assertThat(headings.stream().skip(1).collect(Collectors.joining("|"))).isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void givesNobodyAPartAScoreOrAFuture(Template template) throws Exception {
    String own = ReportText.html(report(template), FACE).toLowerCase(Locale.ROOT);
    for (String word :
        List.of("leader", "kingpin", "mastermind", "ringleader", "risk score", "will commit")) {
      assertThat(own).doesNotContain(word);
    }
    assertThat(own).contains("subject is not guilt").contains("measure is not suspicion");
  }

  @Test
  void transparencyTellsCountsAndNoSmallOnes() throws Exception {
    Transparency report =
        new Transparency(
            "Harbour Police",
            "2026-01-01T00:00:00Z",
            "2026-04-01T00:00:00Z",
            5,
            -1,
            Map.of(
                "disclosures",
                new TreeMap<>(Map.of("RELEASE", "12", "recalls", "<5", "total", "withheld"))),
            "sextant.test/log",
            1234,
            Instant.parse("2026-04-02T00:00:00Z"));
    byte[] pdf = report.pdf();
    assertThat(ReportTextTest.failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
    assertThat(ReportTextTest.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(ReportTextTest.text(pdf)).contains("recalls").contains("<5").contains("withheld");
    assertThat(report.html()).contains("counts too small");
    assertThat(new String(report.json(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"emergencyPercent\":\"withheld\"");
  }
}

package dev.sextant.disclosure.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.disclosure.report.AchWords;
import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportTextTest;
import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.AchReading;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.MadeUpFinding;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page is whole, safe to open, and shows what was signed. The browser's own part: web/e2e. */
class PortableCaseTest {
  @TempDir Path folder;

  private static final int NODES = 12;

  private static String proofs(Report report, String name) {
    return switch (name) {
      case "findings.json" ->
          CanonicalJson.text(
              List.of(
                  Map.of(
                      "finding",
                      report.findings().getFirst().document().json(),
                      "sha256",
                      report.findings().getFirst().digest().hex(),
                      "signatures",
                      List.of())));
      case "ledger/checkpoint" -> "sextant.example/log\n77\nroot=\n\n— sextant.example/log AAAA\n";
      default -> "[]";
    };
  }

  private static String page() {
    return page(ReportTextTest.report(NODES));
  }

  /** The sample with competing hypotheses, as the correction of another. */
  private static Report weighed() {
    Report r = ReportTextTest.report(NODES);
    Report.Signed signed = r.findings().getFirst();
    FindingDocument document = MadeUpFinding.weighed(signed.document(), 3);
    return new Report(
        r.id(),
        r.title(),
        r.agency(),
        r.caseNumber(),
        r.basis(),
        r.recipient(),
        r.salt(),
        r.at(),
        r.releasedBy(),
        r.marking(),
        r.persons(),
        List.of(
            new Report.Signed(
                document,
                document.digest(),
                signed.reviewer(),
                signed.reviewReasons(),
                signed.reviewedAt(),
                signed.signedAt(),
                signed.signatures())),
        r.exhibits(),
        r.custody(),
        r.proof());
  }

  private static String page(Report report) {
    return new String(
        PortableCase.write(report, name -> proofs(report, name), List.of()),
        StandardCharsets.UTF_8);
  }

  @Test
  void equalReportsGiveEqualPages() {
    assertThat(page()).isEqualTo(page());
  }

  @Test
  void nothingIsLoadedAndOnlyItsOwnScriptRuns() {
    Document page = Jsoup.parse(page());
    assertThat(page.select("[src], link, iframe, object, embed, img, form, base")).isEmpty();
    assertThat(page.select("[style], [onclick], [onload]")).isEmpty();
    for (Element link : page.select("[href]")) {
      assertThat(link.attr("href")).startsWith("#");
      assertThat(page.getElementById(link.attr("href").substring(1)))
          .as(link.attr("href"))
          .isNotNull();
    }
    String policy = page.select("meta[http-equiv]").attr("content");
    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .contains("script-src '" + hash(page.expectFirst("script:not([type])").data()) + "'")
        .contains("style-src '" + hash(page.expectFirst("style").data()) + "'")
        .doesNotContain("unsafe");
    assertThat(page.select("script:not([type])")).hasSize(1);
    assertThat(page.select("style")).hasSize(1);
  }

  private static String hash(String text) {
    byte[] digest = Digest.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void itSaysAllThatTheReportSays() {
    Report report = ReportTextTest.report(NODES);
    String text = Jsoup.parse(page()).text();
    assertThat(text)
        .contains("DA-2026-311")
        .contains("H1 TLP:AMBER")
        .contains("return after trial")
        .contains("SXW-ABCD-EFGH-JKMN")
        .contains("P. Prosecutor")
        .contains("Subject is not guilt")
        .contains("none found")
        .contains("unnamed 3")
        .contains("10 of the entities shown are not named")
        .contains("doi:10.1080/0022250X.2001.9990249")
        .contains("C1/E-1")
        .contains(report.proof().root())
        .contains(report.findings().getFirst().digest().hex());
    assertThat(text).doesNotContain("777003");
    Document page = Jsoup.parse(page());
    assertThat(page.select(".network svg g[data-node]")).hasSize(NODES);
    assertThat(page.select(".network tr[data-row]")).hasSize(NODES);
    assertThat(page.select(".network tr[data-from]"))
        .hasSameSizeAs(page.select(".network svg line[data-from]"));
    assertThat(page.select(".running").text())
        .contains("DA-2026-311")
        .contains("H1 TLP:AMBER")
        .contains("SXW-ABCD");
  }

  /** Whatever the page shows of a finding stands in the embedded finding at the place it names. */
  @Test
  void whatIsShownIsWhatIsEmbedded() {
    embedded(Jsoup.parse(page()));
    Document weighed = Jsoup.parse(page(weighed()));
    embedded(weighed);
    assertThat(weighed.text())
        .contains("Competing hypotheses")
        .contains("Explanation number 2 of what was seen (innocent)")
        .contains("Names the pier and the hour")
        .contains("Looked for and not found: No denial was found in the group")
        .contains("What its words of likelihood mean")
        .contains("This is version 2. It corrects F-1")
        .contains("The hour was read in the wrong zone.");
  }

  /**
   * Every figure of a matrix has a name under which the page's script works it out anew; none is
   * left out.
   */
  @Test
  void everyFigureOfAMatrixIsNamedForTheCheck() {
    Report report = weighed();
    Document page = Jsoup.parse(page(report));
    Element ach = page.expectFirst("[data-ach]");
    assertThat(ach.attr("data-ach")).isEqualTo("/0/finding/matrix");
    AchMatrix matrix =
        Objects.requireNonNull(
            report.findings().getFirst().document().claim().reasoning().matrix());
    AchReading reading = AchReading.of(matrix);
    int h = matrix.hypotheses().size();
    int r = matrix.rows().size();
    List<String> names = ach.select("[data-figure]").eachAttr("data-figure");
    assertThat(names)
        .doesNotHaveDuplicates()
        .hasSize(3 * h + r * (5 + h) + 1 + (reading.linchpins().isEmpty() ? 0 : 1));
    for (int row = 0; row < r; row++) {
      assertThat(ach.expectFirst("[data-figure=apart/" + row + "]").text())
          .isEqualTo(reading.rows().get(row).diagnosticity().text());
      assertThat(ach.expectFirst("[data-figure=contrary/" + row + "]").text())
          .isEqualTo(
              AchWords.effect(
                  reading.rows().get(row).reversed(), reading.rows().get(row).ranksReversed()));
    }
    assertThat(AchWords.order(List.of(2, 1, 2, 4))).isEqualTo("H2, H1 = H3, H4");
  }

  private static void embedded(Document page) {
    JsonNode findings = JsonMapper.shared().readTree(page.expectFirst("[id=findings.json]").data());
    assertThat(page.select("[data-says]")).hasSizeGreaterThan(8);
    for (Element said : page.select("[data-says]")) {
      String pointer = said.attr("data-says");
      String signed = findings.at(pointer).asString();
      assertThat(said.wholeText()).as(pointer).isEqualTo(Html.shown(signed));
    }
  }

  @Test
  void wordsOfEvidenceStayWords() {
    String page = page();
    assertThat(page).contains("&lt;b&gt;tonight&lt;/b&gt; &amp; say").doesNotContain("<b>tonight");
    assertThat(page).contains("⟦U+202E⟧evil⟦U+0007⟧").doesNotContain("\u202E");
    Html html = new Html();
    PortableProof.embed(html, name -> "[\"</script><script>alert(1)</script><!--\"]");
    assertThat(html.toString()).doesNotContain("</script><script>alert").doesNotContain("<!--");
    assertThat(MadeUpFinding.WORDS).contains("\u202E");
  }

  /** Any signs whatever come back from the page as the page says it shows them. */
  @Test
  void anySignsAreShownAsTheScriptExpects() {
    long seed = 20261122;
    System.out.println("PortableCaseTest draws signs with seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      StringBuilder words = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        words.appendCodePoint(
            random.nextInt(2) == 0 ? random.nextInt(0x300) : random.nextInt(0x110000));
      }
      Html html = new Html().raw("<p>").text(words.toString()).raw("</p>");
      Element p = Jsoup.parse(html.toString()).expectFirst("p");
      assertThat(p.wholeText()).isEqualTo(Html.shown(words.toString()));
    }
  }

  /** A real browser prints authority and handling on each page, where this machine has one. */
  @Test
  @Tag("heavy")
  void everyPrintedPageCarriesAuthorityAndHandling() throws Exception {
    Path chromium = Path.of("/usr/bin/chromium");
    Assumptions.assumeTrue(Files.isExecutable(chromium), "skipped: no Chromium here");
    Path html = folder.resolve("portable.html");
    Path pdf = folder.resolve("portable.pdf");
    Files.writeString(html, page());
    Process process =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                "--user-data-dir=" + folder.resolve("profile"),
                "--print-to-pdf=" + pdf,
                html.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    try (PDDocument printed = Loader.loadPDF(pdf.toFile())) {
      assertThat(printed.getNumberOfPages()).isGreaterThan(3);
      for (int n = 1; n <= printed.getNumberOfPages(); n++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(n);
        stripper.setEndPage(n);
        assertThat(stripper.getText(printed))
            .as("page " + n)
            .contains("DA-2026-311")
            .contains("H1 TLP:AMBER")
            .contains("SXW-ABCD-EFGH-JKMN");
      }
    }
  }

  @Test
  void timestampsStandInALaterCopy() {
    Report report = ReportTextTest.report(3);
    Map<String, String> says = new LinkedHashMap<>();
    says.put("Stamped at", "2026-11-22T12:00:00Z");
    says.put("Signer", "CN=Made-up timestamps");
    byte[] answer = {1, 2, 3};
    String page =
        new String(
            PortableCase.write(
                report,
                name -> proofs(report, name),
                List.of(new PortableCase.Stamped(says, answer))),
            StandardCharsets.UTF_8);
    assertThat(page).contains("2026-11-22T12:00:00Z").contains("AQID").contains("openssl ts");
    assertThat(page()).contains("None came with this copy");
    List<String> ids = new ArrayList<>();
    Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
    while (id.find()) {
      ids.add(id.group(1));
    }
    assertThat(ids).doesNotHaveDuplicates();
  }
}

package dev.sextant.disclosure.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.MadeUpFinding;
import dev.sextant.press.Typeface;
import dev.sextant.terms.CanonicalJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class AchTextTest {
  private final Typeface face = Typeface.load();

  private static Report report(int hypotheses) {
    Report plain = ReportTextTest.report(6);
    Report.Signed one = plain.findings().getFirst();
    FindingDocument weighed = MadeUpFinding.weighed(one.document(), hypotheses);
    Report.Signed signed =
        new Report.Signed(
            weighed,
            weighed.digest(),
            one.reviewer(),
            one.reviewReasons(),
            one.reviewedAt(),
            one.signedAt(),
            one.signatures());
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
        List.of(signed),
        plain.exhibits(),
        plain.custody(),
        plain.proof());
  }

  @Test
  void theReportShowsTheMatrixAndWhatItHangsOn() throws Exception {
    byte[] pdf = ReportText.print(report(3), face);
    Files.createDirectories(Path.of("target", "reports"));
    Files.write(Path.of("target", "reports", "hypotheses.pdf"), pdf);
    assertThat(ReportTextTest.failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
    assertThat(ReportTextTest.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    String joined = ReportTextTest.text(pdf).replaceAll("\\s+", "");
    assertThat(joined)
        .contains("Competinghypotheses")
        .contains("Itisnoprobability,anditsaysnothingofanybody'sguilt.")
        .contains("Explanationnumber2ofwhatwasseen(innocent)")
        .contains("Theclaimstatesthisone.")
        .contains("S-1.1:Namesthepierandthehour")
        .contains("Lookedforandnotfound:Nodenialwasfoundinthegroup")
        .contains("Ifitisleftout")
        .contains("Version2.ItcorrectsF-1andtakesitsplace.")
        .contains("Thehourwasreadinthewrongzone.")
        .contains("PHIAyardstick")
        .contains("40tolessthan50percent");
  }

  @Test
  void aWideMatrixIsPrintedInParts() throws Exception {
    byte[] pdf = ReportText.print(report(12), face);
    assertThat(ReportTextTest.failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
    assertThat(ReportTextTest.text(pdf)).contains("H12");
  }

  @Test
  void readsBackFromItsJson() {
    Report report = report(4);
    byte[] findings =
        CanonicalJson.write(
            List.of(Map.of("finding", report.findings().getFirst().document().json())));
    assertThat(ReportJson.read(ReportJson.write(report), findings)).isEqualTo(report);
  }
}

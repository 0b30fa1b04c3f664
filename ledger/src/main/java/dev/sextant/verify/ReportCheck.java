package dev.sextant.verify;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code report.pdf} is a PDF, and {@code report.json}, of which it is the print, tells of the
 * bundle's own findings, exhibits and custody, and of the recipient that the log names. The words
 * of the PDF are the agency's, by its signature on the manifest.
 */
final class ReportCheck {
  private final JsonAt source;

  /**
   * @param source {@code report.json}
   */
  ReportCheck(JsonAt source) {
    this.source = source;
  }

  static void starts(CanonicalZip zip) {
    byte[] magic = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = zip.stream(BundleFiles.REPORT)) {
      if (!Arrays.equals(in.readNBytes(magic.length), magic)) {
        throw new VerifyFault.BadBundle("the report is no PDF", BundleFiles.REPORT, "byte 0");
      }
    } catch (IOException e) {
      throw new VerifyFault.Storage(BundleFiles.REPORT, e);
    }
  }

  void run(
      ProvedAct release,
      JsonAt findings,
      JsonAt exhibits,
      JsonAt custody,
      Map<String, Long> checked) {
    String disclosure = source.field("id").text();
    if (!release.given("disclosure", disclosure)) {
      throw source.bad("a report of another disclosure", disclosure);
    }
    same("findings", rows(source.field("findings"), "sha256"), rows(findings, "sha256"));
    same(
        "exhibits",
        rows(source.field("exhibits"), "number", "sha256", "bytes"),
        rows(exhibits, "number", "sha256", "bytes"));
    List<String> chains = new ArrayList<>();
    for (JsonAt chain : custody.list()) {
      for (JsonAt link : chain.field("chain").list()) {
        String number = chain.field("exhibit").text();
        chains.add(number + row(link, "at", "who", "what", "leaf"));
      }
    }
    List<String> printed = new ArrayList<>();
    for (JsonAt touch : source.field("custody").list()) {
      printed.add(touch.field("exhibit").text() + row(touch, "at", "by", "event", "leaf"));
    }
    same("custody", printed, chains);
    JsonAt to = source.field("recipient");
    String recipient =
        Digest.ofFields(
                "sextant-recipient/v1",
                source.field("recipientSalt").text(),
                to.field("name").text(),
                to.field("organisation").text(),
                to.field("need").text(),
                to.field("agreement").text())
            .hex();
    if (!release.given("recipient", recipient)) {
      throw to.bad("the log names another recipient", recipient);
    }
    checked.put("report's findings, exhibits, custody and recipient", 1L);
  }

  private void same(String what, List<String> printed, List<String> bundled) {
    if (!printed.stream().sorted().toList().equals(bundled.stream().sorted().toList())) {
      throw source.field(what).bad("the report tells of other " + what + " than the bundle", what);
    }
  }

  private static List<String> rows(JsonAt list, String... fields) {
    return list.list().stream().map(one -> row(one, fields)).toList();
  }

  private static String row(JsonAt one, String... fields) {
    return CanonicalJson.text(Arrays.stream(fields).map(f -> one.field(f).value()).toList());
  }
}

package dev.sextant.disclosure.report;

import dev.sextant.findings.Support;
import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The cited records of all findings, each once, in order of the time that the source claims; those
 * without a time apart, since no time is a value of its own.
 */
final class ChronologyText {
  private final Markup out;
  private final Report report;

  ChronologyText(Markup out, Report report) {
    this.out = out;
    this.report = report;
  }

  /** A record with its time. */
  private record Dated(Support support, Instant at) {}

  void write() {
    out.raw("<div class=\"chapter\" id=\"chronology\">").heading(2, "Chronology");
    out.paragraph(
        "Each record that the findings cite, once, in the order of the time that its source claims."
            + " Who sent it is what the source says; an account is not a person.");
    List<Dated> dated = new ArrayList<>();
    List<Support> undated = new ArrayList<>();
    for (Support s : records()) {
      Instant at = s.claimed().instant();
      if (at == null) {
        undated.add(s);
      } else {
        dated.add(new Dated(s, at));
      }
    }
    dated.sort(
        Comparator.comparing(Dated::at).thenComparing((Dated d) -> d.support().record().hex()));
    int n = 0;
    for (Dated one : dated) {
      item(++n, one.support());
    }
    if (!undated.isEmpty()) {
      out.heading(3, "Without a time that can be placed");
      for (Support s : undated) {
        item(++n, s);
      }
    }
    out.raw("</div>");
  }

  private List<Support> records() {
    Map<Digest, Support> all = new LinkedHashMap<>();
    report.findings().stream()
        .flatMap(f ->
            Stream.concat(
                f.document().supports().stream(), f.document().counterSupports().stream()))
        .forEach(s -> all.putIfAbsent(s.record(), s));
    return List.copyOf(all.values());
  }

  private void item(int number, Support s) {
    String said = s.author().isEmpty() ? "nobody named" : s.author();
    out.raw("<div class=\"support\">");
    out.heading(
        3,
        number
            + "  "
            + FindingText.claimed(s.claimed())
            + ", "
            + s.kindWord()
            + " on "
            + s.platform());
    if (!s.words().isBlank()) {
      out.quotation("words", s.words());
    }
    boolean kept = !report.form().commitments().contains(s.excerptDigest());
    out.facts(
        "Source of record " + number,
        List.of(
            Fact.of("Sent by, as claimed", said + report.persons().after(s.authorKey())),
            Fact.of("Acquired", ReportText.time(s.acquired()) + ", exhibit " + s.exhibitNumber()),
            Fact.exact(
                kept ? "SHA-256 of its bytes" : "Commitment to its bytes",
                s.excerptDigest().hex())));
    out.raw("</div>");
  }
}

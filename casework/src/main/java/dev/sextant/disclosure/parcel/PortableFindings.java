package dev.sextant.disclosure.parcel;

import dev.sextant.disclosure.parcel.Html.Fact;
import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedNote;
import dev.sextant.findings.CitedPlace;
import dev.sextant.findings.Correction;
import dev.sextant.findings.EstimateScale;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import dev.sextant.terms.ClaimedTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the findings of a portable case: claims, the records they cite, who stands by them. */
final class PortableFindings {
  private final Html out;
  private final Report report;

  PortableFindings(Html out, Report report) {
    this.out = out;
    this.report = report;
  }

  void write() {
    out.raw("<section id=\"findings\" aria-labelledby=\"t-findings\"><h2 id=\"t-findings\">");
    out.raw("Findings</h2>");
    for (int i = 0; i < report.findings().size(); i++) {
      finding(report.findings().get(i), "/" + i + "/finding");
    }
    out.raw("</section>\n");
  }

  private void finding(Report.Signed signed, String at) {
    FindingDocument d = signed.document();
    boolean whole = d.digest().equals(signed.digest());
    String id = "f" + d.number();
    out.raw("<article id=\"" + id + "\" aria-labelledby=\"t-" + id + "\"><h3 id=\"t-" + id + "\">");
    out.text("F-" + d.number() + " ").signed("span", at + "/title", d.claim().title()).raw("</h3>");
    out.signed("p", at + "/text", d.claim().text());
    Correction corrects = d.corrects();
    if (corrects != null) {
      out.raw("<p class=\"notice\">");
      out.text("This is version " + corrects.version() + ". It corrects F-" + corrects.number());
      out.text(", SHA-256 " + corrects.digest().hex() + ": ");
      out.signed("span", at + "/corrects/reason", corrects.reason()).raw("</p>");
    }
    if (!whole) {
      out.raw("<p class=\"notice\">");
      out.text(
          "This is a copy from which something was taken out. The signatures below are over the"
              + " finding as it was signed, which is not in this page; its digest is. What the copy says"
              + " is proved by the bundle's signature alone: check the bundle with sextant-verify.");
      out.raw("</p>");
    }
    out.facts(
        List.of(
            Fact.of("Statement", d.claim().type().title() + ": " + d.claim().type().meaning()),
            Fact.of(
                "Grade",
                d.claim().grade().scheme()
                    + " "
                    + d.claim().grade().code()
                    + ": "
                    + d.claim().grade().words()),
            Fact.of("Author", d.authorName() + ", " + PortableCase.time(d.frozen())),
            Fact.of(
                "Review",
                "accepted by "
                    + signed.reviewer()
                    + ", "
                    + PortableCase.time(signed.reviewedAt())
                    + ": "
                    + signed.reviewReasons()),
            Fact.of("Signed", PortableCase.time(signed.signedAt())),
            Fact.exact("Signatures", String.join("; ", signed.signatures())),
            Fact.exact("SHA-256 of the finding", signed.digest().hex())));
    out.element("h4", "Method").signed("p", at + "/method", d.claim().method());
    out.element("h4", "What supports it");
    supports(d.supports(), at + "/supports", "S-" + d.number());
    if (d.supports().isEmpty()) {
      out.element("p", "No record is cited; the claim rests on the measures named below.");
    }
    out.element("h4", "What speaks against it");
    supports(d.counterSupports(), at + "/counterSupports", "C-" + d.number());
    if (d.counterSupports().isEmpty()) {
      out.element("p", "No record is cited. The author's answer:");
      out.signed("p", at + "/noCounterSupport", d.claim().noCounterSupport());
    }
    alternatives(d, at);
    scale(d.claim().reasoning().scale());
    d.entities().forEach(this::entity);
    out.raw("</article>\n");
  }

  private void alternatives(FindingDocument d, String at) {
    out.element("h4", "Other explanations that were weighed");
    AchMatrix matrix = d.claim().reasoning().matrix();
    if (matrix != null && matrix.judged()) {
      new PortableReasoning(out, d, matrix, at).write();
    }
    if (d.claim().alternatives().isEmpty()) {
      if (matrix == null) {
        out.element("p", "None was named; the claim is not an assessment.");
      }
      return;
    }
    out.raw("<ol>");
    for (int i = 0; i < d.claim().alternatives().size(); i++) {
      out.signed("li", at + "/alternatives/" + i, d.claim().alternatives().get(i));
    }
    out.raw("</ol>");
  }

  private void scale(EstimateScale scale) {
    if (scale != EstimateScale.NONE) {
      out.element("h4", "What its words of likelihood mean");
      out.element("p", scale.title() + ". " + scale.source() + ".");
      out.table(
          scale.title(),
          List.of("Words", "Range"),
          scale.terms().stream().map(t -> List.of(t.words(), t.range())).toList());
    }
  }

  private void supports(List<Support> supports, String at, String label) {
    for (int i = 0; i < supports.size(); i++) {
      support(supports.get(i), at + "/" + i, label + "." + (i + 1));
    }
  }

  private void support(Support s, String at, String label) {
    out.raw("<div class=\"support\" id=\"" + label + "\"><h5>");
    out.text(label + " " + s.type().title() + ", exhibit " + s.exhibitNumber() + ", ");
    out.text(s.kindWord() + " on " + s.platform()).raw("</h5>");
    if (!s.words().isBlank()) {
      out.raw("<blockquote>").signed("p", at + "/words", s.words()).raw("</blockquote>");
    }
    for (int i = 0; i < s.beside().size(); i++) {
      beside(s.beside().get(i), at + "/beside/" + i);
    }
    List<Fact> facts = new ArrayList<>();
    if (!s.author().isEmpty()) {
      facts.add(
          Fact.of(
              "Author as shown",
              s.author() + report.persons().after(s.authorKey()) + " (" + s.authorKey() + ")"));
    }
    facts.add(Fact.of("Claimed time", claimed(s.claimed())));
    facts.add(Fact.of("Acquired", PortableCase.time(s.acquired())));
    CitedPlace place = s.place();
    if (place != null) {
      facts.add(
          Fact.of(
              "Place",
              place.latitude()
                  + ", "
                  + place.longitude()
                  + (place.accuracyMetres().isEmpty()
                      ? ", accuracy not stated by the source"
                      : ", within " + place.accuracyMetres() + " m")));
    }
    facts.add(Fact.of("Note of the author", s.note()));
    facts.add(Fact.exact("SHA-256 of the exhibit", s.locator().exhibit().hex()));
    facts.add(Fact.exact("Bytes in it", bytes(s)));
    facts.add(Fact.exact("SHA-256 of those bytes", s.excerptDigest().hex()));
    out.facts(facts);
    out.raw("<details><summary>");
    out.text(
        s.excerptWhole()
            ? "The bytes of " + label + ", whole"
            : "The bytes of " + label + ", an extract; not the whole");
    out.raw("</summary>").signed("pre", at + "/excerpt", s.excerpt()).raw("</details></div>\n");
  }

  /* With the words that it is of: nobody is to take it for what the record says. */
  private void beside(CitedNote note, String at) {
    out.raw("<div class=\"beside\"><p>");
    out.text(note.line() + ", " + PortableCase.time(note.at()) + ".").raw("</p>");
    if (!note.original().isBlank()) {
      out.element("p", "The words that it is of:");
      out.raw("<blockquote>").signed("p", at + "/original", note.original()).raw("</blockquote>");
    }
    out.element("p", note.translation() ? "The translation:" : "The note:");
    out.raw("<blockquote>").signed("p", at + "/text", note.text()).raw("</blockquote></div>\n");
  }

  private static String bytes(Support s) {
    return (s.locator().part().isEmpty() ? "" : s.locator().part() + ", ")
        + s.locator().from()
        + " to "
        + s.locator().to()
        + (s.locator().pointer().isEmpty() ? "" : ", " + s.locator().pointer());
  }

  static String claimed(ClaimedTime time) {
    Instant instant = time.instant();
    String said = time.text().isEmpty() ? "" : " (the source writes: " + time.text() + ")";
    if (instant == null) {
      return "none that can be placed" + said;
    }
    String zone =
        switch (time.basis()) {
          case STATED -> "zone stated by the source: " + time.zone();
          case ASSUMED -> "zone assumed: " + time.zone();
          case UNKNOWN -> "zone unknown, read as UTC";
        };
    return PortableCase.time(instant) + ", " + zone + said;
  }

  private void entity(CitedEntity entity) {
    out.raw("<div class=\"support\"><h4>").text("Entity named: ").foreign(entity.label());
    out.text(report.persons().after(entity.key())).raw("</h4>");
    List<List<String>> rows = new ArrayList<>();
    for (CitedEntity.CitedAccount a : entity.accounts()) {
      rows.add(
          List.of(
              a.platform(),
              String.join(", ", a.names()),
              String.join(", ", a.handles()),
              Long.toString(a.records()),
              a.key()));
    }
    out.table(
        "Accounts of " + entity.label(),
        List.of("Platform", "Names", "Handles", "Records", "Account key"),
        rows);
    if (entity.judgements().isEmpty()) {
      out.element("p", "One account; no judgement joins it to another.");
    }
    for (CitedEntity.CitedJudgement j : entity.judgements()) {
      out.raw("<p>").text(j.by() + ", " + PortableCase.time(j.at()) + ", judged ");
      out.foreign(j.a()).raw(" and ").foreign(j.b());
      out.text(": " + j.verdict().toLowerCase(Locale.ROOT) + ". Reason: ").foreign(j.reason());
      out.raw("</p>");
    }
    out.raw("</div>");
  }
}

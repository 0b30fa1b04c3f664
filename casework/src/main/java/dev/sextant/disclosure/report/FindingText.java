package dev.sextant.disclosure.report;

import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import dev.sextant.terms.ClaimedTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words one finding: the claim, what speaks for and against it, who wrote and reviewed it. */
final class FindingText {
  private final Markup out;
  private final Report.Persons persons;

  FindingText(Markup out, Report.Persons persons) {
    this.out = out;
    this.persons = persons;
  }

  void write(Report.Signed finding) {
    FindingDocument d = finding.document();
    out.raw("<div class=\"chapter\" id=\"f" + d.number() + "\">");
    out.heading(2, "Finding F-" + d.number() + ": " + d.claim().title());
    out.quotation("claim", d.claim().text());
    out.facts(
        "Finding F-" + d.number(),
        List.of(
            Fact.of("Statement", ReportText.typeLine(d.claim().type())),
            Fact.of(
                "Grade",
                d.claim().grade().scheme()
                    + " "
                    + d.claim().grade().code()
                    + ": "
                    + d.claim().grade().words()),
            Fact.of("Method", d.claim().method()),
            Fact.of("Author", d.authorName() + ", " + ReportText.time(d.frozen())),
            Fact.of(
                "Review",
                "accepted by "
                    + finding.reviewer()
                    + ", "
                    + ReportText.time(finding.reviewedAt())
                    + ": "
                    + finding.reviewReasons()),
            Fact.of("Signed", ReportText.time(finding.signedAt())),
            Fact.exact("Signatures", String.join("; ", finding.signatures())),
            Fact.exact("SHA-256 of the finding", finding.digest().hex())));
    out.heading(3, "What supports it");
    if (d.supports().isEmpty()) {
      out.paragraph("No record is cited; the claim rests on the measures named below.");
    }
    int n = 0;
    for (Support s : d.supports()) {
      n++;
      support("S-" + d.number() + "." + n, s);
    }
    against(d);
    out.heading(3, "Other explanations that were weighed");
    list(d.claim().alternatives(), "None was named; the claim is not an assessment.");
    if (!d.entities().isEmpty()) {
      out.heading(3, "Entities named");
      d.entities().forEach(this::entity);
    }
    out.raw("</div>");
  }

  private void against(FindingDocument d) {
    out.heading(3, "What speaks against it");
    if (d.counterSupports().isEmpty()) {
      out.paragraph("No record is cited. The author's answer: " + d.claim().noCounterSupport());
    }
    int n = 0;
    for (Support s : d.counterSupports()) {
      n++;
      support("C-" + d.number() + "." + n, s);
    }
  }

  private void list(List<String> items, String none) {
    if (items.isEmpty()) {
      out.paragraph(none);
      return;
    }
    out.raw("<ol>");
    items.forEach(i -> out.element("li", i));
    out.raw("</ol>");
  }

  private void support(String label, Support s) {
    out.raw("<div class=\"support\">");
    out.heading(
        4,
        label
            + "  "
            + s.type().title()
            + ", exhibit "
            + s.exhibitNumber()
            + ", "
            + s.kindWord()
            + " on "
            + s.platform());
    if (!s.words().isBlank()) {
      out.quotation("words", s.words());
    }
    List<Fact> facts = new ArrayList<>();
    if (!s.author().isEmpty()) {
      facts.add(
          Fact.of(
              "Author as shown",
              s.author() + persons.after(s.authorKey()) + " (" + s.authorKey() + ")"));
    }
    facts.add(Fact.of("Claimed time", claimed(s.claimed())));
    facts.add(Fact.of("Acquired", ReportText.time(s.acquired())));
    if (!s.note().isBlank()) {
      facts.add(Fact.of("Note of the author", s.note()));
    }
    facts.add(Fact.exact("SHA-256 of the exhibit", s.locator().exhibit().hex()));
    facts.add(
        Fact.exact(
            "Bytes in it",
            (s.locator().part().isEmpty() ? "" : s.locator().part() + ", ")
                + s.locator().from()
                + " to "
                + s.locator().to()
                + (s.locator().pointer().isEmpty() ? "" : ", " + s.locator().pointer())));
    facts.add(Fact.exact("SHA-256 of those bytes", s.excerptDigest().hex()));
    out.facts("Source of " + label, facts);
    out.element(
        "p",
        "small",
        s.excerptWhole() ? "Those bytes, whole:" : "Those bytes, an extract; not the whole:");
    out.quotation("bytes", s.excerpt());
    out.raw("</div>");
  }

  private static String claimed(ClaimedTime time) {
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
    return ReportText.time(instant) + ", " + zone + said;
  }

  private void entity(CitedEntity entity) {
    out.raw("<div class=\"support\">").heading(4, entity.label() + persons.after(entity.key()));
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
        List.of("Platform", "Names", "Handles", "#Records", "Account key*"),
        rows);
    if (entity.judgements().isEmpty()) {
      out.paragraph("One account; no judgement joins it to another.");
    } else {
      out.raw("<ul>");
      for (CitedEntity.CitedJudgement j : entity.judgements()) {
        out.element(
            "li",
            j.by()
                + ", "
                + ReportText.time(j.at())
                + ", judged "
                + j.a()
                + " and "
                + j.b()
                + ": "
                + j.verdict().toLowerCase(Locale.ROOT)
                + ". Reason: "
                + j.reason());
      }
      out.raw("</ul>");
    }
    out.raw("</div>");
  }
}

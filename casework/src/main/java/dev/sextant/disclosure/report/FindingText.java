package dev.sextant.disclosure.report;

import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedNote;
import dev.sextant.findings.Correction;
import dev.sextant.findings.EstimateScale;
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
  private final Form form;

  FindingText(Markup out, Report.Persons persons, Form form) {
    this.out = out;
    this.persons = persons;
    this.form = form;
  }

  void write(Report.Signed finding) {
    FindingDocument d = finding.document();
    out.raw("<div class=\"chapter\" id=\"f" + d.number() + "\">");
    out.heading(2, "Finding F-" + d.number() + ": " + d.claim().title());
    Correction corrects = d.corrects();
    if (corrects != null) {
      out.paragraph(
          "Version "
              + corrects.version()
              + ". It corrects F-"
              + corrects.number()
              + " and takes its place. What was wrong: "
              + corrects.reason());
      out.element("p", "exact", "SHA-256 of what it corrects: " + corrects.digest().hex());
    }
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
    if (!d.digest().equals(finding.digest())) {
      out.paragraph(
          "This is a copy from which something was taken out; the digest and the signatures are of"
              + " the finding as it was signed, which the releasing body keeps.");
    }
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
    AchMatrix matrix = d.claim().reasoning().matrix();
    list(
        d.claim().alternatives(),
        matrix == null
            ? "None was named; the claim is not an assessment."
            : "They are the hypotheses below.");
    if (matrix != null && matrix.judged()) {
      new AchText(out, d, matrix).write();
    }
    scale(d.claim().reasoning().scale());
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

  private void scale(EstimateScale scale) {
    if (scale == EstimateScale.NONE) {
      return;
    }
    out.heading(3, "What its words of likelihood mean");
    out.paragraph(scale.title() + ". " + scale.source() + ".");
    out.table(
        scale.title(),
        List.of("Words", "Range"),
        scale.terms().stream().map(t -> List.of(t.words(), t.range())).toList());
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

  /* After the record's own words, and with those of them that it is of, so that nobody takes it for them. */
  private void beside(CitedNote note) {
    out.paragraph(note.line() + ", " + ReportText.time(note.at()) + ".");
    if (!note.original().isBlank()) {
      out.element("p", "The words that it is of:");
      out.quotation("words", note.original());
    }
    out.element("p", note.translation() ? "The translation:" : "The note:");
    out.quotation("words", note.text());
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
    s.beside().forEach(this::beside);
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
    boolean kept = !form.commitments().contains(s.excerptDigest());
    facts.add(
        Fact.exact(
            kept ? "SHA-256 of those bytes" : "Commitment to those bytes",
            s.excerptDigest().hex()));
    out.facts("Source of " + label, facts);
    if (kept) {
      out.element(
          "p",
          "small",
          s.excerptWhole() ? "Those bytes, whole:" : "Those bytes, an extract; not the whole:");
      out.quotation("bytes", s.excerpt());
    } else {
      out.element(
          "p", "small", "Those bytes are not given: they hold something that is taken out.");
    }
    out.raw("</div>");
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

package dev.sextant.helpdesk;

import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import java.util.List;

/** The papers of 18 USC 2702 and 2703. */
final class AmericanPapers {
  private final Papers papers;
  private final Markup out;

  AmericanPapers(Papers papers) {
    this.papers = papers;
    this.out = papers.out();
  }

  void write(PaperKind kind) {
    switch (kind) {
      case PRESERVATION_LETTER -> preservation();
      case SUBPOENA -> subpoena();
      case ORDER_APPLICATION -> application();
      case ORDER_PROPOSED -> order();
      case WARRANT_ATTACHMENTS -> warrant();
      case EMERGENCY_REQUEST -> emergency();
      case EPOC, EPOC_PR -> throw new IllegalArgumentException(kind.name());
    }
  }

  // ------------------------------------------------------------------ letters

  private void letterhead(String subject) {
    RequestDraft draft = papers.draft();
    out.element("p", "letterhead", draft.issuer().office());
    out.paragraph(papers.day(papers.request().moments().issued()));
    out.paragraph("Custodian of Records");
    out.paragraph(papers.playbook().name());
    out.paragraph("Address for service: " + Papers.BLANK);
    out.facts(
        "Reference",
        List.of(
            Fact.of("Our reference", reference()),
            Fact.of("Subject", subject),
            Fact.of("Offence under investigation", draft.grounds().offence())));
  }

  private String reference() {
    String file = papers.draft().issuer().fileNumber();
    return papers.request().shortName() + (file.isBlank() ? "" : ", " + file);
  }

  private void preservation() {
    letterhead("Request for preservation of records, 18 U.S.C. § 2703(f)");
    out.paragraph("To the Custodian of Records:");
    out.paragraph(
        "Under 18 U.S.C. § 2703(f)(1) you are requested to take all necessary steps to preserve the"
            + " records and other evidence in your possession that relate to the accounts below,"
            + " pending the issuance of a court order or other process. Nothing is to be disclosed on"
            + " this letter.");
    out.heading(2, "Accounts");
    papers.selectors();
    out.heading(2, "What is to be kept");
    papers.list(
        "letters",
        List.of(
            "The contents of communications, files, photographs, videos and other items stored by or"
                + " for the accounts, with everything attached to them;",
            "all records and information about the accounts: names, addresses, telephone numbers,"
                + " subscriber numbers and identities, length and types of service, means and source"
                + " of payment;",
            "logs of sessions and log-ins with dates, times, durations and network addresses; and",
            "records of the devices used and of accounts linked to these."));
    out.paragraph("Of the time " + papers.range() + ".");
    out.heading(2, "How long");
    long days =
        papers.law().clock(InstrumentKind.PRESERVATION_LETTER, "keeps").orElseThrow().toDays();
    long more =
        papers.law().clock(InstrumentKind.PRESERVATION_LETTER, "renewal").orElseThrow().toDays();
    out.paragraph(
        "The records are to be kept for "
            + days
            + " days, which are extended by "
            + more
            + " days upon a renewed request, 18 U.S.C. § 2703(f)(2). This letter reaches what you"
            + " hold when you receive it. It asks you to capture nothing that comes later.");
    out.heading(2, "Please");
    papers.list(
        "plain",
        List.of(
            "confirm receipt and the date until which the records are kept, with your reference;",
            "tell us before you act if keeping them would close, lock or alter the accounts or let"
                + " their users notice; and",
            "tell us if you hold none."));
    secrecy();
    RequestDraft draft = papers.draft();
    papers.signature(draft.issuer().name(), draft.issuer().office());
    papers.toFillIn();
  }

  private void secrecy() {
    RequestDraft.Secrecy secrecy = papers.draft().secrecy();
    if (secrecy.basis().isBlank()) {
      return;
    }
    out.heading(2, "Non-disclosure");
    out.paragraph(
        "You are not to tell the account's user or anybody else of this process until "
            + papers.moment(secrecy.until())
            + ". Basis: "
            + secrecy.basis()
            + ".");
  }

  private void emergency() {
    letterhead("Emergency disclosure, 18 U.S.C. § 2702(b)(8), (c)(4)");
    out.paragraph("To the Custodian of Records:");
    out.paragraph(
        "We believe in good faith that an emergency involving danger of death or serious physical"
            + " injury to a person requires disclosure without delay. Disclosure on this request is"
            + " voluntary; it is no compulsory process.");
    out.heading(2, "The danger, and how the data would avert it");
    papers.paragraphs(papers.request().ask().danger());
    out.heading(2, "Accounts");
    papers.selectors();
    out.heading(2, "What the danger needs, and nothing more");
    papers.list(
        "letters",
        papers.wanted(DataCategory.SUBSCRIBER, DataCategory.TRAFFIC, DataCategory.CONTENT));
    out.paragraph("Of the time " + papers.range() + ".");
    out.heading(2, "Why compulsory process would come too late");
    papers.paragraphs(papers.draft().grounds().necessity());
    out.paragraph(
        "An overseer outside this agency reviews this request within "
            + papers.law().reviewWithin().toHours()
            + " hours. What was not needed is sealed and not used.");
    RequestDraft draft = papers.draft();
    papers.signature(draft.issuer().name(), draft.issuer().office());
    papers.toFillIn();
  }

  // ------------------------------------------------------------------ court papers

  private void caption(String court, String title) {
    out.element("p", "court", court.toUpperCase(java.util.Locale.ROOT));
    out.element("p", "under", Papers.BLANK);
    out.raw("<table class=\"caption\" summary=\"Caption\"><tbody><tr><td class=\"matter\">");
    out.text(
        "In the matter of accounts held at "
            + papers.playbook().name()
            + ", listed in the attachment");
    out.raw("</td><td class=\"number\">").text("No. " + number());
    out.raw("<br/>").text("Filed under seal: yes / no").raw("</td></tr></tbody></table>");
    out.heading(1, title);
  }

  private String number() {
    String file = papers.draft().issuer().fileNumber();
    return file.isBlank() ? Papers.BLANK : file;
  }

  private void subpoena() {
    RequestDraft draft = papers.draft();
    caption(draft.issuer().office(), "Subpoena to produce subscriber records");
    out.paragraph("To: Custodian of Records, " + papers.playbook().name());
    out.paragraph(
        "You are commanded to produce the records listed in the Schedule, for use in an official"
            + " criminal investigation of "
            + draft.grounds().offence()
            + ", under 18 U.S.C. § 2703(c)(2).");
    out.facts(
        "Return",
        List.of(
            Fact.of("Produce to", draft.issuer().office()),
            Fact.of("On or before", Papers.BLANK),
            Fact.of("In the form", "Electronic, with a SHA-256 digest of each file")));
    out.paragraph(
        "Notice to the subscriber by the governmental entity is not required, 18 U.S.C."
            + " § 2703(c)(3).");
    secrecy();
    papers.signature(draft.issuer().name(), draft.issuer().office());
    papers.toFillIn();
    out.raw("<div class=\"chapter\">").heading(1, "Schedule");
    out.heading(2, "Accounts");
    papers.selectors();
    out.heading(2, "Records");
    out.paragraph("For each account, of the time " + papers.range() + ":");
    papers.list("letters", papers.wanted(DataCategory.SUBSCRIBER));
    out.heading(2, "Not asked for");
    out.paragraph(
        "This subpoena does not reach, and you are asked not to send: the content of any"
            + " communication; records of correspondents; location; data of any other account.");
    certificate();
    out.raw("</div>");
  }

  private void certificate() {
    out.raw("<div class=\"chapter\">");
    out.heading(1, "Certificate of authenticity of domestic records");
    out.paragraph("Fed. R. Evid. 902(11), 902(13) and 902(14); 28 U.S.C. § 1746.");
    papers.list(
        "plain",
        List.of(
            "I am employed by " + papers.playbook().name() + " as: " + Papers.BLANK,
            "I am qualified to certify the records sent with this certificate, which are: "
                + Papers.BLANK,
            "They were made at or near the time by, or from information transmitted by, somebody"
                + " with knowledge, and kept in the course of a regularly conducted activity as a"
                + " regular practice.",
            "They were generated by an electronic process or system that produces an accurate"
                + " result, and are true copies, identified by these SHA-256 digests: "
                + Papers.BLANK));
    out.paragraph(
        "I declare under penalty of perjury under the laws of the United States of America that the"
            + " foregoing is true and correct.");
    papers.signature("", papers.playbook().name());
    out.raw("</div>");
  }

  private void application() {
    RequestDraft draft = papers.draft();
    caption(draft.issuer().office(), "Application for an order under 18 U.S.C. § 2703(d)");
    out.paragraph(
        "The United States applies for an order that "
            + papers.playbook().name()
            + " disclose the records in Attachment A, and shows:");
    out.heading(2, "1. Jurisdiction");
    out.paragraph(
        "This Court is a court of competent jurisdiction, 18 U.S.C. § 2711(3), and may issue the"
            + " order, § 2703(d). The provider offers an electronic communication service or a remote"
            + " computing service, §§ 2510(15), 2711(2).");
    out.heading(2, "2. Offence");
    out.paragraph(draft.grounds().offence());
    out.heading(2, "3. Specific and articulable facts");
    papers.paragraphs(draft.grounds().facts());
    out.heading(2, "4. Relevance and materiality");
    papers.paragraphs(draft.grounds().necessity());
    out.paragraph(
        "These facts show reasonable grounds to believe that the records are relevant and material"
            + " to an ongoing criminal investigation. No content of any communication is sought.");
    if (!draft.secrecy().basis().isBlank()) {
      out.heading(2, "5. Non-disclosure");
      out.paragraph(
          "The United States asks that the provider be ordered not to notify any person until "
              + papers.moment(draft.secrecy().until())
              + ". Basis: "
              + draft.secrecy().basis()
              + ".");
    }
    papers.signature("", "Attorney for the Government");
    attachmentA();
  }

  private void order() {
    RequestDraft draft = papers.draft();
    caption(draft.issuer().office(), "Order under 18 U.S.C. § 2703(d)");
    out.paragraph(
        "On application of the United States under 18 U.S.C. § 2703(d), the Court finds that it has"
            + " offered specific and articulable facts showing reasonable grounds to believe that the"
            + " records in Attachment A are relevant and material to an ongoing criminal"
            + " investigation of "
            + draft.grounds().offence()
            + ".");
    out.paragraph("IT IS ORDERED that");
    papers.list(
        "plain",
        List.of(
            papers.playbook().name()
                + " disclose the records in Attachment A to "
                + Papers.BLANK
                + " within "
                + papers
                    .law()
                    .clock(InstrumentKind.COURT_ORDER, "answerWithin")
                    .orElseThrow()
                    .toDays()
                + " days of service;",
            "no content of any communication be disclosed under this order; and",
            draft.secrecy().basis().isBlank()
                ? "nothing in this order forbids the provider to notify its subscriber."
                : "the provider not notify any person of this order until "
                    + papers.moment(draft.secrecy().until())
                    + ", "
                    + draft.secrecy().basis()
                    + "."));
    papers.signature(draft.issuer().name(), draft.issuer().office());
    attachmentA();
  }

  private void attachmentA() {
    out.raw("<div class=\"chapter\">").heading(1, "Attachment A");
    out.heading(2, "Part I. Accounts");
    papers.selectors();
    out.heading(2, "Part II. Records to be disclosed");
    out.paragraph("For each account, of the time " + papers.range() + ":");
    papers.list("letters", papers.wanted(DataCategory.SUBSCRIBER, DataCategory.TRAFFIC));
    out.heading(2, "Part III. Not to be disclosed");
    out.paragraph(
        "The content of any communication, 18 U.S.C. § 2510(8); data of any other account.");
    out.raw("</div>");
    certificate();
  }

  private void warrant() {
    RequestDraft draft = papers.draft();
    caption(draft.issuer().office(), "Search warrant: Attachments A and B");
    out.paragraph(
        "These attachments belong to an application and warrant under Fed. R. Crim. P. 41 and 18"
            + " U.S.C. § 2703(a), (b)(1)(A) and (c)(1)(A). The affidavit on probable cause is its"
            + " affiant's; the grounds below are taken from the request that was reviewed.");
    out.heading(2, "Grounds, for the affidavit");
    out.paragraph("Offence: " + draft.grounds().offence());
    papers.paragraphs(draft.grounds().facts());
    papers.paragraphs(draft.grounds().necessity());
    secrecy();
    out.raw("<div class=\"chapter\">").heading(1, "Attachment A");
    out.heading(2, "Property to be searched");
    out.paragraph(
        "This warrant applies to information associated with the following accounts that is stored"
            + " at premises owned, maintained, controlled or operated by "
            + papers.playbook().name()
            + ":");
    papers.selectors();
    out.paragraph("It applies to no other account.");
    out.raw("</div>");
    out.raw("<div class=\"chapter\">").heading(1, "Attachment B");
    out.heading(2, "Part I. Information to be disclosed by the provider");
    out.paragraph(
        "To the extent that it is within the provider's possession, custody or control, and of the"
            + " time "
            + papers.range()
            + ", including what was preserved under 18 U.S.C. § 2703(f):");
    papers.list(
        "letters",
        papers.wanted(DataCategory.SUBSCRIBER, DataCategory.TRAFFIC, DataCategory.CONTENT));
    out.heading(2, "Part II. Information to be seized by the government");
    out.paragraph(
        "Of what is disclosed, that which is fruits, evidence or instrumentalities of violations of "
            + draft.grounds().offence()
            + ", of the same accounts and the same time.");
    out.heading(2, "Part III. How it is handled");
    papers.list(
        "plain",
        List.of(
            "What comes back is judged against this warrant before anybody on the investigation sees"
                + " it. What lies outside its dates, accounts or kinds of information is sealed, and"
                + " only a filter officer outside the team decides on it.",
            "Privileged communication: " + draft.privilege().protocol(),
            "What has no time that can be placed counts as outside."));
    out.raw("</div>");
    certificate();
  }
}

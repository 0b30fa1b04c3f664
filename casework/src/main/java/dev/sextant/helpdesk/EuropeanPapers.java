package dev.sextant.helpdesk;

import dev.sextant.helpdesk.RequestDraft.IssuerDraft;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import java.util.List;

/**
 * The certificates of Regulation (EU) 2023/1543, by the sections of its Annexes I and II. Sections
 * whose wording could not be compared with the Official Journal say so on the paper.
 */
final class EuropeanPapers {
  private final Papers papers;
  private final Markup out;

  EuropeanPapers(Papers papers) {
    this.papers = papers;
    this.out = papers.out();
  }

  void write(PaperKind kind) {
    if (kind == PaperKind.EPOC) {
      production();
    } else {
      preservation();
    }
  }

  private void production() {
    RequestDraft draft = papers.draft();
    out.heading(
        1,
        "European Production Order Certificate (EPOC) for the production of electronic evidence");
    out.paragraph(
        "Regulation (EU) 2023/1543. The addressee executes this certificate and transmits the data"
            + " within the time in Section C to the authority in Section L(a). On receipt it acts"
            + " expeditiously to preserve them, and keeps the certificate and the data confidential,"
            + " secret and whole.");
    sectionA();
    sectionB();
    section("C", "Deadlines");
    InstrumentKind kind = draft.instrument();
    boolean emergency = papers.request().ask().emergency();
    out.facts(
        "Deadlines",
        List.of(
            tick("As soon as possible, at the latest within 10 days (Art. 10(2))", !emergency),
            tick(
                "Emergency: without undue delay, at the latest within 8 hours (Art. 10(4))",
                emergency),
            Fact.of(
                "Where notified under Art. 8",
                kind == InstrumentKind.EPOC_SUBSCRIBER
                    ? "Not applicable: subscriber and identification data"
                    : "Not before the enforcing authority's 10 days have passed or it has confirmed that"
                        + " it raises no ground (Art. 10(2)); in an emergency it may object within 96"
                        + " hours (Art. 10(4))")));
    section("D", "Relation to a previous production or preservation request");
    unchecked();
    out.facts(
        "Previous request",
        List.of(
            Fact.of(
                "Earlier preservation of the same data",
                draft.preservation() == null ? "None" : draft.preservation().toString())));
    section("E", "Information to support identification of the requested data");
    unchecked();
    papers.selectors();
    section("F", "Electronic evidence to be produced");
    unchecked();
    evidence();
    conditions();
    section("H", "Information to the user");
    unchecked();
    String deferral = draft.secrecy().noticeDeferral();
    out.facts(
        "Information to the user",
        List.of(
            Fact.of("The addressee informs the person whose data are asked for", "No (Art. 13(4))"),
            Fact.of(
                "The issuing authority informs",
                deferral.isBlank()
                    ? "Without undue delay (Art. 13(1))"
                    : "Later; the reason is on the file (Art. 13(2))")));
    sectionI();
    sectionJ();
    section("K", "Enforcing authority notified");
    unchecked();
    out.facts(
        "Notified",
        List.of(
            Fact.of(
                "Notification under Art. 8",
                kind == InstrumentKind.EPOC_SUBSCRIBER ? "Not required" : "To: " + Papers.BLANK)));
    section("L", "Transmission of the data");
    out.facts(
        "Transmission",
        List.of(
            Fact.of("(a) Authority to which the data go", draft.issuer().office()),
            Fact.of("(b) Form or channel", "The decentralised IT system (Art. 19)"),
            Fact.of("Please send with them", "A SHA-256 digest of each file")));
    out.raw("<div class=\"chapter\">");
    section("M", "Further information, for the enforcing authority alone");
    unchecked();
    out.element("p", "check", "Not transmitted to the addressee.");
    out.heading(3, "Facts");
    papers.paragraphs(draft.grounds().facts());
    out.heading(3, "Necessity and proportionality");
    papers.paragraphs(draft.grounds().necessity());
    out.raw("</div>");
    papers.toFillIn();
  }

  private void preservation() {
    out.heading(
        1,
        "European Preservation Order Certificate (EPOC-PR) for the preservation of electronic evidence");
    ProcessLaw law = papers.law();
    out.paragraph(
        "Regulation (EU) 2023/1543. The addressee preserves the data without undue delay. Preservation"
            + " ends after "
            + law.clock(InstrumentKind.EPOC_PR, "keeps").orElseThrow().toDays()
            + " days unless the issuing authority extends it by "
            + law.clock(InstrumentKind.EPOC_PR, "renewal").orElseThrow().toDays()
            + " days, or confirms that production was asked for; then the data are kept for as long as"
            + " production needs (Art. 11(1)). The certificate and the data are kept confidential,"
            + " secret and whole.");
    sectionA();
    sectionB();
    section("C", "Information to support identification of the data to be preserved");
    unchecked();
    papers.selectors();
    section("D", "Electronic evidence to be preserved");
    unchecked();
    evidence();
    section("E", "Information on the underlying conditions");
    unchecked();
    out.facts("Conditions", List.of(Fact.of("Offence", papers.draft().grounds().offence())));
    section("F", "Details of the issuing authority");
    issuer(papers.draft().issuer().name(), papers.draft().issuer().office(), part());
    section("G", "Details of the validating authority, where applicable");
    validator();
    papers.toFillIn();
  }

  private void sectionA() {
    section("A", "Issuing/validating authority");
    IssuerDraft issuer = papers.draft().issuer();
    out.facts(
        "Authorities",
        List.of(
            Fact.of("Issuing State", Papers.BLANK),
            Fact.of("Issuing authority", issuer.office()),
            Fact.of(
                "Validating authority",
                validated()
                    ? issuer.validatorOffice()
                    : sought() ? "Sought, see Section J" : "Not applicable"),
            Fact.of(
                "File number of the issuing authority",
                issuer.fileNumber().isBlank() ? papers.request().shortName() : issuer.fileNumber()),
            Fact.of(
                "File number of the validating authority",
                validated() ? Papers.BLANK : "Not applicable")));
  }

  private void sectionB() {
    section("B", "Addressee");
    out.facts(
        "Addressee",
        List.of(
            Fact.of("Addressee", papers.playbook().name()),
            Fact.of("Designated establishment or legal representative", Papers.BLANK),
            Fact.of("Address", Papers.BLANK)));
  }

  private void conditions() {
    RequestDraft.Grounds grounds = papers.draft().grounds();
    section("G", "Information on the underlying conditions");
    unchecked();
    InstrumentKind kind = papers.draft().instrument();
    boolean deep = kind != InstrumentKind.EPOC_SUBSCRIBER;
    out.facts(
        "Conditions",
        List.of(
            Fact.of("Offence and its provision", grounds.offence()),
            Fact.of("Maximum custodial sentence", grounds.maximumYears() + " years"),
            Fact.of(
                "Condition (Art. 5)",
                !deep
                    ? "Any criminal offence (Art. 5(3))"
                    : grounds.listed()
                        ? "An offence that Art. 5(4) lists"
                        : "An offence punishable by at least three years at its maximum (Art. 5(4)(a))"),
            Fact.of("Emergency", papers.request().ask().emergency() ? "Yes" : "No")));
    if (papers.request().ask().emergency()) {
      out.paragraph(papers.request().ask().danger());
    }
  }

  private void sectionI() {
    section("I", "Details of the issuing authority");
    issuer(papers.draft().issuer().name(), papers.draft().issuer().office(), part());
  }

  private void sectionJ() {
    section("J", "Details of the validating authority, where applicable");
    validator();
  }

  private void validator() {
    IssuerDraft issuer = papers.draft().issuer();
    if (validated()) {
      issuer(
          issuer.validatorName(),
          issuer.validatorOffice(),
          issuer.validatorPart() == IssuerPart.JUDGE ? "Judge or court" : "Prosecutor");
    } else if (sought()) {
      out.paragraph(
          "Issued in an emergency without prior validation, which is sought without undue delay and"
              + " at the latest within 48 hours (Art. 4(5)).");
    } else {
      out.paragraph("Not applicable.");
    }
  }

  private boolean validated() {
    return papers.draft().issuer().validatorPart() != IssuerPart.NONE;
  }

  private boolean sought() {
    return Deadlines.awaitsValidation(papers.request());
  }

  private String part() {
    return switch (papers.draft().issuer().part()) {
      case JUDGE -> "Judge, court or investigating judge";
      case PROSECUTOR -> "Prosecutor";
      case ADMINISTRATIVE, AGENCY, NONE -> "Other competent authority";
    };
  }

  private void issuer(String name, String office, String part) {
    out.facts(
        "Authority",
        List.of(
            Fact.of("Type", part),
            Fact.of("Authority", office),
            Fact.of("Representative", name),
            Fact.of("Contact", Papers.BLANK)));
    papers.signature(name, office);
  }

  private void evidence() {
    data("Subscriber data", DataCategory.SUBSCRIBER);
    data(
        "Data requested for the sole purpose of identifying the user", DataCategory.IDENTIFICATION);
    data("Traffic data", DataCategory.TRAFFIC);
    data("Content data", DataCategory.CONTENT);
    out.paragraph("Of the time " + papers.range() + ".");
  }

  private void data(String title, DataCategory category) {
    List<String> wanted = papers.wanted(category);
    if (wanted.isEmpty()) {
      return;
    }
    out.heading(3, title);
    papers.list("letters", wanted);
  }

  private static Fact tick(String what, boolean on) {
    return Fact.of(what, on ? "Applies" : "Does not apply");
  }

  private void section(String letter, String title) {
    out.heading(2, "Section " + letter + ": " + title);
  }

  /* Said on the paper itself: whoever signs must know what was not compared. */
  private void unchecked() {
    out.element(
        "p",
        "check",
        "Wording of this section: to be checked against the Official Journal before use.");
  }
}

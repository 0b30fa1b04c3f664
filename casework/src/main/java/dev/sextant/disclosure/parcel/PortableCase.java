package dev.sextant.disclosure.parcel;

import dev.sextant.disclosure.parcel.Html.Fact;
import dev.sextant.disclosure.report.MeasureText;
import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.CitedMeasure;
import dev.sextant.findings.CitedSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What was released as one page that opens in a browser without any network: all that the report
 * says, with its network, its times and its proofs. The page is written whole; its script only adds
 * moving, choosing and checking, and its content security policy lets nothing in from elsewhere.
 * Made from the report and files of the bundle alone, so what was taken out of them is not in it.
 * Equal arguments give equal bytes.
 */
public final class PortableCase {
  /** Its path in a bundle. */
  public static final String PATH = "portable.html";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Report report;
  private final List<Stamped> stamps;
  private final Html out = new Html();

  private PortableCase(Report report, List<Stamped> stamps) {
    this.report = report;
    this.stamps = stamps;
  }

  /**
   * A timestamp that was believed.
   *
   * @param says what it says, by name, in order
   * @param answer the TimeStampResp
   */
  public record Stamped(Map<String, String> says, byte[] answer) {
    /** Keeps the order. */
    public Stamped {
      says = new LinkedHashMap<>(says);
    }
  }

  /**
   * Writes the page.
   *
   * @param report what is said
   * @param proofs the bundle's files of these names as text: {@code findings.json}, {@code
   *     keys.json}, {@code ledger/acts.json}, {@code ledger/checkpoint}
   * @param stamps timestamps of the finished bundle; none in the copy that lies in the bundle
   * @return HTML in UTF-8
   */
  public static byte[] write(Report report, UnaryOperator<String> proofs, List<Stamped> stamps) {
    return new PortableCase(report, stamps).page(proofs).getBytes(StandardCharsets.UTF_8);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  private String page(UnaryOperator<String> proofs) {
    String style = resource("portable.css");
    String script = resource("portable.js");
    out.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.raw("script-src '" + hash(script) + "'; style-src '" + hash(style) + "'; ");
    out.raw("base-uri 'none'; form-action 'none'\">");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.raw("<meta name=\"referrer\" content=\"no-referrer\">");
    out.raw("<title>").text(report.title()).raw("</title>");
    out.raw("<style>" + style + "</style></head>\n<body>");
    out.raw("<a class=\"skip\" href=\"#main\">Skip to the findings</a><div class=\"sheet\">");
    running();
    out.raw("<div class=\"body\"><nav aria-label=\"Parts of this page\"><ul>");
    for (String part :
        List.of("Release", "Findings", "Networks", "Timeline", "Measures", "Exhibits", "Proof")) {
      out.raw("<li><a href=\"#" + part.toLowerCase(Locale.ROOT) + "\">" + part + "</a></li>");
    }
    out.raw("</ul></nav><main id=\"main\">");
    release();
    new PortableFindings(out, report).write();
    networks();
    new PortableTimeline(out, report).write();
    measures();
    exhibits();
    PortableProof.write(out, report.proof(), stamps);
    out.raw("</main></div></div>");
    PortableProof.embed(out, proofs);
    return out.raw("<script>" + script + "</script></body></html>\n").toString();
  }

  /* A table's head is printed again on every page: whoever copies one page copies this with it. */
  private void running() {
    out.raw("<header class=\"running\"><p><strong>").text(report.agency()).raw("</strong> ");
    out.text("Case " + report.caseNumber() + ", disclosure " + report.id());
    out.raw("</p><p>").text("Authority: " + authority()).raw("</p><p class=\"handling\">");
    out.text("Handling: " + handling()).raw("</p><p>");
    out.text(
        "Copy for " + report.recipient().name() + ", " + report.recipient().organisation() + " ");
    out.raw("<span class=\"exact\">").text(report.marking().mark()).raw("</span></p></header>");
  }

  private String authority() {
    Report.Basis basis = report.basis();
    return basis.instrument() + " " + basis.number() + ", version " + basis.version();
  }

  private String handling() {
    String codes = report.marking().handling();
    String words = report.basis().handling();
    return codes.isEmpty() || words.contains(codes) ? words : codes + "; " + words;
  }

  private void release() {
    Report.Basis basis = report.basis();
    out.raw("<section id=\"release\" aria-labelledby=\"t-release\"><h1 id=\"t-release\">");
    out.foreign(report.title()).raw("</h1>");
    out.element(
        "p",
        "A read-only copy of what was released to the recipient named below and to nobody else. It"
            + " opens without any network, and nothing in it is loaded from elsewhere.");
    out.element("h2", "Entry in the register of disclosures");
    out.facts(
        List.of(
            Fact.exact("Disclosure", report.id().toString()),
            Fact.of("Case", report.caseNumber()),
            Fact.of("Released", time(report.at()) + ", by " + report.releasedBy()),
            Fact.of(
                "Recipient", report.recipient().name() + ", " + report.recipient().organisation()),
            Fact.of("Need to know", report.recipient().need()),
            Fact.of("Agreement or order", report.recipient().agreement()),
            Fact.of("Findings", String.join(", ", numbers())),
            Fact.of("Handling", handling()),
            Fact.exact("Mark of this copy", report.marking().mark()),
            Fact.exact("Recipient in the log", report.recipient().digest(report.salt()).hex())));
    out.element("h2", "Legal authority");
    out.facts(
        List.of(
            Fact.of("Instrument", basis.instrument()),
            Fact.of("Number", basis.number() + ", version " + basis.version()),
            Fact.of("Offence", basis.offence()),
            Fact.of("Permitted use", basis.businessCase()),
            Fact.of("Selectors in scope", String.join("; ", basis.selectors())),
            Fact.of("Platforms in scope", String.join("; ", basis.platforms())),
            Fact.of("Content window", basis.window()),
            Fact.of("Decisions", String.join("; ", basis.approvals())),
            Fact.exact("SHA-256 of its document", basis.digest().hex())));
    out.raw("<div class=\"notice\">");
    out.element(
        "p",
        "Subject is not guilt: it is a documented status of a person whose conduct is in scope.");
    out.element(
        "p", "Grade is not probability: it judges the source and what it says, each apart.");
    out.element(
        "p", "Measure is not suspicion: it is a number about the ties that were held, no more.");
    out.element(
        "p", "Account is not person: judgements of named people join accounts, with reasons.");
    out.raw("</div></section>\n");
  }

  private List<String> numbers() {
    return report.findings().stream().map(f -> "F-" + f.document().number()).toList();
  }

  /* Each copy of a snapshot as it was signed, equal copies once, as the printed report has it. */
  private void networks() {
    Map<CitedSnapshot, List<String>> all = new LinkedHashMap<>();
    Set<String> named = new LinkedHashSet<>();
    for (Report.Signed finding : report.findings()) {
      named.addAll(finding.document().claim().entityKeys());
      CitedSnapshot snapshot = finding.document().snapshot();
      if (snapshot != null) {
        all.computeIfAbsent(snapshot, s -> new ArrayList<>())
            .add("F-" + finding.document().number());
      }
    }
    out.raw("<section id=\"networks\" aria-labelledby=\"t-networks\"><h2 id=\"t-networks\">");
    out.raw("Networks</h2>");
    if (all.isEmpty()) {
      out.element("p", "No finding rests on a network.");
    }
    int number = 0;
    for (Map.Entry<CitedSnapshot, List<String>> one : all.entrySet()) {
      number++;
      new PortableNetwork(out, report.persons(), named)
          .write(one.getKey(), number, String.join(", ", one.getValue()));
    }
    out.raw("</section>\n");
  }

  private void measures() {
    Map<CitedMeasure, List<String>> all = new LinkedHashMap<>();
    for (Report.Signed finding : report.findings()) {
      finding
          .document()
          .measures()
          .forEach(m ->
              all.computeIfAbsent(m, c -> new ArrayList<>())
                  .add("F-" + finding.document().number()));
    }
    out.raw("<section id=\"measures\" aria-labelledby=\"t-measures\"><h2 id=\"t-measures\">");
    out.raw("Measures and method cards</h2>");
    out.element("p", all.isEmpty() ? "No finding rests on a measure." : MeasureText.ABOUT);
    all.forEach((measure, citedBy) -> measure(measure, String.join(", ", citedBy)));
    out.raw("</section>\n");
  }

  private void measure(CitedMeasure measure, String citedBy) {
    String title = words(measure.method());
    out.element("h3", title);
    List<Fact> facts = new ArrayList<>(List.of(Fact.of("As copied into", citedBy)));
    measure.parameters().forEach((n, value) -> facts.add(Fact.of("Parameter: " + n, value)));
    measure.summary().forEach((n, value) -> facts.add(Fact.of(n, value)));
    if (MeasureText.untold(measure)) {
      facts.add(Fact.of("Intervals", MeasureText.UNTOLD));
    }
    facts.add(Fact.of("Seed", Long.toString(measure.seed())));
    facts.add(Fact.exact("Snapshot", measure.snapshot().toString()));
    out.facts(facts).raw("<p class=\"card\">").text(measure.card()).raw("</p>");
    List<List<String>> rows = new ArrayList<>();
    for (CitedMeasure.Value v : measure.values()) {
      rows.add(List.of(v.shownAs(), v.value(), MeasureText.ranks(measure, v)));
    }
    out.table(
        "Values of " + title,
        List.of("Entity", "Value", "Rank when ties are missing (5 to 95 %)"),
        rows);
  }

  static String words(String constant) {
    String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private void exhibits() {
    out.raw("<section id=\"exhibits\" aria-labelledby=\"t-exhibits\"><h2 id=\"t-exhibits\">");
    out.raw("Exhibits and chain of custody</h2>");
    out.element("p", "The sealed bytes that the findings rest on. They are not in this page.");
    List<List<String>> rows = new ArrayList<>();
    for (Report.Exhibited e : report.exhibits()) {
      rows.add(
          List.of(
              e.number(),
              e.name() + " (" + e.bytes() + " bytes)",
              e.how().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + e.source(),
              time(e.at()) + ", " + e.by(),
              e.digest().hex()));
    }
    out.table(
        "Exhibits", List.of("Exhibit", "Name", "Acquired how", "When, by whom", "SHA-256"), rows);
    List<List<String>> touches = new ArrayList<>();
    for (Report.Touch t : report.custody()) {
      String what = t.detail().isEmpty() ? t.event() : t.event() + ": " + t.detail();
      String leaf = t.leaf() < 0 ? "none" : Long.toString(t.leaf());
      touches.add(List.of(t.exhibit(), time(t.at()), t.by(), what, leaf));
    }
    out.table(
        "Chain of custody", List.of("Exhibit", "When", "Who", "What", "Leaf in the log"), touches);
    List<List<String>> attempts = new ArrayList<>();
    for (Report.Attempted a : report.persons().attempts()) {
      attempts.add(List.of(a.thing(), time(a.at()), a.by(), a.code(), Long.toString(a.leaf())));
    }
    if (!attempts.isEmpty()) {
      out.table(
          "Attempts to destroy what is kept",
          List.of("What", "When", "Who", "Refused with", "Leaf in the log"),
          attempts);
    }
    out.raw("</section>\n");
  }

  private static String hash(String text) {
    byte[] digest = dev.sextant.terms.Digest.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(PortableCase.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

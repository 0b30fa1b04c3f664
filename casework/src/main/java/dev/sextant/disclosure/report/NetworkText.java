package dev.sextant.disclosure.report;

import dev.sextant.findings.CitedSnapshot;
import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import dev.sextant.press.Typeface;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words and draws one snapshot: rule, counts, picture, who is who in it. */
final class NetworkText {
  /** A table of more rows is for a machine; the bundle's findings.json has them all. */
  private static final int ROWS_MAX = 120;

  private static final String UNNAMED =
      " of the entities shown are not named. The finding needs them for the shape of the network and"
          + " for what was measured, not for who they are, and nobody's name is released who is"
          + " not needed. Named are those that the finding names, and of those tied to them the"
          + " authors of the records that it cites. An unnamed entity keeps its number in every copy"
          + " of this snapshot; by it the releasing body can say who it is where a court asks.";

  private final Markup out;
  private final Typeface face;

  NetworkText(Markup out, Typeface face) {
    this.out = out;
    this.face = face;
  }

  /**
   * Writes one copy of a snapshot.
   *
   * @param named keys of the entities to ring
   * @param number of the network within the report
   * @param citedBy the findings that carry this copy, as printed
   */
  void write(Report report, CitedSnapshot snapshot, Set<String> named, int number, String citedBy) {
    out.raw("<div class=\"chapter\">").heading(2, "Network N-" + number);
    out.facts("Network N-" + number, facts(snapshot, citedBy));
    String legend =
        "N-"
            + number
            + ": "
            + snapshot.nodes().size()
            + " of "
            + snapshot.nodeCount()
            + " entities, "
            + snapshot.ties().size()
            + " of "
            + snapshot.tieCount()
            + " ties. Number alone: not named. Dark ring: named in a finding. Thicker line: more records. A place in the"
            + " picture means nothing.";
    String authority =
        report.agency()
            + ", case "
            + report.caseNumber()
            + ", "
            + report.basis().instrument()
            + " "
            + report.basis().number()
            + " version "
            + report.basis().version();
    byte[] png =
        new NetworkPicture(face)
            .draw(
                withRoles(report.persons(), snapshot),
                named,
                seed(snapshot),
                List.of(legend, authority, "Handling: " + report.basis().handling()));
    out.raw("<p class=\"picture\"><img alt=\"").text(legend).raw("\" src=\"data:image/png;base64,");
    out.raw(Base64.getEncoder().encodeToString(png)).raw("\"/></p>");
    legendTable(report.persons(), snapshot, number);
    tieTable(snapshot, number);
    out.raw("</div>");
  }

  /** The layout's seed: from the snapshot itself, so that one snapshot always looks the same. */
  private static long seed(CitedSnapshot snapshot) {
    return Long.parseUnsignedLong(snapshot.digest().hex().substring(0, 16), 16);
  }

  private static List<Fact> facts(CitedSnapshot snapshot, String citedBy) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("As copied into", citedBy));
    for (Map.Entry<String, String> rule : snapshot.rule().entrySet()) {
      facts.add(Fact.of("Rule: " + rule.getKey(), rule.getValue()));
    }
    facts.add(
        Fact.of(
            "Window",
            end(snapshot.window().from(), "open") + " to " + end(snapshot.window().to(), "open")));
    facts.add(
        Fact.of(
            "Records",
            snapshot.recordsUsed() + " made ties, " + snapshot.recordsNotUsed() + " made none"));
    facts.add(Fact.exact("SHA-256 of the snapshot", snapshot.digest().hex()));
    return facts;
  }

  private static String end(@Nullable Instant at, String open) {
    return at == null ? open : ReportText.time(at);
  }

  /* A node says what its person is in the case, beside its name. */
  private static CitedSnapshot withRoles(Report.Persons persons, CitedSnapshot s) {
    List<CitedSnapshot.Node> nodes =
        s.nodes().stream()
            .map(n ->
                n.named()
                    ? new CitedSnapshot.Node(
                        n.number(),
                        n.entityKey(),
                        n.label() + persons.after(n.entityKey()),
                        n.accounts())
                    : n)
            .toList();
    return new CitedSnapshot(
        s.id(),
        s.digest(),
        s.rule(),
        s.window(),
        s.recordsUsed(),
        s.recordsNotUsed(),
        s.nodeCount(),
        s.tieCount(),
        nodes,
        s.ties());
  }

  private void legendTable(Report.Persons persons, CitedSnapshot snapshot, int number) {
    out.heading(3, "Who is who in N-" + number);
    List<CitedSnapshot.Node> named =
        snapshot.nodes().stream().filter(CitedSnapshot.Node::named).toList();
    List<List<String>> rows = new ArrayList<>();
    for (CitedSnapshot.Node node : named.subList(0, Math.min(ROWS_MAX, named.size()))) {
      rows.add(
          List.of(
              Integer.toString(node.number()),
              node.label() + persons.after(node.entityKey()),
              String.join(", ", node.accounts())));
    }
    if (!rows.isEmpty()) {
      out.table("Entities of N-" + number, List.of("#No.", "Entity", "Accounts*"), rows);
      more(named.size());
    }
    int unnamed = snapshot.nodes().size() - named.size();
    if (unnamed > 0) {
      out.paragraph(unnamed + UNNAMED);
    }
  }

  private void tieTable(CitedSnapshot snapshot, int number) {
    List<CitedSnapshot.Tie> ties =
        snapshot.ties().stream()
            .sorted(
                java.util.Comparator.comparingDouble(
                        (CitedSnapshot.Tie t) -> -Double.parseDouble(t.weight()))
                    .thenComparingInt(CitedSnapshot.Tie::from)
                    .thenComparingInt(CitedSnapshot.Tie::to))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (CitedSnapshot.Tie tie : ties.subList(0, Math.min(ROWS_MAX, ties.size()))) {
      CitedSnapshot.Node from = snapshot.nodes().get(tie.from());
      CitedSnapshot.Node to = snapshot.nodes().get(tie.to());
      StringBuilder kinds = new StringBuilder();
      tie.kinds()
          .forEach((kind, count) ->
              kinds
                  .append(kinds.isEmpty() ? "" : ", ")
                  .append(count)
                  .append(' ')
                  .append(kind.toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
      rows.add(
          List.of(
              Integer.toString(from.number()),
              from.named() ? from.label() : "unnamed",
              Integer.toString(to.number()),
              to.named() ? to.label() : "unnamed",
              kinds.toString(),
              tie.first().isEmpty() ? "no time" : tie.first() + " to " + tie.last()));
    }
    if (rows.isEmpty()) {
      out.paragraph("No two entities shown are tied under this rule.");
      return;
    }
    out.heading(3, "Ties of N-" + number + ", most records first");
    out.table(
        "Ties of N-" + number,
        List.of("#No.", "From", "#No.", "To", "#Records", "First to last"),
        rows);
    more(ties.size());
  }

  private void more(int all) {
    if (all > ROWS_MAX) {
      out.paragraph(
          "The first " + ROWS_MAX + " of " + all + "; all are in findings.json of the bundle.");
    }
  }
}

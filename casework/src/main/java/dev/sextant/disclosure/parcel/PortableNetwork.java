package dev.sextant.disclosure.parcel;

import dev.sextant.disclosure.parcel.Html.Fact;
import dev.sextant.disclosure.report.ForceLayout;
import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.CitedSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Draws one network of a portable case as a picture that can be moved and chosen from, with tables
 * that say the same. Size and colour of a node say nothing about a person; entities that the
 * findings name have a dark ring, that is all.
 */
final class PortableNetwork {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 760;
  private static final int MARGIN = 70;

  /** Equal snapshots give equal pictures; the layout has no other use for it. */
  private static final long SEED = 1;

  /** More names than this cover each other; then only the ringed nodes carry theirs. */
  private static final int LABELS_MAX = 60;

  private final Html out;
  private final Report.Persons persons;
  private final Set<String> named;

  PortableNetwork(Html out, Report.Persons persons, Set<String> named) {
    this.out = out;
    this.persons = persons;
    this.named = named;
  }

  void write(CitedSnapshot s, int number, String citedBy) {
    String name = "N-" + number;
    out.element("h3", "Network " + name);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("As copied into", citedBy));
    s.rule().forEach((rule, value) -> facts.add(Fact.of("Tie rule: " + rule, value)));
    facts.add(Fact.of("Window", end(s.window().from()) + " to " + end(s.window().to())));
    facts.add(Fact.of("Records", s.recordsUsed() + " made ties, " + s.recordsNotUsed() + " none"));
    facts.add(Fact.of("Entities", s.nodes().size() + " of " + s.nodeCount() + " shown"));
    facts.add(Fact.of("Ties", s.ties().size() + " of " + s.tieCount() + " shown"));
    facts.add(Fact.exact("SHA-256 of the snapshot", s.digest().hex()));
    out.facts(facts);
    out.raw("<div class=\"network\" data-network=\"" + name + "\">");
    controls(name);
    picture(s, name);
    out.raw("<p class=\"chosen\" role=\"status\">");
    out.text("Choose an entity in the picture or in the table to see its ties alone.").raw("</p>");
    nodes(s, name);
    ties(s, name);
    out.raw("</div>");
    long unnamed = s.nodes().stream().filter(n -> !n.named()).count();
    if (unnamed > 0) {
      out.raw("<p>")
          .text(
              unnamed
                  + " of the entities shown are not named: the finding needs them for the shape of the"
                  + " network, not for who they are.");
      out.raw("</p>");
    }
  }

  private static String end(java.time.@org.jspecify.annotations.Nullable Instant at) {
    return at == null ? "open" : at.toString();
  }

  private void controls(String name) {
    out.raw("<div class=\"tools\" role=\"group\" aria-label=\"Move picture " + name + "\">");
    for (String move : List.of("Zoom in", "Zoom out", "Left", "Right", "Up", "Down", "Whole")) {
      out.raw("<button type=\"button\" data-move=\"" + move + "\">" + move + "</button>");
    }
    out.raw("</div>");
  }

  private void picture(CitedSnapshot s, String name) {
    ForceLayout layout = ForceLayout.of(s, SEED);
    boolean directed = "true".equals(s.rule().get("directed"));
    out.raw("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"");
    out.text(
        "Network "
            + name
            + ": "
            + s.nodes().size()
            + " entities and "
            + s.ties().size()
            + " ties. The tables below say the same.");
    out.raw("\">");
    if (directed) {
      out.raw("<defs><marker id=\"tip-" + name + "\" viewBox=\"0 0 10 10\" refX=\"19\" refY=\"5\"");
      out.raw(" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\"");
      out.raw(" orient=\"auto\"><path d=\"M0 0L10 5L0 10z\"/></marker></defs>");
    }
    double heaviest =
        s.ties().stream().mapToDouble(t -> Double.parseDouble(t.weight())).max().orElse(1);
    for (CitedSnapshot.Tie tie : s.ties()) {
      double share = Math.sqrt(Math.max(0, Double.parseDouble(tie.weight())) / heaviest);
      out.raw("<line data-from=\"" + tie.from() + "\" data-to=\"" + tie.to() + "\"");
      out.raw(" x1=\"" + x(layout, tie.from()) + "\" y1=\"" + y(layout, tie.from()) + "\"");
      out.raw(" x2=\"" + x(layout, tie.to()) + "\" y2=\"" + y(layout, tie.to()) + "\"");
      out.raw(" stroke-width=\"" + tenth(1 + 4 * share) + "\"");
      out.raw(directed ? " marker-end=\"url(#tip-" + name + ")\"/>" : "/>");
    }
    boolean legible = s.namedCount() <= LABELS_MAX;
    // Those that the findings name come last, so that nothing lies over their names.
    for (boolean ringed : new boolean[] {false, true}) {
      for (int i = 0; i < s.nodes().size(); i++) {
        if (named.contains(s.nodes().get(i).entityKey()) == ringed) {
          node(s.nodes().get(i), i, layout, legible);
        }
      }
    }
    out.raw("</svg>");
  }

  private void node(CitedSnapshot.Node node, int i, ForceLayout layout, boolean legible) {
    boolean ringed = named.contains(node.entityKey());
    String label =
        node.named() && (legible || ringed) ? node.label() : Integer.toString(node.number());
    out.raw("<g data-node=\"" + i + "\"" + (ringed ? " class=\"ringed\">" : ">"));
    out.raw("<circle cx=\"" + x(layout, i) + "\" cy=\"" + y(layout, i) + "\" r=\"9\"/>");
    out.raw(
        "<text x=\""
            + tenth(at(layout.x(i), WIDTH) + 13)
            + "\" y=\""
            + tenth(at(layout.y(i), HEIGHT) + 5));
    out.raw("\">").text(label).raw("</text></g>");
  }

  private static double at(double share, int side) {
    return MARGIN + share * (side - 2 * MARGIN);
  }

  private static String x(ForceLayout layout, int node) {
    return tenth(at(layout.x(node), WIDTH));
  }

  private static String y(ForceLayout layout, int node) {
    return tenth(at(layout.y(node), HEIGHT));
  }

  private static String tenth(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private void nodes(CitedSnapshot s, String name) {
    out.begin("Entities of " + name, List.of("No.", "Entity", "Accounts"));
    for (int i = 0; i < s.nodes().size(); i++) {
      CitedSnapshot.Node node = s.nodes().get(i);
      out.raw("<tr data-row=\"" + i + "\"><td>" + node.number() + "</td><td>");
      out.raw("<button type=\"button\" aria-pressed=\"false\" data-choose=\"" + i + "\">");
      out.foreign(node.shownAs()).raw("</button>").text(persons.after(node.entityKey()));
      out.raw("</td><td class=\"exact\">").foreign(String.join(", ", node.accounts()));
      out.raw("</td></tr>");
    }
    out.end();
  }

  private void ties(CitedSnapshot s, String name) {
    out.begin("Ties of " + name, List.of("From", "To", "Weight", "Records", "First to last"));
    for (CitedSnapshot.Tie tie : s.ties()) {
      List<String> kinds = new ArrayList<>();
      for (Map.Entry<String, Long> kind : tie.kinds().entrySet()) {
        kinds.add(kind.getValue() + " " + kind.getKey().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
      out.raw("<tr data-from=\"" + tie.from() + "\" data-to=\"" + tie.to() + "\"><td>");
      out.foreign(s.nodes().get(tie.from()).shownAs()).raw("</td><td>");
      out.foreign(s.nodes().get(tie.to()).shownAs()).raw("</td><td>").text(tie.weight());
      out.raw("</td><td>").text(String.join(", ", kinds)).raw("</td><td>");
      out.text(tie.first().isEmpty() ? "no time" : tie.first() + " to " + tie.last());
      out.raw("</td></tr>");
    }
    out.end();
  }
}

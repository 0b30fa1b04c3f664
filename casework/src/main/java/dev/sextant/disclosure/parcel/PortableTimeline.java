package dev.sextant.disclosure.parcel;

import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The cited records in order of the time that they claim, as a line with a lane an account and as a
 * table; those without a time stand apart, never in 1970.
 */
final class PortableTimeline {
  private static final int WIDTH = 1200;
  private static final int LEFT = 220;
  private static final int RIGHT = 40;
  private static final int LANE = 26;
  private static final int NAME_MAX = 26;

  private final Html out;
  private final List<Cited> dated = new ArrayList<>();
  private final List<Cited> undated = new ArrayList<>();

  /** A cited record under the label that the findings print. */
  private record Cited(String label, Support support) {
    Instant at() {
      return Objects.requireNonNull(support.claimed().instant());
    }

    String lane() {
      return support.author().isEmpty() ? "nobody named" : support.author();
    }
  }

  PortableTimeline(Html out, Report report) {
    this.out = out;
    for (Report.Signed finding : report.findings()) {
      FindingDocument d = finding.document();
      all(d.supports(), "S-" + d.number());
      all(d.counterSupports(), "C-" + d.number());
    }
    dated.sort(Comparator.comparing(Cited::at));
  }

  private void all(List<Support> supports, String label) {
    for (int i = 0; i < supports.size(); i++) {
      Cited cited = new Cited(label + "." + (i + 1), supports.get(i));
      (supports.get(i).claimed().instant() == null ? undated : dated).add(cited);
    }
  }

  void write() {
    out.raw("<section id=\"timeline\" aria-labelledby=\"t-timeline\"><h2 id=\"t-timeline\">");
    out.raw("Timeline of the cited records</h2>");
    if (dated.isEmpty()) {
      out.element("p", "No cited record has a time that can be placed.");
    } else {
      picture();
      table("Cited records in order of the time they claim", dated);
    }
    if (!undated.isEmpty()) {
      table("Cited records without a time", undated);
    }
    out.raw("</section>\n");
  }

  private void picture() {
    Map<String, Integer> lanes = new TreeMap<>();
    dated.forEach(c -> lanes.putIfAbsent(c.lane(), 0));
    int lane = 0;
    for (Map.Entry<String, Integer> one : lanes.entrySet()) {
      one.setValue(lane++);
    }
    Instant first = dated.getFirst().at();
    Instant last = dated.getLast().at();
    int height = (lanes.size() + 2) * LANE;
    out.raw("<div class=\"line\"><svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\"");
    out.raw(" aria-label=\"");
    out.text(
        "Timeline: "
            + dated.size()
            + " records of "
            + lanes.size()
            + " accounts from "
            + first
            + " to "
            + last
            + ". The table below says the same.");
    out.raw("\">");
    lanes.forEach((name, n) -> {
      int y = (n + 1) * LANE;
      out.raw(
          "<line x1=\"" + LEFT + "\" x2=\"" + (WIDTH - RIGHT) + "\" y1=\"" + y + "\" y2=\"" + y);
      out.raw("\"/><text x=\"4\" y=\"" + (y + 5) + "\">").text(shortened(name)).raw("</text>");
    });
    for (Cited cited : dated) {
      int y = (Objects.requireNonNull(lanes.get(cited.lane())) + 1) * LANE;
      out.raw("<circle cx=\"" + x(cited.at(), first, last) + "\" cy=\"" + y + "\" r=\"6\"><title>");
      out.text(cited.label() + ", " + PortableCase.time(cited.at())).raw("</title></circle>");
    }
    int foot = height - LANE / 2;
    out.raw("<text x=\"" + LEFT + "\" y=\"" + foot + "\">").text(first.toString()).raw("</text>");
    out.raw("<text x=\"" + (WIDTH - RIGHT) + "\" y=\"" + foot + "\" class=\"last\">");
    out.text(first.equals(last) ? "" : last.toString()).raw("</text></svg></div>");
  }

  private static String shortened(String name) {
    int[] signs = name.codePoints().toArray();
    return signs.length <= NAME_MAX ? name : new String(signs, 0, NAME_MAX - 1) + "…";
  }

  private static String x(Instant at, Instant first, Instant last) {
    double span = last.getEpochSecond() - first.getEpochSecond();
    double share = span == 0 ? 0 : (at.getEpochSecond() - first.getEpochSecond()) / span;
    return String.format(Locale.ROOT, "%.1f", LEFT + share * (WIDTH - RIGHT - LEFT));
  }

  private void table(String caption, List<Cited> cited) {
    out.begin(caption, List.of("Claimed time", "Record", "Author as shown", "What it says"));
    for (Cited one : cited) {
      out.raw("<tr><td>").foreign(PortableFindings.claimed(one.support().claimed()));
      out.raw("</td><td><a href=\"#" + one.label() + "\">" + one.label() + "</a></td><td>");
      out.foreign(one.support().author()).raw("</td><td class=\"words\">");
      out.foreign(one.support().words()).raw("</td></tr>");
    }
    out.end();
  }
}

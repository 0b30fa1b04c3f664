package dev.sextant.verify;

import java.util.Map;
import java.util.TreeMap;

/**
 * Prints an overseer's report: as text for the terminal, and as one HTML file without anything
 * else.
 */
final class Dossier {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
          + "table{border-collapse:collapse;width:100%;margin:1rem 0}"
          + "td,th{text-align:left;border-bottom:1px solid #ccc;padding:.3rem .6rem;vertical-align:top;"
          + "overflow-wrap:anywhere}.bad{color:#8a1c1c}.good{color:#1c5c2e}";

  private final OversightReport report;

  Dossier(OversightReport report) {
    this.report = report;
  }

  private String verdict() {
    long all = report.counts().values().stream().mapToLong(Long::longValue).sum();
    return report.ok()
        ? "Everything that can be checked from this kit checks."
        : all + (all == 1 ? " thing does" : " things do") + " not check.";
  }

  String text() {
    StringBuilder out = new StringBuilder(report.ok() ? "VALID\n" : "INVALID\n");
    out.append(verdict()).append('\n');
    report.subject().forEach((name, value) -> line(out, name, value));
    report.checks().forEach(check -> out.append("  ").append(check).append('\n'));
    report.counts().forEach((kind, count) -> line(out, kind.words(), count.toString()));
    report.irregularities().forEach(one -> out.append("  ").append(one.line()).append('\n'));
    line(out, "acts without an outcome", Integer.toString(report.unfinished().size()));
    report.unfinished().entrySet().stream()
        .limit(50)
        .forEach(one ->
            out.append("  leaf ")
                .append(one.getKey())
                .append(' ')
                .append(one.getValue())
                .append('\n'));
    report.unjudged().forEach((what, count) -> line(out, "not judged: " + what, count.toString()));
    report
        .figures()
        .groups()
        .forEach((group, counts) -> {
          out.append(group).append('\n');
          counts.forEach((name, count) ->
              out.append("  ").append(name).append("  ").append(count).append('\n'));
        });
    out.append("emergency  ").append(report.figures().emergencyPercent()).append(" percent\n");
    return out.toString();
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append(name).append("  ").append(value).append('\n');
  }

  String html() {
    StringBuilder out =
        new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>")
            .append("Overseer's dossier</title><style>")
            .append(STYLE)
            .append("</style><h1>Overseer's dossier</h1><p class=\"")
            .append(report.ok() ? "good" : "bad")
            .append("\"><strong>")
            .append(escaped(verdict()))
            .append("</strong></p>");
    table(out, "What was checked", report.subject());
    out.append("<h2>Checks</h2><ul>");
    report.checks().forEach(one -> out.append("<li>").append(escaped(one)).append("</li>"));
    out.append("</ul><h2>What does not check</h2>");
    if (report.ok()) {
      out.append("<p>Nothing.</p>");
    } else {
      irregularities(out);
    }
    out.append("<h2>Acts without an outcome</h2><p>Cut short by a crash, or under way: ")
        .append(report.unfinished().size())
        .append("</p><ul>");
    report.unfinished().entrySet().stream()
        .limit(500)
        .forEach(one ->
            out.append("<li>leaf ")
                .append(one.getKey())
                .append(" ")
                .append(escaped(one.getValue()))
                .append("</li>"));
    out.append("</ul>");
    table(out, "What could not be judged, and how often", report.unjudged());
    out.append("<h2>Figures that the log gives</h2>");
    report.figures().groups().forEach((group, counts) -> table(out, group, counts));
    out.append(
        "<p>A log proves that nothing was altered. It cannot prove that nothing was left out.</p></html>\n");
    return out.toString();
  }

  private void irregularities(StringBuilder out) {
    TreeMap<String, Long> kinds = new TreeMap<>();
    report.counts().forEach((kind, count) -> kinds.put(kind.words(), count));
    table(out, "By kind", kinds);
    out.append("<table><tr><th>Kind<th>Leaf<th>Place<th>What</tr>");
    report
        .irregularities()
        .forEach(one ->
            out.append("<tr><td>")
                .append(escaped(one.kind().words()))
                .append("<td>")
                .append(one.leaf() < 0 ? "" : one.leaf())
                .append("<td>")
                .append(escaped(one.place()))
                .append("<td>")
                .append(escaped(one.what()))
                .append("</tr>"));
    out.append("</table>");
  }

  private static void table(StringBuilder out, String title, Map<String, ?> rows) {
    out.append("<h2>").append(escaped(title)).append("</h2><table>");
    rows.forEach((name, value) ->
        out.append("<tr><th>")
            .append(escaped(name))
            .append("<td>")
            .append(escaped(String.valueOf(value)))
            .append("</tr>"));
    out.append("</table>");
  }

  /* What a kit says may be an attacker's text. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

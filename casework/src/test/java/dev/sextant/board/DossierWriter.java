package dev.sextant.board;

import dev.sextant.terms.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Merges what the thirty scenarios wrote into one printable page without scripts or links. Ends
 * with 0 only if all thirty ran and behaved as required.
 */
public final class DossierWriter {
  private static final String STYLE =
      """
      body{font:14px/1.45 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
      table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}
      code,pre{font:12px/1.4 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap;margin:0}
      .ok{color:#05612a;font-weight:600}.bad{color:#a10016;font-weight:600}h2{margin-top:2.2rem;border-top:2px solid #444;padding-top:.6rem}
      .proof{background:#eef4ee}.say{font-style:italic}@media print{h2{break-before:auto}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
      """;

  private final Path folder;
  private final StringBuilder page = new StringBuilder();
  private int asRequired;

  private DossierWriter(Path folder) {
    this.folder = folder;
  }

  /**
   * @param args the folder with the scenarios' files, and the page to write
   */
  public static void main(String[] args) throws IOException {
    DossierWriter writer = new DossierWriter(Path.of(args[0]));
    String page = writer.write();
    Path to = Path.of(args[1]);
    Files.createDirectories(Objects.requireNonNull(to.toAbsolutePath().getParent()));
    Files.writeString(to, page);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    int all = AttackList.rows().size();
    out.printf(
        Locale.ROOT, "board: %d of %d as required, see %s%n", writer.asRequired, all, args[1]);
    System.exit(writer.asRequired == all ? 0 : 1);
  }

  private String write() throws IOException {
    StringBuilder summary = new StringBuilder();
    for (AttackList.Row row : AttackList.rows()) {
      String number = String.format(Locale.ROOT, "%02d", row.number());
      Path file = folder.resolve(number + ".json");
      Map<String, @Nullable Object> ran =
          Files.isRegularFile(file)
              ? CanonicalJson.readObject(Files.readAllBytes(file))
              : Map.of("scenes", List.of());
      String verdict = verdict(ran);
      boolean good = verdict.equals("AS REQUIRED");
      asRequired += good ? 1 : 0;
      String shown = "<span class=\"" + (good ? "ok" : "bad") + "\">" + verdict + "</span>";
      summary
          .append("<tr><td><a href=\"#a" + number + "\">" + row.number() + "</a></td><td>")
          .append(text(row.title()) + "</td><td>" + text(row.required()) + "</td><td>")
          .append(shown + "</td><td><code>" + text(evidence(ran)) + "</code></td></tr>\n");
      page.append("<h2 id=\"a" + number + "\">" + row.number() + ". " + text(row.title()));
      page.append("</h2>\n<p>Required: " + text(row.required()) + ".</p><p>" + shown);
      page.append(
          " <code>" + text(Objects.toString(ran.get("test"), "no scenario")) + "</code></p>\n");
      list(ran.get("scenes")).forEach(scene -> scene(map(scene)));
    }
    return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Board dossier</title><style>"
        + STYLE
        + "</style><h1>Thirty attacks: the board's dossier</h1><p>Each attack was played against a"
        + " running server. Shown are each request, the decision with its stable code, and, for the"
        + " entries of the log that record it, their place and the path that proves them to the"
        + " signed root.</p><p><b>"
        + asRequired
        + " of "
        + AttackList.rows().size()
        + " behave as required.</b></p><table><tr><th>No.</th><th>Attack</th><th>Required</th>"
        + "<th>Verdict</th><th>Code @ entry of the log</th></tr>\n"
        + summary
        + "</table>\n"
        + page
        + "</html>\n";
  }

  private static String verdict(Map<String, @Nullable Object> ran) {
    List<?> scenes = list(ran.get("scenes"));
    if (scenes.isEmpty()) {
      return "NOT RUN";
    }
    for (Object scene : scenes) {
      if (!Boolean.TRUE.equals(map(scene).get("passed"))) {
        return "FAILED";
      }
    }
    return proofs(ran).isEmpty() ? "UNPROVED" : "AS REQUIRED";
  }

  private static List<Map<?, ?>> proofs(Map<String, @Nullable Object> ran) {
    return list(ran.get("scenes")).stream()
        .flatMap(scene -> list(map(scene).get("steps")).stream())
        .<Map<?, ?>>map(DossierWriter::map)
        .filter(step -> "proof".equals(step.get("kind")))
        .toList();
  }

  private static String evidence(Map<String, @Nullable Object> ran) {
    return String.join(
        "\n", proofs(ran).stream().map(p -> word(p, "code") + " @ " + word(p, "index")).toList());
  }

  private void scene(Map<?, ?> scene) {
    page.append("<h3>" + text(spaced(word(scene, "name"))) + "</h3>\n");
    if (!Boolean.TRUE.equals(scene.get("passed"))) {
      page.append("<p class=\"bad\">" + text(word(scene, "failure")) + "</p>\n");
    }
    page.append("<table><tr><th>Who</th><th>Request</th><th>Decision</th><th>Answer</th></tr>\n");
    for (Object one : list(scene.get("steps"))) {
      Map<?, ?> step = map(one);
      switch (word(step, "kind")) {
        case "say" ->
            page.append(
                "<tr><td class=\"say\" colspan=\"4\">" + text(word(step, "text")) + "</td></tr>\n");
        case "proof" -> proof(step);
        default -> request(step);
      }
    }
    page.append("</table>\n");
  }

  private void request(Map<?, ?> step) {
    String sent = word(step, "sent");
    page.append("<tr><td>" + text(word(step, "who")) + "</td><td><code>");
    page.append(text(word(step, "request")) + "</code>");
    if (!sent.isEmpty()) {
      page.append("<pre>" + text(sent) + "</pre>");
    }
    page.append("</td><td><code>" + text(word(step, "decision")) + "</code></td><td><pre>");
    page.append(text(word(step, "answer")) + "</pre></td></tr>\n");
  }

  private void proof(Map<?, ?> step) {
    page.append("<tr class=\"proof\"><td>log</td><td>entry " + word(step, "index") + " of ");
    page.append(word(step, "size") + "<pre>" + text(word(step, "entry")) + "</pre></td><td><code>");
    page.append(text(word(step, "code")) + "</code></td><td>proved to root<pre>");
    page.append(word(step, "root") + "</pre>by the path<pre>");
    list(step.get("path")).forEach(hash -> page.append(hash + "\n"));
    page.append("</pre></td></tr>\n");
  }

  /* theFourthViewIsBlocked() reads better with spaces. */
  private static String spaced(String name) {
    return name.replaceAll("\\(.*", "")
        .replaceAll("([a-z])([A-Z])", "$1 $2")
        .toLowerCase(Locale.ROOT);
  }

  private static String word(Map<?, ?> map, String name) {
    return Objects.toString(map.get(name), "");
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

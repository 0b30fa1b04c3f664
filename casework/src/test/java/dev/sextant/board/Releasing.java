package dev.sextant.board;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The way from a ready case to a released copy, over HTTP, for scenarios about what leaves. */
final class Releasing {
  private final Board board;
  private final Board.Ready ready;
  private final String finding;

  private Releasing(Board board, Board.Ready ready, String finding) {
    this.board = board;
    this.ready = ready;
    this.finding = finding;
  }

  /** A case with one finding, reviewed by ben and signed by ana, who holds a permit. */
  static Releasing of(Board board) {
    Board.Ready ready = board.ready();
    Caller ana = board.as("ana").under(ready.authority(), "Write down what the messages show");
    Caller ben = board.as("ben").under(ready.authority(), "Review the finding of a colleague");
    String writer =
        ana.post("/api/subjects", person("Who offered the machines")).requireOk().text("id");
    ana.post(
            "/api/subjects/" + writer + "/roles",
            Map.of("role", "OTHER", "held", true, "reasons", "Wrote the message; no more is known."))
        .requireOk();
    JsonNode record = ana.get("/api/records?q=diggers").requireOk().json().get("items").get(0);
    Map<String, Object> claim =
        Map.ofEntries(
            Map.entry("title", "Two machines were offered for a Friday"),
            Map.entry("text", "The account wrote that two diggers would be there on Friday."),
            Map.entry("type", "REPORTED"),
            Map.entry("gradeScheme", "UK-3x5x2"),
            Map.entry("gradeCode", "2/D/P"),
            Map.entry("method", "The chat was read whole, in the original export, by one person."),
            Map.entry(
                "supports",
                List.of(Map.of("record", record.get("id").asString(), "note", "says so"))),
            Map.entry("counterSupports", List.of()),
            Map.entry("noCounterSupport", "None found: the chat was read for a denial."),
            Map.entry("alternatives", List.of("The message is a boast and nothing was there.")),
            Map.entry("measures", List.of()),
            Map.entry("entities", List.of()));
    Answer draft = ana.post("/api/findings", claim).requireOk();
    String id = draft.text("id");
    Answer submitted = ana.post("/api/findings/" + id + "/submit", Map.of()).requireOk();
    ben.post(
            "/api/findings/" + id + "/review",
            Map.of(
                "decision",
                "ACCEPT",
                "reasons",
                "The message says what the claim says.",
                "digest",
                submitted.text("digest")))
        .requireOk();
    ana.post("/api/findings/" + id + "/sign", Map.of()).requireOk();
    return new Releasing(board, ready, id);
  }

  private static Map<String, Object> person(String label) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("label", label);
    person.put("identifiers", List.of("telegram/platform_id/100", "telegram/platform_id/200"));
    person.put("suspicion", null);
    return person;
  }

  Board.Ready ready() {
    return ready;
  }

  /** Has olga register an agreement for a year with one recipient under it; gives its id. */
  String agreement(String reference, String organisation, String name) {
    Caller olga = board.as("olga");
    String agreement =
        olga.post(
                "/api/agreements",
                Map.of(
                    "reference",
                    reference,
                    "organisation",
                    organisation,
                    "acceptsRules",
                    true,
                    "expires",
                    board.now().plus(Duration.ofDays(365)).toString()))
            .requireOk()
            .text("id");
    olga.post(
            "/api/recipients",
            Map.of("agreement", agreement, "name", name, "need", "Decides on joint measures"))
        .requireOk();
    return agreement;
  }

  /** Releases the finding as ana. */
  Answer release(
      String name, String organisation, String reference, List<String> codes, String permission) {
    return board
        .as("ana")
        .post(
            "/api/disclosures",
            Map.of(
                "title",
                "Offer of machines",
                "findings",
                List.of(finding),
                "recipient",
                Map.of(
                    "name",
                    name,
                    "organisation",
                    organisation,
                    "need",
                    "To plan a joint measure on Friday",
                    "agreement",
                    reference),
                "handling",
                codes,
                "permission",
                permission));
  }
}

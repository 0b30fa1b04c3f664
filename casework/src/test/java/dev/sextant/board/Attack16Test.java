package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 16: a minor appears as collateral. */
@Attack(16)
class Attack16Test {
  private static final String CHILD = "telegram/platform_id/200";

  @Test
  void theChildIsMaskedKeptBrieflyAndInNoRanking(Board board) {
    Board.Ready ready = board.ready(board.ask().with("methods", METHODS));
    Caller ana = board.as("ana").under(ready.authority(), "See who is who");
    Answer added = ana.post("/api/subjects", person("User 200", List.of(CHILD))).requireOk();
    Answer masked =
        ana.post(
                "/api/subjects/" + added.text("id") + "/roles",
                Map.of("role", "CHILD", "held", true, "reasons", "Says he is in the sixth form."))
            .requireOk();
    assertThat(masked.text("label")).doesNotContain("User 200").contains("child");
    assertThat(masked.json().get("identifiers").size()).isZero();
    assertThat(Instant.parse(masked.text("keptUntil")))
        .isBefore(board.now().plus(Duration.ofDays(31)));

    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("kinds", List.of("MESSAGE"));
    draft.put("minimumRecords", 1);
    draft.put("directed", false);
    draft.put("from", null);
    draft.put("to", null);
    Answer snapshot = ana.post("/api/snapshots", draft).requireOk();
    int index = -1;
    for (JsonNode node : snapshot.json().get("legend")) {
      if (node.get("roles").asString().contains("child")) {
        index = node.get("index").asInt();
        assertThat(node.get("label").asString()).doesNotContain("User 200");
        assertThat(node.get("accounts").size()).isZero();
      }
    }
    assertThat(index).as("the child is a node, without a name").isNotNegative();
    assertThat(snapshot.body()).doesNotContain("User 200");
    String id = snapshot.json().at("/summary/id").asString();
    Answer measure =
        ana.post("/api/snapshots/" + id + "/measures", Map.of("method", "DEGREE", "seed", 7))
            .requireOk();
    JsonNode rank = measure.json().get("ranks").get(index);
    assertThat(rank.get("rank").asDouble()).isZero();
    assertThat(measure.json().get("values").get(index).asDouble()).isZero();
    board.leafOf(leaf -> leaf.field("inputs.role").equals("CHILD"));

    board.advance(Duration.ofDays(31));
    board.as("olga").post("/api/retention/run", Map.of()).requireOk();
    board.leafOf(
        leaf -> leaf.field("step").equals("ERASE") && leaf.field("outcome").equals("DONE"));
  }

  private static final List<String> METHODS = List.of("READ_EXPORT", "NETWORK_ANALYSIS");

  private static Map<String, Object> person(String label, List<String> identifiers) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("label", label);
    person.put("identifiers", identifiers);
    person.put("suspicion", null);
    return person;
  }
}

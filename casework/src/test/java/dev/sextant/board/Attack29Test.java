package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.flow.TrainingPeople;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An analyst exports in bulk before resigning. */
@Attack(29)
class Attack29Test {
  private static final int FREE = 30;

  @Test
  void theQuotaHoldsAndLeaveTakesAnotherPersonAndADay(Board board) {
    Releasing way = Releasing.of(board);
    way.agreement("MoU 12/2026", "Northern Harbour Police", "Nora Nordin");
    Caller ana = board.as("ana");
    Answer copy =
        way.release("Nora Nordin", "Northern Harbour Police", "MoU 12/2026", List.of("H0"), "")
            .requireOk();
    String report = "/api/disclosures/" + copy.text("id") + "/report";
    board.say("She downloads, and downloads, and downloads.");
    for (int i = 1; i < FREE; i++) {
      ana.get(report).requireOk();
    }
    board.refused(ana.get(report), "SX-DISC-BULK");
    board.refused(
        way.release("Nora Nordin", "Northern Harbour Police", "MoU 12/2026", List.of("H0"), ""),
        "SX-DISC-BULK");

    // Leave: the own password again, another person, and a delay.
    String why = "The prosecutor asked for every report of this year by letter.";
    board.refused(
        ana.post("/api/exports/leave", leave(50, why, "not her password")), "SX-AUTH-STEP-UP");
    String leave =
        ana.post("/api/exports/leave", leave(50, why, TrainingPeople.PASSWORD))
            .requireOk()
            .text("id");
    Map<String, Object> password = Map.of("password", TrainingPeople.PASSWORD);
    String approve = "/api/exports/leave/" + leave + "/approve";
    board.refused(ana.post(approve, password), "SX-AUTH-ROLE");
    Answer approved = board.as("olga").post(approve, password).requireOk();
    assertThat(approved.json().get("usable").asBoolean()).isFalse();
    board.leafOf(leaf -> leaf.field("step").equals("APPROVE_EXPORT_LEAVE"));
    board.refused(ana.get(report), "SX-DISC-BULK");

    board.say("Within the delay somebody thinks better of it.");
    board.as("otto").post("/api/exports/leave/" + leave + "/stop", Map.of()).requireOk();
    board.advance(Duration.ofHours(23));
    ana = board.as("ana").under(way.ready().authority(), "Hand out what the prosecutor asked for");
    board.refused(ana.get(report), "SX-DISC-BULK");
    board.leafOf(leaf -> leaf.field("step").equals("STOP_EXPORT_LEAVE"));
    assertThat(board.leaves(leaf -> leaf.field("code").equals("SX-DISC-BULK"))).hasSize(4);
  }

  private static Map<String, Object> leave(int exports, String reason, String password) {
    return Map.of("exports", exports, "reason", reason, "password", password);
  }
}

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

    board.say("A second leave is asked for too. Within the delay somebody thinks better of it.");
    String second =
        ana.post("/api/exports/leave", leave(50, why, TrainingPeople.PASSWORD))
            .requireOk()
            .text("id");
    board.as("olga").post("/api/exports/leave/" + second + "/approve", password).requireOk();
    for (String one : List.of(leave, second)) {
      board.as("otto").post("/api/exports/leave/" + one + "/stop", Map.of()).requireOk();
    }
    board.leafOf(leaf -> leaf.field("step").equals("STOP_EXPORT_LEAVE"));
    String third =
        ana.post("/api/exports/leave", leave(50, why, TrainingPeople.PASSWORD))
            .requireOk()
            .text("id");

    board.say("Past the delay what was stopped gives no leave, and what nobody approved neither.");
    board.advance(Duration.ofHours(25));
    ana = board.as("ana").under(way.ready().authority(), "Hand out what the prosecutor asked for");
    for (int i = 0; i < FREE; i++) {
      ana.get(report).requireOk();
    }
    board.refused(ana.get(report), "SX-DISC-BULK");

    board.say("The one that is approved and left standing gives leave once its delay is over.");
    board.as("olga").post("/api/exports/leave/" + third + "/approve", password).requireOk();
    board.refused(ana.get(report), "SX-DISC-BULK");
    board.advance(Duration.ofHours(25));
    ana = board.as("ana").under(way.ready().authority(), "Hand out what the prosecutor asked for");
    for (int i = 0; i <= FREE; i++) {
      ana.get(report).requireOk();
    }
  }

  private static Map<String, Object> leave(int exports, String reason, String password) {
    return Map.of("exports", exports, "reason", reason, "password", password);
  }
}

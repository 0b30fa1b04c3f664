package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 17: emergency disclosure is used routinely. */
@Attack(17)
class Attack17Test {
  private static final String DANGER =
      "A driver is held by the account's user; his log-ins would say where he is.";

  private static String ordinary(ProcessWalk walk) {
    return walk.served(walk.ask("", "NAME"), walk.draft("SUBPOENA", "PROSECUTOR"));
  }

  private static String emergency(ProcessWalk walk) {
    return walk.served(
        walk.ask(DANGER, "LOGIN_HISTORY"), walk.draft("EMERGENCY_DISCLOSURE", "AGENCY"));
  }

  @Test
  void aHabitSuspendsTheUnitUntilTheOverseerLiftsIt(Board board) {
    String caseId = board.openCase("ana");
    ProcessWalk walk = new ProcessWalk(board, caseId, board.inForce(caseId, board.ask()));
    for (int i = 0; i < 4; i++) {
      ordinary(walk);
    }
    String first = emergency(walk);
    assertThat(board.as("otto").get("/api/due").requireOk().body())
        .contains("EMERGENCY_REVIEW")
        .contains(first);
    String second = emergency(walk);
    Answer use = board.as("otto").get("/api/helpdesk/emergencies").requireOk();
    assertThat(use.text("stop")).isEqualTo("SX-HELP-EMERGENCY-RATIO");
    board.leafOf(leaf -> leaf.field("step").equals("PROCESS_EMERGENCY_STOP"));
    board.refused(walk.intake(walk.ask(DANGER, "LOGIN_HISTORY")), "SX-HELP-EMERGENCY-STOPPED");
    board.say("Compulsory process stays open; only the overseer lifts the stop.");
    ordinary(walk);
    Map<String, Object> lift = Map.of("words", Map.of("reasons", "The unit was instructed anew."));
    board.refused(board.as("olga").post("/api/helpdesk/emergencies/lift", lift), "SX-AUTH-ROLE");
    for (String id : java.util.List.of(first, second)) {
      walk.deed("otto", id, "uphold-emergency", Map.of("reasons", "A person was in danger."))
          .requireOk();
    }
    board.as("otto").post("/api/helpdesk/emergencies/lift", lift).requireOk();
    walk.intake(walk.ask(DANGER, "LOGIN_HISTORY")).requireOk();
  }

  @Test
  void anEmergencyThatNobodyReviewsStopsTheNext(Board board) {
    String caseId = board.openCase("ana");
    ProcessWalk walk = new ProcessWalk(board, caseId, board.inForce(caseId, board.ask()));
    emergency(walk);
    String next =
        walk.issued(
            walk.ask(DANGER, "LOGIN_HISTORY"), walk.draft("EMERGENCY_DISCLOSURE", "AGENCY"));
    board.advance(Duration.ofHours(49));
    board.refused(walk.serve(next), "SX-HELP-EMERGENCY-STOPPED");
    assertThat(
            board
                .leafOf(leaf ->
                    leaf.field("step").equals("PROCESS_EMERGENCY_STOP")
                        && !leaf.field("outputs.alarm").isEmpty())
                .field("outputs.alarm"))
        .isEqualTo("SX-HELP-EMERGENCY-UNREVIEWED");
  }
}

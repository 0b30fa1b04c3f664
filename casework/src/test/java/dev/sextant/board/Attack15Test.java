package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.authority.Principle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 15: a journalist's, lawyer's or priest's handle is added. */
@Attack(15)
class Attack15Test {
  @Test
  void theOverseerDecidesBeforeAnythingIsPossible(Board board) {
    Map<String, String> handles =
        Map.of(
            "JOURNALIST", "handle@telegram:reporter_harbour",
            "LAWYER", "handle@telegram:rechtsanwalt.meier",
            "CLERGY", "display_name@telegram:Imam Yusuf");
    Caller ana = board.as("ana");
    handles.forEach((flag, handle) -> {
      board.say("A " + flag.toLowerCase(java.util.Locale.ROOT) + " is added, and no flag is set.");
      String id =
          ana.post(
                  "/api/cases/" + board.openCase("ana") + "/authorities",
                  board.ask().selectors("platform_id@telegram:100", handle).level(1).form())
              .requireOk()
              .text("id");
      sign(ana, id);
      Answer refused = board.refused(board.move(ana, id, "submit", ""), "SX-AUTH-FLAG");
      assertThat(refused.text("value")).contains(flag);

      Ask flagged = board.ask().selectors("platform_id@telegram:100", handle).level(1).flags(flag);
      ana.put("/api/authorities/" + id, flagged.form()).requireOk();
      sign(ana, id);
      board.move(ana, id, "submit", "").requireOk();
      Answer approved =
          board.move(board.as("olga"), id, "approve", "Complete, argued, and flagged.");
      assertThat(approved.requireOk().text("state")).isEqualTo("OVERSIGHT_PENDING");
      board.refused(ana.permit(id, "Look at once, before anybody says no"), "SX-AUTH-NOT-LIVING");
      assertThat(board.as("otto").get("/api/authorities/" + id + "/possible").requireOk().body())
          .contains(flag);
      assertThat(
              board
                  .move(board.as("otto"), id, "oversee-refuse", "The privilege outweighs the gain.")
                  .requireOk()
                  .text("state"))
          .isEqualTo("REFUSED");
      board.refused(ana.permit(id, "Look all the same"), "SX-AUTH-NOT-LIVING");
    });

    board.say("Raw SQL does not put it into force either.");
    String waiting =
        board.submitted(
            board.openCase("ana"), board.ask().level(1).with("flags", List.of("CLERGY")));
    board.move(board.as("olga"), waiting, "approve", "Complete, argued, and flagged.").requireOk();
    assertThat(
            board.sql(
                Board.SqlRole.APPLICATION,
                "update sextant.authority_version set state = 'ACTIVE' where authority = '"
                    + waiting
                    + "'"))
        .containsExactly(List.of("SQLSTATE SX001"));
  }

  private static void sign(Caller who, String id) {
    for (Principle principle : Principle.values()) {
      who.post("/api/authorities/" + id + "/principles/" + principle, Map.of()).requireOk();
    }
  }
}

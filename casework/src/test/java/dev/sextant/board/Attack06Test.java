package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 6: an administrator restores an old snapshot. */
@Attack(6)
class Attack06Test {
  @Test
  void theWitnessRejectsTheShorterTreeAndThePlatformIsReadOnly(Board board) {
    Board.Ready ready = board.ready();
    Path snapshot = board.home().path().resolveSibling("snapshot");
    board.stopped(() -> LogForger.copy(board.home().ledger(), snapshot));
    Caller ana = board.as("ana").under(ready.authority(), "Look once more");
    ana.get("/api/records").requireOk();
    board.leafOf(leaf -> leaf.field("step").equals("SEARCH"));
    long grown = board.house().ledger().checkpoint().size();

    board.say("The log's folder is put back as it was before that look.");
    board.stopped(() -> {
      LogForger.delete(board.home().ledger());
      LogForger.copy(snapshot, board.home().ledger());
    });
    assertThat(board.house().ledger().published().size()).isLessThan(grown);
    assertThat(board.house().ledger().publishFault().orElseThrow().line())
        .contains("SX-LEDGER-FORKED", "theirs " + grown);
    assertThat(board.as("ben").get("/api/session").requireOk().text("banner"))
        .contains("SX-LEDGER-FORKED");
    Answer opened = board.as("ana").post("/api/cases", Map.of("name", "Another case"));
    assertThat(opened.code()).isEqualTo("SX-AUTH-READ-ONLY");
    Answer permit =
        board
            .as("ana")
            .post(
                "/api/authorities/" + ready.authority() + "/permit",
                Map.of("purpose", "Look again at it"));
    assertThat(permit.code()).isEqualTo("SX-AUTH-READ-ONLY");

    board.say("Only what stops goes on.");
    board
        .move(board.as("olga"), ready.authority(), "suspend", "The log was rolled back.")
        .requireOk();

    board.stop();
    Board.Said said =
        board.verify("oversight", LogForger.kit(board, "kit").toString(), "--seed", "1");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("rolled-back at earlier checkpoint of size " + grown);
    board.start();
  }
}

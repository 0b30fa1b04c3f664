package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The harness itself: it must be able to fail. */
@Tag("board")
class BoardTest {
  @Test
  void showsWhatHappenedAndProvesIt() {
    try (Board board = Board.open("harness")) {
      Board.Ready ready = board.ready();
      Caller ana = board.as("ana");
      assertThat(ana.get("/api/records?q=diggers").requireOk().json().get("total").asInt())
          .isEqualTo(1);
      Leaf search =
          board.leafOf(
              leaf -> leaf.field("step").equals("SEARCH") && leaf.field("kind").equals("intent"));
      assertThat(search.field("authority")).isEqualTo(ready.authority());
      board.advance(Duration.ofHours(9));
      board.refused(ana.get("/api/records?q=diggers"), "SX-AUTH-PERMIT-DEAD").noResultsNoCounts();
      assertThat(board.sql(Board.SqlRole.APPLICATION, "select * from sextant.exhibit")).isEmpty();
      assertThat(board.sql(Board.SqlRole.ADMINISTRATOR, "select * from sextant.exhibit"))
          .hasSize(1);
      assertThat(board.scene().proved()).isTrue();
    }
  }

  @Test
  void failsWhereNothingWasRefusedOrLogged() {
    try (Board board = Board.open("harness")) {
      Answer fine = board.as("ana").get("/api/cases");
      assertThatThrownBy(() -> board.refused(fine, "SX-AUTH-PERMIT-DEAD"))
          .isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> board.leafOf("SX-AUTH-PERMIT-DEAD"))
          .isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> new Answer(200, "{\"total\":3}").noResultsNoCounts())
          .isInstanceOf(AssertionError.class);
      assertThatThrownBy(() ->
              new Answer(403, Answer.JSON.writeValueAsString(Map.of("count", 3)))
                  .noResultsNoCounts())
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void commandsWorkOnTheStoppedHome() {
    try (Board board = Board.open("harness")) {
      board.openCase("ana");
      board.stopped(() -> {
        String[] options = board.homeOptions().toArray(String[]::new);
        Board.Said said = board.cli("ledger", "check", options[0], options[1]);
        assertThat(said.err()).isEmpty();
      });
      assertThat(board.as("ana").get("/api/cases").requireOk().json().size()).isEqualTo(1);
    }
  }
}

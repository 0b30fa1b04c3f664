package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 7: the agency and the board are shown two different logs. */
@Attack(7)
class Attack07Test {
  @Test
  void theKeptCheckpointsContradictTheOtherView(Board board) {
    board.ready();
    Leaf seal =
        board.leafOf(
            leaf -> leaf.field("step").equals("SEAL") && leaf.field("kind").equals("intent"));
    int hidden = (int) seal.index();
    board.stop();
    Path agency = LogForger.kit(board, "kit-agency");
    assertThat(board.verify("oversight", agency.toString(), "--seed", "1").exit()).isZero();

    board.say(
        "The board is handed another log: in entry " + hidden + " a sealing has become a look.");
    Path shown = board.home().path().resolveSibling("kit-board");
    LogForger.copy(agency, shown);
    List<byte[]> entries = LogForger.entries(agency.resolve("log"));
    entries.set(hidden, LogForger.reworded(entries.get(hidden), "SEAL", "VIEW"));
    LogForger.delete(shown.resolve("log"));
    LogForger.delete(shown.resolve("checkpoints"));
    LogForger.write(board.home(), shown.resolve("log"), entries);

    board.say("Without anything of its own the board sees that no witness signed this view.");
    Board.Said alone = board.verify("oversight", shown.toString(), "--seed", "1");
    assertThat(alone.exit()).isEqualTo(1);
    assertThat(alone.out()).contains("too few witnesses cosigned");

    board.say("With its witness's archive it sees which history was signed before.");
    Board.Said held =
        board.verify(
            "oversight",
            shown.toString(),
            "--seed",
            "1",
            "--checkpoints",
            board.home().witness().resolve("state/archive").toString());
    assertThat(held.exit()).isEqualTo(1);
    assertThat(held.out()).contains("forked at earlier checkpoint of size");
    board.start();
  }
}

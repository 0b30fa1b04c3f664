package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 5: an administrator edits the log. */
@Attack(5)
class Attack05Test {
  @Test
  void anEditedEntryIsNamedByTheOutsideChecker(Board board) {
    board.ready();
    int view = sealing(board);
    board.stop();
    Path kit = LogForger.kit(board, "kit-before");
    assertThat(board.verify("oversight", kit.toString(), "--seed", "1").exit()).isZero();

    board.say("One word of entry " + view + " is changed on disk.");
    Path bundle = bundleOf(board.home().ledger(), view);
    edit(bundle, view % 256);
    Path edited = LogForger.kit(board, "kit-after");
    Board.Said said = board.verify("oversight", edited.toString(), "--seed", "1");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("altered at entry " + view);
    board.start();
  }

  @Test
  void aLogMadeAnewIsRefusedByTheWitness(Board board) {
    board.ready();
    int view = sealing(board);
    board.stopped(() ->
        LogForger.rewrite(
            board.home(),
            (index, entry) -> index == view ? LogForger.reworded(entry, "SEAL", "VIEW") : entry));

    board.say(
        "Every hash fits again and the log's own key has signed: the witness refuses all the same.");
    Answer session = board.as("otto").get("/api/session").requireOk();
    assertThat(session.text("banner")).contains("SX-LEDGER-FORKED");
    Answer refused = board.as("ana").post("/api/cases", Map.of("name", "Another case"));
    assertThat(refused.code()).isEqualTo("SX-AUTH-READ-ONLY");
    assertThat(refused.text("value")).contains("another history");
    assertThat(board.house().ledger().publishFault()).isPresent();

    board.stop();
    Path kit = LogForger.kit(board, "kit-forged");
    Board.Said said = board.verify("oversight", kit.toString(), "--seed", "1");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("forked at earlier checkpoint")
        .contains("signature at checkpoint");
    board.start();
  }

  private static int sealing(Board board) {
    Leaf seal =
        board.leafOf(
            leaf -> leaf.field("step").equals("SEAL") && leaf.field("kind").equals("intent"));
    return (int) seal.index();
  }

  private static Path bundleOf(Path log, int index) {
    int size = LogForger.entries(log).size();
    int number = index / 256;
    int width = Math.min(256, size - number * 256);
    String name = String.format("%03d", number);
    return log.resolve("tile/entries").resolve(width == 256 ? name : name + ".p/" + width);
  }

  /* One letter of the entry's step. */
  private static void edit(Path bundle, int nth) {
    try {
      byte[] bytes = Files.readAllBytes(bundle);
      int at = 0;
      for (int i = 0; i < nth; i++) {
        at += 2 + ((bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF));
      }
      int length = (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
      String entry = new String(bytes, at + 2, length, StandardCharsets.UTF_8);
      bytes[at + 2 + entry.indexOf("SEAL")] = 'V';
      Files.write(bundle, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.board.Board.SqlRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** 20: an exculpatory post is destroyed before disclosure. */
@Attack(20)
class Attack20Test {
  @Test
  void theHoldStandsAndEveryAttemptShowsInTheDefencesPack(Board board) {
    Releasing way = Releasing.of(board);
    way.agreement("MoU 20/2026", "The defence", "Dora Defender");
    Board.Ready ready = way.ready();
    String base = "/api/cases/" + ready.caseId();
    Map<String, Object> exhibit = Map.of("thing", "EXHIBIT", "id", ready.exhibit());
    String hold =
        board
            .as("ana")
            .post(
                base + "/holds",
                Map.of(
                    "kind", "EXCULPATORY",
                    "thing", "EXHIBIT",
                    "id", ready.exhibit(),
                    "reasons", "User 300 refuses in writing: it speaks for him."))
            .requireOk()
            .text("id");
    Map<String, Object> order =
        Map.of(
            "thing", exhibit.get("thing"),
            "id", exhibit.get("id"),
            "reasons", "The export is of no further use to the case.");
    board.refused(board.as("olga").post(base + "/destructions", order), "SX-AUTH-HELD");
    board.refused(
        board
            .as("olga")
            .post(
                base + "/destructions",
                Map.of(
                    "thing", "AUTHORITY",
                    "id", ready.authority(),
                    "reasons", "Then let all of it be destroyed.")),
        "SX-AUTH-HELD");
    assertThat(board.sql(SqlRole.APPLICATION, "delete from sextant.exhibit").getFirst().getFirst())
        .startsWith("SQLSTATE 42501");

    // One person does not lift it, and without the overseer nobody does.
    board
        .as("olga")
        .post("/api/holds/" + hold + "/ask-lift", Map.of("reasons", "It was copied already."))
        .requireOk();
    board.refused(
        board.as("olga").post("/api/holds/" + hold + "/lift", Map.of()), "SX-AUTH-DISTINCT");
    board.as("ana").under(ready.authority(), "See that it is there");
    board.as("ana").get("/api/exhibits/" + ready.exhibit()).requireOk();

    Answer attempts = board.as("otto").get(base + "/holds/attempts").requireOk();
    assertThat(attempts.json().size()).isEqualTo(2);
    assertThat(attempts.body()).contains("Olga Okafor").contains("SX-AUTH-HELD");

    board.say("What the defence is given cites the held export and says who tried to destroy it.");
    Answer copy =
        way.release("Dora Defender", "The defence", "MoU 20/2026", List.of("H0"), "").requireOk();
    byte[] bundle = board.as("ana").download("/api/disclosures/" + copy.text("id") + "/bundle");
    assertThat(inside(bundle)).contains("SX-AUTH-HELD").contains("Olga Okafor");
  }

  /** The text of everything in the bundle that is JSON. */
  private static String inside(byte[] bundle) {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".json")) {
          text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}

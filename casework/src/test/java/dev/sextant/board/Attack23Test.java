package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.TelegramSample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 23: one tip reposted to look corroborated. */
@Attack(23)
class Attack23Test {
  private static final String TIP = "The diggers are hidden in the old brickyard behind the canal";
  private static final Instant DAY = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void fortyRepostsOfATipAreOneOriginAndTheGradeStays(Board board) {
    Caller ana = openCase(board);
    ana.seal("tip.json", "TIP", tip(), true);
    ana.seal("return.json", "USER_EXPORT", reposts(), true);
    List<String> records = records(ana, "brickyard");
    assertThat(records).hasSize(41);

    board.refused(submit(ana, "UK-3x5x2", "1/B/P", records), "SX-FIND-CORROBORATION");
    board.refused(submit(ana, "ADMIRALTY", "A1", records), "SX-FIND-CORROBORATION");
    board.refused(submit(ana, "ADMIRALTY", "B2", records), "SX-FIND-TIP");
    board.refused(submit(ana, "UK-3x5x2", "1/A/P", records), "SX-FIND-TIP");
    Answer stays = submit(ana, "ADMIRALTY", "D6", records).requireOk();
    Answer origins = ana.get("/api/findings/" + stays.text("id") + "/origins").requireOk();
    assertThat(origins.text("records")).isEqualTo("41");
    assertThat(origins.text("independent")).isEqualTo("1");
    board.leafOf(leaf -> leaf.field("outputs.origins").equals("1"));
  }

  @Test
  void aSecondOriginInItsOwnWordsDoesCorroborate(Board board) {
    Caller ana = openCase(board);
    ana.seal("return.json", "USER_EXPORT", reposts(), true);
    TelegramSample own = new TelegramSample();
    own.chat(
        900, new TelegramSample.Said(900, DAY, "Saw two machines by the brickyard wall tonight"));
    ana.seal("other.json", "USER_EXPORT", own.bytes(), true);
    Answer well = submit(ana, "UK-3x5x2", "2/B/P", records(ana, "brickyard")).requireOk();
    Answer origins = ana.get("/api/findings/" + well.text("id") + "/origins").requireOk();
    assertThat(origins.text("independent")).isEqualTo("2");
    board.leafOf(leaf -> leaf.field("outputs.origins").equals("2"));
  }

  @Test
  void oneCaptureOrOneAccountCountsOnce(Board board) {
    Caller ana = openCase(board);
    TelegramSample two = new TelegramSample();
    two.chat(300, new TelegramSample.Said(300, DAY, "They keep two machines under the tarpaulin"));
    two.chat(301, new TelegramSample.Said(301, DAY, "A lorry came to the tarpaulin place at dawn"));
    ana.seal("upload.json", "UPLOAD", two.bytes(), true);
    board.refused(
        submit(ana, "UK-3x5x2", "2/B/P", records(ana, "tarpaulin")), "SX-FIND-CORROBORATION");
  }

  private static Caller openCase(Board board) {
    String authority = board.inForce(board.openCase("ana"), board.ask());
    return board.as("ana").under(authority, "Check what the tip says");
  }

  private static byte[] tip() {
    return new TelegramSample().chat(500, new TelegramSample.Said(500, DAY, TIP)).bytes();
  }

  private static byte[] reposts() {
    TelegramSample all = new TelegramSample();
    IntStream.range(0, 40)
        .forEach(i ->
            all.chat(
                600 + i,
                new TelegramSample.Said(
                    600 + i, DAY.plusSeconds(60L * i), (i % 2 == 0 ? "RT " : "heard: ") + TIP)));
    return new String(all.bytes(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> records(Caller ana, String word) {
    List<String> ids = new ArrayList<>();
    for (JsonNode one :
        ana.get("/api/records?limit=100&kind=MESSAGE&q=" + word).requireOk().json().get("items")) {
      ids.add(one.get("id").asString());
    }
    return ids;
  }

  private static Answer submit(Caller ana, String scheme, String code, List<String> records) {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("title", "Machines are kept in the brickyard");
    claim.put("text", "Several messages say that the machines are hidden in the brickyard.");
    claim.put("type", "REPORTED");
    claim.put("gradeScheme", scheme);
    claim.put("gradeCode", code);
    claim.put("method", "All messages with the word were read in their context.");
    claim.put("supports", records.stream().map(r -> Map.of("record", r, "note", "")).toList());
    claim.put("counterSupports", List.of());
    claim.put("noCounterSupport", "None found in the window.");
    claim.put("alternatives", List.of("The messages repeat one rumour."));
    claim.put("snapshot", null);
    claim.put("measures", List.of());
    claim.put("entities", List.of());
    String id = ana.post("/api/findings", claim).requireOk().text("id");
    return ana.post("/api/findings/" + id + "/submit", Map.of());
  }
}

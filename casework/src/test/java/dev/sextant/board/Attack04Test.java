package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.TelegramSample;
import dev.sextant.records.TelegramSample.Said;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 4: a return includes another user's account. */
@Attack(4)
class Attack04Test {
  private static final Instant DAY = Instant.parse("2026-03-02T10:00:00Z");

  /* A group of two strangers beside the account that was asked for. Account 300 is the authority's,
   * and the warrant's is account 100 alone. */
  private static byte[] bytes() {
    byte[] plain =
        new TelegramSample()
            .chat(200, new Said(100, DAY, "Two diggers on Friday"))
            .chat(
                300,
                new Said(300, DAY, "a stranger's secret"),
                new Said(301, DAY.plusSeconds(9), "and its answer"))
            .bytes();
    return new String(plain, StandardCharsets.UTF_8)
        .replace(
            "\"name\": \"User 300\", \"type\": \"personal_chat\"",
            "\"name\": \"Strangers\", \"type\": \"private_group\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anotherAccountIsSealedAndTheProviderIsTold(Board board) {
    String caseId = board.openCase("ana");
    String authority =
        board.inForce(
            caseId, board.ask().selectors("platform_id@telegram:100", "platform_id@telegram:300"));
    ProcessWalk walk = new ProcessWalk(board, caseId, authority);
    String id =
        walk.served(walk.ask("", "NAME", "MESSAGES"), walk.draft("SEARCH_WARRANT", "JUDGE"));
    walk.received(id, bytes());

    Caller ana = board.as("ana");
    assertThat(ana.get("/api/records?q=diggers").requireOk().json().get("total").asLong())
        .isEqualTo(1);
    Answer secret = ana.get("/api/records?q=secret").requireOk();
    assertThat(secret.json().get("total").asLong()).isZero();
    assertThat(secret.body()).doesNotContain("stranger's secret");
    assertThat(walk.request("ana", id).text("state")).isEqualTo("SEALED_OVERPRODUCTION");

    board.say("The filter officer decides only once the provider was told of its mistake.");
    Map<String, String> give =
        Map.of("disposal", "GIVE_BACK", "reasons", "Another user's account.");
    board.refused(walk.deed("fay", id, "dispose", give), "SX-HELP-PROVIDER-UNTOLD");
    walk.deed("lena", id, "tell-provider", Map.of("how", "Message in the provider's portal"))
        .requireOk();
    board.leafOf(leaf -> leaf.field("step").equals("PROCESS_TELL_PROVIDER"));
    walk.deed("fay", id, "dispose", give).requireOk();
    board.leafOf(leaf ->
        leaf.field("step").equals("PROCESS_DISPOSE")
            && leaf.field("outputs.disposal").equals("GIVE_BACK"));
  }
}

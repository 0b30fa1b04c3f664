package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.TelegramSample;
import dev.sextant.records.TelegramSample.Said;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 3: a return holds data outside the warrant's dates. */
@Attack(3)
class Attack03Test {
  private static final Instant INSIDE = Instant.parse("2026-03-02T10:00:00Z");
  /* Inside the authority's window, and before the warrant's. */
  private static final Instant OUTSIDE = Instant.parse("2025-06-02T10:00:00Z");

  private static byte[] bytes() {
    return new TelegramSample()
        .chat(
            200,
            new Said(100, OUTSIDE, "an older confidence"),
            new Said(100, INSIDE, "Two diggers on Friday"),
            new Said(200, INSIDE.plusSeconds(60), "Same yard as ever"))
        .bytes();
  }

  @Test
  void whatLiesOutsideTheWarrantsDatesIsSealedBeforeAnybodySeesIt(Board board) {
    String caseId = board.openCase("ana");
    String authority = board.inForce(caseId, board.ask());
    ProcessWalk walk = new ProcessWalk(board, caseId, authority);
    String id =
        walk.served(walk.ask("", "NAME", "MESSAGES"), walk.draft("SEARCH_WARRANT", "JUDGE"));
    walk.received(id, bytes());

    Caller ana = board.as("ana");
    Answer inside = ana.get("/api/records?q=diggers").requireOk();
    assertThat(inside.json().get("total").asLong()).isEqualTo(1);
    Answer outside = ana.get("/api/records?q=confidence").requireOk();
    assertThat(outside.json().get("total").asLong()).isZero();
    assertThat(outside.body()).doesNotContain("older confidence");

    Answer request = walk.request("ana", id);
    assertThat(request.text("state")).isEqualTo("SEALED_OVERPRODUCTION");
    assertThat(request.text("returns/0/sealed")).isEqualTo("1");
    board.say("The team sees a number; the overseer finds it among what is due.");
    Answer due = board.as("otto").get("/api/due").requireOk();
    assertThat(due.body()).contains("FILTER_DECISION").contains(id);
    board.leafOf(leaf ->
        leaf.field("step").equals("PROCESS_SCOPE_CHECK")
            && leaf.field("outputs.sealed").equals("1"));

    board.say("Nobody on the team decides on what was sealed.");
    board.refused(
        walk.deed(
            "ana", id, "dispose", Map.of("disposal", "NEW_PROCESS", "reasons", "We could use it.")),
        "SX-AUTH-ROLE");
    walk.deed(
            "fay",
            id,
            "dispose",
            Map.of("disposal", "DESTROY", "reasons", "Before the warrant's dates."))
        .requireOk();
    assertThat(walk.request("lena", id).text("state")).isEqualTo("RELEASED");
  }

  @Test
  void aReturnThatNamesNoRequestIsNotEvenTakenIn(Board board) {
    String caseId = board.openCase("ana");
    String authority = board.inForce(caseId, board.ask());
    Caller ana = board.as("ana").under(authority, "Look at what came in the post");
    Answer sealing = ana.offer("return.json", "PROVIDER_RETURN", bytes());
    board.refused(sealing, "SX-AUTH-REQUEST");
    assertThat(ana.get("/api/records?q=diggers").requireOk().json().get("total").asLong()).isZero();
  }
}

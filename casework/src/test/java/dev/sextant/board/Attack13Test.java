package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 13: one profile is looked at every day, by analysts who take turns. */
@Attack(13)
class Attack13Test {
  private static final String CARD = "/api/account?key=telegram/platform_id/100";

  @Test
  void theFourthLookIsBlockedWhoeverTakesIt(Board board) {
    Board.Ready ready = board.ready(board.ask().level(2));
    String other = board.inForce(board.openCase("ana"), board.ask().level(1));
    Caller ana = board.as("ana");
    Caller ben = board.as("ben");

    ana.get(CARD).requireOk();
    ana.get(CARD).requireOk();
    board.say("Looking twice within one working session is one look.");
    board.advance(Duration.ofDays(1));
    ben.under(ready.authority(), "Check the buyer's account once more");
    ben.get("/api/records?account=telegram/platform_id/100").requireOk();
    board.advance(Duration.ofDays(1));
    ana.under(other, "Another case, the same person");
    ana.get("/api/records?q=100").requireOk();

    board.advance(Duration.ofDays(1));
    ben.under(ready.authority(), "Check the buyer's account once more");
    Answer fourth = board.refused(ben.get(CARD), "SX-AUTH-REPETITION").noResultsNoCounts();
    assertThat(fourth.text("cure")).contains("level 3");
    ben.under(other, "Under another authority perhaps");
    board.refused(ben.get("/api/records?account=telegram/platform_id/100"), "SX-AUTH-REPETITION");
    Leaf refusal = board.leafOf("SX-AUTH-REPETITION");
    assertThat(refusal.text()).doesNotContain("platform_id");
    board.leafOf(leaf ->
        leaf.field("step").equals("ALERT") && leaf.field("inputs.kind").equals("REPETITION"));
    assertThat(board.as("otto").get("/api/alerts").requireOk().body()).contains("REPETITION");

    board.say("Level 3, with the overseer's word beforehand, is the lawful way.");
    String deep = board.inForce(ready.caseId(), board.ask().level(3));
    board.as("ben").under(deep, "Watch the buyer's account, as was granted");
    assertThat(ben.get("/api/records?account=telegram/platform_id/100").status()).isEqualTo(200);

    board.say("Four weeks on the window has moved.");
    board.advance(Duration.ofDays(27));
    String late = board.inForce(board.openCase("ana"), board.ask().level(1));
    ana.under(late, "A first look in this case");
    ana.get("/api/records?account=telegram/platform_id/100").requireOk();
  }
}

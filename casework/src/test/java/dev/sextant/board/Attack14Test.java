package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 14: friends of friends are drawn in. */
@Attack(14)
class Attack14Test {
  @Test
  void nobodyBeyondTheHopLimitEntersWithoutABasisOfTheirOwn(Board board) {
    String caseId = board.openCase("ana");
    Caller ana = board.as("ana");
    board.refused(
        ana.post("/api/cases/" + caseId + "/authorities", board.ask().with("hopLimit", 2).form()),
        "SX-AUTH-HOPS");

    board.say("With no hop only the named enter; those who wrote to them stay out.");
    Board.Ready none = board.ready(board.ask().with("hopLimit", 0));
    assertThat(ana.get("/api/accounts").requireOk().body())
        .contains("telegram/platform_id/100")
        .doesNotContain("telegram/platform_id/200");
    assertThat(nodes(ana)).as("nobody else to be tied to").isZero();
    board.refused(
        ana.post(
            "/api/judgements",
            Map.of(
                "a", "telegram/platform_id/100",
                "b", "telegram/platform_id/200",
                "verdict", "SAME",
                "reason", "They buy from the same yard.")),
        "SX-IDENTITY-HOP");

    board.say("With one hop those who share a record with the named enter, and nobody further.");
    String one = board.inForce(none.caseId(), board.ask().with("hopLimit", 1));
    ana.under(one, "See who ordered from the yard");
    ana.finished(ana.post("/api/exhibits/" + none.exhibit() + "/read", Map.of()).requireOk());
    assertThat(ana.get("/api/accounts").requireOk().body())
        .contains("telegram/platform_id/200")
        .contains("telegram/platform_id/300");
    assertThat(nodes(ana)).isGreaterThan(1);

    board.say("Naming the friend is another application, not a step of this one.");
    assertThat(
            ana.put(
                    "/api/authorities/" + one,
                    board
                        .ask()
                        .selectors("platform_id@telegram:100", "platform_id@telegram:300")
                        .form())
                .code())
        .isEqualTo("SX-AUTH-PATH");
    board.leafOf("SX-AUTH-PATH");
  }

  private static int nodes(Caller who) {
    return who.post(
            "/api/snapshots",
            Map.of(
                "kinds",
                List.of("MESSAGE", "REPLY", "MENTION", "CO_MEMBERSHIP"),
                "minimumRecords",
                1,
                "directed",
                false,
                "from",
                "",
                "to",
                ""))
        .requireOk()
        .json()
        .at("/legend")
        .size();
  }
}

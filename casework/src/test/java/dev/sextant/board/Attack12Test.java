package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** 12: an analyst looks up a former partner. */
@Attack(12)
class Attack12Test {
  @Test
  void theSearchIsBlockedAndTheIntegrityUnitLearnsOfItAndNobodyElse(Board board) {
    Board.Ready ready = board.ready();
    Caller ana = board.as("ana");
    ana.post("/api/conflicts", Map.of("relation", "PARTNER", "value", "@marco_former")).requireOk();
    assertThat(ana.get("/api/conflicts/mine").requireOk().body()).doesNotContain("marco");

    ana.under(ready.authority(), "Look at the orders once more");
    board
        .refused(ana.get("/api/records?q=marco_former"), "SX-AUTH-CONFLICT")
        .noResultsNoCounts("marco");
    board.refused(ana.get("/api/records?q=marco_fo*"), "SX-AUTH-CONFLICT");
    board.refused(ana.get("/api/records?q=yard%20OR%20Marco_Former"), "SX-AUTH-CONFLICT");
    // What names somebody else goes on.
    ana.get("/api/records?q=diggers").requireOk();

    Answer told = board.as("ina").get("/api/conflicts/hits").requireOk();
    assertThat(told.body()).contains("Ana Alvarez").contains("PARTNER").doesNotContain("marco");
    board.refused(board.as("olga").get("/api/conflicts/hits"), "SX-AUTH-ROLE");
    assertThat(board.as("olga").get("/api/cases/" + ready.caseId() + "/acts?from=0").body())
        .doesNotContain("SX-AUTH-CONFLICT");
    // Nor by counting through the log's leaves.
    long leaf = board.leafOf("SX-AUTH-CONFLICT").index();
    board.refused(board.as("olga").get("/api/acts/" + leaf + "/proof"), "SX-AUTH-ACTS");
    board.as("ina").get("/api/conflicts/hits").requireOk();
  }
}

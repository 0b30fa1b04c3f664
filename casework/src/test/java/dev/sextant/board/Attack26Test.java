package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 26: a triage score is cited as suspicion. */
@Attack(26)
class Attack26Test {
  @Test
  void aScoreIsNoBasisUnderAnyName(Board board) {
    Board.Ready ready = board.ready();
    Caller ana = board.as("ana").under(ready.authority(), "Write down who ordered");
    board.refused(
        propose(ana, fact("MACHINE", "SCORE", "The triage model gave this account 0.97.")),
        "SX-SUBJ-MACHINE-ONLY");
    board.refused(
        propose(ana, fact("FACT", "SCORE", "The triage model gave this account 0.97.")),
        "SX-SUBJ-TYPE");
    board.refused(
        propose(ana, fact("FACT", "STATEMENT", "The triage ranked this account as the first.")),
        "SX-SUBJ-NETWORK-ONLY");
    board.refused(
        propose(ana, fact("ASSESSMENT", "NETWORK", "This account follows the receiver.")),
        "SX-SUBJ-NETWORK-ONLY");
    Answer table =
        ana.post(
                "/api/subjects/import",
                Map.of(
                    "csv",
                    """
                    person,label,identifiers,offence,relevance,type,basis,text,source
                    p1,User 200,telegram/platform_id/200,stolen-vehicles,Orders go through this person.,MACHINE,SCORE,The triage model gave this account 0.97.,triage/3
                    """))
            .requireOk();
    assertThat(table.body()).contains("SX-SUBJ-MACHINE-ONLY");
    assertThat(ana.get("/api/subjects").requireOk().json().size()).isZero();
    assertThat(ana.get("/api/subjects/quarantine").requireOk().json().size()).isZero();
  }

  private static Map<String, Object> fact(String type, String basis, String text) {
    return Map.of("type", type, "basis", basis, "text", text, "source", "triage/3, 4 May");
  }

  private static Answer propose(Caller ana, Map<String, Object> fact) {
    return ana.post(
        "/api/subjects",
        Map.of(
            "label", "User 200",
            "identifiers", List.of("telegram/platform_id/200"),
            "suspicion",
                Map.of(
                    "offence", "stolen-goods",
                    "relevance", "The orders of this case go through this person.",
                    "facts", List.of(fact))));
  }
}

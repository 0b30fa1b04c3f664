package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.authority.Model;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Purpose;
import dev.sextant.authority.Step;
import dev.sextant.identity.Identity;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 27: an update silently changes a ranking. */
@Attack(27)
class Attack27Test {
  private static final String EVALUATION =
      "Run on the training case: both planted aliases proposed, nothing else; generic values left out.";

  @Test
  void anUpdateIsDisabledUntilEvaluatedAndApprovedByTwo(Board board) {
    Board.Ready ready = board.ready();
    Caller ana = board.as("ana");
    yesterdaysProgram(board, ready);

    board.say("Today's program is started: the same method with another parameter.");
    board.refused(ana.get("/api/suggestions"), "SX-AUTH-MODEL-CHANGED").noResultsNoCounts();
    assertThat(standing(board, "identity-selectors").get("state").asString()).isEqualTo("CHANGED");

    board.refused(
        board
            .as("ben")
            .post("/api/models/identity-selectors/proposals", Map.of("evaluation", "ok")),
        "SX-AUTH-MODEL-TEXT");
    String proposal =
        ana.post("/api/models/identity-selectors/proposals", Map.of("evaluation", EVALUATION))
            .requireOk()
            .text("id");
    board.refused(approve(ana, proposal), "SX-AUTH-MODEL-APART");
    board.refused(approve(board.as("ben"), proposal), "SX-AUTH-MODEL-ROLE");
    approve(board.as("olga"), proposal).requireOk();
    board.refused(approve(board.as("olga"), proposal), "SX-AUTH-MODEL-APART");
    board.refused(ana.get("/api/suggestions"), "SX-AUTH-MODEL-CHANGED");
    approve(board.as("ina"), proposal).requireOk();

    ana.get("/api/suggestions").requireOk();
    Leaf suggest = board.leafOf(leaf -> leaf.field("step").equals("SUGGEST"));
    assertThat(
            board.leafOf(l -> l.field("step").equals("APPROVE_MODEL")).field("outputs.modelDigest"))
        .isEqualTo(Identity.model().fingerprint().hex());
    assertThat(suggest.field("kind")).isEqualTo("outcome");
  }

  @Test
  void anApprovalWrittenIntoTheDatabaseCountsForNothing(Board board) {
    Board.Ready ready = board.ready();
    yesterdaysProgram(board, ready);
    board.sql(
        Board.SqlRole.ADMINISTRATOR,
        "insert into sextant.model_proposal select gen_random_uuid(), model, '"
            + Identity.model().fingerprint().hex()
            + "', evaluation, proposed_by, expires, proposed_at, seal from sextant.model_proposal");
    board.sql(
        Board.SqlRole.ADMINISTRATOR,
        "update sextant.model_proposal set fingerprint = '"
            + Identity.model().fingerprint().hex()
            + "'");
    board.refused(board.as("ana").get("/api/suggestions"), "SX-AUTH-MODEL-CHANGED");
  }

  @Test
  void anExpiredCardDisables(Board board) {
    board.ready();
    Caller ana = board.as("ana");
    ana.get("/api/suggestions").requireOk();
    board.advance(Duration.ofDays(600));
    String authority =
        board.inForce(
            board.openCase("ana"),
            board.ask().content("2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z"));
    ana.under(authority, "Look for further accounts of the buyer");
    board.refused(ana.get("/api/suggestions"), "SX-AUTH-MODEL-EXPIRED").noResultsNoCounts();
  }

  /** What the house was used with until now: adopted at its first use. */
  private static void yesterdaysProgram(Board board, Board.Ready ready) {
    board.say("Until yesterday the house worked with an earlier version of the method.");
    Model now = Identity.model();
    Model before =
        new Model(
            now.id(), now.version(), new TreeMap<>(Map.of("genericAbove", "3")), now.reference());
    Permit permit =
        board
            .house()
            .authority()
            .authorities()
            .permit(
                ActorId.parse(board.as("ana").id()),
                AuthorityId.parse(ready.authority()),
                new Purpose("Look for further accounts of the buyer"));
    permit.begin(Step.SUGGEST, before.named(Particulars.none())).done();
    board.leafOf(leaf -> leaf.field("step").equals("ADOPT_MODEL"));
  }

  private static Answer approve(Caller who, String proposal) {
    return who.post(
        "/api/models/proposals/" + proposal + "/approvals",
        Map.of("reasons", "The evaluation was read and repeated."));
  }

  private static JsonNode standing(Board board, String model) {
    for (JsonNode one : board.as("otto").get("/api/models").json()) {
      if (one.get("id").asString().equals(model)) {
        return one;
      }
    }
    throw new AssertionError("no model " + model);
  }
}

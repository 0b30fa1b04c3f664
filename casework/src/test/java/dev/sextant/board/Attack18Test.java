package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 18: leave was given by word of mouth and never written up. */
@Attack(18)
class Attack18Test {
  private static final String DANGER =
      "A hostage was announced for tonight in the group; no court can be reached before morning.";
  private static final String WORDS =
      "Read Anna's export tonight, nothing else, and write it up tomorrow.";

  private static Answer oral(Board board, String caseId, Duration longest) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("applicant", board.as("ana").id());
    body.put("danger", DANGER);
    body.put("words", WORDS);
    body.put("form", board.ask().operation(board.now(), board.now().plus(longest)).form());
    return board.as("olga").post("/api/cases/" + caseId + "/urgent", body);
  }

  @Test
  void whatIsNotWrittenUpLapsesAndIsFrozen(Board board) {
    String caseId = board.openCase("ana");
    board.refused(oral(board, caseId, Duration.ofHours(73)), "SX-AUTH-URGENT-WINDOW");
    Answer granted = oral(board, caseId, Duration.ofHours(72)).requireOk();
    assertThat(granted.text("state")).isEqualTo("ACTIVE_URGENT");
    String urgent = granted.text("id");
    Caller ana = board.as("ana").under(urgent, "Find the hostage before tonight");
    ana.seal("tonight.bin", "USER_EXPORT", new byte[] {1, 2, 3}, false);
    assertThat(ana.get("/api/exhibits").requireOk().body()).contains("tonight.bin");

    String proper = board.inForce(caseId, board.ask());
    Caller ben = board.as("ben").under(proper, "Work on the same case in writing");
    assertThat(ben.get("/api/exhibits").requireOk().body()).contains("tonight.bin");

    String before = permit(board, ben, proper);
    assertThat(exhibits(board, before)).as("while it was in force").isNotEqualTo("0");

    board.say("A day goes by and nobody writes it up; no job runs, only the clock.");
    board.advance(Duration.ofHours(24));
    board.refused(ana.get("/api/exhibits"), "SX-AUTH-PERMIT-DEAD");
    ben.under(proper, "Work on the same case in writing");
    assertThat(ben.get("/api/exhibits").requireOk().body())
        .as("frozen for every authority of the case")
        .doesNotContain("tonight.bin");
    board.refused(ana.permit(urgent, "Only one more look"), "SX-AUTH-NOT-LIVING");
    assertThat(ana.get("/api/authorities/" + urgent).requireOk().text("state")).isEqualTo("LAPSED");
    board.leafOf(
        leaf -> leaf.field("step").equals("EXPIRE") && leaf.field("outputs.to").equals("LAPSED"));
    board.refused(
        ana.post("/api/authorities/" + urgent + "/write-up", Ask.principles("written too late")),
        "SX-AUTH-PATH");

    board.say("Raw SQL shows nothing of it, and does not bring it back.");
    String permit = permit(board, ben, proper);
    assertThat(exhibits(board, permit)).isEqualTo("0");
    assertThat(
            board.sql(
                Board.SqlRole.APPLICATION,
                "update sextant.authority_version set state = 'ACTIVE_URGENT' where authority = '"
                    + urgent
                    + "'"))
        .containsExactly(List.of("SQLSTATE SX001"));
    assertThat(
            board.sql(
                Board.SqlRole.APPLICATION,
                "update sextant.authority_version set live_until = operation_to where authority = '"
                    + proper
                    + "'"))
        .containsExactly(List.of("SQLSTATE SX001"));
  }

  private static String exhibits(Board board, String permit) {
    return board
        .sql(
            Board.SqlRole.APPLICATION,
            "select count(*) from (select sextant.enter('"
                + permit
                + "')) e, lateral (select * from sextant.exhibit) x")
        .getFirst()
        .getFirst();
  }

  @Test
  void whatIsWrittenUpInTimeWaitsForTheOverseer(Board board) {
    String caseId = board.openCase("ana");
    String urgent = oral(board, caseId, Duration.ofHours(48)).requireOk().text("id");
    Caller ana = board.as("ana").under(urgent, "Find the hostage before tonight");
    ana.seal("tonight.bin", "USER_EXPORT", new byte[] {1, 2, 3}, false);
    board.advance(Duration.ofHours(20));
    Map<String, Object> thin = new LinkedHashMap<>(Ask.principles("written up the next day"));
    thin.put("necessity", "needed");
    board.refused(ana.post("/api/authorities/" + urgent + "/write-up", thin), "SX-AUTH-NECESSITY");
    Answer written =
        ana.post(
                "/api/authorities/" + urgent + "/write-up",
                Ask.principles("written up the next day"))
            .requireOk();
    assertThat(written.text("state")).isEqualTo("OVERSIGHT_PENDING");
    board.refused(ana.get("/api/exhibits"), "SX-AUTH-PERMIT-DEAD");
    assertThat(
            board
                .move(board.as("otto"), urgent, "oversee-approve", "The danger was real and near.")
                .requireOk()
                .text("state"))
        .isEqualTo("ACTIVE");
    board.advance(Duration.ofHours(10));
    ana.under(urgent, "Read on what was taken in that night");
    assertThat(ana.get("/api/exhibits").requireOk().body()).contains("tonight.bin");
  }

  private static String permit(Board board, Caller who, String authority) {
    return who.permit(authority, "Count what the database shows").requireOk().text("id");
  }
}

package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sextant.app.flow.TrainingOverseer;
import dev.sextant.terms.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 30: on a Friday night the policies are edited so that level 4 is allowed. */
@Attack(30)
class Attack30Test {
  private static final String WHY = "The team needs to talk to them this weekend.";

  @Test
  void oneNightAndOnePersonAreNotEnough(Board board) {
    String old = digest(board);
    Caller ada = board.as("ada");
    board.say(
        "Friday, 23:00. The administrator takes the line that forbids level 4 out of the policies.");
    String change = propose(board, ada).requireOk().text("id");
    board.refused(decide(ada, change, null), "SX-AUTH-ROLE");
    board.refused(decide(board.as("ana"), change, null), "SX-AUTH-ROLE");
    decide(board.as("olga"), change, null).requireOk();
    board.refused(decide(board.as("olga"), change, null), "SX-AUTH-DISTINCT");
    board.advance(Duration.ofHours(60));
    assertThat(digest(board)).as("one signature, a whole weekend").isEqualTo(old);
    assertThat(stepUnder(board)).isEqualTo(old);

    board.say("He writes it into the database as the program's own role.");
    for (String sql :
        List.of(
            "update sextant.law_change set state = 'FORCED', ended_at = sextant.moment() where state = 'PROPOSED'",
            "update sextant.law_text set body = replace(body, 'level == 4', 'level == 44')",
            "delete from sextant.law_change")) {
      assertThat(board.sql(Board.SqlRole.APPLICATION, sql).toString()).contains("SQLSTATE");
    }
    assertThat(digest(board)).isEqualTo(old);
  }

  @Test
  void bothSignaturesStillGiveTheOverseerADayToStopIt(Board board) {
    String old = digest(board);
    String change = approvedByBoth(board);
    Leaf notice = board.leafOf(leaf -> leaf.field("step").equals("POLICY_NOTICE"));
    assertThat(notice.field("outputs.old")).isEqualTo(old);
    board.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(stepUnder(board)).as("the delay is not over").isEqualTo(old);
    board
        .as("otto")
        .post(
            "/api/law/changes/" + change + "/stop",
            Map.of("reasons", "It was hidden in a long text."))
        .requireOk();
    board.advance(Duration.ofDays(3));
    assertThat(stepUnder(board)).isEqualTo(old);
    board.leafOf(leaf -> leaf.field("step").equals("POLICY_STOP"));
  }

  @Test
  void whatComesIntoForceShowsOldAndNewInTheLog(Board board) {
    String old = digest(board);
    approvedByBoth(board);
    board.advance(Duration.ofHours(24));
    String now = stepUnder(board);
    Leaf force =
        board.leafOf(leaf ->
            leaf.field("step").equals("POLICY_FORCE") && leaf.field("kind").equals("outcome"));
    assertThat(force.field("outputs.old")).isEqualTo(old);
    assertThat(force.field("outputs.new")).isEqualTo(now).isNotEqualTo(old);
    board.say(
        "Replayed: every entry up to that one names the old policies, every one after it the new.");
    assertThat(
            board.leaves(
                leaf -> leaf.index() <= force.index() && !leaf.field("policy").equals(old)))
        .isEmpty();
    assertThat(
            board.leaves(leaf -> leaf.index() > force.index() && !leaf.field("policy").equals(now)))
        .isEmpty();
  }

  @Test
  void theDatabasesAdministratorCannotDoItEither(Board board) {
    String old = digest(board);
    String change = propose(board, board.as("ada")).requireOk().text("id");
    board.stop();
    board.say("As the database's administrator, past every trigger, with the program stopped.");
    admin(board, "alter table sextant.law_change disable trigger law_change_guard");
    admin(
        board,
        "update sextant.law_change set state = 'FORCED', noticed_at = now(), due_at = now(),"
            + " ended_at = now() + interval '1 day', leaf = 7 where id = '"
            + change
            + "'");
    Fault fault = catchThrowableOfType(Fault.class, board::start);
    board.say("The house does not open: " + fault.line());
    assertThat(fault.code()).isEqualTo("SX-AUTH-LAW-SIGNATURE");
    admin(
        board,
        "update sextant.law_change set state = 'PROPOSED', noticed_at = null, due_at = null,"
            + " ended_at = null, leaf = null where id = '"
            + change
            + "'");
    admin(board, "alter table sextant.law_change enable trigger law_change_guard");
    board.start();
    assertThat(digest(board)).isEqualTo(old);
    board.leafOf(leaf -> leaf.field("step").equals("PROGRAM"));
  }

  private static void admin(Board board, String sql) {
    assertThat(board.sql(Board.SqlRole.ADMINISTRATOR, sql).toString()).doesNotContain("SQLSTATE");
  }

  private static String approvedByBoth(Board board) {
    String change = propose(board, board.as("ada")).requireOk().text("id");
    decide(board.as("olga"), change, null).requireOk();
    Map<String, Object> body = decision();
    String words =
        board
            .as("otto")
            .post("/api/law/changes/" + change + "/note", body)
            .requireOk()
            .text("text");
    decide(board.as("otto"), change, TrainingOverseer.open(board.home()).sign(words)).requireOk();
    return change;
  }

  private static Map<String, Object> decision() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("decision", "APPROVED");
    body.put("reasons", WHY);
    return body;
  }

  private static Answer decide(Caller who, String change, @Nullable String note) {
    Map<String, Object> body = decision();
    if (note != null) {
      body.put("note", note);
    }
    return who.post("/api/law/changes/" + change + "/decision", body);
  }

  private static Answer propose(Board board, Caller who) {
    JsonNode law = who.get("/api/law").requireOk().json().get("policy");
    JsonNode text = who.get("/api/law/POLICY/" + law.get("digest").asString()).requireOk().json();
    Map<String, String> texts = new TreeMap<>();
    text.get("files")
        .properties()
        .forEach(file -> texts.put(file.getKey(), file.getValue().asString()));
    String schema = texts.remove("schema.cedarschema");
    texts.computeIfPresent(
        "2-forbidden.cedar",
        (file, one) -> one.replace("context.level == 4", "context.level == 44"));
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("kind", "POLICY");
    form.put("name", law.get("name").asString());
    form.put("version", law.get("version").asLong() + 1);
    form.put("schema", schema);
    form.put("texts", texts);
    form.put("reasons", WHY);
    return who.post("/api/law/changes", form);
  }

  private static String digest(Board board) {
    return board
        .as("otto")
        .get("/api/law")
        .requireOk()
        .json()
        .get("policy")
        .get("digest")
        .asString();
  }

  /** The policies that the log names for a step taken now. */
  private static String stepUnder(Board board) {
    String of = board.openCase("ana");
    return board
        .leafOf(leaf -> leaf.field("case").equals(of) && leaf.field("step").equals("OPEN_CASE"))
        .field("policy");
  }
}

package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.board.Board.SqlRole;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 19: the purge is dodged by editing a telephone number each year. */
@Attack(19)
class Attack19Test {
  @Test
  void editingMovesNothingAndFiveYearsLaterThePersonIsGone(Board board) {
    Board.Ready ready = board.ready();
    Caller ana = board.as("ana").under(ready.authority(), "Write down who ordered");
    Answer proposed = ana.post("/api/subjects", subject(record(ana))).requireOk();
    String id = proposed.text("id");
    String suspicion = proposed.json().get("suspicions").get(0).get("id").asString();
    board.refused(
        ana.post("/api/suspicions/" + suspicion + "/decision", accepted()), "SX-SUBJ-DISTINCT");
    Caller ben = board.as("ben").under(ready.authority(), "Decide on a colleague's suspicion");
    String until =
        ben.post("/api/suspicions/" + suspicion + "/decision", accepted())
            .requireOk()
            .text("validUntil");
    for (int i = 1; i <= 4; i++) {
      Answer edited =
          ana.put(
                  "/api/subjects/" + id,
                  person(List.of("telegram/platform_id/200", "phone:+44770090012" + i)))
              .requireOk();
      assertThat(edited.text("validUntil")).isEqualTo(until);
      assertThat(edited.text("keptUntil")).isEqualTo(until);
    }
    // Past the program neither.
    List<List<String>> refused =
        board.sql(
            SqlRole.APPLICATION,
            "update sextant.suspicion_review set valid_until = valid_until + interval '1 year'");
    assertThat(refused.getFirst().getFirst()).startsWith("SQLSTATE 42501");

    board.advance(Duration.ofDays(5 * 366 + 1));
    board.as("olga").post("/api/retention/run", Map.of()).requireOk();
    board.leafOf(
        leaf -> leaf.field("step").equals("ERASE") && leaf.field("class").equals("ERASURE"));
    for (String table : List.of("person", "person_key", "person_edit", "suspicion")) {
      assertThat(
              board.sql(SqlRole.ADMINISTRATOR, "select count(*) from sextant." + table).getFirst())
          .containsExactly("0");
    }
  }

  private static String record(Caller ana) {
    return ana.get("/api/records?limit=10&kind=MESSAGE&q=price")
        .requireOk()
        .json()
        .get("items")
        .get(0)
        .get("id")
        .asString();
  }

  private static Map<String, Object> accepted() {
    return Map.of("accepted", true, "reasons", "Read in the original, and it says so.");
  }

  private static Map<String, Object> person(List<String> identifiers) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("label", "User 200");
    person.put("identifiers", identifiers);
    person.put("suspicion", null);
    return person;
  }

  private static Map<String, Object> subject(String record) {
    Map<String, Object> subject = person(List.of("telegram/platform_id/200"));
    subject.put(
        "suspicion",
        Map.of(
            "offence", "stolen-goods",
            "relevance", "The orders of this case go through this person.",
            "facts",
                List.of(
                    Map.of(
                        "type", "REPORTED",
                        "basis", "RECORD",
                        "text", "Asks for the price of machines that were stolen.",
                        "source", record))));
    return subject;
  }
}

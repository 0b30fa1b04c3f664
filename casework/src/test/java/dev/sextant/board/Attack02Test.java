package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 2: a list that was refused in one piece is asked for in ten. */
@Attack(2)
class Attack02Test {
  private static final int MEMBERS = 10;

  private static List<String> members() {
    return IntStream.rangeClosed(1, MEMBERS).mapToObj(i -> "quiet_neighbour_" + i).toList();
  }

  @Test
  void aRefusedListCannotBeHadInPieces(Board board) {
    board.say("Ten people who called for a protest are applied for in one piece.");
    String caseId = board.openCase("ana");
    List<String> selectors = new ArrayList<>(List.of("hashtag:harbourprotest"));
    members().forEach(member -> selectors.add("handle@telegram:" + member));
    Caller ana = board.as("ana");
    String whole =
        ana.post(
                "/api/cases/" + caseId + "/authorities",
                board.ask().with("selectors", selectors).form())
            .requireOk()
            .text("id");
    sign(board, ana, whole);
    board
        .refused(board.move(ana, whole, "submit", ""), "SX-AUTH-PROTECTED")
        .noResultsNoCounts("quiet_neighbour");

    board.say("Then one by one, by two analysts, under two authorities of two cases.");
    String one = board.inForce(board.openCase("ana"), board.ask());
    String two = board.inForce(board.openCase("ana"), board.ask());
    Caller ben = board.as("ben");
    ana.under(one, "See whether the buyers know these people");
    ben.under(two, "See who else was at the harbour");
    int blocked = 0;
    for (int i = 0; i < MEMBERS; i++) {
      Caller who = i % 2 == 0 ? ana : ben;
      Answer answer = who.get("/api/records?q=" + members().get(i));
      if (!answer.ok()) {
        board.refused(answer, "SX-AUTH-OVERLAP").noResultsNoCounts("quiet_neighbour");
        blocked++;
      } else {
        assertThat(i).as("only the first two pass").isLessThan(2);
      }
    }
    assertThat(blocked).isEqualTo(MEMBERS - 2);

    board.say("Applying for four of them under an innocent heading is stopped too.");
    String part =
        ana.post(
                "/api/cases/" + board.openCase("ana") + "/authorities",
                board
                    .ask()
                    .selectors(
                        "handle@telegram:quiet_neighbour_7",
                        "handle@telegram:quiet_neighbour_8",
                        "handle@telegram:quiet_neighbour_9",
                        "handle@telegram:quiet_neighbour_10")
                    .form())
            .requireOk()
            .text("id");
    sign(board, ana, part);
    board.refused(board.move(ana, part, "submit", ""), "SX-AUTH-OVERLAP");

    board.say("The overseer sees it, and nobody else does.");
    board.leafOf(
        leaf -> leaf.field("step").equals("ALERT") && leaf.field("inputs.kind").equals("OVERLAP"));
    String alerts = board.as("otto").get("/api/alerts").requireOk().body();
    assertThat(alerts).contains("OVERLAP").contains("PROTECTED").doesNotContain("neighbour");
    assertThat(ana.get("/api/alerts").code()).isEqualTo("SX-AUTH-ROLE");
  }

  @Test
  void aListThatTheOverseerProtectsIsCountedFromTheFirstQuestion(Board board) {
    String authority = board.inForce(board.openCase("ana"), board.ask());
    Caller ana = board.as("ana").under(authority, "See who the buyers know");
    ana.get("/api/records?q=" + members().get(0)).requireOk();
    ana.get("/api/records?q=" + members().get(1)).requireOk();
    board
        .as("otto")
        .post(
            "/api/protected-lists",
            Map.of(
                "title",
                "Signatories of the harbour petition",
                "members",
                members().stream().map(m -> "handle@telegram:" + m).toList()))
        .requireOk();
    board.refused(ana.get("/api/records?q=" + members().get(2)), "SX-AUTH-OVERLAP");
    ana.get("/api/records?q=digger").requireOk();
    assertThat(
            board
                .sql(
                    Board.SqlRole.ADMINISTRATOR,
                    "select string_agg(t::text, ' ') from sextant.asked_term t")
                .toString())
        .doesNotContain("neighbour");
  }

  private static void sign(Board board, Caller who, String authority) {
    for (var principle : dev.sextant.authority.Principle.values()) {
      who.post("/api/authorities/" + authority + "/principles/" + principle, Map.of()).requireOk();
    }
  }
}

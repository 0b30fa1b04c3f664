package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 1: a list of protesters is asked for under an authority for organised crime. */
@Attack(1)
class Attack01Test {
  /** What a list of protesters looks like when it is typed into the search. */
  private static final List<String> LIST =
      List.of(
          "protest",
          "#ClimateStrike2026 organisers",
          "march for justice speakers",
          "p\u00adrotest\u00adcamp", // soft hyphens between the letters
          "PROTESTÉRS",
          "Gewerkschaft kundgebung marktplatz",
          "huelga OR manifestación",
          "забастовка",
          "mosque study circle");

  @Test
  void aProtestersListYieldsNothingAndTheOverseerIsTold(Board board) {
    board.ready();
    Caller ana = board.as("ana");
    board.say(
        "The authority is for car thefts by an organised group. Its own questions are answered.");
    assertThat(search(ana, "").requireOk().json().get("total").asLong()).isPositive();

    long told = alerts(board);
    for (String words : LIST) {
      Answer answer = search(ana, words);
      board.refused(answer, "SX-AUTH-PROTECTED").noResultsNoCounts("van", "Anna");
    }
    board.say("Not one of the questions entered the log or the alert in clear.");
    assertThat(
            board.leaves(
                leaf -> leaf.text().toLowerCase(java.util.Locale.ROOT).contains("protest")))
        .isEmpty();
    Leaf refusal = board.leafOf("SX-AUTH-PROTECTED");
    assertThat(refusal.field("by")).contains("protected-activity");

    board.say("The overseer sees an alert for each of them.");
    board.leafOf(leaf ->
        leaf.field("step").equals("ALERT")
            && leaf.field("inputs.code").equals("SX-AUTH-PROTECTED"));
    assertThat(alerts(board) - told).isEqualTo(LIST.size());
  }

  @Test
  void nobodyIsLookedForByBelief(Board board) {
    board.ready();
    for (String words : List.of("religion=islam", "ethnicity: roma", "Political = left")) {
      Answer answer = search(board.as("ana"), words);
      assertThat(Set.of("SX-AUTH-SPECIAL-CATEGORY", "SX-RECORD-SPECIAL"))
          .as(answer.body())
          .contains(answer.code());
      board.refused(answer, answer.code()).noResultsNoCounts("van", "Anna");
    }
  }

  private static Answer search(Caller who, String words) {
    return who.get(
        "/api/records?q="
            + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8));
  }

  private static long alerts(Board board) {
    JsonNode all = board.as("otto").get("/api/alerts").requireOk().json();
    long protectedOnes = 0;
    for (JsonNode one : all) {
      protectedOnes += one.get("code").asString().equals("SX-AUTH-PROTECTED") ? 1 : 0;
    }
    return protectedOnes;
  }
}

package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.authority.Principle;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 10: a renewal is copied from the version before. */
@Attack(10)
class Attack10Test {
  private static final String RESULTS = "Two buyers were identified in the first month.";

  @Test
  void aCopiedRenewalIsShownAsOneAndExtendsNothing(Board board) {
    String authority = board.inForce(board.openCase("ana"), board.ask());
    Caller ana = board.as("ana");
    board.move(board.as("otto"), authority, "oversee-approve", "Confirmed after the event.");
    String path = "/api/authorities/" + authority;

    board.refused(
        ana.post(path + "/renewal", Map.of("results", "none yet", "form", board.ask().form())),
        "SX-AUTH-RESULTS");
    ana.post(path + "/renewal", Map.of("results", RESULTS, "form", board.ask().form())).requireOk();
    sign(ana, path);
    board.refused(board.move(ana, authority, "submit", ""), "SX-AUTH-RENEWAL-COPIED");

    board.say("One word is changed in each principle, and two selectors are slipped in.");
    Ask copied =
        board
            .ask()
            .argued("as firstly argued")
            .selectors(
                "platform_id@telegram:100", "platform_id@telegram:200", "platform_id@telegram:300");
    ana.put(path, copied.form()).requireOk();
    sign(ana, path);
    board.move(ana, authority, "submit", "").requireOk();

    JsonNode similarity = board.as("olga").get(path + "/similarity").requireOk().json();
    int threshold = similarity.get("threshold").asInt();
    for (Principle principle : Principle.values()) {
      assertThat(similarity.get("percent").get(principle.name()).asInt())
          .as(principle.name())
          .isBetween(threshold, 99);
    }
    assertThat(similarity.get("flagged")).hasSize(Principle.values().length);
    Leaf submitted =
        board.leafOf(
            leaf -> leaf.field("step").equals("SUBMIT") && leaf.field("outcome").equals("DONE"));
    assertThat(submitted.field("outputs.similar")).contains("CAUSE").contains("PROSPECT");

    JsonNode diff = board.as("olga").get(path + "/diff?before=1&after=2").requireOk().json();
    assertThat(diff.get("widens").asBoolean()).isTrue();
    assertThat(diff.toString()).contains("platform_id@telegram:200").contains("WIDENS");

    board.say("Nobody decides. The first version ends when it ends.");
    board.as("ana").under(authority, "Go on reading the order book");
    board.advance(Duration.ofDays(28).minusHours(1));
    board.move(board.as("olga"), authority, "suspend", "Only to see that it can be.");
    board.advance(Duration.ofDays(3));
    board.refused(ana.permit(authority, "Go on reading the order book"), "SX-AUTH-NOT-LIVING");
  }

  private static void sign(Caller who, String path) {
    for (Principle principle : Principle.values()) {
      who.post(path + "/principles/" + principle, Map.of()).requireOk();
    }
  }
}

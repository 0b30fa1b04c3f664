package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.TelegramSample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 22: a handle was given up, and an innocent person bears it now. */
@Attack(22)
class Attack22Test {
  private static final String HANDLE = "handle@telegram:sxt_anna";

  private static byte[] export(String number, String said) {
    String text =
        new String(
            new TelegramSample()
                .chat(
                    200, new TelegramSample.Said(100, Instant.parse("2026-03-02T10:00:00Z"), said))
                .bytes(),
            StandardCharsets.UTF_8);
    return text.replace("\"user_id\": 100", "\"user_id\": " + number)
        .replace("user100", "user" + number)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aHandleAtAnotherNumberIsSuspendedUntilAnOfficerDecides(Board board) {
    String caseId = board.openCase("ana");
    String authority =
        board.inForce(
            caseId, board.ask().selectors(HANDLE).with("stableIds", Map.of(HANDLE, "100")));
    Caller ana = board.as("ana").under(authority, "Find out who placed the orders");
    ana.seal("anna.json", "USER_EXPORT", export("100", "Two diggers on Friday"), true);
    assertThat(ana.get("/api/records?q=diggers").requireOk().text("total")).isEqualTo("1");

    board.say("The next export is that of somebody who bears the handle now.");
    ana.seal("innocent.json", "USER_EXPORT", export("555", "My daughter's birthday"), true);
    board.leafOf(leaf ->
        leaf.field("step").equals("SUSPEND_SELECTOR")
            && leaf.field("outputs.code").equals("SX-AUTH-SELECTOR-RECYCLED"));
    board.refused(ana.get("/api/records?q=birthday"), "SX-AUTH-PERMIT-DEAD");
    ana.under(authority, "Find out who placed the orders");
    assertThat(ana.get("/api/records?q=birthday").requireOk().text("total")).isEqualTo("0");
    board.say("The account that was meant is still named by its number.");
    assertThat(ana.get("/api/records?q=diggers").requireOk().text("total")).isEqualTo("1");
    board
        .refused(ana.get("/api/records?q=@sxt_anna"), "SX-AUTH-SELECTOR-RECYCLED")
        .noResultsNoCounts();
    assertThat(board.as("otto").get("/api/alerts").requireOk().body()).contains("RECYCLED");

    String handles = "/api/authorities/" + authority + "/handles";
    assertThat(board.as("olga").get(handles).requireOk().body())
        .contains(HANDLE)
        .contains("555")
        .contains("RECYCLED");
    Map<String, Object> keep =
        Map.of("selector", HANDLE, "same", true, "reasons", "It is hers as I see it.");
    board.refused(board.as("ana").post(handles, keep), "SX-AUTH-ROLE");
    board
        .as("olga")
        .post(
            handles,
            Map.of("selector", HANDLE, "same", false, "reasons", "The number is another's."))
        .requireOk();
    ana.under(authority, "Find out who placed the orders");
    board.refused(ana.get("/api/records?q=@sxt_anna"), "SX-AUTH-SELECTOR-RECYCLED");
    assertThat(ana.get("/api/records?q=birthday").requireOk().text("total")).isEqualTo("0");
  }

  @Test
  void withoutANumberTheFirstSightBinds(Board board) {
    String caseId = board.openCase("ana");
    String authority = board.inForce(caseId, board.ask().selectors(HANDLE));
    Caller ana = board.as("ana").under(authority, "Find out who placed the orders");
    ana.seal("anna.json", "USER_EXPORT", export("100", "Two diggers on Friday"), true);
    ana.seal("innocent.json", "USER_EXPORT", export("555", "My daughter's birthday"), true);
    board.leafOf(leaf -> leaf.field("step").equals("SUSPEND_SELECTOR"));
    board.refused(
        ana.permit(authority, "Find out who placed the orders"), "SX-AUTH-SELECTOR-RECYCLED");
    assertThat(board.leaves(leaf -> leaf.text().contains("sxt_anna"))).isEqualTo(List.of());
  }
}

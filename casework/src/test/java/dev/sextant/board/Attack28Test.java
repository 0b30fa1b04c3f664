package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A partner passes on H2 material. */
@Attack(28)
class Attack28Test {
  @Test
  void theMarkTellsWhoseCopyItIsAndTheAgreementEnds(Board board) throws IOException {
    Releasing way = Releasing.of(board);
    String north = way.agreement("MoU 12/2026", "Northern Harbour Police", "Nora Nordin");
    way.agreement("MoU 13/2026", "Southern Customs", "Sven Sund");
    Caller ana = board.as("ana");

    board.refused(
        way.release("Nora Nordin", "Northern Harbour Police", "MoU 12/2026", List.of("H2"), ""),
        "SX-DISC-HANDLING");
    Answer copy =
        way.release(
                "Nora Nordin",
                "Northern Harbour Police",
                "MoU 12/2026",
                List.of("H2", "TLP:AMBER"),
                "Provider's letter of 2026-11-20")
            .requireOk();
    Answer other =
        way.release(
                "Sven Sund",
                "Southern Customs",
                "MoU 13/2026",
                List.of("H2"),
                "Provider's letter of 2026-11-21")
            .requireOk();
    assertThat(copy.text("mark")).isNotEqualTo(other.text("mark"));
    Leaf release =
        board.leafOf(leaf ->
            leaf.field("step").equals("RELEASE")
                && leaf.field("inputs.disclosure").equals(copy.text("id")));
    assertThat(release.field("class")).isEqualTo("DISCLOSURE");
    assertThat(release.field("inputs.recipientId")).isNotBlank();

    board.say("A page of the report turns up with somebody who should not have it.");
    String leaked;
    byte[] pdf = ana.download("/api/disclosures/" + copy.text("id") + "/report");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper page = new PDFTextStripper();
      page.setStartPage(document.getNumberOfPages());
      String last = page.getText(document);
      leaked = last.replaceAll("(?s).*(SXW-[0-9A-Z-]{14}).*", "$1");
      assertThat(last).contains("Nora Nordin");
    }
    Answer traced =
        ana.post(
                "/api/disclosures/trace", Map.of("mark", leaked.toLowerCase(java.util.Locale.ROOT)))
            .requireOk();
    assertThat(traced.text("id")).isEqualTo(copy.text("id"));
    assertThat(traced.text("recipient/organisation")).isEqualTo("Northern Harbour Police");

    ana.post(
            "/api/disclosures/" + copy.text("id") + "/recall",
            reasons("The copy was passed on without permission."))
        .requireOk();
    assertThat(ana.get("/api/recalls").requireOk().body()).contains("passed on without permission");
    board.leafOf(leaf ->
        leaf.field("inputs.what").equals("recall")
            && leaf.field("inputs.disclosure").equals(copy.text("id")));

    board.as("olga").post("/api/agreements/" + north + "/suspend", Map.of()).requireOk();
    board.leafOf(leaf -> leaf.field("step").equals("SUSPEND_AGREEMENT"));
    board.refused(
        way.release(
            "Nora Nordin",
            "Northern Harbour Police",
            "MoU 12/2026",
            List.of("H2"),
            "Provider's letter of 2026-11-22"),
        "SX-DISC-AGREEMENT");
    way.release(
            "Sven Sund",
            "Southern Customs",
            "MoU 13/2026",
            List.of("H2"),
            "Provider's letter of 2026-11-22")
        .requireOk();
  }

  @Test
  void whatIsCorrectedIsCalledBackFromEverybody(Board board) {
    Releasing way = Releasing.of(board);
    way.agreement("MoU 12/2026", "Northern Harbour Police", "Nora Nordin");
    way.agreement("MoU 13/2026", "Southern Customs", "Sven Sund");
    Caller ana = board.as("ana");
    Caller ben = board.as("ben");
    way.release("Nora Nordin", "Northern Harbour Police", "MoU 12/2026", List.of(), "").requireOk();
    way.release("Sven Sund", "Southern Customs", "MoU 13/2026", List.of(), "").requireOk();
    String old = ana.get("/api/findings").requireOk().json().get(0).get("id").asString();

    board.say("The finding turns out wrong; a correction is written, reviewed and signed.");
    Answer draft =
        ana.post("/api/findings/" + old + "/correct", reasons("It was one machine, not two."))
            .requireOk();
    String id = draft.text("id");
    assertThat(draft.text("corrects/finding")).isEqualTo(old);
    assertThat(draft.text("version")).isEqualTo("2");
    Answer submitted = ana.post("/api/findings/" + id + "/submit", Map.of()).requireOk();
    assertThat(ana.get("/api/recalls").requireOk().body()).doesNotContain("is corrected");
    ben.post(
            "/api/findings/" + id + "/review",
            Map.of(
                "decision",
                "ACCEPT",
                "reasons",
                "The number is right now.",
                "digest",
                submitted.text("digest")))
        .requireOk();
    ana.post("/api/findings/" + id + "/sign", Map.of()).requireOk();

    assertThat(ana.get("/api/findings/" + old).requireOk().text("state")).isEqualTo("CORRECTED");
    var states = ana.get("/api/recalls").requireOk().json();
    assertThat(states).hasSize(2);
    states.forEach(state -> {
      assertThat(state.get("due").asBoolean()).isFalse();
      assertThat(state.get("notices").get(0).get("reason").asString())
          .isEqualTo("F-1 is corrected: It was one machine, not two.");
    });
    board.refused(
        way.release("Sven Sund", "Southern Customs", "MoU 13/2026", List.of(), ""),
        "SX-DISC-UNSIGNED");
    board.leafOf(leaf -> leaf.field("inputs.corrects").equals(old));
  }

  private static Map<String, Object> reasons(String text) {
    return Map.of("reasons", text);
  }
}

package dev.sextant.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TipWordsTest {
  @Test
  void everyLanguageSaysTheSameThings() {
    for (TipWords one : TipWords.values()) {
      assertThat(one.keys()).as(one.tag()).isEqualTo(TipWords.EN.keys());
      for (String key : one.keys()) {
        assertThat(one.say(key)).as("%s %s", one.tag(), key).isNotBlank();
        assertThat(one.say(key).contains("{0}"))
            .as("%s %s", one.tag(), key)
            .isEqualTo(TipWords.EN.say(key).contains("{0}"));
      }
    }
    assertThat(TipWords.ES.say("form.send")).isEqualTo("Enviar");
    assertThat(TipWords.FR.say("form.stay", 15)).contains("15 secondes");
  }

  @Test
  void theLanguageStandsInTheAddress() {
    assertThat(TipWords.of("/")).isEqualTo(TipWords.EN);
    assertThat(TipWords.of("/es")).isEqualTo(TipWords.ES);
    assertThat(TipWords.of("/pt/reply")).isEqualTo(TipWords.PT);
    assertThat(TipWords.of("/essay")).isEqualTo(TipWords.EN);
    assertThat(TipWords.PT.bare("/pt/reply")).isEqualTo("/reply");
    assertThat(TipWords.ES.bare("/es")).isEqualTo("/");
    assertThat(TipWords.FR.path("/tip")).isEqualTo("/fr/tip");
  }

  @Test
  void pagesNameTheirLanguageAndLeadToTheOthers() {
    String page = new TipPages(TipWords.ES).form("00", 15);
    assertThat(page)
        .contains("<html lang=\"es\">", "action=\"/es/tip\"", "href=\"/fr/\"", "href=\"/\"");
    assertThat(page).doesNotContain("<script");
    assertThat(new TipPages(TipWords.PT).sent("one two")).contains(">one two<", "lang=\"pt\"");
    assertThat(new TipPages(TipWords.FR).answers(List.of("<b>"))).contains("<pre>&lt;b&gt;</pre>");
  }

  @Test
  void aFaultNobodyExplainedStaysEnglish() {
    TipFault known = new TipFault("SX-TIPS-EMPTY", "there is nothing to send", "form", "", "write");
    assertThat(new TipPages(TipWords.ES).refused(known)).contains("No hay nada que enviar");
    TipFault other = new TipFault("SX-TIPS-OTHER", "it failed", "form", "", "try again");
    assertThat(new TipPages(TipWords.FR).refused(other)).contains("it failed. try again.");
  }
}

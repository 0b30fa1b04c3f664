package dev.sextant.records.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The keys are with my brother, bring the van round to the harbour tonight.",
        "de|Die Schlüssel liegen bei meinem Bruder, komm heute Abend mit dem Wagen zum Hafen.",
        "es|Las llaves las tiene mi hermano, trae la furgoneta al puerto esta noche.",
        "pt|As chaves estão com o meu irmão, traz a carrinha para o porto hoje à noite.",
        "fr|Les clés sont chez mon frère, amène la camionnette au port ce soir.",
        "ru|Ключи у моего брата, подгони сегодня вечером фургон к гавани.",
        "ar|المفاتيح مع أخي، أحضر الشاحنة إلى الميناء الليلة.",
        "zh|钥匙在我兄弟那里，今晚把货车开到港口。",
        "ja|鍵は兄が持っているので、今夜バンを港まで持ってきてください。"
      })
  void isSeen(String code, String text) {
    Language seen = Languages.of(text);
    assertThat(seen.code()).isEqualTo(code);
    assertThat(seen.confidence()).isBetween(0.5, 1.0);
  }

  @Test
  void tooLittleIsUnknown() {
    assertThat(Languages.of("").known()).isFalse();
    assertThat(Languages.of("ok").known()).isFalse();
    assertThat(Languages.of("https://example.org/der-die-das-und-nicht @und_die").known())
        .isFalse();
    assertThat(Languages.of("😀😀😀 12345 67890").known()).isFalse();
  }
}

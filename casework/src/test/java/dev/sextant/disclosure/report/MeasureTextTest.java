package dev.sextant.disclosure.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.findings.CitedMeasure;
import dev.sextant.findings.MadeUpFinding;
import dev.sextant.press.Markup;
import dev.sextant.press.Printable;
import dev.sextant.press.Typeface;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MeasureTextTest {
  private static CitedMeasure said(String calibration) {
    CitedMeasure plain = MadeUpFinding.measure(MadeUpFinding.snapshot(5));
    Map<String, String> summary = new TreeMap<>(plain.summary());
    if (!calibration.isEmpty()) {
      summary.put("calibration", calibration);
      summary.put("rank intervals", "words of that");
    }
    return new CitedMeasure(
        plain.id(),
        plain.snapshot(),
        plain.method(),
        plain.seed(),
        plain.parameters(),
        summary,
        plain.card(),
        plain.values());
  }

  @Test
  void aDoubtfulIntervalSaysSoWhereverItIsPrinted() {
    for (String calibration : new String[] {"", "done", "too-few"}) {
      CitedMeasure measure = said(calibration);
      assertThat(MeasureText.ranks(measure, measure.values().getFirst())).isEqualTo("1 to 4");
    }
    CitedMeasure measure = said("doubtful");
    assertThat(MeasureText.ranks(measure, measure.values().getFirst()))
        .isEqualTo("1 to 4, doubtful");
    Markup out = new Markup(new Printable(Typeface.load()));
    MeasureText.write(out, measure, "F-1");
    assertThat(out.toString()).contains("1 to 4, doubtful", "words of that");
  }

  @Test
  void ofAnEarlierMeasureNothingIsSaidOfItsIntervals() {
    for (String calibration : new String[] {"", "done"}) {
      Markup out = new Markup(new Printable(Typeface.load()));
      MeasureText.write(out, said(calibration), "F-1");
      assertThat(out.toString().contains(MeasureText.UNTOLD)).isEqualTo(calibration.isEmpty());
    }
  }
}

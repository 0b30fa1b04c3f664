package dev.sextant.records.reader.chat.kakaotalk;

import dev.sextant.records.reader.chat.Entries;
import dev.sextant.records.reader.chat.kakaotalk.KakaoLine.Form;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings of one walk over a file. A file keeps to the form of its first heading and of its
 * first message: a line of another form is words of the message it stands in, and so is a day
 * before the day that has been reached.
 */
final class KakaoStarts implements Entries.Start<KakaoLine> {
  private @Nullable String shape;
  private @Nullable Form form;
  private @Nullable LocalDate reached;
  private boolean behind;

  @Override
  public @Nullable KakaoLine of(String raw) {
    KakaoLine line = KakaoLine.of(raw);
    if (line == null) {
      return null;
    }
    return switch (line.form()) {
      case HEADING -> heading(line);
      case NOTE, DOUBTFUL -> note(line);
      default -> entry(line);
    };
  }

  private @Nullable KakaoLine heading(KakaoLine line) {
    LocalDate day = line.day();
    boolean alike = shape == null || shape.equals(line.shape());
    if (day == null || !alike || reached != null && day.isBefore(reached)) {
      return null;
    }
    shape = line.shape();
    reached = day;
    behind = false;
    return line;
  }

  /* Only the computer's export has notes without a clock. */
  private @Nullable KakaoLine note(KakaoLine line) {
    if (form != null && form != Form.BRACKETS || shape == null || !shape.startsWith("dashes")) {
      return null;
    }
    if (!behind) {
      return line;
    }
    boolean sentence = line.words().contains("습니다.") && KakaoMoves.any(line.words());
    return sentence ? line.doubtful() : null;
  }

  private @Nullable KakaoLine entry(KakaoLine line) {
    if (form != null && form != line.form()) {
      return null;
    }
    form = line.form();
    behind = form == Form.BRACKETS;
    LocalDate day = line.day();
    reached = day == null ? reached : day;
    return line;
  }
}

package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextLinesTest {
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("\uFEFF", "\r", "\n", "\r\n", "a", "é", "words")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  /* Looks at all bytes at once. */
  private static List<TextLines.Line> naive(byte[] all, int limit) {
    List<TextLines.Line> lines = new ArrayList<>();
    int from = 0;
    while (from < all.length) {
      int end = from;
      while (end < all.length && all[end] != '\n') {
        end++;
      }
      boolean whole = end - from <= limit;
      int kept = whole ? end : from + limit;
      int mark = lines.isEmpty() && startsWithMark(all, kept) ? 3 : 0;
      int to = end;
      if (whole && to > from + mark && all[to - 1] == '\r') {
        to--;
        kept--;
      }
      String text = new String(all, from + mark, kept - from - mark, StandardCharsets.UTF_8);
      lines.add(new TextLines.Line(text, lines.size() + 1, from + mark, to, whole));
      from = end + 1;
    }
    return lines;
  }

  private static boolean startsWithMark(byte[] all, int end) {
    return end >= 3 && all[0] == (byte) 0xEF && all[1] == (byte) 0xBB && all[2] == (byte) 0xBF;
  }

  @Property
  void areThoseOfTheWholeText(
      @ForAll("texts") String text, @ForAll @IntRange(min = 3, max = 20) int limit)
      throws IOException {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    List<TextLines.Line> lines = new ArrayList<>();
    try (TextLines in = new TextLines(new ByteArrayInputStream(all), limit)) {
      for (TextLines.Line line = in.line(); line != null; line = in.line()) {
        lines.add(line);
      }
    }
    assertThat(lines).isEqualTo(naive(all, limit));
  }
}

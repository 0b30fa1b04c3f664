package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.reader.html.HtmlText;
import dev.sextant.records.reader.html.HtmlToken;
import java.util.ArrayList;
import java.util.List;

/** Texts gathered into the lines that a page would show, each with its bytes. */
final class Lines {
  private final List<Entry.Line> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private long from = -1;
  private long to;
  private long size;

  /** Adds characters. Line ends in them are kept for {@link #takeLast}, else they are blanks. */
  void add(HtmlToken.Text t, boolean marked) {
    String text = t.text();
    /* Without character references and in ASCII, characters are bytes and places exact. */
    boolean exact = text.length() == t.to() - t.from();
    int start = 0;
    while (start <= text.length()) {
      int end = marked ? text.indexOf('\n', start) : -1;
      int stop = end < 0 ? text.length() : end;
      piece(text.substring(start, stop), exact ? t.from() + start : -1, t);
      if (end < 0) {
        return;
      }
      end();
      start = end + 1;
    }
  }

  private void piece(String text, long at, HtmlToken.Text t) {
    if (text.isBlank()) {
      line.append(text.isEmpty() ? "" : " ");
      return;
    }
    int lead = 0;
    while (Character.isWhitespace(text.charAt(lead))) {
      lead++;
    }
    int tail = text.length();
    while (Character.isWhitespace(text.charAt(tail - 1))) {
      tail--;
    }
    if (from < 0) {
      from = at < 0 ? t.from() : at + lead;
    }
    to = at < 0 ? t.to() : at + tail;
    line.append(text);
    size += text.length();
  }

  /** A page breaks the line here. */
  void end() {
    String said = HtmlText.squeezed(line.toString());
    if (from >= 0 && !said.isEmpty()) {
      lines.add(new Entry.Line(said, from, to));
    }
    line.setLength(0);
    from = -1;
  }

  /** Characters held. */
  long size() {
    return size;
  }

  /** Takes all lines. */
  List<Entry.Line> take() {
    end();
    List<Entry.Line> all = List.copyOf(lines);
    lines.clear();
    size = 0;
    return all;
  }
}

package dev.sextant.records.reader.graph;

import java.util.ArrayList;
import java.util.List;

/** The words of a line, quotations kept whole. */
final class Words {
  private Words() {}

  /** Words between blanks; double or single quotation marks keep blanks and are taken off. */
  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      }
      int close = c == '"' || c == '\'' ? line.indexOf(c, i + 1) : -1;
      if (close > 0) {
        words.add(line.substring(i + 1, close));
        i = close + 1;
        continue;
      }
      int from = i;
      while (i < line.length() && !Character.isWhitespace(line.charAt(i))) {
        i++;
      }
      words.add(line.substring(from, i));
    }
    return words;
  }
}

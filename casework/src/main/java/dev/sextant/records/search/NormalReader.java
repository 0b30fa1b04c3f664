package dev.sextant.records.search;

import dev.sextant.records.text.Normal;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import org.apache.lucene.analysis.CharFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives a text in its normal form, before it is cut into words: what is invisible cuts no word in
 * two. Places lead back to the original, so highlights stand on what was written.
 */
final class NormalReader extends CharFilter {
  private @Nullable Normal normal;
  private int at;

  NormalReader(Reader in) {
    super(in);
  }

  private Normal normal() throws IOException {
    if (normal == null) {
      StringWriter all = new StringWriter();
      input.transferTo(all);
      normal = Normal.of(all.toString());
    }
    return normal;
  }

  @Override
  public int read(char[] into, int offset, int most) throws IOException {
    String text = normal().text();
    if (at >= text.length()) {
      return -1;
    }
    int some = Math.min(most, text.length() - at);
    text.getChars(at, at + some, into, offset);
    at += some;
    return some;
  }

  @Override
  protected int correct(int place) {
    return normal == null ? place : normal.original(Math.min(place, normal.text().length()));
  }
}

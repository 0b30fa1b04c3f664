package dev.sextant.records.search;

import dev.sextant.records.text.Normal;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives a text in its normal form, before it is cut into words: what is invisible cuts no word in
 * two. Places lead back to the original, so highlights stand on what was written.
 */
final class NormalReader extends CharFilter {
  /** As long as most messages are: there is one of these a text. */
  private static final int PIECE = 256;

  private @Nullable Normal normal;
  private int at;

  NormalReader(Reader in) {
    super(in);
  }

  private Normal normal() throws IOException {
    if (normal == null) {
      StringBuilder all = new StringBuilder();
      char[] some = new char[PIECE];
      for (int read = input.read(some); read >= 0; read = input.read(some)) {
        all.append(some, 0, read);
      }
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

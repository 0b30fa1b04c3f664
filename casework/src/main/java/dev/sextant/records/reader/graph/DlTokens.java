package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.ReadFault;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The words of a DL text: between blanks, commas, equals signs and line ends. */
final class DlTokens implements Closeable {
  /** One word. */
  record Token(String text, long line, long from, long to) {}

  /** The text cannot be followed further. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ReadFault fault;
    private final long from;

    Broken(ReadFault fault, long from) {
      super(fault.what(), null, false, false);
      this.fault = fault;
      this.from = from;
    }

    ReadFault fault() {
      return fault;
    }

    long from() {
      return from;
    }
  }

  private final DecodedText text;
  private final int longest;
  private long line = 1;
  private @Nullable Token peeked;
  private boolean ended;

  DlTokens(DecodedText text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /** The word that {@link #next} will return, or null at the end. */
  @Nullable Token peek() throws IOException, Broken {
    if (peeked == null && !ended) {
      peeked = read();
      ended = peeked == null;
    }
    return peeked;
  }

  /** The next word, or null at the end. */
  @Nullable Token next() throws IOException, Broken {
    Token token = peek();
    peeked = null;
    return token;
  }

  /** The next word, or a fault at the end. */
  Token need(String what) throws IOException, Broken {
    Token token = next();
    if (token == null) {
      throw new Broken(
          new ReadFault(ReadFault.TRUNCATED, "the text ends before " + what), text.at());
    }
    return token;
  }

  private @Nullable Token read() throws IOException, Broken {
    while (separator(text.peek())) {
      line += text.next() == '\n' ? 1 : 0;
    }
    long from = text.at();
    int c = text.next();
    if (c < 0) {
      return null;
    }
    StringBuilder word = new StringBuilder();
    if (c == '"') {
      for (c = text.next(); c != '"'; c = text.next()) {
        if (c < 0) {
          throw new Broken(new ReadFault(ReadFault.TRUNCATED, "a quotation without an end"), from);
        }
        keep(word, c, from);
      }
      return new Token(word.toString(), line, from, text.at());
    }
    keep(word, c, from);
    while (text.peek() >= 0 && !separator(text.peek())) {
      keep(word, text.next(), from);
    }
    return new Token(word.toString(), line, from, text.at());
  }

  private void keep(StringBuilder word, int c, long from) throws Broken {
    if (word.length() >= longest) {
      throw new Broken(new ReadFault(ReadFault.LIMIT, "a word too long"), from);
    }
    word.appendCodePoint(c);
  }

  private static boolean separator(int c) {
    return c == ',' || c == '=' || (c >= 0 && Character.isWhitespace(c));
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

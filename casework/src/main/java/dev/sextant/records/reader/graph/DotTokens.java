package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.ReadFault;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The words and signs of a DOT text. */
final class DotTokens {
  /** What a token is. */
  enum Kind {
    /** A name, number, quotation or HTML text. */
    WORD,
    /** A brace, bracket, arrow or other sign. */
    SIGN,
    /** The text ended. */
    END
  }

  /** One token with its first byte. */
  record Token(Kind kind, String text, boolean quoted, long from) {
    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }
  }

  /** The text cannot be followed further. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ReadFault fault;

    Broken(ReadFault fault) {
      super(fault.what(), null, false, false);
      this.fault = fault;
    }

    ReadFault fault() {
      return fault;
    }
  }

  private final DecodedText text;
  private final int longest;
  private @Nullable Token peeked;
  private long peekedEnd;
  private long end;

  DotTokens(DecodedText text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  Token peek() throws IOException, Broken {
    if (peeked == null) {
      peeked = read();
      peekedEnd = text.at();
    }
    return peeked;
  }

  Token next() throws IOException, Broken {
    Token token = peek();
    peeked = null;
    end = peekedEnd;
    return token;
  }

  /** Byte after the last token that {@link #next} returned. */
  long end() {
    return end;
  }

  void expect(String sign) throws IOException, Broken {
    Token token = next();
    if (token.kind() == Kind.END) {
      throw truncated();
    }
    if (!token.is(sign)) {
      throw malformed("a " + sign + " is missing");
    }
  }

  Broken malformed(String what) {
    return new Broken(new ReadFault(ReadFault.MALFORMED, what));
  }

  Broken truncated() {
    return new Broken(new ReadFault(ReadFault.TRUNCATED, "the text ends within a graph"));
  }

  private Token read() throws IOException, Broken {
    skip();
    long from = text.at();
    int c = text.next();
    if (c < 0) {
      return new Token(Kind.END, "", false, from);
    }
    if (c == '"') {
      return new Token(Kind.WORD, joined(), true, from);
    }
    if (c == '<') {
      return new Token(Kind.WORD, html(), true, from);
    }
    if (c == '-' && (text.peek() == '-' || text.peek() == '>')) {
      return new Token(Kind.SIGN, "-" + Character.toString(text.next()), false, from);
    }
    if ("{}[]=;,:+".indexOf(c) >= 0) {
      return new Token(Kind.SIGN, Character.toString(c), false, from);
    }
    if (!name(c) && c != '-' && c != '.') {
      throw malformed("a character that no DOT text has outside quotations");
    }
    StringBuilder word = new StringBuilder().appendCodePoint(c);
    while (name(text.peek()) || (text.peek() == '.' && numeral(word))) {
      keep(word, text.next());
    }
    return new Token(Kind.WORD, word.toString(), false, from);
  }

  private static boolean name(int c) {
    return c == '_' || c >= 0x80 || (c >= 0 && Character.isLetterOrDigit(c));
  }

  private static boolean numeral(StringBuilder word) {
    return word.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '.');
  }

  /** A quotation, with those that a plus sign joins to it. */
  private String joined() throws IOException, Broken {
    StringBuilder word = new StringBuilder();
    while (true) {
      int c = text.next();
      if (c < 0) {
        throw truncated();
      }
      if (c == '\\') {
        int escaped = text.next();
        if (escaped == '\n') {
          continue;
        }
        if (escaped != '"' && escaped != '\\') {
          keep(word, '\\');
        }
        if (escaped >= 0) {
          keep(word, escaped);
        }
      } else if (c == '"') {
        skip();
        if (text.peek() != '+') {
          return word.toString();
        }
        text.next();
        skip();
        if (text.next() != '"') {
          throw malformed("a plus sign that joins nothing");
        }
      } else {
        keep(word, c);
      }
    }
  }

  private String html() throws IOException, Broken {
    StringBuilder word = new StringBuilder("<");
    int depth = 1;
    while (depth > 0) {
      int c = text.next();
      if (c < 0) {
        throw truncated();
      }
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      keep(word, c);
    }
    return word.toString();
  }

  private void keep(StringBuilder word, int c) throws Broken {
    if (word.length() >= longest) {
      throw new Broken(
          new ReadFault(ReadFault.LIMIT, "a word longer than " + longest + " characters"));
    }
    word.appendCodePoint(c);
  }

  private void skip() throws IOException, Broken {
    boolean lineStart = text.at() == 0;
    while (true) {
      int c = text.peek();
      if (c == '\n' || c == '\r') {
        lineStart = true;
        text.next();
      } else if (c == '#' && lineStart) {
        toLineEnd();
      } else if (c >= 0 && (Character.isWhitespace(c) || c == 0xFEFF)) {
        text.next();
      } else if (c == '/') {
        text.next();
        comment();
      } else {
        return;
      }
    }
  }

  private void comment() throws IOException, Broken {
    int c = text.next();
    if (c == '/') {
      toLineEnd();
      return;
    }
    if (c != '*') {
      throw malformed("a slash that begins no comment");
    }
    int last = 0;
    for (c = text.next(); !(last == '*' && c == '/'); c = text.next()) {
      if (c < 0) {
        throw truncated();
      }
      last = c;
    }
  }

  private void toLineEnd() throws IOException {
    while (text.peek() >= 0 && text.peek() != '\n') {
      text.next();
    }
  }
}

package dev.sextant.records.reader.chat.sms;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags of an XML text in UTF-8 with the bytes they and their values stand in, never failing:
 * what is no tag is passed over.
 */
/* The strict parser stops for good at the first numeric reference to half of a surrogate pair, which
 * this format writes for every emoji; and a picture of megabytes in an attribute shall be neither
 * decoded to characters nor be out of reach of a locator. */
final class XmlTags implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ATTRIBUTES = 1000;

  /**
   * What an attribute says.
   *
   * @param raw bytes as they stand between the quotation marks
   * @param from first of them within the part
   * @param to byte after the last
   * @param whole false if there are more bytes than the limit; then {@code raw} is the start
   */
  record Value(byte[] raw, long from, long to, boolean whole) {
    /** The characters, references decoded. */
    String text() {
      return XmlReferences.decoded(new String(raw, StandardCharsets.UTF_8));
    }
  }

  /** What a tag does. */
  enum Kind {
    /** An element begins. */
    START,
    /** An element begins and ends. */
    ALONE,
    /** An element ends. */
    END,
    /** Characters between tags, not only blanks. */
    TEXT
  }

  /**
   * A tag or a text.
   *
   * @param name of the element; of a text its characters
   * @param sound false if the bytes ended within it, or a value has no quotation marks
   */
  record Tag(
      Kind kind, String name, Map<String, Value> attributes, long from, long to, boolean sound) {}

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long base;
  private boolean sound;

  /**
   * Reads bytes from their start.
   *
   * @param longest bytes kept of one value or text
   */
  XmlTags(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  private int peek() throws IOException {
    if (at == end) {
      base += end;
      at = 0;
      end = Math.max(0, in.read(buffer, 0, BUFFER));
    }
    return end == 0 ? -1 : buffer[at] & 0xff;
  }

  private int take() throws IOException {
    int b = peek();
    at += b < 0 ? 0 : 1;
    return b;
  }

  /** Byte offset of what comes next. */
  long position() {
    return base + at;
  }

  /** The next tag or text, or null at the end. */
  @Nullable Tag next() throws IOException {
    while (peek() >= 0) {
      long from = position();
      sound = true;
      if (peek() != '<') {
        Tag text = text(from);
        if (text != null) {
          return text;
        }
        continue;
      }
      take();
      int c = peek();
      if (c == '!' || c == '?') {
        passOver();
        continue;
      }
      boolean closes = c == '/';
      if (closes) {
        take();
      }
      String name = name();
      Map<String, Value> attributes = new LinkedHashMap<>();
      boolean alone = attributes(attributes);
      Kind kind = closes ? Kind.END : alone ? Kind.ALONE : Kind.START;
      return new Tag(kind, name, attributes, from, position(), sound && !name.isEmpty());
    }
    return null;
  }

  private @Nullable Tag text(long from) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    boolean blank = true;
    for (int c = peek(); c >= 0 && c != '<'; c = peek()) {
      blank &= c <= ' ';
      if (said.size() < longest) {
        said.write(c);
      }
      take();
    }
    return blank || from == 0 && said.size() == 3 // A byte order mark is no text.
        ? null
        : new Tag(
            Kind.TEXT,
            XmlReferences.decoded(said.toString(StandardCharsets.UTF_8)),
            Map.of(),
            from,
            position(),
            true);
  }

  /* A comment ends at "-->", an instruction or document type at ">". */
  private void passOver() throws IOException {
    int first = take();
    boolean comment = first == '!' && peek() == '-';
    int dashes = 0;
    for (int c = take(); c >= 0; c = take()) {
      if (c == '>' && (!comment || dashes >= 2)) {
        return;
      }
      dashes = c == '-' ? dashes + 1 : 0;
    }
  }

  private static boolean blank(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private String name() throws IOException {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (int c = peek();
        c >= 0 && !blank(c) && c != '>' && c != '/' && c != '=' && c != '<';
        c = peek()) {
      if (name.size() < LONGEST_NAME) {
        name.write(c);
      }
      take();
    }
    return name.toString(StandardCharsets.UTF_8);
  }

  /* Up to the end of the tag; true if the element has nothing in it. */
  private boolean attributes(Map<String, Value> into) throws IOException {
    boolean slash = false;
    while (true) {
      int c = peek();
      if (c == '>') {
        take();
        return slash;
      }
      if (c < 0 || c == '<') { // A tag within a tag: this one has no end.
        sound = false;
        return slash;
      }
      if (blank(c) || c == '/') {
        slash = c == '/' || slash;
        take();
        continue;
      }
      slash = false;
      String name = name();
      if (name.isEmpty()) {
        sound = false;
        take();
        continue;
      }
      Value value = value();
      if (value == null) {
        sound = false;
      } else if (into.size() < MOST_ATTRIBUTES) {
        into.putIfAbsent(name, value);
      }
    }
  }

  private @Nullable Value value() throws IOException {
    passBlanks();
    if (peek() != '=') {
      return null;
    }
    take();
    passBlanks();
    int quote = peek();
    if (quote != '"' && quote != '\'') {
      return null;
    }
    take();
    long from = position();
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    while (peek() >= 0 && peek() != quote) {
      int stop = at;
      while (stop < end && buffer[stop] != quote) {
        stop++;
      }
      raw.write(buffer, at, Math.max(0, Math.min(stop - at, longest - raw.size())));
      at = stop;
    }
    long to = position();
    if (take() < 0) {
      sound = false;
      return null;
    }
    return new Value(raw.toByteArray(), from, to, to - from <= longest);
  }

  private void passBlanks() throws IOException {
    while (blank(peek())) {
      take();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

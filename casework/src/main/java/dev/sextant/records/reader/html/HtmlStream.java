package dev.sextant.records.reader.html;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.LoneSurrogates;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.DecodedText;
import dev.sextant.records.reader.graph.TextEncoding;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * An HTML text token by token, in constant memory, never failing: whatever the bytes are, they are
 * tags and texts in the order they stand. Scripts, styles and comments are passed over.
 */
/* Own tokenizer, although jsoup has a StreamParser: that one keeps the tree it builds (a Meta return
 * is one element of hundreds of megabytes), moves misplaced elements to other parents, counts places
 * in characters and in an int, and ends at 2 GiB. Here the places are bytes, because the characters
 * come one by one with theirs. The grammar is the tokenizer of the HTML standard (section 13.2.5)
 * without the states that only scripts reach; jsoup's table decodes character references. */
public final class HtmlStream implements Closeable {
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr");

  private static final Set<String> PASSED_OVER = Set.of("script", "style");

  private static final int MOST_ATTRIBUTES = 1000;

  private static final int LONGEST_NAME = 200;

  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_-]{1,40})");

  private final DecodedText text;
  private final int longest;
  private final StringBuilder characters = new StringBuilder();
  private long tagAt = -1;
  private @Nullable HtmlToken back;
  private String passOver = "";
  private boolean truncated;
  private long cut;

  private HtmlStream(DecodedText text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /** Opens a part. */
  public static HtmlStream of(Source.Part part, Limits limits) throws IOException {
    return of(part.open(), part.head(), limits);
  }

  /**
   * Opens a part whose writer is known.
   *
   * @param otherwise how its bytes stand for characters where neither they nor the page say it
   */
  public static HtmlStream of(Source.Part part, Limits limits, TextEncoding.Form otherwise)
      throws IOException {
    return new HtmlStream(
        new DecodedText(part.open(), encoding(part.head(), otherwise)), limits.itemBytes());
  }

  /**
   * Opens bytes.
   *
   * @param bytes from the very start
   * @param head the first of them, to decide the character set by
   */
  public static HtmlStream of(InputStream bytes, byte[] head, Limits limits) throws IOException {
    return new HtmlStream(new DecodedText(bytes, encoding(head)), limits.itemBytes());
  }

  /** By byte order mark, else by {@code <meta charset>}, else by what the bytes can be. */
  static TextEncoding encoding(byte[] head) {
    return encoding(head, TextEncoding.Form.WINDOWS_1252);
  }

  private static TextEncoding encoding(byte[] head, TextEncoding.Form otherwise) {
    TextEncoding seen = TextEncoding.of(head, true);
    if (seen.mark() > 0
        || seen.form() == TextEncoding.Form.UTF_16LE
        || seen.form() == TextEncoding.Form.UTF_16BE) {
      return seen;
    }
    Matcher said = CHARSET.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (!said.find()) {
      return seen.form() == TextEncoding.Form.WINDOWS_1252 ? new TextEncoding(otherwise, 0) : seen;
    }
    return switch (said.group(1).toLowerCase(Locale.ROOT)) {
      case "utf-8", "utf8" -> new TextEncoding(TextEncoding.Form.UTF_8, 0);
      case "windows-1252", "iso-8859-1", "latin1", "us-ascii", "cp1252" ->
          new TextEncoding(TextEncoding.Form.WINDOWS_1252, 0);
      case "windows-1251", "cp1251" -> new TextEncoding(TextEncoding.Form.WINDOWS_1251, 0);
      default -> seen;
    };
  }

  /** The next token, or null at the end. */
  public @Nullable HtmlToken next() throws IOException {
    HtmlToken kept = back;
    if (kept != null) {
      back = null;
      return kept;
    }
    while (true) {
      if (!passOver.isEmpty()) {
        return passedOver();
      }
      if (tagAt < 0) {
        HtmlToken said = text();
        if (said != null) {
          return said;
        }
        if (tagAt < 0) {
          return null;
        }
      }
      HtmlToken tag = tag();
      if (tag != null) {
        return tag;
      }
    }
  }

  /** Gives a token back; {@link #next} returns it again. At most one. */
  public void unread(HtmlToken token) {
    back = token;
  }

  /** Byte offset of what comes next. */
  public long position() {
    HtmlToken kept = back;
    return kept != null ? kept.from() : tagAt >= 0 ? tagAt : text.at();
  }

  /** True if the bytes ended inside a tag, a comment or a script. */
  public boolean truncated() {
    return truncated;
  }

  /** How many texts and attributes were longer than the limit and were cut. */
  public long cut() {
    return cut;
  }

  /** How many characters could not be decoded so far. */
  public long replaced() {
    return text.replaced();
  }

  /** Characters up to the next tag; remembers where the tag begins. */
  private @Nullable HtmlToken text() throws IOException {
    characters.setLength(0);
    long from = text.at();
    long to = from;
    boolean over = false;
    while (text.peek() >= 0) {
      long at = text.at();
      int c = text.next();
      if (c == '<' && opensTag(text.peek())) {
        tagAt = at;
        to = at;
        break;
      }
      over |= !keep(c);
      to = text.at();
    }
    cut += over ? 1 : 0;
    return to == from ? null : new HtmlToken.Text(decoded(false), from, to);
  }

  private static boolean opensTag(int c) {
    return letter(c) || c == '/' || c == '!' || c == '?';
  }

  private static boolean letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean blank(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  private boolean keep(int c) {
    if (characters.length() >= longest) {
      return false;
    }
    characters.appendCodePoint(c);
    return true;
  }

  /** What the less-than sign at {@link #tagAt} began; null if nothing that is told. */
  private @Nullable HtmlToken tag() throws IOException {
    long from = tagAt;
    tagAt = -1;
    int c = text.peek();
    if (c == '!') {
      text.next();
      comment();
      return null;
    }
    if (c == '?') {
      past('>');
      return null;
    }
    if (c == '/') {
      text.next();
      if (!letter(text.peek())) {
        past('>');
        return null;
      }
      String name = name();
      attributes();
      return new HtmlToken.End(name, from, text.at());
    }
    String name = name();
    Map<String, String> attributes = new LinkedHashMap<>();
    boolean closed = attributes(attributes);
    if (PASSED_OVER.contains(name) && !closed) {
      passOver = name;
    }
    return new HtmlToken.Start(name, attributes, closed || VOID.contains(name), from, text.at());
  }

  private String name() throws IOException {
    StringBuilder name = new StringBuilder();
    int c = text.peek();
    while (c >= 0 && !blank(c) && c != '>' && c != '/') {
      text.next();
      if (name.length() < LONGEST_NAME) {
        name.appendCodePoint(c);
      }
      c = text.peek();
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  private void attributes() throws IOException {
    attributes(new LinkedHashMap<>());
  }

  /** Takes attributes and the end of the tag; true if it was {@code />}. */
  private boolean attributes(Map<String, String> into) throws IOException {
    boolean slash = false;
    while (true) {
      int c = text.peek();
      if (c < 0) {
        truncated = true;
        return slash;
      }
      if (c == '>') {
        text.next();
        return slash;
      }
      if (blank(c) || c == '/') {
        slash = c == '/' || slash;
        text.next();
        continue;
      }
      slash = false;
      attribute(into);
    }
  }

  private void attribute(Map<String, String> into) throws IOException {
    StringBuilder name = new StringBuilder();
    int c = text.peek();
    do { // An equals sign first belongs to the name, says the standard.
      text.next();
      if (name.length() < LONGEST_NAME) {
        name.appendCodePoint(c);
      }
      c = text.peek();
    } while (c >= 0 && !blank(c) && c != '>' && c != '/' && c != '=');
    while (blank(text.peek())) {
      text.next();
    }
    String value = "";
    if (text.peek() == '=') {
      text.next();
      value = value();
    }
    if (into.size() < MOST_ATTRIBUTES) {
      into.putIfAbsent(name.toString().toLowerCase(Locale.ROOT), value);
    } else {
      cut++;
    }
  }

  private String value() throws IOException {
    while (blank(text.peek())) {
      text.next();
    }
    characters.setLength(0);
    boolean over = false;
    int quote = text.peek();
    if (quote == '"' || quote == '\'') {
      text.next();
      for (int c = text.next(); c != quote; c = text.next()) {
        if (c < 0) {
          truncated = true;
          break;
        }
        over |= !keep(c);
      }
    } else {
      for (int c = text.peek(); c >= 0 && !blank(c) && c != '>'; c = text.peek()) {
        over |= !keep(text.next());
      }
    }
    cut += over ? 1 : 0;
    return decoded(true);
  }

  /* The characters kept, with their references read; one to half of a surrogate pair is none. */
  private String decoded(boolean attribute) {
    StringBuilder out =
        new StringBuilder(Parser.unescapeEntities(characters.toString(), attribute));
    LoneSurrogates.show(out);
    return out.toString();
  }

  /* After "<!": a comment ends at "-->"; a document type or anything else at ">". */
  private void comment() throws IOException {
    if (text.peek() != '-') {
      past('>');
      return;
    }
    text.next();
    if (text.peek() != '-') {
      past('>');
      return;
    }
    text.next();
    int dashes = 2; // "<!-->" and "<!--->" are comments too.
    for (int c = text.next(); c != '>' || dashes < 2; c = text.next()) {
      if (c < 0) {
        truncated = true;
        return;
      }
      dashes = c == '-' ? dashes + 1 : 0;
    }
  }

  private void past(int mark) throws IOException {
    for (int c = text.next(); c != mark; c = text.next()) {
      if (c < 0) {
        truncated = true;
        return;
      }
    }
  }

  /** Passes over a script or style up to its end tag, and tells that. */
  private @Nullable HtmlToken passedOver() throws IOException {
    String wanted = passOver;
    passOver = "";
    while (text.peek() >= 0) {
      long at = text.at();
      if (text.next() == '<' && text.peek() == '/') {
        text.next();
        int matched = 0;
        while (matched < wanted.length()
            && Character.toLowerCase(text.peek()) == wanted.charAt(matched)) {
          text.next();
          matched++;
        }
        int c = text.peek();
        if (matched == wanted.length() && (c < 0 || blank(c) || c == '>' || c == '/')) {
          attributes();
          return new HtmlToken.End(wanted, at, text.at());
        }
      }
    }
    truncated = true;
    return null;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

package dev.sextant.records.reader.json;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pulls JSON values from bytes, knowing the byte range of each. Memory is that of the largest value
 * asked for as a tree; everything else streams.
 *
 * <p>Written here and not taken from a library because evidence needs exact byte offsets through
 * byte-order marks, several-byte characters and the {@code \xNN} escapes that Telegram Desktop
 * writes, none of which the libraries' locations promise.
 *
 * <p>Lenient, and counted in {@link #leniencies}: a byte-order mark, {@code \xNN} escapes, raw
 * control characters in texts, bytes that are not UTF-8 (shown as U+FFFD), lone surrogates (same).
 */
public final class JsonStream implements Closeable {
  /** What happens to each field of an object; it must take the value exactly once. */
  public interface FieldTaker {
    /** The value of this field comes next. */
    void field(String name) throws IOException;
  }

  /** What happens to each element of an array; it must take the value exactly once. */
  public interface ElementTaker {
    /** The element of this index comes next. */
    void element(long index) throws IOException;
  }

  /** What kind of value comes next. */
  public enum Kind {
    /** An object. */
    OBJECT,
    /** An array. */
    ARRAY,
    /** A text, number, true, false or null. */
    SCALAR
  }

  private final ByteReader in;
  private final int maxDepth;
  private final int maxItem;
  /* The path to the next value: names, or null where an index leads on. */
  private @Nullable String[] names = new @Nullable String[16];
  private long[] indexes = new long[16];
  private int steps;
  private int depth;
  private final List<FieldMap.Builder> builders = new ArrayList<>();

  private JsonStream(InputStream bytes, Limits limits) {
    this.in = new ByteReader(bytes);
    this.maxDepth = limits.nesting();
    this.maxItem = limits.itemBytes();
  }

  /** Reads a part from its start. */
  public static JsonStream of(Source.Part part, Limits limits) throws IOException {
    return of(part.open(), limits);
  }

  /** Reads bytes from their start. */
  public static JsonStream of(InputStream bytes, Limits limits) throws IOException {
    JsonStream stream = new JsonStream(bytes, limits);
    stream.in.byteOrderMark();
    return stream;
  }

  /**
   * Reads a part that may assign its value to a name ({@code window.YTD.tweets.part0 = [...]}):
   * skips up to the first equals sign if the part does not begin with a bracket.
   */
  public static JsonStream afterAssignment(Source.Part part, Limits limits) throws IOException {
    JsonStream stream = of(part, limits);
    int first = stream.in.peekPastSpace();
    if (first != '[' && first != '{') {
      stream.in.skipPast('=');
    }
    return stream;
  }

  /** How often the text had to be read leniently. */
  public long leniencies() {
    return in.leniencies();
  }

  /** The JSON pointer (RFC 6901) of the value that comes next. */
  public String pointer() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < steps; i++) {
      String name = names[i];
      out.append('/');
      if (name == null) {
        out.append(indexes[i]);
      } else if (name.indexOf('~') < 0 && name.indexOf('/') < 0) {
        out.append(name);
      } else {
        out.append(name.replace("~", "~0").replace("/", "~1"));
      }
    }
    return out.toString();
  }

  private void into(@Nullable String name, long index) {
    if (steps == names.length) {
      names = Arrays.copyOf(names, 2 * steps);
      indexes = Arrays.copyOf(indexes, 2 * steps);
    }
    names[steps] = name;
    indexes[steps++] = index;
  }

  /** The byte at which the next value begins. */
  public long offset() throws IOException {
    in.peekPastSpace();
    return in.position();
  }

  /** The byte after what was taken last. */
  public long position() {
    return in.position();
  }

  /** What comes next, without taking it. */
  public Kind kind() throws IOException {
    return switch (in.peekPastSpace()) {
      case '{' -> Kind.OBJECT;
      case '[' -> Kind.ARRAY;
      case -1 -> throw in.broken(ReadFault.TRUNCATED, "the bytes end in the middle");
      default -> Kind.SCALAR;
    };
  }

  /** True if another value follows, as in files of one document a line. */
  public boolean more() throws IOException {
    return in.peekPastSpace() != -1;
  }

  /** True if null comes next. */
  public boolean nothing() throws IOException {
    return in.peekPastSpace() == 'n';
  }

  private void deeper() throws JsonBroken {
    if (++depth > maxDepth) {
      throw in.broken(ReadFault.LIMIT, "nested deeper than " + maxDepth);
    }
  }

  /** Takes an object field by field. */
  public void object(FieldTaker taker) throws IOException {
    in.expectPastSpace('{');
    deeper();
    if (in.peekPastSpace() == '}') {
      in.next();
    } else {
      do {
        String name = in.name(maxItem);
        in.expectPastSpace(':');
        into(name, 0);
        taker.field(name);
        steps--;
      } while (in.commaOr('}'));
    }
    depth--;
  }

  /** Takes an array element by element. */
  public void array(ElementTaker taker) throws IOException {
    in.expectPastSpace('[');
    deeper();
    if (in.peekPastSpace() == ']') {
      in.next();
    } else {
      long index = 0;
      do {
        into(null, index);
        taker.element(index++);
        steps--;
      } while (in.commaOr(']'));
    }
    depth--;
  }

  /** Passes over the next value without keeping it. */
  public void skip() throws IOException {
    switch (in.peekPastSpace()) {
      case '{' -> {
        in.next();
        deeper();
        if (in.peekPastSpace() == '}') {
          in.next();
        } else {
          do {
            in.skipString();
            in.expectPastSpace(':');
            skip();
          } while (in.commaOr('}'));
        }
        depth--;
      }
      case '[' -> {
        in.next();
        deeper();
        if (in.peekPastSpace() == ']') {
          in.next();
        } else {
          do {
            skip();
          } while (in.commaOr(']'));
        }
        depth--;
      }
      case '"' -> in.skipString();
      case -1 -> throw in.broken(ReadFault.TRUNCATED, "the bytes end in the middle");
      default -> in.word();
    }
  }

  /**
   * Takes the next value whole.
   *
   * @throws JsonBroken also if it is larger than the limit on one item
   */
  public Json tree() throws IOException {
    return tree(offset());
  }

  private Json tree(long itemFrom) throws IOException {
    int first = in.peekPastSpace();
    long from = in.position();
    if (from - itemFrom > maxItem) {
      throw in.broken(ReadFault.LIMIT, "an item larger than " + maxItem + " bytes");
    }
    return switch (first) {
      case '"' -> {
        String text = in.string(maxItem);
        yield new Json.Text(text, from, in.position());
      }
      case '{' -> fields(from, itemFrom);
      case '[' -> items(from, itemFrom);
      case -1 -> throw in.broken(ReadFault.TRUNCATED, "the bytes end in the middle");
      default -> scalar(from);
    };
  }

  /* What object() and array() do, without a taker and a pointer: nobody asks for places within a
   * tree. One builder serves all objects of a depth, since they come one after the other. */
  private Json fields(long from, long itemFrom) throws IOException {
    in.expectPastSpace('{');
    deeper();
    FieldMap.Builder fields = builder();
    if (in.peekPastSpace() == '}') {
      in.next();
    } else {
      do {
        String name = in.name(maxItem);
        in.expectPastSpace(':');
        fields.add(name, tree(itemFrom));
      } while (in.commaOr('}'));
    }
    depth--;
    return new Json.Obj(fields.build(), from, in.position());
  }

  private FieldMap.Builder builder() {
    while (builders.size() <= depth) {
      builders.add(new FieldMap.Builder());
    }
    return builders.get(depth).begin();
  }

  private Json items(long from, long itemFrom) throws IOException {
    in.expectPastSpace('[');
    deeper();
    List<Json> items = List.of();
    if (in.peekPastSpace() == ']') {
      in.next();
    } else {
      Json first = tree(itemFrom);
      if (in.commaOr(']')) {
        items = new ArrayList<>();
        items.add(first);
        do {
          items.add(tree(itemFrom));
        } while (in.commaOr(']'));
      } else {
        items = List.of(first);
      }
    }
    depth--;
    return new Json.Arr(items, from, in.position());
  }

  private Json scalar(long from) throws IOException {
    String word = in.word();
    long to = in.position();
    if (Numerals.number(word)) { // Nearly every word is one.
      return new Json.Num(word, from, to);
    }
    return switch (word) {
      case "true" -> new Json.Bool(true, from, to);
      case "false" -> new Json.Bool(false, from, to);
      case "null" -> new Json.Null(from, to);
      default -> throw new JsonBroken(ReadFault.MALFORMED, "neither a value nor a bracket", from);
    };
  }

  /**
   * Checks that nothing but space (and, after an assignment, a semicolon) follows.
   *
   * @throws JsonBroken if something does
   */
  public void end() throws IOException {
    int next = in.peekPastSpace();
    if (next == ';') {
      in.next();
      next = in.peekPastSpace();
    }
    if (next != -1) {
      throw in.broken(ReadFault.MALFORMED, "text after the end of the document");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

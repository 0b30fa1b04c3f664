package dev.sextant.records;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/* Reads what RecordWriter writes, straight from bytes, and refuses what it could not have written in
 * that form; whoever needs it to the letter writes the record again and compares. For one thread: it
 * remembers the accounts, platforms, parts and exhibits met last, since records that follow each other
 * name the same few. */
final class RecordParser {
  private static final int MOST_REMEMBERED = 4096;
  private static final int DEEPEST = 8;

  /** Places for short texts that recur; one that meets another takes its place. */
  private static final int RECURRING = 1 << 9;

  /** Names of fields and of constants, zones, digests; longer ones are not worth a look. */
  private static final int RECURRING_LENGTH = 64;

  private final Map<Bytes, AccountRef> accounts = remembering();
  private final Map<Bytes, ConversationRef> conversations = remembering();
  private final Map<String, Platform> platforms = remembering();
  private final @Nullable String[] recurring = new @Nullable String[RECURRING];
  private final Slots slots = new Slots();
  private @Nullable Digest exhibit;
  private byte[] in = new byte[0];
  private int at;
  private int to;

  private static <K, V> Map<K, V> remembering() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST_REMEMBERED;
      }
    };
  }

  /** Bytes as a key. */
  private record Bytes(byte[] bytes) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bytes b && Arrays.equals(bytes, b.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /**
   * The record in a range of bytes.
   *
   * @throws BadValue if it is none
   */
  Record record(byte[] bytes, int from, int end) {
    in = bytes;
    at = from;
    to = end;
    slots.size = 0;
    try {
      object(name -> slots.put(name, value(name)));
      if (at != to) {
        throw bad("bytes after the end");
      }
      return slots.record();
    } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException e) {
      if (e instanceof BadValue known) {
        throw known;
      }
      throw bad(e.getClass().getSimpleName());
    }
  }

  private static BadValue bad(String what) {
    return new BadValue("SX-RECORD-CODEC", "record", what, "the bytes were altered or are newer");
  }

  /* The fields of one record by name. */
  private final class Slots {
    private final String[] names = new String[24];
    private final Object[] values = new Object[24];
    private int size;

    void put(String name, Object value) {
      if (size == names.length) {
        throw bad(name);
      }
      if (size > 0 && names[size - 1].compareTo(name) >= 0) {
        throw bad(name); // Out of order or twice.
      }
      names[size] = name;
      values[size++] = value;
    }

    private <T> @Nullable T get(String name, Class<T> type) {
      for (int i = 0; i < size; i++) {
        if (names[i].equals(name)) {
          if (type.isInstance(values[i])) {
            return type.cast(values[i]);
          }
          throw bad(name);
        }
      }
      return null;
    }

    private <T> T need(String name, Class<T> type) {
      T value = get(name, type);
      if (value == null) {
        throw bad(name);
      }
      return value;
    }

    private @Nullable String text(String name) {
      return get(name, String.class);
    }

    private String needed(String name) {
      return need(name, String.class);
    }

    private @Nullable AccountRef account(String name) {
      return get(name, AccountRef.class);
    }

    private AccountRef neededAccount(String name) {
      return need(name, AccountRef.class);
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> list(String name, Class<T> of) {
      List<?> values = need(name, List.class);
      for (Object value : values) {
        if (!of.isInstance(value)) {
          throw bad(name);
        }
      }
      return (List<T>) values;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> texts(String name) {
      Map<?, ?> values = get(name, Map.class);
      return values == null ? Map.of() : (Map<String, String>) values;
    }

    private double number(String name) {
      return Double.parseDouble(needed(name));
    }

    private Header header() {
      return new Header(
          platform(needed("platform")),
          need("locator", Locator.class),
          need("time", ClaimedTime.class),
          texts("extra"));
    }

    Record record() {
      Header header = header();
      return switch (RecordKind.valueOf(needed("kind"))) {
        case PROFILE ->
            new Record.Profile(
                header,
                neededAccount("account"),
                list("selectors", Stated.class),
                need("attributes", Map.class).isEmpty() ? Map.of() : texts("attributes"));
        case POST -> post(header);
        case MESSAGE -> message(header);
        case FOLLOW ->
            new Record.Follow(
                header,
                neededAccount("from"),
                neededAccount("to"),
                Record.Follow.How.valueOf(needed("how")));
        case LOGIN ->
            new Record.Login(
                header,
                neededAccount("account"),
                text("ip"),
                Math.toIntExact(need("port", Long.class)),
                text("device"),
                text("action"));
        case CALL -> call(header);
        case PLACE ->
            new Record.Place(
                header,
                account("account"),
                number("latitude"),
                number("longitude"),
                number("accuracy"),
                text("name"));
        case ACTIVITY ->
            new Record.Activity(
                header,
                account("account"),
                Record.Activity.What.valueOf(needed("what")),
                needed("text"),
                text("object"),
                account("towards"));
        case MEMBERSHIP ->
            new Record.Membership(
                header,
                neededAccount("account"),
                need("group", ConversationRef.class),
                Record.Membership.Action.valueOf(needed("action")),
                account("by"));
        case RELATION ->
            new Record.Relation(
                header,
                neededAccount("from"),
                neededAccount("to"),
                text("label"),
                number("weight"),
                need("directed", Boolean.class));
      };
    }

    private Record post(Header header) {
      return new Record.Post(
          header,
          account("author"),
          text("id"),
          needed("text"),
          text("replyToPost"),
          account("replyTo"),
          list("mentions", AccountRef.class),
          text("repostOf"),
          list("media", Media.class));
    }

    private Record message(Header header) {
      return new Record.Message(
          header,
          need("conversation", ConversationRef.class),
          account("author"),
          list("recipients", AccountRef.class),
          text("id"),
          needed("text"),
          text("replyTo"),
          text("forwardedFrom"),
          text("action"),
          list("mentions", AccountRef.class),
          list("media", Media.class));
    }

    private Record call(Header header) {
      String duration = text("duration");
      return new Record.Call(
          header,
          get("conversation", ConversationRef.class),
          account("caller"),
          list("called", AccountRef.class),
          duration == null ? null : Duration.parse(duration),
          text("outcome"));
    }
  }

  // ---------------------------------------------------------------- values

  private Object value(String name) {
    return switch (in[at]) {
      case '"' -> name.equals("kind") || name.equals("platform") ? recurring() : string();
      case '{' -> composite(name);
      case '[' -> {
        List<Object> items = new ArrayList<>();
        array(() -> items.add(item(name)));
        yield items;
      }
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      default -> number();
    };
  }

  private Object composite(String name) {
    return switch (name) {
      case "locator" -> locator();
      case "time" -> time();
      case "extra", "attributes" -> texts();
      case "conversation", "group" -> conversation();
      default -> account();
    };
  }

  private Object item(String name) {
    return switch (name) {
      case "media" -> media();
      case "selectors" -> stated();
      default -> account();
    };
  }

  private Object word(String word, Object value) {
    for (int i = 0; i < word.length(); i++) {
      if (in[at + i] != word.charAt(i)) {
        throw bad("value");
      }
    }
    at += word.length();
    return value;
  }

  private Locator locator() {
    String[] texts = new String[3];
    long[] ends = {-1, -1};
    object(name -> {
      switch (name) {
        case "exhibit" -> texts[0] = recurring();
        case "part" -> texts[1] = recurring();
        case "pointer" -> texts[2] = string();
        case "from" -> ends[0] = number();
        case "to" -> ends[1] = number();
        default -> throw bad(name);
      }
    });
    return new Locator(
        exhibit(there(texts[0])), there(texts[1]), ends[0], ends[1], there(texts[2]));
  }

  private Digest exhibit(String hex) {
    Digest known = exhibit;
    if (known == null || !known.hex().equals(hex)) {
      known = new Digest(hex);
      exhibit = known;
    }
    return known;
  }

  private ClaimedTime time() {
    String[] texts = new String[5];
    object(name -> {
      switch (name) {
        case "at" -> texts[0] = string();
        case "basis" -> texts[1] = recurring();
        case "precision" -> texts[2] = recurring();
        case "text" -> texts[3] = string();
        case "zone" -> texts[4] = recurring();
        default -> throw bad(name);
      }
    });
    return new ClaimedTime(
        texts[0] == null ? null : InstantText.parse(texts[0]),
        there(texts[3]),
        ClaimedTime.ZoneBasis.valueOf(there(texts[1])),
        there(texts[4]),
        ClaimedTime.Precision.valueOf(there(texts[2])));
  }

  private AccountRef account() {
    int from = at;
    skip(0);
    Bytes key = new Bytes(Arrays.copyOfRange(in, from, at));
    AccountRef known = accounts.get(key);
    if (known == null) {
      at = from;
      String[] texts = new String[5];
      object(name -> {
        switch (name) {
          case "basis" -> texts[0] = string();
          case "handle" -> texts[1] = string();
          case "key" -> texts[2] = string();
          case "name" -> texts[3] = string();
          case "platform" -> texts[4] = string();
          default -> throw bad(name);
        }
      });
      known =
          new AccountRef(
              platform(there(texts[4])),
              KeyBasis.valueOf(there(texts[0])),
              there(texts[2]),
              texts[1],
              texts[3]);
      accounts.put(key, known);
    }
    return known;
  }

  private ConversationRef conversation() {
    int from = at;
    skip(0);
    Bytes key = new Bytes(Arrays.copyOfRange(in, from, at));
    ConversationRef known = conversations.get(key);
    if (known == null) {
      at = from;
      String[] texts = new String[4];
      object(name -> {
        switch (name) {
          case "key" -> texts[0] = string();
          case "kind" -> texts[1] = string();
          case "platform" -> texts[2] = string();
          case "title" -> texts[3] = string();
          default -> throw bad(name);
        }
      });
      known =
          new ConversationRef(
              platform(there(texts[2])),
              ConversationRef.Kind.valueOf(there(texts[1])),
              there(texts[0]),
              texts[3]);
      conversations.put(key, known);
    }
    return known;
  }

  private Platform platform(String name) {
    return platforms.computeIfAbsent(name, Platform::new);
  }

  private Media media() {
    String[] texts = new String[5];
    object(name -> {
      switch (name) {
        case "digest" -> texts[0] = string();
        case "likeness" -> texts[4] = string();
        case "name" -> texts[1] = string();
        case "part" -> texts[2] = string();
        case "type" -> texts[3] = string();
        default -> throw bad(name);
      }
    });
    return new Media(
        there(texts[1]),
        texts[3],
        texts[2],
        texts[0] == null ? null : new Digest(texts[0]),
        texts[4] == null ? null : PictureHash.of(texts[4]));
  }

  private Stated stated() {
    Object[] values = new Object[2];
    object(name -> {
      switch (name) {
        case "selector" -> values[0] = string();
        case "verified" -> values[1] = value(name);
        default -> throw bad(name);
      }
    });
    if (values[0] instanceof String selector && values[1] instanceof Boolean verified) {
      return new Stated(Selector.parse(selector), verified);
    }
    throw bad("selectors");
  }

  private Map<String, String> texts() {
    Map<String, String> out = new TreeMap<>();
    object(name -> out.put(name, string()));
    return out;
  }

  private static String there(@Nullable String text) {
    if (text == null) {
      throw bad("a field is missing");
    }
    return text;
  }

  // ---------------------------------------------------------------- JSON

  private interface FieldTaker {
    void field(String name);
  }

  private void object(FieldTaker taker) {
    expect('{');
    if (in[at] == '}') {
      at++;
      return;
    }
    do {
      String name = recurring();
      expect(':');
      taker.field(name);
    } while (more('}'));
  }

  private void array(Runnable taker) {
    expect('[');
    if (in[at] == ']') {
      at++;
      return;
    }
    do {
      taker.run();
    } while (more(']'));
  }

  private boolean more(char close) {
    byte b = in[at++];
    if (b == ',') {
      return true;
    }
    if (b != close) {
      throw bad("value");
    }
    return false;
  }

  private void expect(char wanted) {
    if (at >= to || in[at++] != wanted) {
      throw bad("value");
    }
  }

  private void skip(int depth) {
    if (depth > DEEPEST) {
      throw bad("depth");
    }
    switch (in[at]) {
      case '"' -> skipString();
      case '{' -> object(name -> skip(depth + 1));
      default -> throw bad("value");
    }
  }

  private void skipString() {
    at++;
    while (in[at] != '"') {
      at += in[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private long number() {
    int from = at;
    while (at < to && (in[at] == '-' || (in[at] >= '0' && in[at] <= '9'))) {
      at++;
    }
    return Long.parseLong(new String(in, from, at - from, StandardCharsets.ISO_8859_1));
  }

  private String string() {
    expect('"');
    int from = at;
    int bits = 0;
    while (in[at] != '"' && in[at] != '\\') {
      bits |= in[at++];
    }
    if (in[at] == '"') {
      at++;
      return new String(
          in, from, at - 1 - from, bits < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
    at = from;
    return escaped();
  }

  /* A text that is likely one of those met before: the same object then, made once. A record has some
   * forty names of fields. */
  private String recurring() {
    expect('"');
    int from = at;
    int hash = 0;
    int i = at;
    while (i < to && i - from <= RECURRING_LENGTH) {
      int b = in[i];
      if (b == '"') {
        return recurring(from, i, hash);
      }
      if (b < 0x20 || b == '\\') {
        break; // Not plain ASCII (bytes above it are negative).
      }
      hash = 31 * hash + b;
      i++;
    }
    at = from - 1;
    return string();
  }

  private String recurring(int from, int end, int hash) {
    int slot = (hash ^ hash >>> 15) & RECURRING - 1;
    String known = recurring[slot];
    if (known == null || !same(known, from, end)) {
      known = new String(in, from, end - from, StandardCharsets.ISO_8859_1);
      recurring[slot] = known;
    }
    at = end + 1;
    return known;
  }

  private boolean same(String known, int from, int end) {
    if (known.length() != end - from) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (known.charAt(i - from) != in[i]) {
        return false;
      }
    }
    return true;
  }

  private String escaped() {
    StringBuilder out = new StringBuilder();
    int from = at;
    while (in[at] != '"') {
      if (in[at] != '\\') {
        at++;
        continue;
      }
      out.append(new String(in, from, at - from, StandardCharsets.UTF_8));
      at++;
      switch (in[at++]) {
        case '"' -> out.append('"');
        case '\\' -> out.append('\\');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append(
              (char) Integer.parseInt(new String(in, at, 4, StandardCharsets.ISO_8859_1), 16));
          at += 4;
        }
        default -> throw bad("escape");
      }
      from = at;
    }
    out.append(new String(in, from, at - from, StandardCharsets.UTF_8));
    at++;
    return out.toString();
  }
}

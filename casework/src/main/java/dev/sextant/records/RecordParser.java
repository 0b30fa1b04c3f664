package dev.sextant.records;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import java.time.DateTimeException;
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
final class RecordParser extends RecordCursor {
  private static final int MOST_REMEMBERED = 4096;

  private final Map<Bytes, AccountRef> accounts = remembering();
  private final Map<Bytes, ConversationRef> conversations = remembering();
  private final Map<String, Platform> platforms = remembering();
  private final RecordFields fields = new RecordFields(this::platform);
  private @Nullable Digest exhibit;

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
    fields.clear();
    try {
      object(name -> fields.put(name, value(name)));
      if (at != to) {
        throw bad("bytes after the end");
      }
      return fields.record();
    } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException e) {
      if (e instanceof BadValue known) {
        throw known;
      }
      throw bad(e.getClass().getSimpleName());
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
}

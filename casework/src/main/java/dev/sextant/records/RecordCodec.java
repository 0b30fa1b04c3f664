package dev.sextant.records;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records as canonical JSON and back, without loss: what the child process says and what the store
 * keeps. Doubles are written as texts, absent values are left out.
 */
public final class RecordCodec {
  private RecordCodec() {}

  /** The record as canonical JSON bytes. */
  public static byte[] bytes(Record record) {
    return new RecordWriter().bytes(record);
  }

  /**
   * A record from canonical JSON bytes.
   *
   * @throws BadValue if they are not what {@link #bytes} writes
   */
  public static Record record(byte[] bytes) {
    Record record = new RecordParser().record(bytes, 0, bytes.length);
    if (!Arrays.equals(new RecordWriter().bytes(record), bytes)) {
      throw new BadValue(
          "SX-RECORD-CODEC", "record", "not canonical", "the bytes were altered or are newer");
    }
    return record;
  }

  /** Many records one after the other, by one thread: what recurs in them is made once. */
  public static final class Stream {
    private final RecordParser parser = new RecordParser();
    private final RecordWriter writer = new RecordWriter();

    /** The record as canonical JSON bytes. */
    public byte[] bytes(Record record) {
      return writer.bytes(record);
    }

    /**
     * A record from bytes in a range; other forms of the same JSON than the canonical one may pass.
     *
     * @throws BadValue if they are no record
     */
    public Record record(byte[] bytes, int from, int to) {
      return parser.record(bytes, from, to);
    }
  }

  /** The record as a map for {@link CanonicalJson}. */
  public static Map<String, @Nullable Object> map(Record record) {
    Map<String, @Nullable Object> out = new TreeMap<>();
    out.put("kind", record.kind().name());
    header(out, record.header());
    switch (record) {
      case Record.Profile r -> {
        out.put("account", account(r.account()));
        out.put("selectors", list(r.selectors(), RecordCodec::stated));
        out.put("attributes", r.attributes());
      }
      case Record.Post r -> post(out, r);
      case Record.Message r -> message(out, r);
      case Record.Follow r -> {
        out.put("from", account(r.from()));
        out.put("to", account(r.to()));
        out.put("how", r.how().name());
      }
      case Record.Login r -> {
        out.put("account", account(r.account()));
        put(out, "ip", r.ip());
        out.put("port", r.port());
        put(out, "device", r.device());
        put(out, "action", r.action());
      }
      case Record.Call r -> {
        put(out, "conversation", conversation(r.conversation()));
        put(out, "caller", account(r.caller()));
        out.put("called", list(r.called(), RecordCodec::account));
        Duration duration = r.duration();
        put(out, "duration", duration == null ? null : duration.toString());
        put(out, "outcome", r.outcome());
      }
      case Record.Place r -> {
        put(out, "account", account(r.account()));
        out.put("latitude", Double.toString(r.latitude()));
        out.put("longitude", Double.toString(r.longitude()));
        out.put("accuracy", Double.toString(r.accuracyMetres()));
        put(out, "name", r.name());
      }
      case Record.Activity r -> {
        put(out, "account", account(r.account()));
        out.put("what", r.what().name());
        out.put("text", r.text());
        put(out, "object", r.object());
        put(out, "towards", account(r.towards()));
      }
      case Record.Membership r -> {
        out.put("account", account(r.account()));
        out.put("group", conversation(r.group()));
        out.put("action", r.action().name());
        put(out, "by", account(r.by()));
      }
      case Record.Relation r -> {
        out.put("from", account(r.from()));
        out.put("to", account(r.to()));
        put(out, "label", r.label());
        out.put("weight", Double.toString(r.weight()));
        out.put("directed", r.directed());
      }
    }
    return out;
  }

  private static void post(Map<String, @Nullable Object> out, Record.Post r) {
    put(out, "author", account(r.author()));
    put(out, "id", r.postId());
    out.put("text", r.text());
    put(out, "replyToPost", r.replyToPost());
    put(out, "replyTo", account(r.replyTo()));
    out.put("mentions", list(r.mentions(), RecordCodec::account));
    put(out, "repostOf", r.repostOf());
    out.put("media", list(r.media(), RecordCodec::media));
  }

  private static void message(Map<String, @Nullable Object> out, Record.Message r) {
    out.put("conversation", conversation(r.conversation()));
    put(out, "author", account(r.author()));
    out.put("recipients", list(r.recipients(), RecordCodec::account));
    put(out, "id", r.messageId());
    out.put("text", r.text());
    put(out, "replyTo", r.replyTo());
    put(out, "forwardedFrom", r.forwardedFrom());
    put(out, "action", r.action());
    out.put("mentions", list(r.mentions(), RecordCodec::account));
    out.put("media", list(r.media(), RecordCodec::media));
  }

  private static void header(Map<String, @Nullable Object> out, Header header) {
    ClaimedTime claimed = header.claimed();
    out.put("platform", header.platform().name());
    out.put("locator", locator(header.locator()));
    Map<String, @Nullable Object> time = new TreeMap<>();
    Instant instant = claimed.instant();
    put(time, "at", instant == null ? null : instant.toString());
    time.put("text", claimed.text());
    time.put("basis", claimed.basis().name());
    time.put("zone", claimed.zone());
    time.put("precision", claimed.precision().name());
    out.put("time", time);
    if (!header.extra().isEmpty()) {
      out.put("extra", header.extra());
    }
  }

  /** A locator as a map for {@link CanonicalJson}. */
  public static Map<String, @Nullable Object> locator(Locator at) {
    Map<String, @Nullable Object> out = new TreeMap<>();
    out.put("exhibit", at.exhibit().hex());
    out.put("part", at.part());
    out.put("from", at.from());
    out.put("to", at.to());
    out.put("pointer", at.pointer());
    return out;
  }

  private static void put(Map<String, @Nullable Object> out, String key, @Nullable Object value) {
    if (value != null) {
      out.put(key, value);
    }
  }

  private static <T> List<@Nullable Object> list(
      List<T> values, Function<T, ? extends @Nullable Object> form) {
    List<@Nullable Object> out = new ArrayList<>();
    values.forEach(v -> out.add(form.apply(v)));
    return out;
  }

  private static @Nullable Map<String, @Nullable Object> account(@Nullable AccountRef account) {
    if (account == null) {
      return null;
    }
    Map<String, @Nullable Object> out = new TreeMap<>();
    out.put("platform", account.platform().name());
    out.put("basis", account.basis().name());
    out.put("key", account.key());
    put(out, "handle", account.handle());
    put(out, "name", account.displayName());
    return out;
  }

  private static @Nullable Map<String, @Nullable Object> conversation(
      @Nullable ConversationRef conversation) {
    if (conversation == null) {
      return null;
    }
    Map<String, @Nullable Object> out = new TreeMap<>();
    out.put("platform", conversation.platform().name());
    out.put("kind", conversation.kind().name());
    out.put("key", conversation.key());
    put(out, "title", conversation.title());
    return out;
  }

  private static Map<String, @Nullable Object> media(Media media) {
    Map<String, @Nullable Object> out = new TreeMap<>();
    out.put("name", media.name());
    put(out, "type", media.type());
    put(out, "part", media.part());
    Digest digest = media.digest();
    put(out, "digest", digest == null ? null : digest.hex());
    PictureHash likeness = media.likeness();
    put(out, "likeness", likeness == null ? null : likeness.hex());
    return out;
  }

  private static Map<String, @Nullable Object> stated(Stated stated) {
    Map<String, @Nullable Object> out = new TreeMap<>();
    out.put("selector", stated.selector().toString());
    out.put("verified", stated.verified());
    return out;
  }

  /**
   * A record from a map as {@link #map} makes it.
   *
   * @throws BadValue if a field is missing or not of its kind
   */
  public static Record record(Map<String, @Nullable Object> map) {
    In in = new In(map);
    Header header = header(in);
    return switch (in.choice("kind", RecordKind.class)) {
      case PROFILE ->
          new Record.Profile(
              header,
              needed(in, "account"),
              in.list("selectors", RecordCodec::stated),
              in.texts("attributes"));
      case POST ->
          new Record.Post(
              header,
              account(in.map("author")),
              in.text("id"),
              in.needed("text"),
              in.text("replyToPost"),
              account(in.map("replyTo")),
              in.list("mentions", RecordCodec::neededAccount),
              in.text("repostOf"),
              in.list("media", RecordCodec::media));
      case MESSAGE ->
          new Record.Message(
              header,
              neededConversation(in, "conversation"),
              account(in.map("author")),
              in.list("recipients", RecordCodec::neededAccount),
              in.text("id"),
              in.needed("text"),
              in.text("replyTo"),
              in.text("forwardedFrom"),
              in.text("action"),
              in.list("mentions", RecordCodec::neededAccount),
              in.list("media", RecordCodec::media));
      case FOLLOW ->
          new Record.Follow(
              header,
              needed(in, "from"),
              needed(in, "to"),
              in.choice("how", Record.Follow.How.class));
      case LOGIN ->
          new Record.Login(
              header,
              needed(in, "account"),
              in.text("ip"),
              (int) in.whole("port"),
              in.text("device"),
              in.text("action"));
      case CALL ->
          new Record.Call(
              header,
              conversation(in.map("conversation")),
              account(in.map("caller")),
              in.list("called", RecordCodec::neededAccount),
              in.duration("duration"),
              in.text("outcome"));
      case PLACE ->
          new Record.Place(
              header,
              account(in.map("account")),
              in.number("latitude"),
              in.number("longitude"),
              in.number("accuracy"),
              in.text("name"));
      case ACTIVITY ->
          new Record.Activity(
              header,
              account(in.map("account")),
              in.choice("what", Record.Activity.What.class),
              in.needed("text"),
              in.text("object"),
              account(in.map("towards")));
      case MEMBERSHIP ->
          new Record.Membership(
              header,
              needed(in, "account"),
              neededConversation(in, "group"),
              in.choice("action", Record.Membership.Action.class),
              account(in.map("by")));
      case RELATION ->
          new Record.Relation(
              header,
              needed(in, "from"),
              needed(in, "to"),
              in.text("label"),
              in.number("weight"),
              in.flag("directed"));
    };
  }

  private static Header header(In in) {
    In time = in.neededMap("time");
    return new Header(
        new Platform(in.needed("platform")),
        locator(in.neededMap("locator").map),
        new ClaimedTime(
            time.instant("at"),
            time.needed("text"),
            time.choice("basis", ClaimedTime.ZoneBasis.class),
            time.needed("zone"),
            time.choice("precision", ClaimedTime.Precision.class)),
        in.texts("extra"));
  }

  /** A locator from a map as {@link #locator(Locator)} makes it. */
  public static Locator locator(Map<String, @Nullable Object> map) {
    In in = new In(map);
    return new Locator(
        new Digest(in.needed("exhibit")),
        in.needed("part"),
        in.whole("from"),
        in.whole("to"),
        in.needed("pointer"));
  }

  private static AccountRef needed(In in, String key) {
    return neededAccount(in.neededMap(key));
  }

  private static AccountRef neededAccount(In in) {
    return new AccountRef(
        new Platform(in.needed("platform")),
        in.choice("basis", KeyBasis.class),
        in.needed("key"),
        in.text("handle"),
        in.text("name"));
  }

  private static @Nullable AccountRef account(@Nullable In in) {
    return in == null ? null : neededAccount(in);
  }

  private static ConversationRef neededConversation(In in, String key) {
    ConversationRef conversation = conversation(in.neededMap(key));
    if (conversation == null) {
      throw In.bad(key);
    }
    return conversation;
  }

  private static @Nullable ConversationRef conversation(@Nullable In in) {
    return in == null
        ? null
        : new ConversationRef(
            new Platform(in.needed("platform")),
            in.choice("kind", ConversationRef.Kind.class),
            in.needed("key"),
            in.text("title"));
  }

  private static Media media(In in) {
    String digest = in.text("digest");
    String likeness = in.text("likeness");
    return new Media(
        in.needed("name"),
        in.text("type"),
        in.text("part"),
        digest == null ? null : new Digest(digest),
        likeness == null ? null : PictureHash.of(likeness));
  }

  private static Stated stated(In in) {
    return new Stated(Selector.parse(in.needed("selector")), in.flag("verified"));
  }

  /** Typed access to a map that may hold anything. */
  private record In(Map<String, @Nullable Object> map) {
    static BadValue bad(String key) {
      return new BadValue("SX-RECORD-CODEC", "record", key, "the bytes were altered or are newer");
    }

    @Nullable String text(String key) {
      Object value = map.get(key);
      if (value == null || value instanceof String) {
        return (String) value;
      }
      throw bad(key);
    }

    String needed(String key) {
      String text = text(key);
      if (text == null) {
        throw bad(key);
      }
      return text;
    }

    long whole(String key) {
      if (map.get(key) instanceof Long l) {
        return l;
      }
      if (map.get(key) instanceof Integer i) {
        return i;
      }
      throw bad(key);
    }

    boolean flag(String key) {
      if (map.get(key) instanceof Boolean b) {
        return b;
      }
      throw bad(key);
    }

    double number(String key) {
      try {
        return Double.parseDouble(needed(key));
      } catch (NumberFormatException e) {
        throw bad(key);
      }
    }

    @Nullable Instant instant(String key) {
      String text = text(key);
      try {
        return text == null ? null : Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw bad(key);
      }
    }

    @Nullable Duration duration(String key) {
      String text = text(key);
      try {
        return text == null ? null : Duration.parse(text);
      } catch (DateTimeParseException e) {
        throw bad(key);
      }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
      try {
        return Enum.valueOf(type, needed(key));
      } catch (IllegalArgumentException e) {
        throw bad(key);
      }
    }

    @SuppressWarnings("unchecked")
    @Nullable In map(String key) {
      Object value = map.get(key);
      if (value == null) {
        return null;
      }
      if (value instanceof Map<?, ?> inner) {
        return new In((Map<String, @Nullable Object>) inner);
      }
      throw bad(key);
    }

    In neededMap(String key) {
      In in = map(key);
      if (in == null) {
        throw bad(key);
      }
      return in;
    }

    Map<String, String> texts(String key) {
      In in = map(key);
      Map<String, String> out = new TreeMap<>();
      if (in != null) {
        in.map.keySet().forEach(k -> out.put(k, in.needed(k)));
      }
      return out;
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(String key, Function<In, T> form) {
      if (!(map.get(key) instanceof List<?> values)) {
        throw bad(key);
      }
      List<T> out = new ArrayList<>();
      for (Object value : values) {
        if (!(value instanceof Map<?, ?> inner)) {
          throw bad(key);
        }
        out.add(form.apply(new In((Map<String, @Nullable Object>) inner)));
      }
      return out;
    }
  }
}

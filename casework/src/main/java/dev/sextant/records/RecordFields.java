package dev.sextant.records;

import dev.sextant.records.Record.Stated;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/* The fields of one record by name, as they come. */
final class RecordFields {
  private final String[] names = new String[24];
  private final Object[] values = new Object[24];
  private final Function<String, Platform> platforms;
  private int size;

  RecordFields(Function<String, Platform> platforms) {
    this.platforms = platforms;
  }

  /** Forgets the record before. */
  void clear() {
    size = 0;
  }

  void put(String name, Object value) {
    if (size == names.length) {
      throw RecordCursor.bad(name);
    }
    if (size > 0 && names[size - 1].compareTo(name) >= 0) {
      throw RecordCursor.bad(name); // Out of order or twice.
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
        throw RecordCursor.bad(name);
      }
    }
    return null;
  }

  private <T> T need(String name, Class<T> type) {
    T value = get(name, type);
    if (value == null) {
      throw RecordCursor.bad(name);
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
        throw RecordCursor.bad(name);
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
        platforms.apply(needed("platform")),
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

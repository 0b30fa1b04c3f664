package dev.sextant.records.reader.chat.matrix;

import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which events were told already: pages of the interface overlap, answers repeat the state, Synapse
 * writes it beside the events. What differs under one id (sealed and opened, before and after it
 * was taken back) is told each time.
 */
final class MatrixTold {
  /** What is remembered takes some 100 bytes for each event. */
  private static final int MOST = 1 << 20;

  private static final List<String> HEAD =
      List.of("event_id", "type", "sender", "user_id", "state_key", "origin_server_ts", "redacts");

  /** Half of a SHA-256 over what an event says. */
  private record Key(long high, long low) {}

  private final Set<Key> told = new HashSet<>();
  private final MatrixSurvey survey;
  private boolean full;

  MatrixTold(MatrixSurvey survey) {
    this.survey = survey;
  }

  /** Whether events behind those that can be remembered may have been told twice. */
  boolean full() {
    return full;
  }

  /** Why an event is passed over; the empty text if it was not told yet. */
  String rule(Source.Part part, Json event, @Nullable String named) {
    if (!(event instanceof Json.Obj o) || !tells(o)) {
      return "";
    }
    Key key = key(survey.room(part, o, named), o);
    if (told.contains(key)) {
      return "an event told already";
    }
    full |= told.size() == MOST;
    if (!full) {
      told.add(key);
    }
    return "";
  }

  /* Servers write events to one another, and Synapse into its export, without their id, which is
   * made of their hashes. Of a state nothing new is said by saying it again at the same moment. */
  private static boolean tells(Json.Obj event) {
    return !Fields.look(event, "event_id").isBlank()
        || hashed(event)
        || (event.get("state_key") != null && MatrixSurvey.millis(event) > 0);
  }

  private static boolean hashed(Json.Obj event) {
    return event.get("hashes") instanceof Json.Obj hashes
        && !Fields.look(hashes, "sha256").isBlank();
  }

  private static Key key(String room, Json.Obj event) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    add(digest, room);
    for (String name : HEAD) {
      add(digest, Fields.look(event, name));
    }
    add(digest, MatrixForm.redacted(event) ? "redacted" : "");
    boolean named = !Fields.look(event, "event_id").isBlank();
    for (String name : named ? List.of("content") : List.of("hashes", "content")) {
      if (event.get(name) instanceof Json.Obj within) {
        add(digest, within);
      }
    }
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Key(bytes.getLong(), bytes.getLong());
  }

  /* Lengths first: nothing that stands in one value can pass for two. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, Json value) {
    switch (value) {
      case Json.Obj o -> {
        add(digest, "object " + o.fields().size());
        new TreeMap<>(o.fields())
            .forEach((name, one) -> {
              add(digest, name);
              add(digest, one);
            });
      }
      case Json.Arr list -> {
        add(digest, "list " + list.items().size());
        list.items().forEach(one -> add(digest, one));
      }
      case Json.Text t -> add(digest, "text " + t.text());
      default -> add(digest, value.raw());
    }
  }
}

package dev.sextant.records.reader.chat.matrix;

import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The way to the events in a document: Element's export, an answer of the client-server interface
 * (messages, context, search, sync), or a bare list. Names after the Matrix specification,
 * Client-Server API v1.13 (spec.matrix.org).
 */
final class MatrixWalk {
  /** What happens on the way; each must take the value exactly once. */
  interface Taker {
    /**
     * An event comes next.
     *
     * @param room the room that the document names for it, or null
     */
    void event(JsonStream in, @Nullable String room) throws IOException;

    /** A text, number, true, false or null comes next that belongs to no event. */
    void head(JsonStream in, String name) throws IOException;

    /** Something else comes next that is no event. */
    void other(JsonStream in, String name) throws IOException;
  }

  private final Taker taker;

  MatrixWalk(Taker taker) {
    this.taker = taker;
  }

  /** Takes a list of events or a document that holds such lists. */
  void document(JsonStream in) throws IOException {
    switch (in.kind()) {
      case ARRAY -> in.array(index -> event(in, null, "list"));
      case OBJECT -> within(in, null);
      case SCALAR -> taker.other(in, "no object");
    }
  }

  private void event(JsonStream in, @Nullable String room, String name) throws IOException {
    if (in.kind() == JsonStream.Kind.OBJECT) {
      taker.event(in, room);
    } else {
      taker.other(in, name + " that holds no event");
    }
  }

  private void within(JsonStream in, @Nullable String room) throws IOException {
    in.object(name -> {
      JsonStream.Kind kind = in.kind();
      if (kind == JsonStream.Kind.SCALAR) {
        taker.head(in, name);
        return;
      }
      boolean list = kind == JsonStream.Kind.ARRAY;
      switch (name) {
        case "chunk", "messages", "events", "state", "events_before", "events_after" -> {
          if (list) {
            in.array(index -> event(in, room, name));
          } else {
            within(in, room); // {"state": {"events": [..]}}
          }
        }
        case "event", "result" -> event(in, room, name);
        case "results" -> {
          if (list) {
            in.array(index -> inner(in, room, name));
          } else {
            taker.other(in, name);
          }
        }
        case "timeline",
            "invite_state",
            "knock_state",
            "context",
            "search_categories",
            "room_events" ->
            inner(in, room, name);
        case "rooms" -> rooms(in, name);
        default -> taker.other(in, name);
      }
    });
  }

  private void inner(JsonStream in, @Nullable String room, String name) throws IOException {
    if (in.kind() == JsonStream.Kind.OBJECT) {
      within(in, room);
    } else {
      taker.other(in, name);
    }
  }

  /* {"rooms": {"join": {"!id:server": {"timeline": {"events": [..]}}}}} */
  private void rooms(JsonStream in, String name) throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT) {
      taker.other(in, name);
      return;
    }
    in.object(membership -> {
      if (in.kind() == JsonStream.Kind.OBJECT) {
        in.object(room -> inner(in, room, membership));
      } else {
        taker.other(in, membership);
      }
    });
  }
}

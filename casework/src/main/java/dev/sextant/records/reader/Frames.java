package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Locator;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the child process says, as frames: four bytes of length, big-endian, then canonical JSON
 * with the frame's kind under {@code t}.
 */
final class Frames {
  /** A frame is one item; extras and accounts can make it larger than the item's bytes. */
  static final int MAX_FRAME_BYTES = 256 << 20;

  private Frames() {}

  static void write(DataOutputStream out, Map<String, @Nullable Object> frame) throws IOException {
    byte[] bytes = CanonicalJson.write(frame);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** The next frame, or null at the end of the stream. */
  static @Nullable Map<String, @Nullable Object> read(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (length < 0 || length > MAX_FRAME_BYTES) {
      throw new IOException("frame of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("frame cut short");
    }
    return CanonicalJson.readObject(bytes);
  }

  static Map<String, @Nullable Object> frame(String kind) {
    Map<String, @Nullable Object> out = new TreeMap<>();
    out.put("t", kind);
    return out;
  }

  static Map<String, @Nullable Object> card(ReaderCard card) {
    Map<String, @Nullable Object> out = frame("chosen");
    out.put("name", card.name());
    out.put("version", card.version());
    out.put("title", card.title());
    out.put("covers", card.covers());
    out.put("gaps", card.gaps());
    out.put("confirmed", card.confirmed());
    return out;
  }

  /** Turns everything a sink hears into frames. */
  record Writer(DataOutputStream out) implements Events {
    private void say(Map<String, @Nullable Object> frame) {
      try {
        Frames.write(out, frame);
      } catch (IOException e) {
        // The parent has gone away; there is nobody to tell.
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void chosen(ReaderCard card) {
      say(card(card));
    }

    @Override
    public void surveyed(TableSurvey survey) {
      Map<String, @Nullable Object> frame = frame("survey");
      frame.put("survey", survey.map());
      say(frame);
    }

    @Override
    public void item() {
      say(frame("item"));
    }

    @Override
    public void records(List<? extends Record> records) {
      List<@Nullable Object> list = new ArrayList<>();
      records.forEach(r -> list.add(RecordCodec.map(r)));
      Map<String, @Nullable Object> frame = frame("records");
      frame.put("records", list);
      say(frame);
    }

    @Override
    public void fault(Locator where, ReadFault fault) {
      Map<String, @Nullable Object> frame = frame("fault");
      frame.put("at", RecordCodec.locator(where));
      frame.put("code", fault.code());
      frame.put("what", fault.what());
      say(frame);
    }

    @Override
    public void unknown(Locator where, String section) {
      Map<String, @Nullable Object> frame = frame("unknown");
      frame.put("at", RecordCodec.locator(where));
      frame.put("section", section);
      say(frame);
    }

    @Override
    public void ignored(Locator where, String rule) {
      Map<String, @Nullable Object> frame = frame("ignored");
      frame.put("at", RecordCodec.locator(where));
      frame.put("rule", rule);
      say(frame);
    }

    @Override
    public void note(ReadNote note) {
      Map<String, @Nullable Object> frame = frame("note");
      frame.put("code", note.code());
      frame.put("what", note.what());
      say(frame);
    }
  }

  /**
   * Tells events what a frame says.
   *
   * @return false if the frame is none of a sink's
   */
  @SuppressWarnings("unchecked")
  static boolean tell(Map<String, @Nullable Object> frame, Events events) {
    switch (text(frame, "t")) {
      case "chosen" -> events.chosen(card(frame));
      case "item" -> events.item();
      case "survey" -> {
        if (!(frame.get("survey") instanceof Map<?, ?> map)) {
          throw new IllegalStateException("frame without a survey");
        }
        events.surveyed(TableSurvey.of((Map<String, @Nullable Object>) map));
      }
      case "records" -> {
        List<Record> records = new ArrayList<>();
        for (Object map : list(frame, "records")) {
          records.add(RecordCodec.record((Map<String, @Nullable Object>) map));
        }
        events.records(records);
      }
      case "fault" ->
          events.fault(at(frame), new ReadFault(text(frame, "code"), text(frame, "what")));
      case "unknown" -> events.unknown(at(frame), text(frame, "section"));
      case "ignored" -> events.ignored(at(frame), text(frame, "rule"));
      case "note" -> events.note(new ReadNote(text(frame, "code"), text(frame, "what")));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static ReaderCard card(Map<String, @Nullable Object> frame) {
    return new ReaderCard(
        text(frame, "name"),
        (int) whole(frame, "version"),
        text(frame, "title"),
        list(frame, "covers").stream().map(String::valueOf).toList(),
        list(frame, "gaps").stream().map(String::valueOf).toList(),
        list(frame, "confirmed").stream().map(String::valueOf).toList());
  }

  @SuppressWarnings("unchecked")
  private static Locator at(Map<String, @Nullable Object> frame) {
    if (frame.get("at") instanceof Map<?, ?> map) {
      return RecordCodec.locator((Map<String, @Nullable Object>) map);
    }
    throw new IllegalStateException("frame without a place");
  }

  static String text(Map<String, @Nullable Object> frame, String key) {
    if (frame.get(key) instanceof String s) {
      return s;
    }
    throw new IllegalStateException("frame without " + key);
  }

  static long whole(Map<String, @Nullable Object> frame, String key) {
    if (frame.get(key) instanceof Long l) {
      return l;
    }
    throw new IllegalStateException("frame without " + key);
  }

  static List<?> list(Map<String, @Nullable Object> frame, String key) {
    if (frame.get(key) instanceof List<?> l) {
      return l;
    }
    throw new IllegalStateException("frame without " + key);
  }
}

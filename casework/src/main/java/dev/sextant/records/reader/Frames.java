package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.reader.mapping.RowsRound;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Locator;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the child process says, as frames: four bytes of length, big-endian, then the frame. Items
 * and records, of which there are millions, are a letter ({@code I}; {@code R} followed by each
 * record as four bytes of length and its canonical JSON); everything else is canonical JSON with
 * the frame's kind under {@code t}.
 */
final class Frames {
  /** A frame is one item; extras and accounts can make it larger than the item's bytes. */
  static final int MAX_FRAME_BYTES = 256 << 20;

  private static final byte ITEM = 'I';
  private static final byte RECORDS = 'R';

  private Frames() {}

  static void write(DataOutputStream out, Map<String, @Nullable Object> frame) throws IOException {
    byte[] bytes = CanonicalJson.write(frame);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** The next frame of JSON, or null at the end of the stream. */
  static @Nullable Map<String, @Nullable Object> read(DataInputStream in) throws IOException {
    byte[] bytes = next(in);
    return bytes == null ? null : CanonicalJson.readObject(bytes);
  }

  /** The next frame of any form, or null at the end of the stream. */
  static byte @Nullable [] next(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (length <= 0 || length > MAX_FRAME_BYTES) {
      throw new IOException("frame of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("frame cut short");
    }
    return bytes;
  }

  /** True if the frame begins an item. */
  static boolean isItem(byte[] frame) {
    return frame.length == 1 && frame[0] == ITEM;
  }

  /** True if the frame holds records. */
  static boolean isRecords(byte[] frame) {
    return frame[0] == RECORDS;
  }

  /**
   * The records of such a frame.
   *
   * @throws BadValue if they are none
   */
  static List<Record> records(byte[] frame, RecordCodec.Stream codec) {
    ByteBuffer in = ByteBuffer.wrap(frame, 1, frame.length - 1);
    List<Record> records = new ArrayList<>();
    while (in.hasRemaining()) {
      int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
      if (length <= 0 || length > in.remaining()) {
        throw new BadValue("SX-READ-FRAME", "frame of records", length + " bytes", "none");
      }
      records.add(codec.record(frame, in.position(), in.position() + length));
      in.position(in.position() + length);
    }
    return records;
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
  static final class Writer implements Events {
    private final DataOutputStream out;
    private final RecordCodec.Stream codec = new RecordCodec.Stream();

    Writer(DataOutputStream out) {
      this.out = out;
    }

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
    public void rows(RowsRound rows) {
      Map<String, @Nullable Object> frame = frame("rows");
      frame.put("rows", rows.map());
      say(frame);
    }

    @Override
    public void sniffed(Sniffed seen) {
      Map<String, @Nullable Object> frame = frame("sniffed");
      frame.put("sniffed", seen.map());
      say(frame);
    }

    @Override
    public void item() {
      try {
        out.writeInt(1);
        out.writeByte(ITEM);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void records(List<? extends Record> records) {
      List<byte[]> bodies = new ArrayList<>(records.size());
      long length = 1;
      for (Record record : records) {
        byte[] body = codec.bytes(record);
        bodies.add(body);
        length += Integer.BYTES + body.length;
      }
      try {
        out.writeInt(Math.toIntExact(length));
        out.writeByte(RECORDS);
        for (byte[] body : bodies) {
          out.writeInt(body.length);
          out.write(body);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
      case "survey" -> {
        if (!(frame.get("survey") instanceof Map<?, ?> map)) {
          throw new IllegalStateException("frame without a survey");
        }
        events.surveyed(TableSurvey.of((Map<String, @Nullable Object>) map));
      }
      case "rows" -> {
        if (!(frame.get("rows") instanceof Map<?, ?> map)) {
          throw new IllegalStateException("frame without rows");
        }
        events.rows(RowsRound.of(map));
      }
      case "sniffed" -> {
        if (!(frame.get("sniffed") instanceof Map<?, ?> map)) {
          throw new IllegalStateException("frame without a look");
        }
        events.sniffed(Sniffed.of(map));
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

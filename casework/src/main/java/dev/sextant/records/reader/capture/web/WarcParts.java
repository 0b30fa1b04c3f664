package dev.sextant.records.reader.capture.web;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * The records of one WARC file, plain or with each record packed by itself. Past bytes that cannot
 * be followed it looks for the next record.
 */
final class WarcParts {
  private static final byte[] PLAIN = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PACKED = {0x1f, (byte) 0x8b, 0x08};

  /** Finding the way again costs a new opening; a file broken more often than this is given up. */
  private static final int MOST_BREAKS = 200;

  private static final byte[] NEVER = {};

  private final Source source;
  private final Sink sink;
  private final CaptureForms forms;
  private long badPayloads;

  WarcParts(Source source, Sink sink) {
    this.source = source;
    this.sink = sink;
    this.forms = new CaptureForms(source.limits());
  }

  /** True if a part begins as a WARC file does. */
  static boolean looks(Source.Part part) throws IOException {
    byte[] head = part.head();
    if (begins(head, PLAIN)) {
      return true;
    }
    if (!begins(head, PACKED)) {
      return false;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
      return begins(in.readNBytes(PLAIN.length), PLAIN);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    return bytes.length >= with.length
        && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }

  /** Reads a part. */
  void read(Source.Part part) throws IOException {
    badPayloads = 0;
    byte[] mark = begins(part.head(), PACKED) ? PACKED : PLAIN;
    long from = 0;
    for (int breaks = 0; from >= 0 && from < part.size(); breaks++) {
      long broken = run(part, from);
      from = broken < 0 ? -1 : resume(part, broken, breaks < MOST_BREAKS ? mark : NEVER);
    }
    if (badPayloads > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-DIGEST",
              badPayloads
                  + " captures carry a payload digest that is not that of their payload, while the"
                  + " block is as it was sealed or was not sealed: see \"digest check\"."));
    }
  }

  /* Reads from an offset on. Returns -1 at the end, else where the record begins that could not be
   * followed; its bytes up to the next one are the fault. */
  private long run(Source.Part part, long base) throws IOException {
    try (InputStream in = part.open()) {
      in.skipNBytes(base);
      WarcReader reader = new WarcReader(new Ended(Channels.newChannel(in)));
      reader.setLenient(true);
      return walk(part, reader, base);
    } catch (Lost lost) {
      return lost.at;
    }
  }

  private long walk(Source.Part part, WarcReader reader, long base) throws IOException, Lost {
    Optional<WarcRecord> next = next(reader, base);
    while (next.isPresent()) {
      long from = base + reader.position();
      if (from >= part.size()) {
        throw new Lost(Math.max(base, part.size() - 1));
      }
      Capture capture = take(next.get(), from);
      Lost lost = null;
      long to;
      try {
        next = next(reader, from);
        to = next.isPresent() ? base + reader.position() : part.size();
      } catch (Lost e) {
        // This record is whole; it is the one behind it that cannot be followed.
        to = Math.max(base + reader.position(), from + 1);
        lost = new Lost(to);
      }
      tell(capture, at(part, from, to, capture));
      if (lost != null) {
        throw lost;
      }
    }
    return -1;
  }

  /* jwarc tells of what it cannot parse in these ways. */
  private static Optional<WarcRecord> next(WarcReader reader, long from) throws Lost {
    try {
      return reader.next();
    } catch (IOException | IllegalArgumentException e) {
      throw new Lost(from);
    }
  }

  private Capture take(WarcRecord record, long from) throws Lost {
    try {
      Capture capture = Capture.of(record, source.limits().itemBytes());
      if (!capture.cut()) {
        return capture;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Lost(from);
    }
    throw new Lost(from);
  }

  /**
   * Says once and for all that the bytes are at their end: jwarc 0.36 asks for ever where a file
   * ends in more line ends than its buffer holds.
   */
  private static final class Ended implements ReadableByteChannel {
    /** So often it may rightly ask again: for the rest of a record, its end, and the next. */
    private static final int MOST_ASKED = 16;

    private final ReadableByteChannel bytes;
    private int asked;

    Ended(ReadableByteChannel bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      int got = bytes.read(into);
      if (got < 0 && ++asked > MOST_ASKED) {
        throw new EOFException("asked beyond the end");
      }
      return got;
    }

    @Override
    public boolean isOpen() {
      return bytes.isOpen();
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }

  /** The place from which the bytes cannot be followed. */
  private static final class Lost extends Exception {
    private static final long serialVersionUID = 1L;
    private final long at;

    Lost(long at) {
      super("", null, false, false);
      this.at = at;
    }
  }

  private static Locator at(Source.Part part, long from, long to, Capture capture) {
    long end = Math.min(to, part.size());
    return part.at(
        Math.min(from, end), end, capture.header("WARC-Record-ID").replaceAll("[<>]", ""));
  }

  private long resume(Source.Part part, long broken, byte[] mark) throws IOException {
    long next = mark.length == 0 ? -1 : find(part, broken + 1, mark);
    long to = next < 0 ? part.size() : next;
    sink.item();
    sink.fault(
        part.at(Math.min(broken, to), to, ""),
        next < 0
            ? new ReadFault(ReadFault.TRUNCATED, "a capture ends in the middle or is damaged")
            : new ReadFault(ReadFault.MALFORMED, "a capture that cannot be followed"));
    return next;
  }

  private static long find(Source.Part part, long from, byte[] mark) throws IOException {
    try (InputStream raw = part.open();
        InputStream in = new java.io.BufferedInputStream(raw, 1 << 16)) {
      in.skipNBytes(Math.min(from, part.size()));
      int matched = 0;
      long at = from;
      for (int b = in.read(); b >= 0; b = in.read()) {
        at++;
        matched = (byte) b == mark[matched] ? matched + 1 : (byte) b == mark[0] ? 1 : 0;
        if (matched == mark.length) {
          return at - mark.length;
        }
      }
      return -1;
    }
  }

  private void tell(Capture capture, Locator at) throws IOException {
    if (capture.sealed() == Capture.Check.BAD) {
      sink.item();
      sink.fault(
          at,
          new ReadFault(
              ReadFault.MALFORMED, "the block digest of the capture is not that of its bytes"));
      return;
    }
    switch (capture.type()) {
      case "response", "resource", "conversion" -> {
        sink.item();
        CaptureForms.Formed formed = forms.content(capture, at);
        badPayloads += formed.payload() == Capture.Check.BAD ? 1 : 0;
        sink.records(List.of(formed.record()));
      }
      case "revisit" -> item(forms.revisit(capture, at));
      case "metadata" -> item(forms.metadata(capture, at));
      case "request" -> sink.ignored(at, "WARC request: what the tool asked for, not what it got");
      case "warcinfo" -> info(capture, at);
      default -> {
        sink.item();
        sink.unknown(at, "WARC record of type " + shown(capture.type()));
      }
    }
  }

  private void item(@Nullable Record record) {
    if (record != null) {
      sink.item();
      sink.records(List.of(record));
    }
  }

  private static String shown(String type) {
    return type.matches("[a-z-]{1,40}") ? type : "unreadable";
  }

  private void info(Capture capture, Locator at) {
    sink.ignored(at, "WARC warcinfo: the tool about itself");
    new String(capture.block(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("software:"))
        .filter(line -> line.length() < 200)
        .findFirst()
        .ifPresent(line ->
            sink.note(
                new ReadNote("SX-NOTE-TOOL", "Captured with " + line.substring(9).strip() + ".")));
  }
}

package dev.sextant.records.reader.archive;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.Locator;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipException;

/**
 * One JSON document a line; each line is one item, and a broken one does not end the reading. Bytes
 * come from any stream, so that unpacked ones can be read too.
 */
public final class JsonLines {
  /** Where a range of the lines' bytes is. */
  public interface Places {
    /** A locator. */
    Locator at(long from, long to, String pointer);
  }

  private final Source source;
  private final Sink sink;
  private final Places places;
  private long at;

  /** Reads lines into a sink. */
  public JsonLines(Source source, Sink sink, Places places) {
    this.source = source;
    this.sink = sink;
    this.places = places;
  }

  /** Reads all lines. */
  public void read(InputStream bytes, JsonItems.Unfamiliar unfamiliar, JsonItems.Form form)
      throws IOException {
    int longest = source.limits().itemBytes();
    try (BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long number = 0;
      boolean more = true;
      while (more) {
        line.reset();
        long from = at;
        int b = in.read();
        while (b >= 0 && b != '\n') {
          at++;
          if (line.size() < longest) {
            line.write(b);
          }
          b = in.read();
        }
        long to = at;
        at += b < 0 ? 0 : 1;
        more = b >= 0;
        number++;
        if (!blank(line)) {
          line(line.toByteArray(), new Range(from, to, number), unfamiliar, form);
        }
      }
    } catch (EOFException | ZipException e) {
      broken(new ReadFault(ReadFault.TRUNCATED, "the packed entry cannot be read on"));
    } catch (ReaderFault.Limit e) {
      broken(new ReadFault(e.code(), e.what()));
    } catch (IOException e) {
      // What unpacks a stream says so of a damaged one.
      broken(new ReadFault(ReadFault.MALFORMED, "the bytes cannot be unpacked further"));
    }
  }

  private record Range(long from, long to, long number) {}

  private void broken(ReadFault fault) {
    sink.item();
    sink.fault(places.at(at, at, ""), fault);
  }

  private static boolean blank(ByteArrayOutputStream line) {
    for (byte b : line.toByteArray()) {
      if (b != ' ' && b != '\t' && b != '\r' && b != 0) {
        return false;
      }
    }
    return true;
  }

  private void line(byte[] bytes, Range range, JsonItems.Unfamiliar unfamiliar, JsonItems.Form form)
      throws IOException {
    sink.item();
    Locator where = places.at(range.from(), range.to(), Long.toString(range.number()));
    if (bytes.length < range.to() - range.from()) {
      sink.fault(
          where, new ReadFault(ReadFault.LIMIT, "a line longer than " + bytes.length + " bytes"));
      return;
    }
    Json value;
    try (JsonStream in = JsonStream.of(new ByteArrayInputStream(bytes), source.limits())) {
      value = in.tree();
      in.end();
    } catch (JsonBroken e) {
      sink.fault(where, e.fault());
      return;
    }
    String section = unfamiliar.section(value);
    if (!section.isEmpty()) {
      sink.unknown(where, section);
      return;
    }
    List<? extends Record> records = form.records(value, where);
    if (records.isEmpty()) {
      sink.fault(
          where, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
    } else {
      sink.records(records);
    }
  }
}

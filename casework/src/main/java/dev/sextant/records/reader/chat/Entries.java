package dev.sextant.records.reader.chat;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.TextLines;
import dev.sextant.terms.Locator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A text in which some lines begin an entry and the lines after belong to it.
 *
 * @param <S> what the beginning of an entry says
 */
public final class Entries<S> {
  /** Tells beginnings from other lines. */
  public interface Start<S> {
    /** What the line says if it begins an entry, else null. */
    @Nullable S of(String line);
  }

  /** What is found, in the order of the file. */
  public interface Visitor<S> {
    /**
     * An entry.
     *
     * @param start what its first line says
     * @param more the lines after, each led by LF; empty if there are none
     */
    void entry(S start, String more, Locator at) throws IOException;
  }

  private final Source.Part part;
  private final Limits limits;
  private final Start<S> start;

  /** The entries of a part. */
  public Entries(Source.Part part, Limits limits, Start<S> start) {
    this.part = part;
    this.limits = limits;
    this.start = start;
  }

  /** Visits every entry without announcing anything, to decide by. */
  public void survey(Visitor<S> visitor) throws IOException {
    walk(visitor, null);
  }

  /**
   * Visits every entry; what stands before the first, and entries over the limit, are announced and
   * closed here.
   *
   * @return lines that held bytes which are not UTF-8
   */
  public long read(Sink sink, Visitor<S> visitor) throws IOException {
    return walk(visitor, sink);
  }

  private long walk(Visitor<S> visitor, @Nullable Sink sink) throws IOException {
    try (TextLines lines = new TextLines(part.open(), limits.itemBytes())) {
      S open = null;
      StringBuilder more = new StringBuilder();
      long from = -1;
      long to = 0;
      long number = 0;
      boolean whole = true;
      TextLines.Line line = lines.line();
      while (line != null) {
        S begun = start.of(line.text());
        if (begun != null) {
          close(
              visitor,
              sink,
              open,
              more,
              part.at(Math.max(0, from), Math.max(0, to), number + ":1"),
              from >= 0,
              whole);
          open = begun;
          from = line.from();
          number = line.number();
          whole = line.whole();
          more.setLength(0);
          to = line.to();
        } else if (from >= 0 || !line.text().isBlank()) {
          if (from < 0) {
            from = line.from();
            number = line.number();
          }
          whole &= line.whole() && line.to() - from <= limits.itemBytes();
          if (whole && open != null) {
            more.append('\n').append(line.text());
          }
          to = line.text().isBlank() ? to : line.to();
        }
        line = lines.line();
      }
      close(
          visitor,
          sink,
          open,
          more,
          part.at(Math.max(0, from), Math.max(Math.max(0, from), to), number + ":1"),
          from >= 0,
          whole);
      return lines.badLines();
    }
  }

  private void close(
      Visitor<S> visitor,
      @Nullable Sink sink,
      @Nullable S open,
      StringBuilder more,
      Locator at,
      boolean any,
      boolean whole)
      throws IOException {
    if (!any) {
      return;
    }
    if (open != null && whole) {
      visitor.entry(open, more.toString().stripTrailing(), at);
    } else if (sink != null) {
      sink.item();
      if (whole) {
        sink.unknown(at, "text before the first entry");
      } else {
        sink.fault(at, new ReadFault(ReadFault.LIMIT, "an entry over the limit"));
      }
    }
  }
}

package dev.sextant.records.reader.whatsapp;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.TextLines;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks through a text export, entry by entry. */
final class Transcript {
  /** What is found, in the order of the file. */
  interface Visitor {
    /** An entry. */
    void entry(Entry entry) throws IOException;

    /** A stretch before the first entry. */
    default void preamble(long from, long to) throws IOException {}

    /** An entry longer than the limit on one item. */
    default void tooLong(long from, long to, long line) throws IOException {}
  }

  private final Source.Part part;
  private final Limits limits;
  private long unlike;
  private long firstUnlike;

  Transcript(Source.Part part, Limits limits) {
    this.part = part;
    this.limits = limits;
  }

  /**
   * Visits every entry.
   *
   * @return lines that held bytes which are not UTF-8
   */
  long walk(Visitor visitor) throws IOException {
    unlike = 0;
    firstUnlike = 0;
    try (TextLines lines = new TextLines(part.open(), limits.itemBytes())) {
      Gathering open = new Gathering(limits.itemBytes());
      @Nullable Stamp first = null;
      TextLines.Line line = lines.line();
      while (line != null) {
        Stamp stamp = Stamp.of(line.text());
        // A file has one form: what somebody copied into a message from the browser's WhatsApp, the
        // time before the date, or from a telephone of the other make, in brackets or without them,
        // is part of that message, and nobody said it here.
        if (stamp != null && (first == null || stamp.likewise(first))) {
          first = stamp;
          open.close(visitor);
          open.begin(stamp, line);
        } else {
          if (stamp != null) {
            unlike++;
            firstUnlike = firstUnlike == 0 ? line.number() : firstUnlike;
          }
          open.more(line);
        }
        line = lines.line();
      }
      open.close(visitor);
      return lines.badLines();
    }
  }

  /** How many lines of the last walk begin with a stamp that is not of the file's form. */
  long unlike() {
    return unlike;
  }

  /** The first of them, counted from 1; 0 if there is none. */
  long firstUnlike() {
    return firstUnlike;
  }

  /** The entry being gathered. */
  private static final class Gathering {
    private final int most;
    private final StringBuilder rest = new StringBuilder();
    private @Nullable Stamp stamp;
    private long line;
    private long from = -1;
    private long to;
    private boolean whole = true;

    Gathering(int most) {
      this.most = most;
    }

    void begin(Stamp found, TextLines.Line at) {
      stamp = found;
      line = at.number();
      from = at.from();
      to = at.to();
      whole = at.whole();
      rest.setLength(0);
      rest.append(found.rest());
    }

    void more(TextLines.Line at) {
      if (from < 0) {
        if (at.text().isBlank()) {
          return; // Blank lines before the first entry say nothing.
        }
        from = at.from();
        line = at.number();
      }
      whole &= at.whole() && at.to() - from <= most;
      if (whole) {
        rest.append('\n').append(at.text());
      }
      to = at.text().isBlank() && stamp == null ? to : at.to();
    }

    void close(Visitor visitor) throws IOException {
      Stamp found = stamp;
      if (found == null) {
        if (from >= 0) {
          visitor.preamble(from, to);
        }
      } else if (whole) {
        String text = rest.toString();
        String author = Entry.authorOf(firstLine(text));
        visitor.entry(new Entry(found, author, Entry.wordsOf(text, author), line, from, to));
      } else {
        visitor.tooLong(from, to, line);
      }
      stamp = null;
      from = -1;
      to = 0;
    }

    private static String firstLine(String text) {
      int end = text.indexOf('\n');
      return end < 0 ? text : text.substring(0, end);
    }
  }
}

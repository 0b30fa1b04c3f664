package dev.sextant.records.reader.chat.vcard;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.RawLines;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cards of one part. For readers whose exports hold an address book among other things; they
 * say whose it is, if they know.
 */
public final class VCards {
  private VCards() {}

  /** How sure it is that the part holds cards, 0 to 100. */
  public static int sniff(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.ISO_8859_1);
    String start = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
    return start.stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, 11) ? 95 : 0;
  }

  /**
   * Reads every card of the part as one item each.
   *
   * @param owner whose address book it is, or null
   */
  public static void read(Source source, Source.Part part, @Nullable AccountRef owner, Sink sink)
      throws IOException {
    String inner = part.path().isEmpty() ? "" : "/" + part.path();
    String file = source.digest().hex().substring(0, 16) + inner;
    try (RawLines lines = new RawLines(part.open(), source.limits().itemBytes())) {
      new Walk(part, owner, file, sink, source.limits().itemBytes()).walk(lines);
    }
  }

  /** One walk through a part. */
  private static final class Walk {
    private final Source.Part part;
    private final @Nullable AccountRef owner;
    private final String file;
    private final Sink sink;
    private final int most;
    private final List<ContentLine> card = new ArrayList<>();
    /* The property being gathered; empty if there is none. */
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private boolean quotedPrintable;
    private boolean softBreak;
    private boolean base64;
    private int depth;
    private long from;
    private long end;
    private long strayFrom = -1;
    private boolean over;

    Walk(Source.Part part, @Nullable AccountRef owner, String file, Sink sink, int most) {
      this.part = part;
      this.owner = owner;
      this.file = file;
      this.sink = sink;
      this.most = most;
    }

    void walk(RawLines lines) throws IOException {
      RawLines.Line line = lines.line();
      while (line != null) {
        take(line);
        line = lines.line();
      }
      property();
      if (depth > 0) {
        sink.item();
        sink.fault(
            part.at(from, end, ""),
            new ReadFault(ReadFault.TRUNCATED, "the bytes end in the middle of a card"));
      }
      stray();
    }

    private void take(RawLines.Line line) {
      byte[] bytes = line.bytes();
      String word = word(bytes);
      if (word.equals("BEGIN:VCARD") && depth == 0) {
        property();
        stray();
        from = line.from();
        over = false;
        depth = 1;
        end = line.to();
        return;
      }
      if (depth == 0) {
        if (!word.isEmpty()) {
          strayFrom = strayFrom < 0 ? line.from() : strayFrom;
          end = line.to();
        }
        return;
      }
      end = line.to();
      over |= !line.whole() || line.to() - from > most;
      if (word.equals("END:VCARD") && depth == 1) {
        property();
        close();
      } else if (continues(bytes)) {
        int skip = bytes.length > 0 && (bytes[0] == ' ' || bytes[0] == '\t') ? 1 : 0;
        add(bytes, softBreak ? 0 : skip);
      } else {
        property();
        begin(bytes);
        nesting(word);
      }
    }

    private void begin(byte[] bytes) {
      int colon = Math.max(0, indexOf(bytes, ':'));
      quotedPrintable =
          new String(bytes, 0, colon, StandardCharsets.ISO_8859_1)
              .toUpperCase(Locale.ROOT)
              .contains("QUOTED-PRINTABLE");
      add(bytes, 0);
    }

    /* A soft line break of quoted-printable is the sign at the line's end. */
    private void add(byte[] bytes, int skip) {
      softBreak = quotedPrintable && bytes.length > 0 && bytes[bytes.length - 1] == '=';
      int length = bytes.length - skip - (softBreak ? 1 : 0);
      if (!over && length > 0) {
        open.write(bytes, skip, length);
      }
    }

    private void nesting(String word) {
      if (word.equals("BEGIN:VCARD") || word.endsWith("AGENT:BEGIN:VCARD")) {
        depth++;
      } else if (word.equals("END:VCARD")) {
        depth--;
      }
      base64 = word.contains("BASE64") && word.contains(":");
    }

    /* RFC 6350, section 3.2; a soft break of quoted-printable ends in "="; in 2.1 base64 runs on to a
     * blank line, and some telephones forget to indent it. */
    private boolean continues(byte[] bytes) {
      if (open.size() == 0 || bytes.length == 0) {
        return false;
      }
      return softBreak
          || bytes[0] == ' '
          || bytes[0] == '\t'
          || (base64 && indexOf(bytes, ':') < 0);
    }

    private static int indexOf(byte[] bytes, char c) {
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == c) {
          return i;
        }
      }
      return -1;
    }

    private static String word(byte[] bytes) {
      return new String(bytes, 0, Math.min(bytes.length, 120), StandardCharsets.ISO_8859_1)
          .strip()
          .toUpperCase(Locale.ROOT);
    }

    private void property() {
      byte[] line = open.toByteArray();
      open.reset();
      base64 = false;
      quotedPrintable = false;
      softBreak = false;
      ContentLine read = line.length == 0 || over ? null : ContentLine.of(line);
      if (read != null && depth == 1 && !read.name().equals("BEGIN")) {
        card.add(read);
      }
    }

    private void close() {
      Locator at = part.at(from, end, "");
      sink.item();
      List<Record> records =
          over ? List.of() : new CardForm(List.copyOf(card), file, owner).records(at);
      if (over) {
        sink.fault(at, new ReadFault(ReadFault.LIMIT, "a card over the limit"));
      } else if (records.isEmpty()) {
        sink.fault(at, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
      } else {
        sink.records(records);
      }
      card.clear();
      depth = 0;
    }

    private void stray() {
      if (strayFrom >= 0 && depth == 0) {
        sink.item();
        sink.unknown(part.at(strayFrom, end, ""), "text outside the cards");
      }
      strayFrom = -1;
    }
  }
}

package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A reader of formats that are one file each. */
abstract class PartReader implements Reader {
  private final ReaderCard card;

  PartReader(String name, String title, List<String> covers, List<String> gaps) {
    this(name, 1, title, covers, gaps, List.of());
  }

  PartReader(
      String name,
      int version,
      String title,
      List<String> covers,
      List<String> gaps,
      List<String> confirmed) {
    this.card = new ReaderCard(name, version, title, covers, gaps, confirmed);
  }

  /**
   * The start of a part as text.
   *
   * @param text the characters
   * @param whole true if it is all of the part
   * @param encoding as the start suggests
   */
  record Head(String text, boolean whole, TextEncoding encoding) {
    static Head of(Source.Part part) throws IOException {
      byte[] bytes = part.head();
      boolean whole = bytes.length >= part.size();
      TextEncoding encoding = TextEncoding.of(bytes, !whole);
      StringBuilder text = new StringBuilder();
      try (DecodedText decoded =
          new DecodedText(new java.io.ByteArrayInputStream(bytes), encoding)) {
        for (int c = decoded.next(); c >= 0; c = decoded.next()) {
          text.appendCodePoint(c);
        }
      }
      return new Head(text.toString(), whole, encoding);
    }
  }

  @Override
  public final ReaderCard card() {
    return card;
  }

  @Override
  public final int sniff(Source source) throws IOException {
    if (source.parts().size() != 1 || source.parts().getFirst().size() == 0) {
      return 0;
    }
    return sniff(source.parts().getFirst(), Head.of(source.parts().getFirst()));
  }

  @Override
  public final void read(Source source, Sink sink) throws IOException {
    for (Source.Part part : source.parts()) {
      read(part, source.limits(), sink);
    }
  }

  /** How sure, 0 to 100, that the part is of this format. */
  abstract int sniff(Source.Part part, Head head) throws IOException;

  /** Reads the part. */
  abstract void read(Source.Part part, Limits limits, Sink sink) throws IOException;

  /** Decides the encoding over the whole part, and tells it if it is not UTF-8. */
  static TextEncoding encoding(Source.Part part, Sink sink) throws IOException {
    TextEncoding encoding;
    try (InputStream in = part.open()) {
      encoding = TextEncoding.of(in, false);
    }
    switch (encoding.form()) {
      case UTF_8 -> {}
      case WINDOWS_1252 ->
          sink.note(
              new ReadNote(
                  "SX-NOTE-CHARSET",
                  "The bytes are not UTF-8; they were read as windows-1252, which reads any bytes:"
                      + " accented letters may be wrong."));
      case WINDOWS_1251 ->
          sink.note(new ReadNote("SX-NOTE-CHARSET", "The text is windows-1251, not UTF-8."));
      case UTF_16LE, UTF_16BE ->
          sink.note(new ReadNote("SX-NOTE-CHARSET", "The text is UTF-16, not UTF-8."));
    }
    return encoding;
  }

  /** Opens the lines of a part. */
  static LineCursor lines(Source.Part part, TextEncoding encoding, Limits limits)
      throws IOException {
    return new LineCursor(new DecodedText(part.open(), encoding), limits.itemBytes());
  }

  /** Tells how many characters could not be read, if any. */
  static void noteReplaced(long replaced, Sink sink) {
    if (replaced > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-CHARSET",
              replaced
                  + " characters could not be read; they stand as the replacement character."));
    }
  }
}

package dev.sextant.records.reader.archive.blog;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.graph.TextEncoding;
import dev.sextant.records.reader.graph.XmlCursor;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A reader of blogs as XML: one element after the other, each an item or several. */
abstract class BlogReader extends ArchiveReader {
  @Override
  protected final boolean candidate(String path) {
    return path.endsWith(".xml") || path.endsWith(".atom") || path.endsWith(".rss");
  }

  @Override
  protected final void read(Opened archive) throws IOException {
    for (Source.Part part : archive.parts()) {
      boolean ours = part.path().isEmpty() || candidate(part.path());
      if (ours && sniff(part, head(part)) > 0) {
        archive.use(part);
        read(archive, part);
      }
    }
  }

  private void read(Opened archive, Source.Part part) throws IOException {
    Teller teller = new Teller(archive, part);
    TextEncoding encoding = TextEncoding.of(part.head(), true);
    long reached = 0;
    try (XmlCursor at = XmlCursor.open(part, encoding, archive.source().limits())) {
      try {
        walk(at, teller);
      } finally {
        reached = at.end();
      }
    } catch (XmlCursor.Broken e) {
      teller.broken(e.at(), e.fault());
    } catch (EOFException | ZipException e) {
      teller.broken(
          reached, new ReadFault(ReadFault.TRUNCATED, "the packed entry cannot be read on"));
    } catch (ReaderFault.Limit e) {
      teller.broken(reached, new ReadFault(e.code(), e.what()));
    }
  }

  /** Walks through the document. */
  abstract void walk(XmlCursor at, Teller teller) throws IOException, XmlCursor.Broken;

  /** {@code Thu, 05 Mar 2020 10:00:00 +0000}. */
  static ClaimedTime rfc1123(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return ClaimedTime.none();
    }
    try {
      ZonedDateTime at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return at.getYear() <= 1970
          ? ClaimedTime.unreadable(text)
          : ClaimedTime.utc(at.toInstant(), text, Precision.SECOND);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
  }

  /** Tells the items of one file. */
  static final class Teller {
    private final Opened archive;
    private final Source.Part part;
    private long began = -1;

    Teller(Opened archive, Source.Part part) {
      this.archive = archive;
      this.part = part;
    }

    Opened archive() {
      return archive;
    }

    Source.Part part() {
      return part;
    }

    /** Reads the element that the cursor is at. */
    XmlNode node(XmlCursor at) throws IOException, XmlCursor.Broken {
      began = at.start();
      XmlNode node = XmlNode.read(at, archive.source().limits().itemBytes());
      began = -1;
      return node;
    }

    Locator at(XmlNode node) {
      // The parser counts a little beyond the end of a document that was cut.
      long to = Math.min(part.size(), node.to());
      return part.at(Math.min(node.from(), to), to, node.name());
    }

    void item(XmlNode node, List<? extends Record> records) {
      archive.sink().item();
      if (records.isEmpty()) {
        archive
            .sink()
            .fault(at(node), new ReadFault(ReadFault.MISSING, "nothing says whom this is about"));
      } else {
        archive.sink().records(records);
      }
    }

    void unknown(XmlNode node) {
      archive.sink().item();
      archive.sink().unknown(at(node), node.name());
    }

    void broken(long from, ReadFault fault) {
      // What stands of an element before the break is in no record either.
      long start = began < 0 ? from : Math.min(began, from);
      archive.sink().item();
      archive.sink().fault(part.at(Math.min(start, part.size()), part.size(), ""), fault);
    }
  }
}

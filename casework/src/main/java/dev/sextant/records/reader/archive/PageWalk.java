package dev.sextant.records.reader.archive;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.TextEncoding;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlStream;
import dev.sextant.records.reader.html.HtmlToken;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Walks through a page block by block, each an item; whatever breaks is told once. */
public final class PageWalk {
  /** What is made of a block. */
  public interface Form {
    /** The records; none if nothing is said in it. */
    List<Record> records(HtmlElement block, Locator at) throws IOException;
  }

  /** Looks at a block. */
  public interface Look {
    /** Takes one, whole or not. */
    void take(HtmlElement block) throws IOException;
  }

  private final Opened archive;
  private final Source.Part part;
  private final Predicate<HtmlToken.Start> begins;
  private final TextEncoding.Form otherwise;
  private boolean ended;

  /**
   * @param begins true for the start tag of a block
   */
  public PageWalk(Opened archive, Source.Part part, Predicate<HtmlToken.Start> begins) {
    this(archive, part, begins, TextEncoding.Form.WINDOWS_1252);
  }

  /**
   * @param begins true for the start tag of a block
   * @param otherwise how the bytes stand for characters where neither they nor the page say it
   */
  public PageWalk(
      Opened archive,
      Source.Part part,
      Predicate<HtmlToken.Start> begins,
      TextEncoding.Form otherwise) {
    this.archive = archive;
    this.part = part;
    this.begins = begins;
    this.otherwise = otherwise;
  }

  /** True if the page's end was met. */
  public boolean ended() {
    return ended;
  }

  /** Reads every block. */
  public void read(Form form) throws IOException {
    archive.use(part);
    long[] reached = {0};
    try {
      walk(block -> told(block, form), reached);
    } catch (EOFException | ZipException e) {
      broken(reached[0], ReadFault.TRUNCATED, "the packed entry cannot be read on");
    } catch (ReaderFault.Limit e) {
      broken(reached[0], e.code(), e.what());
    }
  }

  /** Looks at every block and tells nothing; what is broken is told by the reading. */
  public void survey(Look look) throws IOException {
    try {
      walk(look, new long[1]);
    } catch (EOFException | ZipException | ReaderFault.Limit e) {
      return; // The reading proper meets the same bytes.
    }
  }

  private void walk(Look look, long[] reached) throws IOException {
    try (HtmlStream in = HtmlStream.of(part, archive.source().limits(), otherwise)) {
      try {
        for (@Nullable HtmlToken token = in.next(); token != null; token = in.next()) {
          if (token instanceof HtmlToken.Start start && begins.test(start)) {
            look.take(HtmlElement.read(in, start, archive.source().limits()));
          }
          ended |= token instanceof HtmlToken.End end && end.name().equals("html");
          reached[0] = in.position();
        }
      } finally {
        reached[0] = Math.max(reached[0], in.position());
      }
    }
  }

  private void broken(long from, String code, String what) {
    archive.sink().item();
    archive
        .sink()
        .fault(part.at(Math.min(from, part.size()), part.size(), ""), new ReadFault(code, what));
  }

  private void told(HtmlElement block, Form form) throws IOException {
    Locator at = part.at(block.from(), block.to(), "");
    if (!block.whole()) {
      archive.sink().item();
      archive.sink().fault(at, new ReadFault(ReadFault.TRUNCATED, "the block has no end"));
      return;
    }
    List<Record> records = form.records(block, at);
    archive.sink().item();
    if (records.isEmpty()) {
      archive.sink().fault(at, new ReadFault(ReadFault.MISSING, "a block without words"));
    } else {
      archive.sink().records(records);
    }
  }
}

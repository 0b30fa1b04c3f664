package dev.sextant.records.reader.archive;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A reader of archives of many files, each of which can also be read alone. Which files are its own
 * is judged one by one, by their first bytes; their names only say where it is worth looking.
 */
public abstract class ArchiveReader implements Reader {
  /** Files looked into; a platform's archive shows itself in far fewer. */
  private static final int PARTS_SNIFFED = 400;

  /** As sure as this needs no further file. */
  private static final int SURE = 90;

  @Override
  public final int sniff(Source source) throws IOException {
    int best = 0;
    int looked = 0;
    for (Source.Part part : source.parts()) {
      boolean alone = part.path().isEmpty();
      if (part.size() > 0 && (alone || candidate(part.path())) && looked++ < PARTS_SNIFFED) {
        best = Math.max(best, sniff(part, head(part)));
        if (best >= SURE) {
          break;
        }
      }
    }
    return best;
  }

  @Override
  public final void read(Source source, Sink sink) throws IOException {
    Opened archive = new Opened(source, sink);
    read(archive);
    archive.finish();
  }

  /** True if it is worth looking into a file of that path. */
  protected abstract boolean candidate(String path);

  /**
   * How sure, from 0 to 100, that a file is one of this kind of archive.
   *
   * @param head its start as text, without a byte-order mark
   */
  protected abstract int sniff(Source.Part part, String head) throws IOException;

  /** Reads the files; what it leaves is announced afterwards. */
  protected abstract void read(Opened archive) throws IOException;

  /** The start of a part as text, without a byte-order mark. */
  public static String head(Source.Part part) throws IOException {
    String text = new String(part.head(), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}

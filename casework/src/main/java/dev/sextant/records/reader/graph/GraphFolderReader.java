package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive or folder of graph files and tables, each by the reader that knows it; parts
 * that none knows are unknown items. Any reader that knows the whole goes before it.
 */
final class GraphFolderReader implements Reader {
  /** So many parts are looked at to see what an archive is. */
  private static final int PARTS_SNIFFED = 50;

  private static final int CERTAINTY = 15;

  private final List<Reader> readers;

  /**
   * @param readers of single files
   */
  GraphFolderReader(List<Reader> readers) {
    this.readers = List.copyOf(readers);
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "graph-folder",
        1,
        "Archives and folders of graph files and tables",
        List.of("every format that is read as a single file"),
        List.of("workbooks within archives"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    List<Source.Part> parts = source.parts();
    if (parts.size() < 2) {
      return 0;
    }
    int known = 0;
    List<Source.Part> looked = parts.subList(0, Math.min(parts.size(), PARTS_SNIFFED));
    for (Source.Part part : looked) {
      known += best(source, part) == null ? 0 : 1;
    }
    return known * 2 >= looked.size() ? CERTAINTY : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    for (Source.Part part : source.parts()) {
      Reader reader = best(source, part);
      if (reader == null) {
        sink.item();
        sink.unknown(part.at(0, part.size(), ""), part.path());
      } else {
        sink.note(
            new ReadNote(
                ReadNote.PART,
                "What follows is about "
                    + part.path()
                    + ", read as "
                    + reader.card().title()
                    + "."));
        reader.read(new OnePart(source, part), sink);
      }
    }
  }

  private @Nullable Reader best(Source source, Source.Part part) throws IOException {
    Reader best = null;
    int most = 0;
    for (Reader reader : readers) {
      int certainty = reader.sniff(new OnePart(source, part));
      if (certainty > most) {
        best = reader;
        most = certainty;
      }
    }
    return best;
  }

  /** One part of a source, seen alone. */
  private record OnePart(Source whole, Part part) implements Source {
    @Override
    public String name() {
      return part.fileName();
    }

    @Override
    public Digest digest() {
      return whole.digest();
    }

    @Override
    public List<Part> parts() {
      return List.of(part);
    }

    @Override
    public Limits limits() {
      return whole.limits();
    }
  }
}

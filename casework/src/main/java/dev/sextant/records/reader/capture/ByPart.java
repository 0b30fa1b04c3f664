package dev.sextant.records.reader.capture;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.media.MediaType;
import java.io.IOException;

/**
 * A reader of a format that is one file, of which several may lie in a folder or zip, with or
 * without the media that they mention.
 */
public abstract class ByPart implements Reader {
  /** A folder of more files than this is no bundle of one tool's output. */
  private static final int MOST_PARTS = 5_000;

  private final ReaderCard card;

  /** A reader with this card. */
  protected ByPart(ReaderCard card) {
    this.card = card;
  }

  @Override
  public final ReaderCard card() {
    return card;
  }

  /** How sure, 0 to 100, that the part is of this format. */
  protected abstract int fits(Source source, Source.Part part) throws IOException;

  /** Reads a part that fits. */
  protected abstract void read(Source source, Source.Part part, Shelf shelf, Sink sink)
      throws IOException;

  @Override
  public final int sniff(Source source) throws IOException {
    if (source.parts().size() > MOST_PARTS) {
      return 0;
    }
    int best = 0;
    int fitting = 0;
    int others = 0;
    for (Source.Part part : source.parts()) {
      int sure = part.size() == 0 ? 0 : fits(source, part);
      if (sure > 0) {
        fitting++;
        best = Math.max(best, sure);
      } else if (MediaType.of(part.head()) == null) {
        others++;
      }
    }
    // Of two readers that know half of a folder each, the one that knows more of it shall win.
    return fitting == 0 || fitting < others ? 0 : Math.max(1, best - Math.min(others, 20));
  }

  @Override
  public final void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if (part.size() > 0 && fits(source, part) > 0) {
        shelf.use(part);
        read(source, part, shelf, sink);
      }
    }
    shelf.announceRest(sink);
  }
}

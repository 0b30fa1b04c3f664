package dev.sextant.records.reader.chat;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;

/**
 * A reader of chats that are one file each, of which several may lie in a folder or archive, with
 * the media that they mention beside them.
 */
public abstract class ChatFiles implements Reader {
  /** What reads the chats of one source, one after another. */
  public interface Walk {
    /** Reads one. */
    void chat(Source.Part part) throws IOException;

    /** Tells what shows in all of them only. */
    default void end() {}
  }

  /** What reads a chat whose times are local. */
  public interface LocalChat {
    /** Reads one. */
    void read(Source.Part part, LocalTimes local) throws IOException;
  }

  /** A reader. */
  protected ChatFiles() {}

  /** How sure, 0 to 100, that a part is such a chat. */
  protected abstract int fits(Source.Part part) throws IOException;

  /** Begins with a source; the shelf has its media. */
  protected abstract Walk begin(Source source, Shelf shelf, Sink sink);

  /** A walk through chats whose times are in the zone that the analyst declared. */
  protected static Walk inLocalTime(Source source, Sink sink, LocalChat chat) {
    LocalTimes local = new LocalTimes(source.zone());
    return new Walk() {
      @Override
      public void chat(Source.Part part) throws IOException {
        chat.read(part, local);
      }

      @Override
      public void end() {
        local.tell(sink);
      }
    };
  }

  @Override
  public final int sniff(Source source) throws IOException {
    int best = 0;
    for (Source.Part part : source.parts()) {
      best = Math.max(best, fits(part));
    }
    return best;
  }

  @Override
  public final void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    Walk walk = begin(source, shelf, sink);
    for (Source.Part part : source.parts()) {
      if (fits(part) > 0) {
        shelf.use(part);
        walk.chat(part);
      }
    }
    walk.end();
    shelf.announceRest(sink);
  }
}

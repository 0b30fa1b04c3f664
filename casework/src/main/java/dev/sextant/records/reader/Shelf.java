package dev.sextant.records.reader;

import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.media.PictureRecords;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a source as media that records mention. Remembers which were mentioned or read, so
 * that the others can be announced as unknown and no part is dropped in silence.
 */
public final class Shelf {
  private final Source source;
  private final Map<String, Source.Part> parts = new HashMap<>();
  private final Map<String, Media> media = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** All parts of a source, none used yet. */
  public Shelf(Source source) {
    this.source = source;
    source.parts().forEach(p -> parts.put(p.path(), p));
  }

  /** Marks a part as read itself. */
  public void use(Source.Part part) {
    used.add(part.path());
  }

  /**
   * A mentioned file: with part and digest if it is in the exhibit, else only its name.
   *
   * @param folder folder that the mention is relative to, ending in a slash or empty
   */
  public Media media(String folder, String name, @Nullable String type) throws IOException {
    String relative = name.startsWith("./") ? name.substring(2) : name;
    Source.Part part = parts.get(folder + relative);
    if (part == null || relative.isEmpty()) {
      return new Media(name, type, null, null);
    }
    used.add(part.path());
    Media known = media.get(part.path());
    if (known == null) {
      known = PictureRecords.media(part, part.path(), null);
      media.put(part.path(), known);
    }
    return new Media(
        name, type != null ? type : known.type(), part.path(), known.digest(), known.likeness());
  }

  /** The folder of a part, ending in a slash, or empty at the top. */
  public static String folderOf(Source.Part part) {
    return part.path().substring(0, part.path().lastIndexOf('/') + 1);
  }

  /**
   * Announces every part that was not read. One that is a picture, film or sound says what it says
   * by itself; a picture that was mentioned says what the device wrote into it, if anything; any
   * other part that nobody mentioned is an unknown item.
   */
  public void announceRest(Sink sink) throws IOException {
    for (Source.Part part : source.parts()) {
      if (media.containsKey(part.path())) {
        List<Record> written = PictureRecords.written(part, source);
        if (!written.isEmpty()) {
          sink.item();
          sink.records(written);
        }
      } else if (!used.contains(part.path())) {
        sink.item();
        List<Record> own = PictureRecords.of(part, source);
        if (own.isEmpty()) {
          sink.unknown(part.at(0, part.size(), ""), part.path());
        } else {
          sink.records(own);
        }
      }
    }
  }
}

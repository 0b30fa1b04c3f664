package dev.sextant.records.reader.archive;

import dev.sextant.records.Media;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.JsonItems;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An archive opened for reading: its parts, who listens, and which parts were used. */
public final class Opened {
  private final Source source;
  private final Sink sink;
  private final Shelf shelf;

  /** Opens a source; no part is used yet. */
  public Opened(Source source, Sink sink) {
    this.source = source;
    this.sink = sink;
    this.shelf = new Shelf(source);
  }

  /** Everything there is. */
  public Source source() {
    return source;
  }

  /** Who listens. */
  public Sink sink() {
    return sink;
  }

  /** All parts, sorted by path. */
  public List<Source.Part> parts() {
    return source.parts();
  }

  /** Characters of the exhibit's digest that keep names of one archive from meeting another's. */
  public String scope() {
    return source.digest().hex().substring(0, 16);
  }

  /** Takes a part to be read as JSON. */
  public JsonItems json(Source.Part part) {
    shelf.use(part);
    return new JsonItems(source, part, sink);
  }

  /** Takes a part to be read as a table with a header. */
  public void table(Source.Part part, CsvTable.Form form) throws IOException {
    shelf.use(part);
    new CsvTable(source, part, sink).read(form);
  }

  /** Marks a part as read by other means. */
  public void use(Source.Part part) {
    shelf.use(part);
  }

  /** A medium that a record mentions, in this archive or only named. */
  public Media media(String folder, String name, @Nullable String type) throws IOException {
    return shelf.media(folder, name, type);
  }

  /** Lists a part as one unknown item. */
  public void unknown(Source.Part part, String section) {
    shelf.use(part);
    sink.item();
    sink.unknown(part.at(0, part.size(), ""), section);
  }

  /** Lists a part as one faulty item. */
  public void fault(Source.Part part, ReadFault fault) {
    shelf.use(part);
    sink.item();
    sink.fault(part.at(0, part.size(), ""), fault);
  }

  /** Lists a part as noise by rule. */
  public void ignore(Source.Part part, String rule) {
    shelf.use(part);
    sink.ignored(part.at(0, part.size(), ""), rule);
  }

  /** Tells the analyst something. */
  public void note(String code, String what) {
    sink.note(new ReadNote(code, what));
  }

  /** Tells the number that a file promises, if another was read. */
  public void compare(String what, long promised, long read) {
    if (promised != read) {
      note("SX-NOTE-COUNT", what + " promises " + promised + " entries, of which " + read + " are");
    }
  }

  /** Announces every part that was neither read nor mentioned. */
  void finish() throws IOException {
    shelf.announceRest(sink);
  }

  /** The path in lower case, for comparing. */
  public static String lower(Source.Part part) {
    return part.path().toLowerCase(Locale.ROOT);
  }
}

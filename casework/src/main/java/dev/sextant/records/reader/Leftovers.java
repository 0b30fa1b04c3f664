package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Between a reader and the sink: holds back the parts that the reader does not know as a whole, so
 * that another reader may be asked about them before they are announced as unknown. An archive that
 * somebody packed by hand may hold a chat beside a provider's return.
 */
final class Leftovers implements Sink {
  private final CountingSink sink;
  private final Map<String, Source.Part> parts = new LinkedHashMap<>();
  private final Map<String, String> sections = new LinkedHashMap<>();
  private boolean open;

  /**
   * @param source whose parts the reader is given
   * @param sink where everything else goes at once
   */
  Leftovers(Source source, CountingSink sink) {
    this.sink = sink;
    source.parts().forEach(part -> parts.put(part.path(), part));
  }

  /** The parts held back, in the order in which the reader passed over them. */
  List<Source.Part> parts() {
    List<Source.Part> held = new ArrayList<>();
    sections
        .keySet()
        .forEach(path -> {
          Source.Part part = parts.get(path);
          if (part != null) {
            held.add(part);
          }
        });
    return held;
  }

  /** What the reader called a part that it passed over. */
  String section(Source.Part part) {
    return sections.getOrDefault(part.path(), part.path());
  }

  /** Lets an item that the reader began and did not close show itself as open. */
  void settle() {
    if (open) {
      open = false;
      sink.item();
    }
  }

  @Override
  public void item() {
    settle(); // A reader that begins twice is at fault; the sink says so.
    open = true;
  }

  @Override
  public void records(List<? extends Record> records) {
    settle();
    sink.records(records);
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    settle();
    sink.fault(where, fault);
  }

  @Override
  public void unknown(Locator where, String section) {
    Source.Part part = parts.get(where.part());
    boolean whole =
        part != null
            && where.from() == 0
            && where.to() == part.size()
            && where.pointer().isEmpty()
            && !part.path().isEmpty();
    if (open && whole && !sections.containsKey(where.part())) {
      open = false;
      sections.put(where.part(), section);
      return;
    }
    settle();
    sink.unknown(where, section);
  }

  @Override
  public void ignored(Locator where, String rule) {
    sink.ignored(where, rule);
  }

  @Override
  public void note(ReadNote note) {
    sink.note(note);
  }

  /**
   * Some parts of a source, as a source.
   *
   * @param whole the source
   * @param parts those of its parts that are looked at
   */
  record Some(Source whole, List<Part> parts) implements SourceView {}
}

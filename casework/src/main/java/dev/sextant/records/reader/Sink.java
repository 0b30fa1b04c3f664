package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.terms.Locator;
import java.util.List;

/**
 * Where a reader speaks. The sink counts what is announced and what is closed, independently, so
 * that nothing is dropped in silence: items in = read + faulted + unknown.
 */
public interface Sink {
  /** An item of the source begins. Every item is closed before the next begins. */
  void item();

  /**
   * Closes the item: it was understood.
   *
   * @param records what it says, at least one; the first is the item itself, others follow from it
   */
  void records(List<? extends Record> records);

  /** Closes the item: it is of a known kind but broken. The bytes stay in the exhibit. */
  void fault(Locator where, ReadFault fault);

  /**
   * Closes the item: it is of a kind this reader does not know.
   *
   * @param section what it seems to be: a file name, a key, an element
   */
  void unknown(Locator where, String section);

  /** Lists a part that is noise by rule ({@code .DS_Store}, {@code __MACOSX/}); not an item. */
  void ignored(Locator where, String rule);

  /** Reports something the analyst should know that is not tied to one item. */
  void note(ReadNote note);
}

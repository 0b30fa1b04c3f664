package dev.sextant.records.reader;

import dev.sextant.terms.Locator;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the faults of a reading that mean lost or misread bytes, and remembers the first. */
final class Damage {
  private @Nullable Locator where;
  private @Nullable ReadFault first;
  private long count;

  /** Takes a fault of any kind. */
  void heard(Locator at, ReadFault fault) {
    if (!fault.damage()) {
      return;
    }
    if (first == null) {
      first = fault;
      where = at;
    }
    count++;
  }

  /**
   * All damage as one fault; empty if there was none.
   *
   * @param file as the caller named it
   */
  Optional<ReaderFault> told(Path file) {
    if (first == null || where == null) {
      return Optional.empty();
    }
    String part = where.part().isEmpty() ? "" : "!/" + where.part();
    return Optional.of(
        new ReaderFault.Container(
            first.code(),
            first.what(),
            file + part + "@" + where.from(),
            count + (count == 1 ? " damaged item" : " damaged items") + ", this is the first",
            first.cure()));
  }
}

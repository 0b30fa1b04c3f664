package dev.sextant.records.reader.returns;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.returns.meta.MetaReturn;
import java.util.List;

/** What providers answer to legal process. */
public final class ReturnReaders {
  private ReturnReaders() {}

  /** Each of them. */
  public static List<Reader> all() {
    return List.of(new MetaReturn());
  }
}

package dev.sextant.records.reader.graph;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one table, in order. */
public interface Rows extends Closeable {
  /** The next row, or null at the end. */
  @Nullable Row next() throws IOException;

  /** How many characters could not be decoded so far. */
  default long replaced() {
    return 0;
  }

  /** Opens the rows from the start; a table is read twice, once to decide, once to tell. */
  interface Table {
    /** Opens the rows. */
    Rows open() throws IOException;
  }
}

package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table within a source, with its heading found. Walked through as often as asked: once to decide
 * over the whole, once to tell.
 *
 * @param part what its rows are read from
 * @param sheet name of the sheet; empty in other files
 * @param kind what kind of file
 * @param charset in which character set, or null where the format has its own
 * @param dialect what separates the cells, or null where the format has its own
 * @param heads names of the columns; of JSON those of the first rows
 * @param heading byte offset of the heading; -1 if there is none
 * @param first byte offset at which the rows begin
 * @param walk how its rows are walked through
 */
record Table(
    Source.Part part,
    String sheet,
    TableForm.Kind kind,
    @Nullable Charsets charset,
    DelimitedGrid.@Nullable Dialect dialect,
    Grid.Heads heads,
    long heading,
    long first,
    Walk walk) {

  /** What happens to each row. */
  interface Taker {
    /**
     * Takes a row.
     *
     * @return false to stop
     */
    boolean take(Grid.Line line) throws IOException;
  }

  /** Goes through all rows of a file or sheet, the heading included. */
  interface Walk {
    /**
     * Goes.
     *
     * @return how many characters could not be read
     */
    long each(Taker taker) throws IOException;
  }

  /** Goes through the rows of a grid. */
  static long each(Grid opened, Taker taker) throws IOException {
    try (Grid grid = opened) {
      boolean more = true;
      while (more) {
        Grid.Line line = grid.next();
        more = line != null && taker.take(line);
      }
      return grid.replaced();
    }
  }

  /** Goes through the rows below the heading. */
  long rows(Taker taker) throws IOException {
    return walk.each(line -> line.from() < first && line.fault() == null || taker.take(line));
  }

  /** Goes through what stands above the first row: legend, heading. */
  void above(Taker taker) throws IOException {
    walk.each(line -> line.from() < first && taker.take(line));
  }

  /** The names of a row's cells. */
  Grid.Heads heads(Grid.Line line) {
    Grid.Heads own = line.own();
    return own == null ? heads : own;
  }

  /** The cell of a column in a row; an empty one if there is none. */
  Grid.Cell cell(Grid.Line line, String column) {
    return line.cell(heads(line).find(column));
  }

  /** A fault that closes the whole table. */
  record Unusable(Source.Part part, ReadFault fault) {}

  /** The tables of a source and what could not be opened of it. */
  record Found(List<Table> tables, List<Unusable> unusable) {}
}

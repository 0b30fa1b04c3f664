package dev.sextant.records.reader.table;

import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.graph.Rows;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table that may begin with prose and may hold several tables one after another, each with a head
 * of its own. Which rows are heads is told by the names in them.
 */
public final class Sections implements Closeable {
  /** One piece of the table. */
  public sealed interface Piece {
    /** The row it stands in. */
    Row row();

    /**
     * The head of a section.
     *
     * @param columns its names
     */
    record Head(Row row, Columns columns) implements Piece {}

    /**
     * A row under a head.
     *
     * @param cells by name
     */
    record Told(Row row, NamedRow cells) implements Piece {}

    /** A row before any head, a line of marks, a legend: prose. */
    record Prose(Row row) implements Piece {}

    /** A row that cannot be read; its fault is not null. */
    record Broken(Row row) implements Piece {}
  }

  private final Rows rows;
  private final Predicate<Columns> heads;
  private final Predicate<Columns> within;
  private @Nullable Columns columns;
  private boolean gap = true;

  private Sections(Rows rows, Predicate<Columns> heads, Predicate<Columns> within) {
    this.rows = rows;
    this.heads = heads;
    this.within = within;
  }

  /**
   * Reads rows.
   *
   * @param heads true for the names of a head
   */
  public static Sections of(Rows rows, Predicate<Columns> heads) {
    return new Sections(rows, heads, heads);
  }

  /**
   * Reads rows whose cells may look like names.
   *
   * @param heads true for the names of a head at the start, or below prose or an empty row
   * @param within true for the names of a head that directly follows rows of another section
   */
  public static Sections of(Rows rows, Predicate<Columns> heads, Predicate<Columns> within) {
    return new Sections(rows, heads, within);
  }

  /** The next piece that is not blank, or null at the end. */
  public @Nullable Piece next() throws IOException {
    for (Row row = rows.next(); row != null; row = rows.next()) {
      if (row.fault() != null) {
        return new Piece.Broken(row);
      }
      if (row.comment() != null) {
        return new Piece.Prose(row);
      }
      if (!row.blank()) {
        Piece piece = piece(row);
        gap = piece instanceof Piece.Prose;
        return piece;
      }
      gap = true;
    }
    return null;
  }

  private Piece piece(Row row) {
    Columns names = Columns.of(row);
    Predicate<Columns> wanted = columns == null || gap ? heads : within;
    if (names.keys().size() > 0 && wanted.test(names)) {
      columns = names;
      return new Piece.Head(row, names);
    }
    if (rule(row)) {
      columns = null; // Below a line of marks another legend or head begins.
      return new Piece.Prose(row);
    }
    Columns under = columns;
    /* A row of such a table has its delimiters even where its cells are empty; words without any
     * are a title or a footer, and below an empty row the title of another section. */
    if (under != null && under.names().size() >= 3 && row.cells().size() == 1) {
      columns = gap ? null : under;
      return new Piece.Prose(row);
    }
    return under == null ? new Piece.Prose(row) : new Piece.Told(row, under.read(row));
  }

  /** A line of marks ({@code =====}, {@code -----}) between a legend and a table. */
  private static boolean rule(Row row) {
    if (row.width() != 1) {
      return false;
    }
    String said = row.text(0);
    return said.length() >= 4
        && said.chars().allMatch(c -> c == '=' || c == '-' || c == '*' || c == '_' || c == '#');
  }

  /** How many characters could not be decoded so far. */
  public long replaced() {
    return rows.replaced();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}

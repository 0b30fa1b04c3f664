package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.graph.TextEncoding;
import dev.sextant.records.reader.graph.XmlCursor;
import dev.sextant.records.reader.table.Workbook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook as tables. */
final class WorkbookTables {
  private static final TextEncoding UTF_8 = new TextEncoding(TextEncoding.Form.UTF_8, 0);

  private final Tables finding;

  WorkbookTables(Tables finding) {
    this.finding = finding;
  }

  /** True if the source is a workbook. */
  static boolean is(Source source) {
    return Workbook.is(source);
  }

  void find() throws IOException {
    Source source = finding.source();
    try {
      Workbook book = Workbook.open(source);
      for (Workbook.Sheet sheet : book.sheets()) {
        String asked = finding.form().sheet();
        if (asked == null || asked.equalsIgnoreCase(sheet.name())) {
          Table.Walk walk =
              taker -> Table.each(new SheetGrid(book.rows(sheet), sheet.name()), taker);
          finding.add(
              sheet.part(),
              sheet.name(),
              TableForm.Kind.WORKBOOK,
              null,
              null,
              walk,
              finding.form().skip());
        }
      }
    } catch (XmlCursor.Broken e) {
      Source.Part first = source.part("xl/workbook.xml").orElseGet(() -> source.parts().getFirst());
      finding.unusable(new Table.Unusable(first, e.fault()));
    }
  }

  /** True if the workbook counts its days from 1904 (ECMA-376, part 1, section 18.2.28). */
  static boolean since1904(Source source) throws IOException {
    Source.Part book = source.part("xl/workbook.xml").orElse(null);
    if (book == null) {
      return false;
    }
    try (XmlCursor xml = XmlCursor.open(book, UTF_8, source.limits())) {
      for (XmlCursor.Next n = xml.next(); n != XmlCursor.Next.FINISH; n = xml.next()) {
        if (n == XmlCursor.Next.START && xml.name().equals("workbookPr")) {
          String said = xml.attribute("date1904");
          return said.equals("1") || said.equals("true");
        }
      }
    } catch (XmlCursor.Broken e) {
      return false; // The sheets tell of the damage.
    }
    return false;
  }

  /** A sheet's rows. */
  private record SheetGrid(Rows rows, String sheet) implements Grid {
    @Override
    public @Nullable Line next() throws IOException {
      Row row = rows.next();
      if (row == null) {
        return null;
      }
      List<Cell> cells = new ArrayList<>();
      row.cells().forEach(c -> cells.add(new Cell(c.text(), c.from(), c.to())));
      return new Line(
          row.number(),
          row.from(),
          row.to(),
          sheet + "!" + row.number(),
          List.copyOf(cells),
          null,
          row.comment() != null,
          row.fault());
    }

    @Override
    public long replaced() {
      return rows.replaced();
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}

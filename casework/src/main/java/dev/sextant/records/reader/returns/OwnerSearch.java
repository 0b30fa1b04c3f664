package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.graph.XmlCursor;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.DelimitedPart;
import dev.sextant.records.reader.table.Sections;
import dev.sextant.records.reader.table.Workbook;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Finds the account that a return of tables is about, before anything is told. */
final class OwnerSearch {
  private static final int ROWS_FOR_OWNER = 400;

  private final TableReturn reader;

  OwnerSearch(TableReturn reader) {
    this.reader = reader;
  }

  /** The account, by rows, by other parts, by names of files; null if none says it. */
  @Nullable AccountRef in(Source source) throws IOException {
    List<Source.Part> books = new ArrayList<>();
    if (Workbook.is(source)) {
      return ownerInBook(source, source.name().toLowerCase(Locale.ROOT));
    }
    for (Source.Part part : source.parts()) {
      String path = TableReturn.path(source, part);
      Columns given = reader.columns(part, path);
      if (reader.delimited(part, path) || part.path().isEmpty() || given != null) {
        Rows rows = DelimitedPart.head(part, DelimitedPart.delimiter(part), source.limits());
        AccountRef found = ownerIn(rows, path);
        if (found != null) {
          return found;
        }
      } else if (TableReturn.book(path)) {
        books.add(part);
      }
    }
    for (Source.Part part : books) {
      AccountRef found = ownerInNested(source, part);
      if (found != null) {
        return found;
      }
    }
    for (Source.Part part : source.parts()) {
      String path = TableReturn.path(source, part);
      boolean archive = path.endsWith(".zip") && reader.named(path) > 0;
      AccountRef found = archive ? ownerInArchive(source, part) : reader.ownerIn(part, path);
      if (found != null) {
        return found;
      }
    }
    for (Source.Part part : source.parts()) {
      AccountRef found = reader.ownerOf(TableReturn.path(source, part));
      if (found != null) {
        return found;
      }
    }
    return reader.ownerOf(source.name().toLowerCase(Locale.ROOT));
  }

  private @Nullable AccountRef ownerInArchive(Source source, Source.Part part) throws IOException {
    try (ExhibitSource inner = ExhibitSource.nested(source, part)) {
      for (Source.Part one : inner.parts()) {
        AccountRef found = reader.ownerIn(one, TableReturn.path(inner, one));
        if (found != null) {
          return found;
        }
      }
      return null;
    } catch (ReaderFault | ZipException | EOFException e) {
      return null; // The reading proper meets and tells it.
    }
  }

  private @Nullable AccountRef ownerInNested(Source source, Source.Part part) throws IOException {
    try (ExhibitSource inner = ExhibitSource.nested(source, part)) {
      return Workbook.is(inner) ? ownerInBook(inner, TableReturn.path(source, part)) : null;
    } catch (ReaderFault | ZipException | EOFException e) {
      return null; // The reading proper meets and tells it.
    }
  }

  private @Nullable AccountRef ownerInBook(Source book, String path) throws IOException {
    try {
      Workbook workbook = Workbook.open(book);
      for (Workbook.Sheet sheet : workbook.sheets()) {
        AccountRef found = ownerIn(workbook.rows(sheet), path);
        if (found != null) {
          return found;
        }
      }
      return reader.ownerOf(path);
    } catch (XmlCursor.Broken e) {
      return null; // The reading proper meets and tells it.
    }
  }

  private @Nullable AccountRef ownerIn(Rows rows, String path) throws IOException {
    List<TableForm> forms = reader.forms();
    try (Sections sections =
        Sections.of(
            rows,
            c -> forms.stream().anyMatch(f -> f.fits().test(c, path)),
            c -> forms.stream().anyMatch(f -> f.certainty() > 0 && f.fits().test(c, path)))) {
      TableForm form = null;
      Sections.Piece piece = sections.next();
      for (int i = 0; piece != null && i < ROWS_FOR_OWNER; i++) {
        if (piece instanceof Sections.Piece.Head head) {
          form =
              forms.stream()
                  .filter(f -> f.fits().test(head.columns(), path))
                  .findFirst()
                  .orElse(null);
        } else if (piece instanceof Sections.Piece.Told told && form != null) {
          AccountRef found = reader.owner(form, told.cells());
          if (found != null) {
            return found;
          }
        }
        piece = sections.next();
      }
    }
    return null;
  }
}

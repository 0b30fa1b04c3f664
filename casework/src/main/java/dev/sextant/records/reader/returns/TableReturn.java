package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.SetAside;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.graph.XmlCursor;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.DelimitedPart;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.records.reader.table.Workbook;
import dev.sextant.terms.Platform;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A return that is tables: delimited text or workbooks, with the columns known by name. What
 * differs between platforms is the list of forms.
 */
public abstract class TableReturn implements Reader {
  private static final int PARTS_SNIFFED = 200;

  /** Rows looked at in a part to find a head; a legend may stand before it. */
  private static final int ROWS_SNIFFED = 60;

  private final Platform platform;

  /** For a platform. */
  protected TableReturn(Platform platform) {
    this.platform = platform;
  }

  /** The platform. */
  protected final Platform platform() {
    return platform;
  }

  /** The forms of its tables, the most telling first. */
  protected abstract List<TableForm> forms();

  /** How surely a file of that name (lower case, with folders) is of this return; 0 if not told. */
  protected int named(String path) {
    return 0;
  }

  /** Names of columns for a file that has none itself; null for files that have. */
  protected @Nullable Columns columns(Source.Part part, String path) throws IOException {
    return null;
  }

  /** The account that a row names as the one the return is about, or null. */
  protected @Nullable AccountRef owner(TableForm form, NamedRow row) {
    return null;
  }

  /** The account that a file's name says the return is about, or null. */
  protected @Nullable AccountRef ownerOf(String path) {
    return null;
  }

  /** How surely a part that is no table is of this return. */
  protected int sniffOther(Source.Part part, String path) throws IOException {
    return 0;
  }

  /** The account that a part which is no table names, or null. */
  protected @Nullable AccountRef ownerIn(Source.Part part, String path) throws IOException {
    return null;
  }

  /**
   * Reads a part that is no table.
   *
   * @return true if it was read and every item in it told
   */
  protected boolean other(Source.Part part, Telling telling) throws IOException {
    return false;
  }

  /** True if a part is delimited text by its name or is the whole source. */
  protected boolean delimited(Source.Part part, String path) {
    return path.endsWith(".csv") || path.endsWith(".tsv");
  }

  /** Paths of media by what rows name them by, where that is not their path. */
  protected Map<String, String> files(Source source) {
    return Map.of();
  }

  static String path(Source source, Source.Part part) {
    String path = part.path().isEmpty() ? source.name() : part.path();
    return path.toLowerCase(Locale.ROOT);
  }

  static boolean book(String path) {
    return path.endsWith(".xlsx");
  }

  @Override
  public final int sniff(Source source) throws IOException {
    if (Workbook.is(source)) {
      return sniffBook(source, source.name().toLowerCase(Locale.ROOT));
    }
    int best = 0;
    int looked = 0;
    for (Source.Part part : source.parts()) {
      String path = path(source, part);
      boolean table = delimited(part, path) || part.path().isEmpty() || columns(part, path) != null;
      if (table && looked++ < PARTS_SNIFFED) {
        best =
            Math.max(
                best,
                sniffRows(
                    DelimitedPart.head(part, DelimitedPart.delimiter(part), source.limits()),
                    path,
                    columns(part, path)));
      } else if (book(path) && named(path) > 0 && looked++ < PARTS_SNIFFED) {
        best = Math.max(best, sniffNested(source, part, path));
      }
      best = Math.max(best, sniffOther(part, path));
      if (best >= 90) {
        return best;
      }
    }
    return best;
  }

  private int sniffNested(Source source, Source.Part part, String path) throws IOException {
    try (ExhibitSource inner = ExhibitSource.nested(source, part)) {
      return Workbook.is(inner) ? sniffBook(inner, path) : 0;
    } catch (ReaderFault e) {
      return 0; // Too large or broken to look into; the reading proper tells.
    }
  }

  private int sniffBook(Source book, String path) throws IOException {
    try {
      Workbook workbook = Workbook.open(book);
      int best = 0;
      for (Workbook.Sheet sheet : workbook.sheets()) {
        best = Math.max(best, sniffRows(workbook.rows(sheet), path, null));
      }
      return best;
    } catch (XmlCursor.Broken e) {
      return 0;
    }
  }

  private int sniffRows(Rows rows, String path, @Nullable Columns given) throws IOException {
    int best = 0;
    try (rows) {
      if (given != null) {
        return named(path);
      }
      int named = named(path);
      Row row = rows.next();
      for (int i = 0; row != null && i < ROWS_SNIFFED; i++) {
        Columns columns = Columns.of(row);
        for (TableForm form : columns.keys().isEmpty() ? List.<TableForm>of() : forms()) {
          if (form.fits().test(columns, path)) {
            best = Math.max(best, Math.max(form.certainty(), named));
            break;
          }
        }
        row = rows.next();
      }
    }
    return best;
  }

  @Override
  public final void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    AccountRef owner = new OwnerSearch(this).in(source);
    if (owner == null) {
      sink.note(new ReadNote("SX-NOTE-OWNER", "no part says which account this return is about"));
    }
    if (Workbook.is(source)) {
      Source.Part first = source.parts().getFirst();
      book(telling(source, first, source.name().toLowerCase(Locale.ROOT), owner, shelf, sink));
      return;
    }
    Map<String, String> files = files(source);
    for (Source.Part part : source.parts()) {
      Telling telling =
          new Telling(source, part, path(source, part), platform, owner, files, shelf, sink);
      if (tell(part, telling)) {
        shelf.use(part);
      }
    }
    shelf.announceRest(sink);
  }

  /** Tells one part; false if it is of no known kind. */
  private boolean tell(Source.Part part, Telling telling) throws IOException {
    String path = telling.path();
    Source source = telling.source();
    Columns given = columns(part, path);
    if (delimited(part, path) || (part.path().isEmpty() && !known(part, path)) || given != null) {
      Rows rows = DelimitedPart.open(part, source.limits());
      new TableWalk(telling, "", forms()).under(given).run(rows);
      return true;
    }
    if (book(path)) {
      nested(source, telling);
      return true;
    }
    return path.endsWith(".zip") && named(path) > 0 ? archive(telling) : other(part, telling);
  }

  private boolean known(Source.Part part, String path) throws IOException {
    return sniffOther(part, path) > 0;
  }

  /** A return may hold an archive for each product. */
  private boolean archive(Telling outer) throws IOException {
    Sink sink = outer.sink();
    try (ExhibitSource inner = ExhibitSource.nested(outer.source(), outer.part())) {
      for (SetAside aside : inner.setAside()) {
        ReadFault fault = aside.fault();
        if (fault == null) {
          sink.ignored(aside.where(), aside.rule());
        } else {
          sink.item();
          sink.fault(aside.where(), fault);
        }
      }
      Shelf shelf = new Shelf(inner);
      for (Source.Part part : inner.parts()) {
        Telling telling =
            new Telling(
                inner, part, path(inner, part), platform, outer.known(), files(inner), shelf, sink);
        if (!path(inner, part).endsWith(".zip") && tell(part, telling)) {
          shelf.use(part);
        }
      }
      shelf.announceRest(sink);
    } catch (ReaderFault e) {
      broken(outer.part(), sink, new ReadFault(e.code(), e.what()));
    }
    return true;
  }

  private Telling telling(
      Source source,
      Source.Part part,
      String path,
      @Nullable AccountRef owner,
      Shelf shelf,
      Sink sink) {
    return new Telling(source, part, path, platform, owner, Map.of(), shelf, sink);
  }

  private void nested(Source source, Telling telling) throws IOException {
    Source.Part part = telling.part();
    try (ExhibitSource inner = ExhibitSource.nested(source, part)) {
      book(
          new Telling(
              inner,
              part,
              telling.path(),
              platform,
              telling.known(),
              telling.files(),
              telling.shelf(),
              telling.sink()));
    } catch (ReaderFault e) {
      broken(part, telling.sink(), new ReadFault(e.code(), e.what()));
    } catch (ZipException | EOFException e) {
      broken(part, telling.sink(), new ReadFault(ReadFault.MALFORMED, "the workbook is damaged"));
    }
  }

  private static void broken(Source.Part part, Sink sink, ReadFault fault) {
    sink.item();
    sink.fault(part.at(0, part.size(), ""), fault);
  }

  private void book(Telling telling) throws IOException {
    Sink sink = telling.sink();
    Workbook workbook;
    try {
      workbook = Workbook.open(telling.source());
    } catch (XmlCursor.Broken e) {
      broken(telling.part(), sink, e.fault());
      return;
    }
    for (Workbook.Sheet sheet : workbook.sheets()) {
      Telling here =
          telling(
              telling.source(),
              sheet.part(),
              telling.path(),
              telling.known(),
              telling.shelf(),
              sink);
      new TableWalk(here, sheet.name(), forms()).run(workbook.rows(sheet));
    }
    workbook
        .frame()
        .forEach(p -> sink.ignored(p.at(0, p.size(), ""), "workbook part without cells"));
    for (Source.Part part : workbook.otherContent()) {
      sink.item();
      sink.unknown(part.at(0, part.size(), ""), part.path());
    }
  }
}

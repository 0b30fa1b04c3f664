package dev.sextant.records.reader.table;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.graph.TextEncoding;
import dev.sextant.records.reader.graph.XlsxParts;
import dev.sextant.records.reader.graph.XlsxRows;
import dev.sextant.records.reader.graph.XmlCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A workbook in Office Open XML: its sheets by name, in order, and their rows. Locators are byte
 * ranges of the sheet's part, with {@code Sheet!A7} as pointer.
 */
public final class Workbook {
  private static final TextEncoding UTF_8 = new TextEncoding(TextEncoding.Form.UTF_8, 0);

  /**
   * One sheet.
   *
   * @param name as the workbook names it
   * @param part what its rows are read from
   */
  public record Sheet(String name, Source.Part part) {}

  private final Source source;
  private final List<Sheet> sheets;
  private final List<String> texts;

  private Workbook(Source source, List<Sheet> sheets, List<String> texts) {
    this.source = source;
    this.sheets = List.copyOf(sheets);
    this.texts = List.copyOf(texts);
  }

  /** True if the source is a workbook. */
  public static boolean is(Source source) {
    return source.part("xl/workbook.xml").isPresent() || nested(source).isPresent();
  }

  /* A workbook that was itself opened from within an archive has that archive's path before. */
  private static Optional<Source.Part> nested(Source source) {
    return source.parts().stream().filter(p -> p.path().endsWith("!/xl/workbook.xml")).findFirst();
  }

  /**
   * Opens a workbook.
   *
   * @throws XmlCursor.Broken if its directory cannot be read
   */
  public static Workbook open(Source source) throws IOException, XmlCursor.Broken {
    Source.Part book =
        source
            .part("xl/workbook.xml")
            .or(() -> nested(source))
            .orElseThrow(() ->
                new XmlCursor.Broken(new ReadFault(ReadFault.MISSING, "no workbook inside"), 0));
    String root = book.path().substring(0, book.path().length() - "xl/workbook.xml".length());
    List<Sheet> sheets = new ArrayList<>();
    for (XlsxParts.Sheet sheet : XlsxParts.sheets(source, root, book)) {
      source.part(sheet.path()).ifPresent(p -> sheets.add(new Sheet(sheet.name(), p)));
    }
    return new Workbook(source, sheets, XlsxParts.texts(source, root));
  }

  /** Its sheets in order. */
  public List<Sheet> sheets() {
    return sheets;
  }

  /** The rows of a sheet. */
  public Rows rows(Sheet sheet) throws IOException {
    Limits limits = source.limits();
    return XlsxRows.open(sheet.part(), texts, limits);
  }

  /** Parts that are no sheets: those that may hold content, such as comments and pictures. */
  public List<Source.Part> otherContent() {
    return others().stream().filter(p -> content(p.path())).toList();
  }

  /** Parts that are no sheets and hold no content: styles, themes, relations. */
  public List<Source.Part> frame() {
    return others().stream().filter(p -> !content(p.path())).toList();
  }

  private List<Source.Part> others() {
    Set<String> read = new HashSet<>();
    sheets.forEach(s -> read.add(s.part().path()));
    return source.parts().stream().filter(p -> !read.contains(p.path())).toList();
  }

  private static boolean content(String path) {
    return path.contains("xl/comments")
        || path.contains("xl/threadedComments")
        || path.contains("xl/drawings")
        || path.contains("xl/media")
        || path.contains("xl/embeddings")
        || path.contains("xl/worksheets/sheet");
  }
}

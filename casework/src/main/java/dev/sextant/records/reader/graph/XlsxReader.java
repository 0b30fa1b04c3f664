package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the sheets of an Office Open XML workbook (ECMA-376, part 1, section 18) as network tables,
 * each decided on its own; sheets that are none are unknown items.
 */
public final class XlsxReader implements Reader {
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final TextEncoding UTF_8 = new TextEncoding(TextEncoding.Form.UTF_8, 0);

  /** A reader. */
  public XlsxReader() {}

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "xlsx-table",
        1,
        "Network tables in XLSX workbooks",
        List.of("each sheet as a table", "shared and inline texts"),
        List.of("dates and numbers are told as stored", "formulas are not computed"));
  }

  @Override
  public int sniff(Source source) {
    return source.part(WORKBOOK).isPresent() ? 70 : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Set<String> done = new HashSet<>();
    Source.Part workbook = source.part(WORKBOOK).orElseThrow();
    List<XlsxParts.Sheet> sheets;
    List<String> texts;
    try {
      sheets = XlsxParts.sheets(source, "", workbook);
      texts = XlsxParts.texts(source, "");
    } catch (XmlCursor.Broken e) {
      sink.item();
      sink.fault(workbook.at(0, workbook.size(), ""), e.fault());
      return;
    }
    for (XlsxParts.Sheet sheet : sheets) {
      source.part(sheet.path()).ifPresent(p -> done.add(p.path()));
      Source.Part part = source.part(sheet.path()).orElse(null);
      if (part == null) {
        sink.item();
        sink.fault(
            workbook.at(0, workbook.size(), ""),
            new ReadFault(ReadFault.MISSING, "a sheet that the workbook names is not there"));
      } else {
        sheet(sheet, part, texts, source.limits(), sink);
      }
    }
    for (Source.Part part : source.parts()) {
      if (!done.contains(part.path())) {
        other(part, sink);
      }
    }
  }

  private static void other(Source.Part part, Sink sink) {
    String path = part.path();
    boolean content =
        path.startsWith("xl/comments")
            || path.startsWith("xl/threadedComments")
            || path.startsWith("xl/drawings")
            || path.startsWith("xl/media")
            || path.startsWith("xl/embeddings")
            || path.startsWith("xl/worksheets/sheet");
    boolean frame =
        path.startsWith("xl/") || path.startsWith("_rels/") || path.startsWith("docProps/");
    if (!content && (frame || path.equals("[Content_Types].xml"))) {
      sink.ignored(part.at(0, part.size(), ""), "workbook part without cells");
    } else {
      sink.item();
      sink.unknown(part.at(0, part.size(), ""), path);
    }
  }

  private static void sheet(
      XlsxParts.Sheet sheet, Source.Part part, List<String> texts, Limits limits, Sink sink)
      throws IOException {
    Scribe scribe = new Scribe(part, sink, sheet.name());
    sink.note(new ReadNote(ReadNote.SHEET, "What follows is about part " + part.path() + "."));
    TableShape shape = TableTeller.tell(() -> XlsxRows.open(part, texts, limits), scribe);
    if (shape instanceof TableShape.None) {
      scribe.unknown(new Scribe.Place(0, part.size(), ""), "sheet " + sheet.name());
    }
    scribe.close();
  }
}

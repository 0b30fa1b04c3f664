package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook. */
public final class XlsxRows implements Rows {
  /** The format has no more columns than this (XFD). */
  private static final int MOST_COLUMNS = 16_384;

  private static final TextEncoding UTF_8 = new TextEncoding(TextEncoding.Form.UTF_8, 0);

  private final @Nullable XmlCursor xml;
  private final List<String> texts;
  private final long size;
  private @Nullable ReadFault failed;
  private long failedAt;
  private long number;

  private XlsxRows(@Nullable XmlCursor xml, List<String> texts, long size) {
    this.xml = xml;
    this.texts = texts;
    this.size = size;
  }

  /** Opens a sheet; the texts are those its workbook shares among cells. */
  public static XlsxRows open(Source.Part part, List<String> texts, Limits limits)
      throws IOException {
    try {
      return new XlsxRows(XmlCursor.open(part, UTF_8, limits), texts, part.size());
    } catch (XmlCursor.Broken e) {
      XlsxRows none = new XlsxRows(null, texts, part.size());
      none.failed = e.fault();
      return none;
    }
  }

  @Override
  public @Nullable Row next() throws IOException {
    XmlCursor cursor = xml;
    try {
      while (cursor != null && failed == null) {
        switch (cursor.next()) {
          case START -> {
            if (cursor.name().equals("row")) {
              return row(cursor);
            }
          }
          case FINISH -> {
            return null;
          }
          case END, TEXT -> {}
        }
      }
    } catch (XmlCursor.Broken e) {
      failed = e.fault();
      failedAt = Math.min(e.at(), size);
    }
    ReadFault fault = failed;
    if (fault == null || failedAt < 0) {
      return null;
    }
    long from = failedAt;
    failedAt = -1; // Told once.
    return new Row(++number, from, size, List.of(), null, fault);
  }

  private Row row(XmlCursor cursor) throws IOException, XmlCursor.Broken {
    long from = cursor.start();
    long stated = Numbers.count(cursor.attribute("r"));
    number = stated > 0 ? stated : number + 1;
    int depth = cursor.depth();
    List<Row.Cell> cells = new ArrayList<>();
    while (true) {
      switch (cursor.next()) {
        case START -> {
          if (cursor.name().equals("c")) {
            cell(cursor, cells);
          }
        }
        case END -> {
          if (cursor.depth() < depth) {
            return new Row(number, from, cursor.end(), List.copyOf(cells), null, null);
          }
        }
        case FINISH, TEXT -> {}
      }
    }
  }

  private void cell(XmlCursor cursor, List<Row.Cell> cells) throws IOException, XmlCursor.Broken {
    long from = cursor.start();
    String type = cursor.attribute("t");
    int stated = column(cursor.attribute("r"));
    int column = stated < 0 ? cells.size() : stated;
    String text = value(cursor, type);
    if (column >= MOST_COLUMNS) {
      throw new XmlCursor.Broken(
          new ReadFault(ReadFault.LIMIT, "a column beyond the last"), cursor.end());
    }
    while (cells.size() <= column) {
      cells.add(new Row.Cell("", from, from));
    }
    cells.set(column, new Row.Cell(text.strip(), from, cursor.end()));
  }

  private String value(XmlCursor cursor, String type) throws IOException, XmlCursor.Broken {
    int depth = cursor.depth();
    String text = "";
    while (true) {
      switch (cursor.next()) {
        case START -> {
          if (cursor.name().equals("v")) {
            text = cursor.textOfElement().strip();
          } else if (cursor.name().equals("is")) {
            text = plain(cursor);
          } else {
            cursor.textOfElement(); // A formula, or an extension.
          }
        }
        case END -> {
          if (cursor.depth() < depth) {
            return type.equals("s") ? shared(text) : text;
          }
        }
        case FINISH -> {
          return text;
        }
        case TEXT -> {}
      }
    }
  }

  private String shared(String index) {
    long i = Numbers.count(index);
    return i >= 0 && i < texts.size() ? texts.get((int) i) : "";
  }

  /** The words of a text that just began, without how they are to be pronounced. */
  public static String plain(XmlCursor cursor) throws IOException, XmlCursor.Broken {
    int depth = cursor.depth();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (cursor.next()) {
        case START -> {
          if (cursor.name().equals("rPh")) {
            cursor.textOfElement();
          } else if (cursor.name().equals("t")) {
            text.append(cursor.textOfElement());
          }
        }
        case END -> {
          if (cursor.depth() < depth) {
            return text.toString();
          }
        }
        case FINISH -> {
          return text.toString();
        }
        case TEXT -> {}
      }
    }
  }

  /** The column of a reference such as AB12, from 0; -1 if there is none. */
  private static int column(String reference) {
    int column = 0;
    int i = 0;
    while (i < reference.length() && i < 4 && Character.isLetter(reference.charAt(i))) {
      column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
      i++;
    }
    return i == 0 || column < 1 ? -1 : column - 1;
  }

  @Override
  public void close() throws IOException {
    if (xml != null) {
      xml.close();
    }
  }
}

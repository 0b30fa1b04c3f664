package dev.sextant.records.reader.holdout;

import dev.sextant.records.reader.Battering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.NullUnmarked;

/** Containers that hold-outs need: workbooks, printed pages, packed bytes. */
@NullUnmarked // What is null where it must not be fails the test by itself.
final class Made {
  private Made() {}

  private static String column(int index) {
    return index < 26
        ? String.valueOf((char) ('A' + index))
        : column(index / 26 - 1) + (char) ('A' + index % 26);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * A workbook: sheet name to rows of cells. Cells that begin with {@code #} are numbers; every
   * third text is inline, the others are shared, as different programs write them; empty cells are
   * left out.
   */
  static byte[] xlsx(Map<String, List<List<String>>> sheets) {
    Map<String, String> parts = new LinkedHashMap<>();
    Map<String, Integer> shared = new LinkedHashMap<>();
    StringBuilder book = new StringBuilder();
    StringBuilder links = new StringBuilder();
    StringBuilder types = new StringBuilder();
    int number = 0;
    for (Map.Entry<String, List<List<String>>> sheet : sheets.entrySet()) {
      number++;
      book.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(escaped(sheet.getKey()), number, number));
      links.append(
          "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
              .formatted(number, number));
      types.append(
          "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
              .formatted(number));
      parts.put("xl/worksheets/sheet" + number + ".xml", sheet(sheet.getValue(), shared));
    }
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + types
            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
    all.put(
        "_rels/.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    all.put(
        "xl/workbook.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + book
            + "</sheets></workbook>");
    all.put(
        "xl/_rels/workbook.xml.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + links
            + "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
    all.putAll(parts);
    StringBuilder strings = new StringBuilder();
    shared
        .keySet()
        .forEach(s ->
            strings
                .append("<si><t xml:space=\"preserve\">")
                .append(escaped(s))
                .append("</t></si>"));
    all.put(
        "xl/sharedStrings.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\""
            + shared.size()
            + "\" uniqueCount=\""
            + shared.size()
            + "\">"
            + strings
            + "</sst>");
    return Battering.zip(Battering.texts(all));
  }

  private static String sheet(List<List<String>> rows, Map<String, Integer> shared) {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    int texts = 0;
    for (int r = 0; r < rows.size(); r++) {
      xml.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows.get(r).size(); c++) {
        String cell = rows.get(r).get(c);
        String at = column(c) + (r + 1);
        if (cell.isEmpty()) {
          continue;
        }
        if (cell.startsWith("#")) {
          xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(at, cell.substring(1)));
        } else if (texts++ % 3 == 2) {
          xml.append(
              "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, escaped(cell)));
        } else {
          int index = shared.computeIfAbsent(cell, s -> shared.size());
          xml.append("<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(at, index));
        }
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  /** A printed page with lines of text. */
  static byte[] pdf(String... lines) {
    return pages(List.of(lines));
  }

  /** Printed pages; the cells of a line, parted by tabs, stand at places of their own. */
  @SafeVarargs
  static byte[] pages(List<String>... pages) {
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
          out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 8);
          for (int line = 0; line < lines.size(); line++) {
            String[] cells = lines.get(line).split("\t", -1);
            for (int cell = 0; cell < cells.length; cell++) {
              out.beginText();
              out.newLineAtOffset(40 + 160 * cell, 740 - 14 * line);
              out.showText(cells[cell]);
              out.endText();
            }
          }
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes packed by gzip. */
  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Text with the line ends of Windows. */
  static String crlf(String text) {
    return text.replace("\n", "\r\n");
  }

  /** Text with a byte order mark, as UTF-8. */
  static byte[] bom(String text) {
    return ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
  }
}

package dev.sextant.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Rows of cells: comma-separated text (RFC 4180) and the sheets of workbooks (ECMA-376). */
final class Tables {
  private Tables() {}

  /** All text of a file, without a byte order mark; bytes that are no UTF-8 become U+FFFD. */
  static String text(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Rows of comma-separated text; cells without the blanks around them. */
  static List<List<String>> commas(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    String whole = text.endsWith("\n") ? text : text + "\n";
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < whole.length() && whole.charAt(i + 1) == '"';
        if (doubled) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
        cell.append(c);
      } else if (c != '\r') {
        row.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quotation mark is not closed");
    }
    rows.removeIf(r -> r.stream().allMatch(String::isEmpty));
    return rows;
  }

  /** The sheets of a workbook by name, in its order; formats and formulas are left out. */
  static Map<String, List<List<String>>> sheets(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> shared = new ArrayList<>();
      read(
          zip,
          "xl/sharedStrings.xml",
          xml -> {
            if (xml.getLocalName().equals("si")) {
              shared.add("");
            } else if (xml.getLocalName().equals("t")) {
              shared.add(shared.removeLast() + xml.getElementText());
            }
          });
      List<String> names = new ArrayList<>();
      read(
          zip,
          "xl/workbook.xml",
          xml -> {
            if (xml.getLocalName().equals("sheet")) {
              names.add(xml.getAttributeValue(null, "name").strip());
            }
          });
      Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
      for (String name : names) {
        List<List<String>> rows = new ArrayList<>();
        boolean[] index = {false}; // whether the cell's value is a number of a shared string
        int[] column = {0};
        read(
            zip,
            "xl/worksheets/sheet" + (sheets.size() + 1) + ".xml",
            xml -> {
              switch (xml.getLocalName()) {
                case "row" -> rows.add(new ArrayList<>());
                case "c" -> {
                  index[0] = "s".equals(xml.getAttributeValue(null, "t"));
                  column[0] = column(xml.getAttributeValue(null, "r"));
                }
                case "v" -> {
                  String value = xml.getElementText();
                  List<String> row = rows.getLast();
                  while (row.size() < column[0] - 1) {
                    row.add("");
                  }
                  row.add((index[0] ? shared.get(Integer.parseInt(value)) : value).strip());
                }
                default -> {}
              }
            });
        rows.removeIf(r -> r.stream().allMatch(String::isEmpty));
        sheets.put(name, rows);
      }
      return sheets;
    }
  }

  /* A is 1, Z is 26, AA is 27. */
  private static int column(String place) {
    int column = 0;
    for (int i = 0; Character.isLetter(place.charAt(i)); i++) {
      column = 26 * column + place.charAt(i) - 'A' + 1;
    }
    return column;
  }

  @FunctionalInterface
  private interface Start {
    void element(XMLStreamReader xml) throws XMLStreamException;
  }

  private static void read(ZipFile zip, String entry, Start start) throws IOException {
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      throw new IOException(zip.getName() + " has no " + entry);
    }
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = zip.getInputStream(found)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          start.element(xml);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(zip.getName() + ", " + entry, e);
    }
  }
}

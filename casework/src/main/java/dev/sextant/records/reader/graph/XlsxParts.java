package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the parts of a workbook in Office Open XML (ECMA-376) say of its sheets and texts. */
public final class XlsxParts {
  private static final TextEncoding UTF_8 = new TextEncoding(TextEncoding.Form.UTF_8, 0);

  private XlsxParts() {}

  /**
   * A sheet as the workbook names it.
   *
   * @param name shown
   * @param path of its part, which need not be there
   */
  public record Sheet(String name, String path) {}

  /**
   * The sheets in order.
   *
   * @param root path before {@code xl/}
   * @param workbook the part that lists them
   * @throws XmlCursor.Broken if the list cannot be read
   */
  public static List<Sheet> sheets(Source source, String root, Source.Part workbook)
      throws IOException, XmlCursor.Broken {
    Map<String, String> targets = new HashMap<>();
    Source.Part relations = source.part(root + "xl/_rels/workbook.xml.rels").orElse(null);
    if (relations != null) {
      try (XmlCursor xml = XmlCursor.open(relations, UTF_8, source.limits())) {
        for (XmlCursor.Next n = xml.next(); n != XmlCursor.Next.FINISH; n = xml.next()) {
          if (n == XmlCursor.Next.START && xml.name().equals("Relationship")) {
            String target = xml.attribute("Target");
            targets.put(
                xml.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
          }
        }
      }
    }
    List<Sheet> sheets = new ArrayList<>();
    try (XmlCursor xml = XmlCursor.open(workbook, UTF_8, source.limits())) {
      for (XmlCursor.Next n = xml.next(); n != XmlCursor.Next.FINISH; n = xml.next()) {
        if (n == XmlCursor.Next.START && xml.name().equals("sheet")) {
          String path = root + targets.getOrDefault(xml.attribute("id"), "");
          sheets.add(new Sheet(xml.attribute("name"), path));
        }
      }
    }
    return sheets;
  }

  /**
   * The texts that cells share, in order.
   *
   * @param root path before {@code xl/}
   * @throws XmlCursor.Broken if they cannot be read, or are more than a quarter of the heap
   */
  public static List<String> texts(Source source, String root)
      throws IOException, XmlCursor.Broken {
    List<String> texts = new ArrayList<>();
    Source.Part part = source.part(root + "xl/sharedStrings.xml").orElse(null);
    if (part == null) {
      return texts;
    }
    long most = (long) source.limits().heapMegabytes() << 18;
    if (part.size() > most) {
      throw new XmlCursor.Broken(
          new ReadFault(ReadFault.LIMIT, "shared texts of more than " + most + " bytes"), 0);
    }
    try (XmlCursor xml = XmlCursor.open(part, UTF_8, source.limits())) {
      for (XmlCursor.Next n = xml.next(); n != XmlCursor.Next.FINISH; n = xml.next()) {
        if (n == XmlCursor.Next.START && xml.name().equals("si")) {
          texts.add(XlsxRows.plain(xml));
        }
      }
    }
    return texts;
  }
}

package dev.sextant.records.reader;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands round content that nobody can read before it is taken off: a packing, a database, a
 * sealed backup. Known by the first bytes, so that the answer says what is to be done.
 */
enum Wrapping {
  GZIP("1f8b", "a file packed with gzip", Wrapping.UNPACK),
  BZIP2("425a68", "a file packed with bzip2", Wrapping.UNPACK),
  XZ("fd377a585a00", "a file packed with xz", Wrapping.UNPACK),
  ZSTANDARD("28b52ffd", "a file packed with Zstandard", Wrapping.UNPACK),
  SEVEN_ZIP("377abcaf271c", "a 7z archive", Wrapping.UNPACK),
  RAR("526172211a07", "a RAR archive", Wrapping.UNPACK),
  ZIP("504b0304", "a zip within the exhibit", Wrapping.UNPACK),
  SQLITE(
      "53514c69746520666f726d6174203300",
      "a database of a program (SQLite)",
      "have it read by the tool that extracts telephones, and seal its report (UFDR) or export"
          + " beside it"),
  OUTLOOK(
      "2142444e",
      "an Outlook mailbox (pst, ost)",
      "export it as mbox or eml, note the program that did so, and seal that beside it"),
  COMPOUND(
      "d0cf11e0a1b11ae1",
      "a document of older Office programs or an Outlook message (msg)",
      "write it as xlsx, csv, eml or txt, note the program that did so, and seal that beside it"),
  PROPERTY_LIST(
      "62706c6973743030",
      "a binary property list of Apple's",
      "write it as XML or JSON, note the program that did so, and seal that beside it"),
  PDF(
      "255044462d",
      "a PDF that is none of the returns known as PDF",
      "ask the provider for the data as HTML, CSV or JSON; keep the PDF as an exhibit");

  private static final String UNPACK =
      "unpack it, note the program that did so, seal what comes out beside it, and read that";

  private final byte[] start;
  private final String what;
  private final String cure;

  Wrapping(String start, String what, String cure) {
    this.start = HexFormat.of().parseHex(start);
    this.what = what;
    this.cure = cure;
  }

  private boolean begins(byte[] head) {
    return head.length >= start.length
        && Arrays.equals(head, 0, start.length, start, 0, start.length);
  }

  /** Why nobody knows a source whose first wrapped part this is; null if none is wrapped. */
  static @Nullable ReaderFault of(Source source) throws IOException {
    long bytes = 0;
    for (Source.Part part : source.parts()) {
      bytes += part.size();
      String name = part.fileName().toLowerCase(Locale.ROOT);
      if (name.matches(".*\\.crypt[0-9]{1,2}")) {
        return fault(
            source,
            part,
            "a sealed backup of WhatsApp",
            "its key is on the telephone: have it opened by the tool that extracts telephones, and"
                + " seal that beside it");
      }
      for (Wrapping one : values()) {
        if (one.begins(part.head())) {
          return fault(source, part, one.what, one.cure);
        }
      }
    }
    if (bytes > 0) {
      return null;
    }
    return new ReaderFault.Container(
        "SX-READ-UNKNOWN",
        source.parts().isEmpty() ? "there is no file in it" : "there is not one byte in it",
        source.name(),
        source.parts().size() + " files",
        "the copy may have failed: obtain it again from its source");
  }

  private static ReaderFault fault(Source source, Source.Part part, String what, String cure) {
    return new ReaderFault.Container(
        "SX-READ-UNKNOWN",
        what,
        source.name() + (part.path().isEmpty() ? "" : "!/" + part.path()),
        part.size() + " bytes",
        cure);
  }
}

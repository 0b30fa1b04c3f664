package dev.sextant.records.reader;

import java.io.IOException;

/**
 * Knows one family of export formats. A reader has no state between calls and no clock; the same
 * bytes give the same records.
 */
public interface Reader {
  /** Name, version, and what it covers. */
  ReaderCard card();

  /**
   * How sure the reader is that it can read this source, judged by content: magic bytes, part
   * names, the first 64 KiB of a part. Never by the file's extension alone.
   *
   * @return 0 (cannot) to 100 (certain); the highest wins, ties go to the earlier name
   */
  int sniff(Source source) throws IOException;

  /**
   * Reads everything. Each item of the source (a message, a row, an edge, an unknown file) is
   * announced with {@link Sink#item} and closed by exactly one of {@link Sink#records}, {@link
   * Sink#fault}, {@link Sink#unknown}. A fault in one item never ends the reading of the others
   * unless the format cannot be followed past it.
   */
  void read(Source source, Sink sink) throws IOException;
}

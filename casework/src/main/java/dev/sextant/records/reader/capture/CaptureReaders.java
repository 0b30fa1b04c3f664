package dev.sextant.records.reader.capture;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.media.Pictures;
import dev.sextant.records.reader.capture.ufdr.Ufdr;
import dev.sextant.records.reader.capture.web.Warc;
import dev.sextant.records.reader.capture.web.Wacz;
import java.util.List;

/**
 * What tools capture or extract: web archives, scrapers' tables, leads, phone extractions, call
 * records.
 */
public final class CaptureReaders {
  private CaptureReaders() {}

  /** Each of them. */
  public static List<Reader> all() {
    return List.of(new Pictures(), new Warc(), new Wacz(), new Ufdr());
  }
}

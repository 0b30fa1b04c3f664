package dev.sextant.records.reader.capture;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.media.Pictures;
import dev.sextant.records.reader.capture.feed.Zeeschuimer;
import dev.sextant.records.reader.capture.table.LeadTables;
import dev.sextant.records.reader.capture.table.PostTables;
import dev.sextant.records.reader.capture.table.SpiderFoot;
import dev.sextant.records.reader.capture.ufdr.Ufdr;
import dev.sextant.records.reader.capture.web.Warc;
import dev.sextant.records.reader.capture.web.Wacz;
import java.util.ArrayList;
import java.util.List;

/**
 * What tools capture or extract: web archives, scrapers' tables, leads, phone extractions, call
 * records.
 */
public final class CaptureReaders {
  private CaptureReaders() {}

  /** Each of them. */
  public static List<Reader> all() {
    List<Reader> all = new ArrayList<>();
    all.add(new Pictures());
    all.add(new Warc());
    all.add(new Wacz());
    all.add(new Ufdr());
    all.add(new LeadTables());
    all.add(new SpiderFoot());
    all.addAll(PostTables.all());
    all.add(new Zeeschuimer());
    return List.copyOf(all);
  }
}

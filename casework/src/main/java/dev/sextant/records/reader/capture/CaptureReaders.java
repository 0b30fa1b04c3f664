package dev.sextant.records.reader.capture;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.capture.cdr.CallRecords;
import dev.sextant.records.reader.capture.feed.LeadFeeds;
import dev.sextant.records.reader.capture.feed.Snscrape;
import dev.sextant.records.reader.capture.feed.TelegramApi;
import dev.sextant.records.reader.capture.feed.VideoInfo;
import dev.sextant.records.reader.capture.feed.XApi;
import dev.sextant.records.reader.capture.feed.Zeeschuimer;
import dev.sextant.records.reader.capture.maltego.Maltego;
import dev.sextant.records.reader.capture.maltego.MaltegoTable;
import dev.sextant.records.reader.capture.table.LeadTables;
import dev.sextant.records.reader.capture.table.PostTables;
import dev.sextant.records.reader.capture.table.SpiderFoot;
import dev.sextant.records.reader.capture.table.SpiderFootJson;
import dev.sextant.records.reader.capture.ufdr.Ufdr;
import dev.sextant.records.reader.capture.web.Wacz;
import dev.sextant.records.reader.capture.web.Warc;
import dev.sextant.records.reader.media.Pictures;
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
    all.add(new SpiderFootJson());
    all.add(new Zeeschuimer());
    all.add(new XApi());
    all.add(new Snscrape());
    all.add(new VideoInfo());
    all.add(new TelegramApi());
    all.add(new LeadFeeds());
    all.add(new Maltego());
    all.add(new MaltegoTable());
    all.add(new CallRecords());
    return List.copyOf(all);
  }
}

package dev.sextant.records.reader.capture.web;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;

/** WARC files (ISO 28500, versions 1.0 and 1.1), one or a folder of them. */
public final class Warc implements Reader {
  private static final ReaderCard CARD =
      new ReaderCard(
          "warc",
          1,
          "Web archive (WARC)",
          List.of(
              "WARC 1.0 and 1.1, plain or packed record by record, extra gzip fields",
              "responses, resources, conversions with title and visible words; revisits; metadata",
              "block and payload digests checked; reading goes on behind damage"),
          List.of(
              "Brotli and Zstandard content is kept, its words are not read",
              "pages that a script draws have only the words that were sent",
              "records of type continuation are listed only"),
          List.of(
              "WARC of Common Crawl (packed), Webrecorder (plain), warcit (resource), Wget (gzip"
                  + " extra field)"));

  @Override
  public ReaderCard card() {
    return CARD;
  }

  @Override
  public int sniff(Source source) throws IOException {
    if (source.parts().size() > 2000) {
      return 0;
    }
    int found = 0;
    for (Source.Part part : source.parts()) {
      found += WarcParts.looks(part) ? 1 : 0;
    }
    return 2 * found >= source.parts().size() && found > 0 ? 95 : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    WarcParts warcs = new WarcParts(source, sink);
    for (Source.Part part : source.parts()) {
      if (WarcParts.looks(part)) {
        shelf.use(part);
        warcs.read(part);
      }
    }
    shelf.announceRest(sink);
  }
}

package dev.sextant.records.reader.chat.vcard;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;

/** Files of vCards, alone or several in a folder or zip. */
public final class VCardReader implements Reader {
  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "vcard",
        1,
        "Address book (vCard)",
        List.of(
            "vCard 2.1, 3.0 and 4.0, many cards a file, cards within cards",
            "folded lines, quoted-printable, base64 pictures (type, size, digest)",
            "numbers, addresses, messengers, Apple's labels and social profiles"),
        List.of(
            "whose book it is does not stand in it: no contact tie without an owner",
            "national numbers are kept as written, not turned into international ones"),
        List.of("three books of a public test suite (version 3.0)"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    int best = 0;
    for (Source.Part part : source.parts()) {
      if (part.path().isEmpty()
          || part.fileName().toLowerCase(java.util.Locale.ROOT).endsWith(".vcf")) {
        best = Math.max(best, VCards.sniff(part));
      }
    }
    // Beside other things the book is one of the export's own parts.
    return source.parts().size() > 1 ? Math.min(best, 30) : best;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if (VCards.sniff(part) > 0) {
        shelf.use(part);
        VCards.read(source, part, null, sink);
      }
    }
    shelf.announceRest(sink);
  }
}

package dev.sextant.records.reader.returns;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What providers print for the police: Google's subscriber information, Discord's user and
 * sessions, TikTok's events, the addresses of Meta's and WhatsApp's business records, as text or as
 * a short PDF. The layouts are known from public tools that take them in.
 */
public final class PrintedReturn implements Reader {
  private static final int SURE = 86;

  /** Longer texts are no letter to the police. */
  private static final long LARGEST = 64L << 20;

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "printed-return",
        2,
        "Return as printed text (Google, Discord, TikTok, Meta, WhatsApp)",
        List.of(
            "Google's subscriber information with its table of addresses, Discord's user with"
                + " sessions, TikTok's events with addresses, addresses with ports and times of Meta's"
                + " and WhatsApp's business records; as text or PDF",
            "labels in front, mail addresses and numbers of Meta's record as the account's profile"),
        List.of(
            "no real return was available",
            "other sections of Meta's record are listed as unknown: read its HTML",
            "of a PDF, locators open the file, not the line"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    int papers = 0;
    for (Source.Part part : source.parts()) {
      papers += paper(part) == null ? 0 : 1;
    }
    return papers == 0 ? 0 : papers == source.parts().size() ? SURE : 62;
  }

  private static @Nullable Paper paper(Source.Part part) throws IOException {
    if (part.size() > LARGEST) {
      return null;
    }
    String name = part.fileName().toLowerCase(Locale.ROOT);
    String head = new String(part.head(), StandardCharsets.UTF_8);
    if (head.startsWith("%PDF")) {
      String text = SubscriberPdf.text(part);
      return text == null ? null : Paper.of(text);
    }
    boolean texts = part.path().isEmpty() || name.endsWith(".txt");
    return texts && !head.stripLeading().startsWith("<") ? Paper.of(head) : null;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      Paper paper = paper(part);
      if (paper != null) {
        shelf.use(part);
        List<PrintedPage.Line> lines = lines(source, part);
        new PrintedPage(paper, source.zone(), null, sink).read(lines);
      }
    }
    shelf.announceRest(sink);
  }

  private static List<PrintedPage.Line> lines(Source source, Source.Part part) throws IOException {
    List<PrintedPage.Line> lines = new ArrayList<>();
    String printed =
        new String(part.head(), StandardCharsets.UTF_8).startsWith("%PDF")
            ? SubscriberPdf.text(part)
            : null;
    if (printed != null) {
      return SubscriberPdf.lines(part, printed);
    }
    try (TextLines in = new TextLines(part.open(), source.limits().itemBytes())) {
      for (TextLines.Line line = in.line(); line != null; line = in.line()) {
        lines.add(
            new PrintedPage.Line(
                line.text().strip(), part.at(line.from(), line.to(), line.number() + ":1")));
      }
    }
    return lines;
  }
}

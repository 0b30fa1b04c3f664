package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads UCINET's DL text (Borgatti, Everett and Freeman, UCINET 6 guide): full matrices, edge lists
 * and node lists of one or two modes, labels apart or embedded, several matrices.
 */
public final class DlReader extends PartReader {
  private static final Pattern START =
      Pattern.compile("\\A\\s*dl\\b[\\s,]*(n|nr|nc|nm|format)\\s*=", Pattern.CASE_INSENSITIVE);

  /** A reader. */
  public DlReader() {
    super(
        "ucinet-dl",
        3,
        "UCINET DL",
        List.of(
            "fullmatrix",
            "upperhalf, lowerhalf",
            "diagonal present or absent",
            "edgelist1",
            "edgelist2",
            "nodelist1",
            "nodelist2",
            "several matrices"),
        List.of("the binary ##h and ##d files"),
        List.of());
  }

  @Override
  int sniff(Source.Part part, Head head) {
    return START.matcher(head.text()).find() ? 90 : 0;
  }

  @Override
  void read(Source.Part part, Limits limits, Sink sink) throws IOException {
    TextEncoding encoding = encoding(part, sink);
    Scribe scribe = new Scribe(part, sink);
    DlTeller teller = new DlTeller(scribe, part.size());
    try (DlTokens tokens =
        new DlTokens(new DecodedText(part.open(), encoding), limits.itemBytes())) {
      teller.tell(tokens);
    } catch (DlTokens.Broken e) {
      scribe.fault(
          new Scribe.Place(Math.min(e.from(), part.size()), part.size(), ""),
          e.fault().code(),
          e.fault().what());
    }
    if (teller.nothingTold()) {
      scribe.note("SX-NOTE-COUNT", "The file states no ties.");
    }
    scribe.close();
  }

  /** A fault of the whole rest of the text. */
  static DlTokens.Broken broken(String code, String what, long from) {
    return new DlTokens.Broken(new ReadFault(code, what), from);
  }
}

package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * The text of a short PDF about a subscriber: lines {@code label: value}. One item, one profile;
 * what a line says beside that is kept as it stands.
 */
final class SubscriberPdf {
  /** Subscriber files are two pages; a PDF this large is something else. */
  private static final long LARGEST = 8L << 20;

  private static final int MOST_PAGES = 50;

  private SubscriberPdf() {}

  /** The text of a short PDF, or null if the bytes are no PDF that can be read. */
  static @Nullable String text(Source.Part part) throws IOException {
    if (part.size() > LARGEST) {
      return null;
    }
    byte[] bytes;
    try (InputStream in = part.open()) {
      bytes = in.readAllBytes();
    }
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return document.getNumberOfPages() > MOST_PAGES
          ? null
          : new PDFTextStripper().getText(document);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return null; // Hostile or damaged: the caller tells it as a fault.
    }
  }

  /** The lines of a PDF's text, each with the file's bytes as its place. */
  static List<PrintedPage.Line> lines(Source.Part part, String text) {
    List<PrintedPage.Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R")) {
      lines.add(new PrintedPage.Line(line.strip(), part.at(0, part.size(), ++number + ":1")));
    }
    return lines;
  }

  /** Labels with their values in order, or null if the bytes are no PDF that can be read. */
  static @Nullable Map<String, String> lines(Source.Part part) throws IOException {
    String text = text(part);
    if (text == null) {
      return null;
    }
    Gathered said = new Gathered();
    String label = "";
    for (String line : text.split("\\R")) {
      int colon = line.indexOf(':');
      boolean labelled = colon > 0 && colon <= 60 && Character.isLetter(line.strip().charAt(0));
      if (labelled) {
        label = line.substring(0, colon).strip();
        said.add(label, line.substring(colon + 1).strip());
      } else if (!label.isEmpty() && !line.isBlank()) {
        said.run(label, line.strip());
      }
    }
    return said.values();
  }

  /** The account that the lines name, or null. */
  static @Nullable AccountRef account(Platform platform, Map<String, String> said) {
    return Names.of(
        platform,
        value(said, "user id", "uid", "account id"),
        value(said, "username", "user name", "handle"),
        value(said, "nickname", "display name", "name"));
  }

  private static @Nullable String value(Map<String, String> said, String... labels) {
    for (String label : labels) {
      for (Map.Entry<String, String> e : said.entrySet()) {
        if (e.getKey().toLowerCase(Locale.ROOT).equals(label) && !e.getValue().isBlank()) {
          return e.getValue().lines().findFirst().orElse("");
        }
      }
    }
    return null;
  }

  /** Tells the part, as one item unless it has sections of its own; always true. */
  static boolean tell(Source.Part part, Telling t) throws IOException {
    String text = text(part);
    if (text != null && t.platform().name().equals("tiktok") && text.contains("Events IP Data")) {
      new PrintedPage(Paper.TIKTOK, t.source().zone(), t.known(), t.sink()).read(lines(part, text));
      return true;
    }
    Locator at = part.at(0, part.size(), "");
    t.sink().item();
    Map<String, String> lines = lines(part);
    if (lines == null || lines.isEmpty()) {
      t.sink()
          .fault(
              at,
              new ReadFault(
                  lines == null ? ReadFault.MALFORMED : ReadFault.MISSING,
                  "a PDF without lines of the form label: value"));
      return true;
    }
    AccountRef named = account(t.platform(), lines);
    AccountRef known = t.known();
    AccountRef who = known != null ? known : named == null ? t.owner() : named;
    Said said = new Said(t.platform()).handle(who.handle());
    ClaimedTime created = ClaimedTime.none();
    IpPort ip = null;
    for (Map.Entry<String, String> e : lines.entrySet()) {
      String label = e.getKey().toLowerCase(Locale.ROOT);
      if (label.contains("mail")) {
        said.mail(e.getKey(), e.getValue(), label.contains("confirmed"));
      } else if (label.contains("phone")) {
        said.phone(e.getKey(), e.getValue(), label.contains("confirmed"));
      } else {
        said.attribute(e.getKey(), e.getValue());
      }
      boolean begun = label.contains("registration") || label.contains("created");
      if (begun && label.contains("ip")) {
        ip = IpPort.of(e.getValue());
      } else if (begun && created.instant() == null && !label.contains("device")) {
        ClaimedTime time = Stamps.of(e.getValue(), t.source().zone());
        created = time.instant() == null ? created : time;
      }
    }
    Header header = new Header(t.platform(), at, created, Map.of());
    List<Record> records = new ArrayList<>();
    records.add(new Record.Profile(header, who, said.selectors(), said.attributes()));
    if (ip != null) {
      records.add(new Record.Login(header, who, ip.address(), ip.port(), null, "registration"));
    }
    t.sink().records(records);
    return true;
  }
}

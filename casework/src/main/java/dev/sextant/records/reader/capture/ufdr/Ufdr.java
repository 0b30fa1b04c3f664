package dev.sextant.records.reader.capture.ufdr;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * UFDR files and the {@code report.xml} within, or a single model of one. The grammar is as IPED's
 * reader of the same files documents it by what it accepts; every element is streamed.
 */
public final class Ufdr implements Reader {
  private static final ReaderCard CARD =
      new ReaderCard(
          "ufdr",
          2,
          "Telephone extraction report (UFDR, report.xml)",
          List.of(
              "chats with members, messages, attachments by extracted path; SMS, MMS, e-mail; calls",
              "contacts, user accounts, device data; locations; applications; searches; visited"
                  + " pages and bookmarks; device events, networks, notifications, calendar",
              "deleted_state and decoding_confidence of every model kept; chats in any order"),
          List.of(
              "protected reports are refused",
              "other models are listed by type",
              "digests that the report gives for files are not compared",
              "national telephone numbers stay labels: the report does not say the country"),
          List.of("one Chat model of a WhatsApp extraction (IPED's test resource)"));

  /** The first bytes of a report that was protected with a password. */
  private static final byte[] PROTECTED = {0x2D, 0x06, 0x52, 0x6D};

  private static final Pattern MODEL =
      Pattern.compile("\\A\\s*<model\\b[^>]*\\btype=\"[A-Za-z]{1,60}\"[^>]*>");

  @Override
  public ReaderCard card() {
    return CARD;
  }

  private enum Look {
    NO,
    REPORT,
    PROTECTED
  }

  private static Look look(Source.Part part) throws IOException {
    byte[] head = part.head();
    if (head.length >= 4 && java.util.Arrays.equals(head, 0, 4, PROTECTED, 0, 4)) {
      return Look.PROTECTED;
    }
    String text = new String(head, 0, Math.min(head.length, 16_384), StandardCharsets.ISO_8859_1);
    String bare =
        text.replaceFirst("\\A(?:\u00EF\u00BB\u00BF)?\\s*(?:<\\?xml[^>]{0,200}\\?>)?\\s*", "");
    boolean model =
        MODEL.matcher(bare).find()
            && (bare.contains("deleted_state=") || bare.contains("<field name="));
    boolean project =
        bare.startsWith("<project")
            && (bare.contains("extractionType")
                || bare.contains("sourceExtractions")
                || bare.contains("<taggedFiles")
                || bare.contains("<decodedData")
                || bare.contains("<modelType")
                || bare.contains("<extractionInfo"));
    return model || project ? Look.REPORT : Look.NO;
  }

  @Override
  public int sniff(Source source) throws IOException {
    boolean alone = source.parts().size() == 1;
    for (Source.Part part : source.parts()) {
      String file = part.fileName().toLowerCase(Locale.ROOT);
      if (alone || file.equals("report.xml")) {
        Look look = look(part);
        if (look == Look.REPORT) {
          return 97;
        }
        if (look == Look.PROTECTED && (file.endsWith(".xml") || file.endsWith(".ufdr"))) {
          return 90;
        }
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    boolean alone = source.parts().size() == 1;
    for (Source.Part part : source.parts()) {
      if (alone || part.fileName().equalsIgnoreCase("report.xml")) {
        Look look = look(part);
        if (look == Look.PROTECTED) {
          shelf.use(part);
          sink.item();
          sink.fault(
              part.at(0, part.size(), ""),
              new ReadFault(ReadFault.ENCRYPTED, "the report is protected: export it without"));
        } else if (look == Look.REPORT) {
          shelf.use(part);
          read(source, part, shelf, sink);
        }
      }
    }
    shelf.announceRest(sink);
  }

  private static void read(Source source, Source.Part part, Shelf shelf, Sink sink)
      throws IOException {
    UfdrReport report = new UfdrReport(part, source.limits(), sink);
    report.survey();
    if (report.filesListed() > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-COUNT",
              report.filesListed()
                  + " files of the telephone are listed in the report; "
                  + (source.parts().size() - 1)
                  + " are in the exhibit."));
    }
    report.tell(
        new Context(report.parties(), report.files(), shelf, Shelf.folderOf(part), source.zone()));
  }
}

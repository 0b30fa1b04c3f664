package dev.sextant.records.reader.chat.sms;

import dev.sextant.records.Record;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.ChatFiles;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Backups of the Android program SMS Backup &amp; Restore: {@code <smses>} with {@code sms} and
 * {@code mms}, {@code <calls>} with {@code call}. Layout after the maker's page "Fields in XML
 * backup files" (synctech.com.au).
 */
public final class SmsBackup extends ChatFiles {
  private static final int LOOKED_AT = 8192;

  /** What a backup's list is called. */
  static final Set<String> ROOTS = Set.of("smses", "calls");

  private static final Pattern ROOT =
      Pattern.compile(
          "\\A\\uFEFF?\\s*+(?>(?:<\\?.{0,500}?\\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>]{0,500}>)\\s*+){0,9}+"
              + "<(?:smses|calls)(?:\\s[^>]{0,2000})?>?",
          Pattern.DOTALL);

  private static final Pattern ITEM =
      Pattern.compile("<(?:smses|calls)\\s[^>]{0,2000}count=|<(?:sms|mms|call)\\s[^>]{0,400}date=");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "sms-backup",
        1,
        "SMS Backup & Restore (Android, XML)",
        List.of(
            "short messages and MMS: received, sent, drafts, failed and waiting; sender and all"
                + " recipients of an MMS, subject, words of its parts",
            "files of an MMS with type, digest and byte range; how alike pictures are",
            "calls with duration and what became of them",
            "emoji written as two references, which XML forbids; files cut short or damaged in"
                + " places"),
        List.of(
            "whose telephone it was does not stand in it but as the sender of MMS",
            "national numbers and senders' names are labels: the file does not say the country",
            "encrypted backups and those of other programs"));
  }

  private static boolean ours(Source.Part part) throws IOException {
    byte[] head = part.head();
    if (head.length == 0) {
      return false;
    }
    String start =
        new String(head, 0, Math.min(head.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
            .replaceFirst("\\A\u00EF\u00BB\u00BF", "");
    return ROOT.matcher(start).lookingAt() && ITEM.matcher(start).find();
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    return ours(part) ? 95 : 0;
  }

  @Override
  protected Walk begin(Source source, Shelf shelf, Sink sink) {
    PhoneNumbers numbers = new PhoneNumbers();
    BackupForms forms = new BackupForms(source.digest().hex().substring(0, 16), numbers);
    return new Walk() {
      @Override
      public void chat(Source.Part part) throws IOException {
        new Backup(source, part, forms, sink).read();
      }

      @Override
      public void end() {
        numbers.tell(sink);
        sink.note(
            new ReadNote(
                "SX-NOTE-OWNER",
                "whose telephone was backed up is not in the file: it is an account of its own here"
                    + (forms.ownNumbers() == 0
                        ? ""
                        : "; MMS that it sent name "
                            + forms.ownNumbers()
                            + (forms.ownNumbers() == 1 ? " number" : " numbers")
                            + " as their sender")));
      }
    };
  }

  /** The reading of one file. */
  private static final class Backup {
    private final Source source;
    private final Source.Part part;
    private final BackupForms forms;
    private final Sink sink;
    private long found;
    private @Nullable String promised;
    private long open = -1;
    private boolean cut;

    Backup(Source source, Source.Part part, BackupForms forms, Sink sink) {
      this.source = source;
      this.part = part;
      this.forms = forms;
      this.sink = sink;
    }

    void read() throws IOException {
      long reached = 0;
      try (XmlTags tags = new XmlTags(part.open(), source.limits().itemBytes())) {
        try {
          walk(tags);
        } finally {
          reached = open < 0 ? tags.position() : open;
        }
      } catch (EOFException | ZipException e) {
        broken(reached, new ReadFault(ReadFault.TRUNCATED, "the packed entry cannot be read on"));
      } catch (ReaderFault.Limit e) {
        broken(reached, new ReadFault(e.code(), e.what()));
      }
      count();
    }

    private static String shortened(String said) {
      return said.matches("[0-9]{1,12}") ? said : "an unreadable number of";
    }

    private void broken(long from, ReadFault fault) {
      sink.item();
      sink.fault(part.at(Math.min(from, part.size()), part.size(), ""), fault);
    }

    private void walk(XmlTags tags) throws IOException {
      boolean closed = false;
      boolean root = false;
      XmlTags.Tag tag = tags.next();
      while (tag != null) {
        XmlTags.Tag next = null;
        boolean begins = tag.kind() == XmlTags.Kind.START || tag.kind() == XmlTags.Kind.ALONE;
        if (begins && ROOTS.contains(tag.name())) {
          if (root) {
            ended(tag, closed);
          }
          root = true;
          closed = tag.kind() == XmlTags.Kind.ALONE;
          head(tag);
        } else if (begins) {
          open = tag.from();
          BackupItem.Read read = BackupItem.read(tags, tag, this::file, source.limits().nesting());
          open = -1;
          item(read.item());
          next = read.next();
        } else if (tag.kind() == XmlTags.Kind.END) {
          closed |= ROOTS.contains(tag.name()); // Any other ends what was told already.
        } else {
          sink.item();
          sink.unknown(part.at(tag.from(), tag.to(), ""), "text between entries");
        }
        tag = next == null ? tags.next() : next;
      }
      if (!closed && !cut) {
        broken(
            part.size(), new ReadFault(ReadFault.TRUNCATED, "the file ends before its list does"));
      }
    }

    private @Nullable BackupFile file(String element, String attribute, XmlTags.Value value)
        throws IOException {
      return element.equals("part") && attribute.equals("data") && value.to() > value.from()
          ? BackupFile.of(part, value)
          : null;
    }

    /* Another list begins: backups that somebody joined to one file. */
    private void ended(XmlTags.Tag next, boolean closed) {
      if (!closed) {
        sink.item();
        sink.fault(
            part.at(next.from(), next.to(), ""),
            new ReadFault(ReadFault.TRUNCATED, "a list begins before the one above it ends"));
      }
      count();
      found = 0;
      promised = null;
    }

    private void count() {
      String count = promised;
      if (count != null && !count.equals(Long.toString(found))) {
        sink.note(
            new ReadNote(
                "SX-NOTE-COUNT",
                "the file promises " + shortened(count) + " entries and holds " + found));
      }
    }

    /* What the file says of itself belongs to no entry. */
    private void head(XmlTags.Tag root) {
      Map<String, String> said = new TreeMap<>();
      root.attributes().forEach((name, value) -> said.put(name, value.text()));
      promised = said.remove("count");
      if (!said.isEmpty()) {
        sink.note(new ReadNote("SX-NOTE-TOOL", "The backup says of itself: " + said + "."));
      }
    }

    private void item(BackupItem item) throws IOException {
      long to = Math.min(part.size(), item.to());
      Locator at = part.at(Math.min(item.from(), to), to, item.name());
      sink.item();
      if (!BackupItem.ITEMS.contains(item.name())) {
        sink.unknown(at, item.name().isEmpty() ? "a tag without a name" : item.name());
        return;
      }
      found++;
      if (!item.whole()) {
        cut = to == part.size();
        sink.fault(
            at,
            cut
                ? new ReadFault(ReadFault.TRUNCATED, "the file ends within an entry")
                : new ReadFault(ReadFault.MALFORMED, "the entry is damaged or has no end"));
        return;
      }
      List<Record> records = forms.records(item, at);
      if (records.isEmpty()) {
        sink.fault(at, new ReadFault(ReadFault.MISSING, "neither who nor when is said"));
      } else {
        sink.records(records);
      }
    }
  }
}

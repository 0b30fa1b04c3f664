package dev.sextant.records.reader.chat.mail;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;

/** Mailboxes and single mails, alone or many in a folder or zip (a maildir is such a folder). */
public final class MailReader implements Reader {
  /** An export of another kind may hold one mail among a thousand files: then it is not ours. */
  private static final int ENOUGH_PARTS = 50;

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "mail",
        1,
        "Mail (mbox, eml, emlx)",
        List.of(
            "mboxo, mboxrd and mboxcl mailboxes, single mails, Apple Mail's emlx, maildirs",
            "MIME parts, attachments with digest and byte range, mails carried within mails",
            "encoded words, RFC 2231 names, any character set; threads by References",
            "all header fields are kept; the first external address of the trace is a lead only"),
        List.of(
            "Outlook's msg and pst",
            "encrypted mail is an attachment; signatures are not checked"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    int best = 0;
    int mails = 0;
    int looked = 0;
    for (Source.Part part : source.parts()) {
      if (looked++ == ENOUGH_PARTS) {
        break;
      }
      int sure = Mailbox.sniff(part);
      mails += sure > 0 ? 1 : 0;
      best = Math.max(best, sure);
    }
    // Among other things a mail is one of the export's own parts, which its reader hands over.
    return mails * 2 > looked ? best : mails > 0 ? 20 : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if (Mailbox.sniff(part) > 0) {
        shelf.use(part);
        Mailbox.read(source, part, sink);
      }
    }
    shelf.announceRest(sink);
  }
}

package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.CsvBytes;
import dev.sextant.records.reader.archive.CsvRow;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.chat.mail.Mailbox;
import dev.sextant.records.reader.chat.vcard.VCards;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Google Takeout, and single files of it. Folders are named in the language of the account, so that
 * what a file is shows in its own name and its content.
 */
public final class GoogleTakeout extends ArchiveReader {
  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "google-takeout",
        3,
        "Google Takeout",
        List.of(
            "location history in five shapes (2013 to the timelines kept on devices), saved and"
                + " reviewed places, photographs' data sheets; YouTube histories, subscriptions,"
                + " comments, live chats, playlists, channel; My Activity as JSON and as pages;"
                + " Google Chat with reactions, Hangouts; Voice: texts, calls, voicemail with transcripts;"
                + " profile; access log and devices; shop for programs; the browser's"
                + " history; contacts and mail through their own readers"),
        List.of(
            "Fit, Pay, Drive, Keep and other products are listed as unknown",
            "of a page's time whose zone is an ambiguous abbreviation (BST, IST, CST) the zone is"
                + " unknown",
            "timelines whose start and end lie far apart give their points, not the way between"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.matches("(?i).*\\.(json|csv|html)");
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    return Kind.of(part, head).certainty();
  }

  @Override
  protected void read(Opened archive) throws IOException {
    AccountRef owner = owner(archive);
    AccountRef channel = channel(archive);
    if (owner == null) {
      archive.note(
          "SX-NOTE-OWNER", "no part says whose Takeout this is: its doings have no account");
    }
    Products products = new Products(archive, owner, channel);
    for (Source.Part part : archive.parts()) {
      if (part.size() == 0) {
        continue; // Told as a file of no known kind.
      }
      Kind kind = Kind.of(part, head(part));
      if (kind != Kind.OTHER) {
        products.read(part, kind);
      } else if (part.fileName().equals("archive_browser.html")) {
        archive.ignore(part, "table of contents");
      } else if (VCards.sniff(part) > 0) {
        archive.use(part);
        VCards.read(archive.source(), part, owner, archive.sink());
      } else if (part.path().toLowerCase(Locale.ROOT).endsWith(".mbox")
          && Mailbox.sniff(part) > 0) {
        archive.use(part);
        Mailbox.read(archive.source(), part, archive.sink());
      }
    }
  }

  /* By the number of the access log, with the address and name of the profile. */
  private static @Nullable AccountRef owner(Opened archive) throws IOException {
    String gaia = null;
    String email = null;
    String name = null;
    for (Source.Part part : archive.parts()) {
      Kind kind = part.size() == 0 ? Kind.OTHER : Kind.of(part, head(part));
      if (kind == Kind.ACCESS && gaia == null) {
        CsvRow row = firstRow(archive, part);
        gaia = row == null ? null : row.said("Gaia ID");
      } else if (kind == Kind.PROFILE || kind == Kind.CHAT_USER) {
        Fields f = Fields.of(tree(archive, part));
        Fields user = kind == Kind.CHAT_USER ? f.object("user") : f;
        String shown = user.text(kind == Kind.CHAT_USER ? "name" : "displayName");
        List<Json> emails = user.array("emails");
        String own = user.text("email");
        own = own == null && !emails.isEmpty() ? Fields.of(emails.getFirst()).text("value") : own;
        email = email == null ? own : email;
        name = name == null ? shown : name;
      }
    }
    return Accounts.of(Google.GOOGLE, gaia, email, name);
  }

  private static @Nullable AccountRef channel(Opened archive) throws IOException {
    for (Source.Part part : archive.parts()) {
      if (part.size() > 0 && Kind.of(part, head(part)) == Kind.CHANNEL) {
        CsvRow row = firstRow(archive, part);
        if (row != null && !row.cell(0).isBlank()) {
          String title = row.cell(1);
          return AccountRef.ofId(
              Google.YOUTUBE, row.cell(0).strip(), null, title.isBlank() ? null : title);
        }
      }
    }
    return null;
  }

  private static @Nullable CsvRow firstRow(Opened archive, Source.Part part) throws IOException {
    try (CsvBytes rows = CsvBytes.of(part, archive.source().limits().itemBytes())) {
      CsvBytes.Line header = rows.next();
      CsvBytes.Line row = rows.next();
      return header == null || row == null ? null : new CsvRow(header.cells(), row.cells());
    }
  }

  private static @Nullable Json tree(Opened archive, Source.Part part) throws IOException {
    try (JsonStream in = JsonStream.of(part, archive.source().limits())) {
      return in.tree();
    } catch (JsonBroken e) {
      return null; // The reading proper meets and reports it.
    }
  }
}

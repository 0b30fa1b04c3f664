package dev.sextant.records.reader.chat.threema;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.CsvBytes;
import dev.sextant.records.reader.archive.CsvRow;
import dev.sextant.records.reader.archive.CsvTable;
import dev.sextant.records.reader.archive.Opened;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The data backup of Threema for Android, unpacked with its password: {@code contacts.csv}, {@code
 * groups.csv}, {@code message_ID.csv}, {@code group_message_ID.csv} and media beside them. Names of
 * columns and files after the program's own source (threema-ch/threema-android, {@code
 * backuprestore/csv}).
 */
public final class ThreemaBackup extends ArchiveReader {
  private enum Kind {
    MESSAGES(92),
    CONTACTS(90),
    GROUPS(88),
    OTHER(0);

    private final int certainty;

    Kind(int certainty) {
      this.certainty = certainty;
    }
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "threema-backup",
        1,
        "Threema data backup (Android, CSV)",
        List.of(
            "messages of people and groups by Threema ID, with milliseconds, states, quotations, notes"
                + " of the program; contacts with names and keys, groups with members",
            "places; media of the backup by their number"),
        List.of(
            "the backup is sealed with a password: unpack it first",
            "the account's own ID stands in the sealed identity only",
            "polls, distribution lists and reactions are listed as unknown",
            "the chat archive (messages.txt) is not read"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.endsWith(".csv");
  }

  private static Kind kind(String head) {
    return CsvTable.names(head, "apiid", "isoutbox", "posted_at")
        ? Kind.MESSAGES
        : CsvTable.names(head, "identity", "publickey", "verification")
            ? Kind.CONTACTS
            : CsvTable.names(head, "id", "creator", "groupname", "members")
                ? Kind.GROUPS
                : Kind.OTHER;
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    return kind(head).certainty;
  }

  @Override
  protected void read(Opened archive) throws IOException {
    Map<String, AccountRef> people = new TreeMap<>();
    Map<String, ConversationRef> groups = new TreeMap<>();
    for (Source.Part part : parts(archive)) {
      Kind kind = kind(head(part));
      if (kind == Kind.CONTACTS) {
        rows(archive, part, (row, cells) -> contact(row, people));
      } else if (kind == Kind.GROUPS) {
        rows(archive, part, (row, cells) -> group(row, cells, groups));
      }
    }
    String scope = archive.scope();
    AccountRef owner =
        new AccountRef(
            ThreemaForms.THREEMA,
            KeyBasis.DISPLAY_NAME,
            scope + "/the account of this backup",
            null,
            "the account of this backup");
    ThreemaForms forms = new ThreemaForms(people, owner, archive);
    for (Source.Part part : parts(archive)) {
      switch (kind(head(part))) {
        case CONTACTS -> archive.table(part, forms::contact);
        case GROUPS -> archive.table(part, (row, at) -> forms.group(row, at, groups));
        case MESSAGES -> messages(archive, part, forms, people, groups);
        case OTHER -> {}
      }
    }
    archive.note(
        "SX-NOTE-OWNER",
        "whose backup it is is not in the open part of it: it is an account of its own here");
  }

  private static List<Source.Part> parts(Opened archive) {
    List<Source.Part> parts = new ArrayList<>();
    for (Source.Part part : archive.parts()) {
      if (part.size() > 0 && (part.path().isEmpty() || part.path().endsWith(".csv"))) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Looks at a row. */
  private interface Look {
    void take(CsvRow row, List<String> cells);
  }

  private static void rows(Opened archive, Source.Part part, Look look) throws IOException {
    try (CsvBytes rows = CsvBytes.of(part, archive.source().limits().itemBytes())) {
      CsvBytes.Line head = rows.next();
      for (CsvBytes.Line line = rows.next(); head != null && line != null; line = rows.next()) {
        if (line.fault() == null && !line.blank()) {
          look.take(new CsvRow(head.cells(), line.cells()), line.cells());
        }
      }
    } catch (EOFException | ZipException e) {
      return; // The reading proper meets the same bytes.
    }
  }

  private static void contact(CsvRow row, Map<String, AccountRef> people) {
    String id = row.said("identity");
    if (id != null) {
      AccountRef who = ThreemaForms.person(id, ThreemaForms.name(row));
      people.put(id, who);
      String file = row.said("identity_id"); // What newer backups name the file of messages by.
      if (file != null) {
        people.putIfAbsent(file, who);
      }
    }
  }

  private static void group(CsvRow row, List<String> cells, Map<String, ConversationRef> groups) {
    String id = row.said("id");
    String creator = row.said("creator");
    if (id == null) {
      return;
    }
    ConversationRef ref = ThreemaForms.group(id, creator, row.said("groupname"));
    groups.put(id + "-" + creator, ref);
    for (String cell : cells) {
      // A number of the backup's own names the file; its column has had more than one name.
      if (cell.matches("[0-9a-f]{32}|[0-9a-f-]{36}|[A-Za-z0-9]{8,40}")) {
        groups.putIfAbsent(cell, ref);
      }
    }
  }

  private static void messages(
      Opened archive,
      Source.Part part,
      ThreemaForms forms,
      Map<String, AccountRef> people,
      Map<String, ConversationRef> groups)
      throws IOException {
    String file = part.fileName().replaceFirst("\\.csv$", "");
    boolean group = file.startsWith("group_message_") || CsvTable.names(head(part), "identity");
    String id = file.replaceFirst("^(?:group_)?message_", "");
    String folder = Shelf.folderOf(part);
    if (group) {
      ConversationRef named = groups.get(id);
      ConversationRef in =
          named == null
              ? new ConversationRef(
                  ThreemaForms.THREEMA,
                  ConversationRef.Kind.GROUP,
                  archive.scope() + "/" + part.path(),
                  null)
              : named;
      archive.table(
          part, (row, at) -> forms.message(row, at, in, null, folder + "group_message_media_"));
      return;
    }
    @Nullable AccountRef other =
        people.containsKey(id)
            ? people.get(id)
            : id.matches("[A-Z0-9*][A-Z0-9]{7}") ? ThreemaForms.person(id, null) : null;
    String key = other == null ? part.path() : other.key();
    ConversationRef in =
        new ConversationRef(
            ThreemaForms.THREEMA, ConversationRef.Kind.DIRECT, archive.scope() + "/" + key, null);
    archive.table(part, (row, at) -> forms.message(row, at, in, other, folder + "message_media_"));
  }
}

package dev.sextant.records.reader.chat.kakaotalk;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.CsvBytes;
import dev.sextant.records.reader.archive.CsvRow;
import dev.sextant.records.reader.archive.CsvTable;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** KakaoTalk's chats as its program for the Mac writes them: {@code Date,User,Message}. */
public final class KakaoTable extends ArchiveReader {
  /* Others have three such columns too: what tells is the program's name or its words. */
  private static final Pattern WORDS =
      Pattern.compile(
          "님이 (?:들어왔|나갔|.{1,200}초대)|님을 (?:내보냈|초대)|[,\"\\n](?:사진|동영상|이모티콘|보이스톡)[,\"\\r\\n]");

  private static final Pattern ROW =
      Pattern.compile(
          "\\A[^\\n]{1,200}\\n[\\s\\S]{0,800}?[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "kakaotalk-csv",
        1,
        "KakaoTalk chat (CSV)",
        List.of("messages of the Mac's export, who was invited, came, left and was put out"),
        List.of(
            "the zone is not in the file: declare it",
            "a table of the same three columns without a word of KakaoTalk's is mapped by hand"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.endsWith(".csv");
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    boolean ours =
        CsvTable.names(head, "date", "user", "message")
            && ROW.matcher(head).lookingAt()
            && (part.fileName().startsWith("KakaoTalk") || WORDS.matcher(head).find());
    return ours ? 90 : 0;
  }

  @Override
  protected void read(Opened archive) throws IOException {
    LocalTimes local = new LocalTimes(archive.source().zone());
    for (Source.Part part : archive.parts()) {
      boolean may = part.size() > 0 && (part.path().isEmpty() || candidate(part.path()));
      if (may && sniff(part, head(part)) > 0) {
        Set<String> speakers = new LinkedHashSet<>();
        boolean group = survey(archive, part, speakers);
        NamedChat chat =
            NamedChat.of(
                KakaoText.KAKAO,
                group ? ConversationRef.Kind.GROUP : NamedChat.kind(speakers.size()),
                archive.source(),
                part,
                null);
        archive.table(part, (row, at) -> records(row, at, chat, speakers, archive));
      }
    }
    local.tell(archive.sink());
  }

  private static boolean survey(Opened archive, Source.Part part, Set<String> speakers)
      throws IOException {
    boolean moved = false;
    try (CsvBytes rows = CsvBytes.of(part, archive.source().limits().itemBytes())) {
      CsvBytes.Line head = rows.next();
      for (CsvBytes.Line line = rows.next(); head != null && line != null; line = rows.next()) {
        CsvRow row = new CsvRow(head.cells(), line.cells());
        String user = row.said("User");
        moved |= note(user, row.text("Message"));
        if (user != null && speakers.size() < 3) {
          speakers.add(user);
        }
      }
    } catch (EOFException | ZipException e) {
      return moved; // The reading proper meets the same bytes.
    }
    return moved;
  }

  private static boolean note(@Nullable String user, String words) {
    return user == null ? KakaoMoves.any(words) : KakaoMoves.tells(user, words);
  }

  private static List<Record> records(
      CsvRow row, Locator at, NamedChat chat, Set<String> speakers, Opened archive) {
    String user = row.said("User");
    String date = row.said("Date");
    String words = row.text("Message");
    ClaimedTime time = Times.local(date, archive.source().zone());
    if (user == null && date == null) {
      return List.of();
    }
    boolean note = note(user, words);
    Header header = new Header(KakaoText.KAKAO, at, time, row.rest());
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header,
            chat.ref(),
            user == null ? null : chat.account(user),
            user == null || note ? List.of() : chat.recipients(user, speakers),
            null,
            words,
            null,
            null,
            note ? "note" : null,
            List.of(),
            List.of()));
    if (note) {
      records.addAll(KakaoMoves.of(words, header, chat));
    }
    return records;
  }
}

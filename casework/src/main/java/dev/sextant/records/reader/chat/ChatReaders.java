package dev.sextant.records.reader.chat;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.chat.mail.MailReader;
import dev.sextant.records.reader.chat.vcard.VCardReader;
import java.util.List;

/** Exports of chats, mails and address books. */
public final class ChatReaders {
  private ChatReaders() {}

  /** Each of them. */
  public static List<Reader> all() {
    return List.of(new MailReader(), new VCardReader());
  }
}

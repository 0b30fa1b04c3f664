package dev.sextant.records.reader.chat;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.chat.discord.DiscordExport;
import dev.sextant.records.reader.chat.discord.DiscordMessages;
import dev.sextant.records.reader.chat.mail.MailReader;
import dev.sextant.records.reader.chat.messenger.MessengerSecure;
import dev.sextant.records.reader.chat.signal.SignalText;
import dev.sextant.records.reader.chat.vcard.VCardReader;
import java.util.List;

/** Exports of chats, mails and address books. */
public final class ChatReaders {
  private ChatReaders() {}

  /** Each of them. */
  public static List<Reader> all() {
    return List.of(
        new MailReader(),
        new VCardReader(),
        new DiscordExport(),
        new DiscordMessages(),
        new MessengerSecure(),
        new SignalText());
  }
}

package dev.sextant.records.reader.chat;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.chat.discord.DiscordExport;
import dev.sextant.records.reader.chat.discord.DiscordMessages;
import dev.sextant.records.reader.chat.discord.DiscordTable;
import dev.sextant.records.reader.chat.discord.DiscordText;
import dev.sextant.records.reader.chat.imessage.ImessageHtml;
import dev.sextant.records.reader.chat.imessage.ImessageText;
import dev.sextant.records.reader.chat.irc.IrcLog;
import dev.sextant.records.reader.chat.kakaotalk.KakaoTable;
import dev.sextant.records.reader.chat.kakaotalk.KakaoText;
import dev.sextant.records.reader.chat.line.LineText;
import dev.sextant.records.reader.chat.mail.MailReader;
import dev.sextant.records.reader.chat.matrix.MatrixExport;
import dev.sextant.records.reader.chat.messenger.MessengerSecure;
import dev.sextant.records.reader.chat.signal.SignalCli;
import dev.sextant.records.reader.chat.signal.SignalLines;
import dev.sextant.records.reader.chat.signal.SignalText;
import dev.sextant.records.reader.chat.signal.SigtopJson;
import dev.sextant.records.reader.chat.signal.SigtopText;
import dev.sextant.records.reader.chat.skype.SkypeExport;
import dev.sextant.records.reader.chat.slack.SlackExport;
import dev.sextant.records.reader.chat.sms.SmsBackup;
import dev.sextant.records.reader.chat.threema.ThreemaBackup;
import dev.sextant.records.reader.chat.vcard.VCardReader;
import dev.sextant.records.reader.chat.viber.ViberTable;
import dev.sextant.records.reader.telegram.TelegramHtml;
import dev.sextant.records.reader.whatsapp.ExporterJson;
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
        new DiscordTable(),
        new DiscordText(),
        new MessengerSecure(),
        new SigtopText(),
        new SigtopJson(),
        new SignalText(),
        new TelegramHtml(),
        new IrcLog(),
        new MatrixExport(),
        new SlackExport(),
        new SkypeExport(),
        new LineText(),
        new SmsBackup(),
        new ImessageText(),
        new ImessageHtml(),
        new KakaoText(),
        new KakaoTable(),
        new ThreemaBackup(),
        new ViberTable(),
        new ExporterJson(),
        new SignalLines(),
        new SignalCli());
  }
}

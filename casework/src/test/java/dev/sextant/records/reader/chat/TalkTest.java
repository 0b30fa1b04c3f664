package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signal, Messenger's encrypted chats, LINE, Slack, Skype. */
class TalkTest {
  @TempDir Path folder;

  private static final String SIGNAL =
      """
      [2025-05-13, 20:05] Ana: Hello: you
      second line
      [2025-05-13, 20:06] Bo: see ![pic](./media/a.jpg) (- Ana: ❤ -)
      [2025-13-40, 20:07] Ana: no such day
      """;

  private static final String SIGNAL_LINES =
      """
      {"date": "2025-05-13T20:05:00", "sender": "Ana", "body": "Hello", "quote": "", "sticker": "", "reactions": [{"name": "Bo", "emoji": "❤"}], "attachments": []}
      {"date": "2025-05-13T20:06:00", "sender": "Bo", "body": "pic", "quote": "Hello", "sticker": "", "reactions": [], "attachments": [{"name": "a.jpg", "path": "media/a.jpg"}]}
      {"date": broken
      """;

  private static final String SECURE =
      """
      {"participants": ["Ana Ré", "Bo"], "threadName": "Bo_12",
       "messages": [
        {"isUnsent": false, "media": [], "reactions": [{"actor": "Bo", "reaction": "👍"}], "senderName": "Ana Ré",
         "text": "Olá: Ã© stays", "timestamp": 1747166700000, "type": "text"},
        {"isUnsent": true, "media": [{"uri": "./media/x.jpg"}, {"uri": "Failed to download media"}], "reactions": [],
         "senderName": "Bo", "text": "", "timestamp": 1747166760000, "type": "media"},
        {"timestamp": 0}
       ]}
      """;

  private static final String LINE =
      """
      [LINE] Chat history with Ana
      Saved on: 2025/05/14 10:00

      2025/05/13(Tue)
      20:05\tAna\tHello
      20:06\tBo\t"two
      lines"
      20:07\tAna\t☎ Call time 1:05
      20:08\t\tAna unsent a message.
      2025/05/14(Wed)
      午後9:05\tBo\t[Photo]
      """;

  private static final Map<String, String> SLACK =
      Map.of(
          "users.json",
          """
          [{"id": "U0000001", "team_id": "T1", "name": "ana", "deleted": false, "real_name": "Ana Ré", "tz": "Europe/Lisbon",
            "profile": {"email": "ana@example.org", "phone": "+44 7700 900123", "display_name": "Ana", "title": "boss"}},
           {"id": "U0000002", "name": "bo", "profile": {}}]
          """,
          "channels.json",
          """
          [{"id": "C0000001", "name": "general", "created": 1747000000, "creator": "U0000001", "is_archived": false,
            "members": ["U0000001", "U0000002"], "topic": {"value": "all", "creator": "", "last_set": 0}, "purpose": {"value": "talk"}}]
          """,
          "general/2025-05-13.json",
          """
          [{"type": "message", "subtype": "channel_join", "user": "U0000002", "inviter": "U0000001", "ts": "1747166700.000100", "text": "<@U0000002> has joined the channel"},
           {"type": "message", "user": "U0000001", "ts": "1747166701.000200", "thread_ts": "1747166701.000200", "text": "hi <@U0000002>",
            "reactions": [{"name": "wave", "users": ["U0000002"], "count": 1}], "files": [{"id": "F1", "name": "a.pdf", "mimetype": "application/pdf", "url_private": "https://files.example/a"}]},
           {"type": "message", "user": "U0000002", "ts": "1747166702.000300", "thread_ts": "1747166701.000200", "text": "yes"},
           {}]
          """,
          "canvases.json",
          "[]");

  private static final String SKYPE =
      """
      {"userId": "8:live:ana", "exportDate": "2025-06-01T10:00", "conversations": [
       {"id": "8:bo", "displayName": "Bo", "version": 1.0, "properties": {"lastimreceivedtime": "x"}, "threadProperties": null, "MessageList": [
        {"id": "3", "displayName": null, "originalarrivaltime": "2025-05-13T20:05:00.123Z", "messagetype": "RichText", "version": 1,
         "content": "a &amp; <b>b</b>", "conversationid": "8:bo", "from": "8:live:ana", "properties": null, "amsreferences": null},
        {"id": "4", "originalarrivaltime": "2025-05-13T20:06:00Z", "messagetype": "Event/Call", "conversationid": "8:bo", "from": "8:bo",
         "content": "<partlist type=\\"ended\\" alt=\\"\\"><part identity=\\"live:ana\\"><name>Ana</name><duration>75.5</duration></part></partlist>"},
        {"id": "5", "originalarrivaltime": "2025-05-13T20:07:00Z", "messagetype": "RichText/UriObject", "conversationid": "8:bo", "from": "8:bo",
         "content": "<URIObject type=\\"Picture.1\\" uri=\\"https://api.example/x\\">see<OriginalName v=\\"a.jpg\\"/></URIObject>"}]},
       {"id": "19:abc@thread.skype", "displayName": "Crew", "threadProperties": {"membercount": 2, "members": "[\\"8:live:ana\\",\\"8:bo\\"]", "topic": "Crew"}, "MessageList": [
        {"id": "6", "originalarrivaltime": "2025-05-13T20:08:00Z", "messagetype": "ThreadActivity/AddMember", "conversationid": "19:abc@thread.skype", "from": "19:abc@thread.skype",
         "content": "<addmember><eventtime>1</eventtime><initiator>8:live:ana</initiator><target>8:cy</target></addmember>"}]}]}
      """;

  @Test
  void signalText() {
    try (ReadTrial trial =
        Given.folder(folder, Map.of("Bo/chat.md", SIGNAL, "Bo/media/a.jpg", "jpeg"))) {
      Golden.check("signal/text", trial);
      assertThat(trial.reader()).isEqualTo("signal-text");
      assertThat(Given.told(trial))
          .containsExactly(
              "Ana: Hello: you\nsecond line",
              "Bo: see ![pic](./media/a.jpg) (- Ana: ❤ -)",
              "Ana REACTED ❤ null",
              "Ana: no such day");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(1).media().getFirst().part()).isEqualTo("Bo/media/a.jpg");
      assertThat(m.get(2).header().claimed().instant()).isNull();
      assertThat(m.get(2).header().claimed().text()).isEqualTo("2025-13-40, 20:07");
    }
  }

  @Test
  void theRealSignalText() {
    try (ReadTrial trial = ReadTrial.of(ReadTrial.realData("chat-signal/test_export.txt"))) {
      assertThat(trial.reader()).isEqualTo("signal-text");
      assertThat(Given.told(trial))
          .containsExactly("Jane Doe: Hello John!", "John Doe: Hello\nJane!");
      assertThat(trial.of(Record.Message.class).getFirst().header().claimed().instant())
          .isEqualTo(Instant.parse("2019-12-24T12:23:00Z"));
    }
  }

  private static final String SIGNAL_CLI =
      """
      {"envelope":{"source":"+447700900001","sourceNumber":"+447700900001","sourceUuid":"aaaaaaaa-0000-4000-8000-000000000001","sourceName":"Ana","sourceDevice":2,"timestamp":1715600000123,"dataMessage":{"timestamp":1715600000123,"message":"see @Bo","expiresInSeconds":0,"viewOnce":false,"mentions":[{"name":"Bo","number":"+447700900002","uuid":"bbbbbbbb-0000-4000-8000-000000000002","start":4,"length":1}],"attachments":[{"contentType":"image/jpeg","filename":"quay.jpg","id":"x1","size":10}],"groupInfo":{"groupId":"Z3JvdXA=","groupName":"Crew","type":"DELIVER"}}},"account":"+447700900009"}
      {"envelope":{"source":"+447700900001","sourceUuid":"aaaaaaaa-0000-4000-8000-000000000001","timestamp":1715600001000,"dataMessage":{"timestamp":1715600001000,"message":"yes","quote":{"id":1715600000500,"authorNumber":"+447700900009","text":"coming?"},"zz":"zzkept"}},"account":"+447700900009"}
      {"envelope":{"source":"+447700900009","sourceNumber":"+447700900009","sourceDevice":1,"timestamp":1715600002000,"syncMessage":{"sentMessage":{"destination":"+447700900001","destinationNumber":"+447700900001","destinationUuid":"aaaaaaaa-0000-4000-8000-000000000001","timestamp":1715600002000,"message":"good"}}},"account":"+447700900009"}
      {"jsonrpc":"2.0","method":"receive","params":{"envelope":{"source":"cccccccc-0000-4000-8000-000000000003","sourceUuid":"cccccccc-0000-4000-8000-000000000003","timestamp":1715600003000,"dataMessage":{"timestamp":1715600003000,"message":null,"reaction":{"emoji":"\uD83D\uDC4D","targetAuthor":"+447700900009","targetAuthorNumber":"+447700900009","targetSentTimestamp":1715600002000,"isRemove":false}}},"account":"+447700900009"}}
      {"envelope":{"source":"+447700900001","timestamp":1715600004000,"callMessage":{"offerMessage":{"id":7,"type":"OFFER_AUDIO_CALL"}}},"account":"+447700900009"}
      {"envelope":{"source":"+447700900001","timestamp":1715600005000,"receiptMessage":{"when":1715600005000,"isDelivery":false,"isRead":true,"timestamps":[1715600002000]}},"account":"+447700900009"}
      {"envelope":{"source":"+447700900001","timestamp":1715600006000,"editMessage":{"targetSentTimestamp":1715600001000,"dataMessage":{"timestamp":1715600006000,"message":"yes!"}}},"account":"+447700900009"}
      {"envelope":{"source":"+447700900001","timestamp":1715600007000,"dataMessage":{"timestamp":1715600007000,"message":null,"remoteDelete":{"timestamp":1715600006000}}},"account":"+447700900009"}
      {"exception":{"message":"no session","type":"ProtocolNoSessionException"},"envelope":{"source":"+447700900001","timestamp":1715600008000},"account":"+447700900009"}
      """;

  @Test
  void signalCli() {
    try (ReadTrial trial = Given.file(folder, "received.jsonl", SIGNAL_CLI)) {
      Golden.check("signal/cli", trial);
      assertThat(trial.reader()).isEqualTo("signal-cli");
      assertThat(Given.told(trial))
          .containsExactly(
              "Ana: see @Bo",
              "+447700900001: yes",
              "+447700900009: good",
              "cccccccc-0000-4000-8000-000000000003 REACTED \uD83D\uDC4D 1715600002000",
              "call of +447700900001 to [+447700900009] null offered OFFER_AUDIO_CALL",
              "+447700900001 OTHER receipt: read null",
              "+447700900001: yes!",
              "delete +447700900001: ");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.getFirst().conversation().title()).isEqualTo("Crew");
      assertThat(m.get(1).conversation().key()).isEqualTo(m.get(2).conversation().key());
      assertThat(m.get(2).recipients().getFirst().key()).isEqualTo("+447700900001");
      assertThat(m.get(1).replyTo()).isEqualTo("1715600000500");
      assertThat(m.get(1).header().extra()).containsEntry("envelope.dataMessage.zz", "zzkept");
      assertThat(m.getLast().action()).isEqualTo("delete");
      assertThat(trial.unknowns).hasSize(1);
    }
  }

  @Test
  void signalLines() {
    try (ReadTrial trial = Given.file(folder, "data.json", SIGNAL_LINES)) {
      Golden.check("signal/lines", trial);
      assertThat(trial.reader()).isEqualTo("signal-export");
      assertThat(Given.told(trial)).containsExactly("Ana: Hello", "Bo REACTED ❤ null", "Bo: pic");
      assertThat(trial.faults).hasSize(1);
    }
  }

  @Test
  void messengerSecure() {
    try (ReadTrial trial =
        Given.folder(folder, Map.of("Bo_12.json", SECURE, "media/x.jpg", "jpeg"))) {
      Golden.check("messenger/secure", trial);
      assertThat(trial.reader()).isEqualTo("messenger-secure");
      assertThat(Given.told(trial))
          .containsExactly(
              "Ana Ré PRESENT",
              "Bo PRESENT",
              "Ana Ré: Olá: Ã© stays",
              "Bo REACTED 👍 null",
              "Bo: ");
      Record.Message unsent = trial.of(Record.Message.class).getLast();
      assertThat(unsent.header().extra()).containsEntry("isUnsent", "true");
      assertThat(unsent.media()).extracting("part").containsExactly("media/x.jpg", null);
      assertThat(unsent.recipients()).extracting(Given::name).containsExactly("Ana Ré");
      assertThat(unsent.conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
    }
  }

  @Test
  void line() {
    try (ReadTrial trial = Given.file(folder, "line.txt", LINE)) {
      Golden.check("line/text", trial);
      assertThat(trial.reader()).isEqualTo("line-text");
      assertThat(Given.told(trial))
          .containsExactly(
              "date -: 2025/05/13(Tue)",
              "Ana: Hello",
              "Bo: two\nlines",
              "call of Ana to [Bo] PT1M5S ☎ Call time 1:05",
              "note -: Ana unsent a message.",
              "date -: 2025/05/14(Wed)",
              "Bo: [Photo]");
      assertThat(trial.records.getLast().header().claimed().instant())
          .isEqualTo(Instant.parse("2025-05-14T21:05:00Z"));
    }
  }

  /* Computers part names and words by blanks: which is which does not show, and nobody guesses. */
  @Test
  void lineOfComputersIsNotRead() {
    String byBlanks =
        "2025.05.13 Tuesday\n20:05 Ana Smith Hello\n20:06 Bo yes\n20:07 Cy joined the group.\n";
    try (ReadTrial trial = Given.file(folder, "[LINE] Quay.txt", byBlanks)) {
      assertThat(trial.reader()).isNotEqualTo("line-text");
      assertThat(trial.records).isEmpty();
    }
  }

  @Test
  void titlesOfLineTellAGroup() {
    Map<String, ConversationRef.Kind> kinds =
        Map.of(
            "[LINE] Chat history in Quay", ConversationRef.Kind.GROUP,
            "[LINE] Quayのトーク履歴", ConversationRef.Kind.GROUP,
            "[LINE] Quay的聊天記錄", ConversationRef.Kind.GROUP,
            "[LINE] Quayとのトーク履歴", ConversationRef.Kind.DIRECT,
            "[LINE] 与Quay的聊天记录", ConversationRef.Kind.DIRECT,
            "[LINE] ประวัติการสนทนากับ Quay", ConversationRef.Kind.DIRECT);
    kinds.forEach((title, kind) -> {
      String text = LINE.replace("[LINE] Chat history with Ana", title);
      try (ReadTrial trial = Given.file(folder, "line.txt", text)) {
        ConversationRef in = trial.of(Record.Message.class).getFirst().conversation();
        assertThat(in.title()).as(title).isEqualTo("Quay");
        assertThat(in.kind()).as(title).isEqualTo(kind);
      }
    });
  }

  @Test
  void slack() {
    try (ReadTrial trial = Given.folder(folder, SLACK)) {
      Golden.check("slack/workspace", trial);
      assertThat(trial.reader()).isEqualTo("slack-export");
      assertThat(Given.told(trial))
          .containsExactly(
              "channel Ana: all\ntalk",
              "Ana PRESENT",
              "bo PRESENT",
              "channel_join bo: <@U0000002> has joined the channel",
              "bo ADDED by Ana",
              "Ana: hi <@U0000002>",
              "bo REACTED :wave: 1747166701.000200",
              "bo: yes",
              "profile of slack/platform_id/U0000001",
              "profile of slack/platform_id/U0000002");
      assertThat(trial.of(Record.Message.class).getLast().replyTo()).isEqualTo("1747166701.000200");
      assertThat(trial.of(Record.Profile.class).getFirst().selectors()).hasSize(2);
      assertThat(trial.faults).hasSize(1);
    }
  }

  @Test
  void skype() {
    try (ReadTrial trial = Given.file(folder, "messages.json", SKYPE)) {
      Golden.check("skype/messages", trial);
      assertThat(trial.reader()).isEqualTo("skype-export");
      assertThat(Given.told(trial))
          .containsExactly(
              "live:ana: a & b",
              "call of bo to [live:ana] PT1M15S ended",
              "bo: see",
              "thread -: Crew",
              "live:ana PRESENT",
              "bo PRESENT",
              "ThreadActivity/AddMember 19:abc@thread.skype: 1 8:live:ana 8:cy",
              "cy ADDED by live:ana");
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    for (String sample : List.of(SIGNAL_CLI, SIGNAL, SIGNAL_LINES, SECURE, LINE, SKYPE)) {
      Battering.truncate(sample.getBytes(StandardCharsets.UTF_8), "sample");
      Battering.mutate(sample.getBytes(StandardCharsets.UTF_8), "sample", 17, 120);
    }
    Battering.batterAll(Battering.texts(new java.util.TreeMap<>(SLACK)), 19, 40);
  }
}

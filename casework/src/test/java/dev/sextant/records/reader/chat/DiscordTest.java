package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadTrial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordTest {
  @TempDir Path folder;

  /** Written by hand after the exporter's source; a thread with all that newer versions write. */
  private static final String THREAD =
      """
      {"guild": {"id": "100000000000000001", "name": "Workshop", "iconUrl": "https://cdn.example/i.png"},
       "channel": {"id": "200000000000000002", "type": "GuildPublicThread", "categoryId": "200000000000000001",
        "category": "general", "name": "parts", "topic": "bike parts"},
       "dateRange": {"after": "2025-01-01T00:00:00+00:00", "before": null},
       "exportedAt": "2025-06-01T10:00:00.0000000+02:00",
       "messages": [
        {"id": "1", "type": "Default", "timestamp": "2025-05-13T20:05:00.123+02:00",
         "timestampEdited": "2025-05-13T20:06:00+02:00", "callEndedTimestamp": null, "isPinned": true,
         "content": "hello <@500000000000000005>",
         "author": {"id": "400000000000000004", "name": "ana", "discriminator": "0000", "nickname": "Ana R",
          "color": "#FF0000", "isBot": false, "roles": [{"id": "9", "name": "mod", "color": null, "position": 1}],
          "avatarUrl": "https://cdn.example/a.png"},
         "attachments": [{"id": "7", "url": "parts_Files/plan%20b.png", "fileName": "plan b.png", "fileSizeBytes": 4}],
         "embeds": [{"title": "t", "url": "https://x.example", "timestamp": null, "description": "d", "fields": []}],
         "stickers": [{"id": "8", "name": "wave", "format": "Lottie", "sourceUrl": "https://cdn.example/s.json"}],
         "reactions": [{"emoji": {"id": "", "name": "👍", "code": "thumbsup", "isAnimated": false, "imageUrl": "x"},
          "count": 3, "users": [{"id": "500000000000000005", "name": "bo", "discriminator": "1234", "nickname": "Bo", "isBot": false, "avatarUrl": "y"}]}],
         "mentions": [{"id": "500000000000000005", "name": "bo", "discriminator": "1234", "nickname": "Bo", "isBot": false}],
         "inlineEmojis": []},
        {"id": "2", "type": "Reply", "timestamp": "2025-05-13T18:07:00+00:00", "content": "yes",
         "author": {"id": "500000000000000005", "name": "bo", "discriminator": "1234", "nickname": "Bo", "isBot": false},
         "attachments": [], "reference": {"messageId": "1", "channelId": "200000000000000002", "guildId": null}},
        {"id": "3", "type": "Default", "timestamp": "2025-05-13T18:08:00+00:00", "content": "",
         "author": {"id": "500000000000000005", "name": "bo", "discriminator": "1234"},
         "reference": {"type": "Forward", "messageId": "77", "channelId": "300000000000000003"},
         "forwardedMessage": {"timestamp": "2025-05-01T00:00:00+00:00", "timestampEdited": null, "content": "old words",
          "attachments": [], "embeds": [], "stickers": []}},
        {"id": "4", "type": "RecipientAdd", "timestamp": "2025-05-13T18:09:00+00:00", "content": "Added Cy to the group.",
         "author": {"id": "500000000000000005", "name": "bo"}, "mentions": [{"id": "600000000000000006", "name": "cy"}]},
        {"id": "5", "type": "GuildMemberJoin", "timestamp": "2025-05-13T18:10:00+00:00", "content": "Joined the server.",
         "author": {"id": "600000000000000006", "name": "cy"}},
        {"id": "6", "type": "ChatInputCommand", "timestamp": "2025-05-13T18:11:00+00:00", "content": "played",
         "author": {"id": "700000000000000007", "name": "bot", "isBot": true},
         "interaction": {"id": "66", "name": "play", "user": {"id": "400000000000000004", "name": "ana"}}},
        {"id": "7", "type": "Call", "timestamp": "2025-05-13T18:12:00+00:00", "callEndedTimestamp": "2025-05-13T18:13:30+00:00",
         "content": "Started a call that lasted 1 minutes.", "author": {"id": "400000000000000004", "name": "ana"}},
        {"id": "8", "type": "42", "timestamp": "2025-05-13T18:14:00+00:00", "content": "", "author": null, "newField": {"a": 1}}
       ],
       "messageCount": 9}
      """;

  private static final String RAW =
      """
      [{"id": "1", "type": 19, "channel_id": "200000000000000002", "content": "hi", "timestamp": "2025-05-13T18:07:00.000000+00:00",
        "edited_timestamp": null, "author": {"id": "400000000000000004", "username": "ana", "global_name": "Ana", "discriminator": "0"},
        "mentions": [], "attachments": [{"id": "5", "filename": "a.png", "size": 1, "url": "https://cdn.example/a.png", "content_type": "image/png"}],
        "message_reference": {"type": 0, "channel_id": "200000000000000002", "message_id": "0"}},
       [{"id": "2", "type": 3, "channel_id": "200000000000000003", "content": "", "timestamp": "2025-05-13T18:08:00+00:00",
        "author": {"id": "400000000000000004", "username": "ana"},
        "call": {"participants": ["400000000000000004", "500000000000000005"], "ended_timestamp": "2025-05-13T18:09:00+00:00"}}],
       {"nothing": true}]
      """;

  private static final String TABLE =
      """
      AuthorID,Author,Date,Content,Attachments,Reactions
      "400000000000000004","ana","2025-05-13T18:07:00.0000000+00:00","one ""two""
      three","https://cdn.example/x/plan.png?ex=1","👍 (2)"
      "500000000000000005","bo#1234","13-May-25 08:07 PM","late","",""
      """;

  private static final String TEXT =
      """
      ==============================================================
      Guild: Workshop
      Channel: Text / general
      Topic: things
      ==============================================================

      [5/13/2025 7:33 PM] ana
      hello
      [not a stamp] two

      {Attachments}
      https://cdn.example/1/2/pic.png?ex=1

      {Reactions}
      👍 (2)

      [5/13/2025 7:34 PM] bo#1234 (pinned)
      x

      ==============================================================
      Exported 2 message(s)
      ==============================================================
      """;

  @Test
  void aThreadWithEverything() {
    try (ReadTrial trial =
        Given.folder(
            folder, Map.of("Workshop - parts.json", THREAD, "parts_Files/plan b.png", "png"))) {
      Golden.check("discord/thread", trial);
      assertThat(trial.reader()).isEqualTo("discord-chat-exporter");
      assertThat(Given.told(trial))
          .containsExactly(
              "channel -: bike parts",
              "Ana R: hello <@500000000000000005>",
              "Bo REACTED 👍 1",
              "Bo: yes",
              "bo: old words",
              "RecipientAdd bo: Added Cy to the group.",
              "cy ADDED by bo",
              "GuildMemberJoin cy: Joined the server.",
              "cy JOINED",
              "bot: played",
              "ana OTHER command play 6",
              "call of ana to [] PT1M30S null",
              "42 -: ");
      Record.Message one = trial.of(Record.Message.class).get(1);
      assertThat(one.header().claimed().instant())
          .isEqualTo(Instant.parse("2025-05-13T18:05:00.123Z"));
      assertThat(one.media().getFirst().part()).isEqualTo("parts_Files/plan b.png");
      assertThat(one.mentions()).extracting(AccountRef::handle).containsExactly("bo#1234");
      assertThat(one.conversation().key()).isEqualTo("200000000000000002");
      assertThat(one.conversation().kind()).isEqualTo(ConversationRef.Kind.GROUP);
      assertThat(trial.of(Record.Message.class).getFirst().header().extra())
          .containsEntry("parent-channel", "200000000000000001");
      assertThat(trial.of(Record.Message.class).get(2).replyTo()).isEqualTo("1");
      assertThat(trial.of(Record.Message.class).get(3).forwardedFrom())
          .isEqualTo("channel 300000000000000003");
      assertThat(trial.text(trial.of(Record.Activity.class).getFirst().header().locator()))
          .startsWith("{\"id\": \"500000000000000005\"");
      assertThat(trial.notes)
          .anyMatch(n -> n.code().equals("SX-NOTE-COUNT") && n.what().contains("promises 9"));
    }
  }

  @Test
  void aFileCutShortKeepsWhatCameBeforeAndSaysSo() {
    String cut = THREAD.substring(0, THREAD.indexOf("\"id\": \"6\""));
    try (ReadTrial trial = Given.file(folder, "cut.json", cut)) {
      assertThat(trial.of(Record.Message.class)).hasSize(6);
      assertThat(trial.faults)
          .extracting(f -> f.fault().code())
          .containsExactly(ReadFault.TRUNCATED);
      assertThat(trial.notes).anyMatch(n -> n.what().contains("ends before its end"));
    }
  }

  @Test
  void bareMessages() {
    try (ReadTrial trial = Given.file(folder, "cache_0001", RAW)) {
      Golden.check("discord/raw", trial);
      assertThat(trial.reader()).isEqualTo("discord-messages");
      assertThat(Given.told(trial))
          .containsExactly("Ana: hi", "call of ana to [500000000000000005] PT1M null");
      assertThat(trial.of(Record.Message.class).getFirst().replyTo()).isEqualTo("0");
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.of(Record.Call.class).getFirst().duration())
          .isEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void theTable() {
    try (ReadTrial trial =
        Given.file(folder, "Workshop - general [200000000000000002].csv", TABLE)) {
      Golden.check("discord/table", trial);
      assertThat(trial.reader()).isEqualTo("discord-chat-exporter-csv");
      assertThat(Given.told(trial)).containsExactly("ana: one \"two\"\nthree", "bo#1234: late");
      Record.Message late = trial.of(Record.Message.class).getLast();
      assertThat(late.conversation().key()).isEqualTo("200000000000000002");
      assertThat(late.header().claimed().instant())
          .isEqualTo(Instant.parse("2025-05-13T20:07:00Z"));
    }
  }

  @Test
  void theText() {
    try (ReadTrial trial =
        Given.file(folder, "Workshop - general [200000000000000002].txt", TEXT)) {
      Golden.check("discord/text", trial);
      assertThat(trial.reader()).isEqualTo("discord-chat-exporter-text");
      assertThat(Given.told(trial))
          .containsExactly(
              "export -: Guild: Workshop\nChannel: Text / general\nTopic: things",
              "ana: hello\n[not a stamp] two",
              "bo#1234: x",
              "export -: Exported 2 message(s)");
      Record.Message first = trial.of(Record.Message.class).get(1);
      assertThat(first.media()).extracting("name").containsExactly("pic.png");
      assertThat(first.header().claimed().instant())
          .isEqualTo(Instant.parse("2025-05-13T19:33:00Z"));
      assertThat(trial.notes).noneMatch(n -> n.code().equals("SX-NOTE-COUNT"));
    }
  }

  @Test
  void theRealGroupChat() {
    try (ReadTrial trial = ReadTrial.of(ReadTrial.realData("chat-discord/ca_GC_3A_5M.json"))) {
      assertThat(trial.reader()).isEqualTo("discord-chat-exporter");
      assertThat(trial.of(Record.Call.class)).hasSize(1);
      assertThat(trial.of(Record.Message.class)).hasSize(6);
      assertThat(trial.faults).isEmpty();
      assertThat(trial.unknowns).isEmpty();
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    for (String sample : new String[] {THREAD, RAW, TABLE, TEXT}) {
      Battering.truncate(sample.getBytes(StandardCharsets.UTF_8), "sample");
      Battering.mutate(sample.getBytes(StandardCharsets.UTF_8), "sample", 13, 120);
    }
  }
}

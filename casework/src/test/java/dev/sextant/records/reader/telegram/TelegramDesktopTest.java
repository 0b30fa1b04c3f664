package dev.sextant.records.reader.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import dev.sextant.terms.ClaimedTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TelegramDesktopTest {
  @TempDir Path folder;

  static final String ACCOUNT =
      """
      {
       "about": "Here is the data you requested.",
       "personal_information": {"user_id": 100, "first_name": "Anna", "last_name": "Test",
         "phone_number": "+44 7700 900100", "username": "@sxt_anna", "bio": "Fährt Rad 🚲"},
       "contacts": {"about": "...", "list": [
         {"user_id": 200, "first_name": "Ben", "last_name": "", "phone_number": "+44 7700 900200",
          "date": "2025-01-01T10:00:00", "date_unixtime": "1735725600"},
         {"user_id": 0, "first_name": "Shop", "last_name": "", "phone_number": "0151 555 0100",
          "date": "1970-01-01T01:00:00", "date_unixtime": "0"}
       ]},
       "frequent_contacts": {"about": "...", "list": [
         {"id": 200, "category": "people", "type": "user", "name": "Ben", "rating": 3.5}]},
       "sessions": {"about": "...", "list": [
         {"last_active": "2025-03-01T12:00:00", "last_active_unixtime": "1740830400",
          "last_ip": "192.0.2.7", "last_country": "PT", "last_region": "Porto",
          "application_name": "Telegram Desktop", "device_model": "PC"}]},
       "chats": {"about": "...", "list": [
        {"name": "Ben", "type": "personal_chat", "id": 200, "messages": [
         {"id": 1, "type": "message", "date": "2025-02-01T11:00:00", "date_unixtime": "1738407600",
          "from": "Ben", "from_id": "user200", "text": "Olá – tudo bem?",
          "text_entities": [{"type": "plain", "text": "Olá – tudo bem?"}]},
         {"id": 2, "type": "message", "date": "2025-02-01T11:01:00", "date_unixtime": "1738407660",
          "edited": "2025-02-01T11:02:00", "edited_unixtime": "1738407720",
          "from": "Anna Test", "from_id": "user100", "reply_to_message_id": 1,
          "text": ["Ask ", {"type": "mention", "text": "@sxt_cleo"}, " or ",
            {"type": "mention_name", "text": "Dario", "user_id": 400}, ": ",
            {"type": "text_link", "text": "here", "href": "https://example.org/x"}],
          "text_entities": []},
         {"id": 3, "type": "service", "date": "2025-02-01T12:00:00", "date_unixtime": "1738411200",
          "actor": "Anna Test", "actor_id": "user100", "action": "phone_call",
          "duration_seconds": 75, "discard_reason": "hangup", "text": "", "text_entities": []},
         {"id": 4, "type": "message", "date": "2025-02-01T12:05:00", "date_unixtime": "1738411500",
          "from": "Ben", "from_id": "user200", "text": "",
          "location_information": {"latitude": 41.1496, "longitude": -8.6109},
          "place_name": "Warehouse", "address": "Rua X"},
         {"id": 5, "type": "message", "date": "2025-02-01T12:06:00", "date_unixtime": "1738411560",
          "from": null, "from_id": "user999", "forwarded_from": "Canal \\x1F", "photo": "(File not included. Change data exporting settings to download.)",
          "width": 10, "height": 20, "text": "gone"}
        ]},
        {"name": "Crew", "type": "private_supergroup", "id": 777, "messages": [
         {"id": 10, "type": "service", "date": "2025-01-15T09:00:00", "date_unixtime": "1736931600",
          "actor": "Ben", "actor_id": "user200", "action": "create_group", "title": "Crew",
          "members": ["Ben", "Anna Test", null, "Dario"], "text": "", "text_entities": []},
         {"id": 11, "type": "service", "date": "2025-01-16T09:00:00", "date_unixtime": "1737018000",
          "actor": "Eve", "actor_id": "user500", "action": "join_group_by_link", "inviter": "Ben", "text": ""},
         {"id": 12, "type": "service", "date": "2025-01-17T09:00:00", "date_unixtime": "1737104400",
          "actor": "Eve", "actor_id": "user500", "action": "remove_members", "members": ["Eve"], "text": ""},
         {"id": 13, "type": "service", "date": "2025-01-17T10:00:00", "date_unixtime": "1737108000",
          "actor": "Ben", "actor_id": "user200", "action": "pin_message", "message_id": 10, "text": ""},
         {"id": 14, "type": "unsupported"},
         {"id": 15, "text": "no type"},
         {"id": 16, "type": "message", "date": "2025-01-18T09:00:00", "from": "Crew", "from_id": "channel777",
          "file": "files/plan.pdf", "mime_type": "application/pdf", "text": "local time only"}
        ]}
       ]},
       "left_chats": {"about": "...", "list": []},
       "other_data": {"about": "...", "drafts": []}
      }
      """;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Record.Message message(ReadTrial trial, String id) {
    return trial.of(Record.Message.class).stream()
        .filter(m -> id.equals(m.messageId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void wholeAccount() throws IOException {
    Path home = Files.createDirectory(folder.resolve("export"));
    Files.createDirectory(home.resolve("files"));
    Files.writeString(home.resolve("files/plan.pdf"), "%PDF-");
    Files.writeString(home.resolve("files/loose.bin"), "?");
    Files.writeString(home.resolve("result.json"), ACCOUNT);
    try (ReadTrial trial = ReadTrial.of(home)) {
      Golden.check("telegram/account", trial);
      assertThat(trial.outcome().tally().items()).isEqualTo(18);
      assertThat(trial.outcome().tally().read()).isEqualTo(16);
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("files/loose.bin");
    }
  }

  @Test
  void directMessagesKnowBothEnds() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file("result.json", ACCOUNT))) {
      Record.Message hello = message(trial, "1");
      assertThat(hello.author())
          .isEqualTo(AccountRef.ofId(hello.header().platform(), "200", null, "Ben"));
      assertThat(hello.recipients()).extracting(AccountRef::key).containsExactly("100");
      assertThat(hello.conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(hello.conversation().key()).isEqualTo("100-200");
      assertThat(hello.header().claimed().instant()).isEqualTo(Instant.ofEpochSecond(1738407600));
      assertThat(hello.header().extra()).isEmpty();
      Record.Message answer = message(trial, "2");
      assertThat(answer.text()).isEqualTo("Ask @sxt_cleo or Dario: here");
      assertThat(answer.replyTo()).isEqualTo("1");
      assertThat(answer.mentions()).extracting(AccountRef::key).containsExactly("sxt_cleo", "400");
      assertThat(answer.header().extra()).containsKeys("text", "edited", "edited_unixtime");
      Record.Call call = trial.of(Record.Call.class).getFirst();
      assertThat(call.called()).extracting(AccountRef::key).containsExactly("200");
      assertThat(call.duration()).hasSeconds(75);
      assertThat(trial.of(Record.Place.class).getFirst().longitude()).isEqualTo(-8.6109);
      assertThat(message(trial, "5").forwardedFrom()).isEqualTo("Canal \u001f");
    }
  }

  @Test
  void locatorsLeadToTheBytesOfTheItem() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file("result.json", "\uFEFF" + ACCOUNT))) {
      JsonMapper json = new JsonMapper();
      for (Record.Message m : trial.of(Record.Message.class)) {
        String bytes = trial.text(m.header().locator()).replace("\\x1F", "\\u001F");
        assertThat(json.readTree(bytes).get("id").asString()).isEqualTo(m.messageId());
      }
      assertThat(message(trial, "12").header().locator().pointer())
          .isEqualTo("/chats/list/1/messages/2");
    }
  }

  @Test
  void membershipFollowsFromServiceNotes() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file("result.json", ACCOUNT))) {
      assertThat(trial.of(Record.Membership.class))
          .extracting(m -> m.account().displayName() + " " + m.action())
          .containsExactly(
              "Ben JOINED", "Anna Test ADDED", "Dario ADDED", "Eve JOINED", "Eve LEFT");
    }
  }

  @Test
  void localTimeIsMarkedAsSuch() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file("result.json", ACCOUNT))) {
      assertThat(message(trial, "16").header().claimed().basis())
          .isEqualTo(ClaimedTime.ZoneBasis.UNKNOWN);
    }
  }

  @Test
  void singleDirectChatFindsItsOwnerAmongTheAuthors() throws IOException {
    String chat =
        """
        {"name": "Ben", "type": "personal_chat", "id": 200, "messages": [
          {"id": 1, "type": "message", "date_unixtime": "1738407600", "from": "Ben", "from_id": "user200", "text": "a"},
          {"id": 2, "type": "message", "date_unixtime": "1738407601", "from": "Anna", "from_id": "user100", "text": "b"}]}
        """;
    try (ReadTrial trial = ReadTrial.of(file("r.json", chat))) {
      assertThat(message(trial, "1").recipients())
          .extracting(AccountRef::key)
          .containsExactly("100");
      assertThat(message(trial, "2").recipients())
          .extracting(AccountRef::key)
          .containsExactly("200");
    }
  }

  @Test
  void oldExportsWithBareNumbers() throws IOException {
    String chat =
        """
        {"name": "G", "type": "private_group", "id": 5, "messages": [
          {"id": 1, "type": "message", "date": "2019-05-03T20:01:59", "from": "Ben", "from_id": 200, "text": "a"}]}
        """;
    Path file = file("r.json", chat);
    try (ReadTrial trial = ReadTrial.of(file)) {
      Record.Message m = message(trial, "1");
      assertThat(m.author()).isNotNull();
      assertThat(m.accounts().getFirst().accountKey()).isEqualTo("telegram/platform_id/200");
      assertThat(m.conversation().key()).isEqualTo("chat5");
    }
  }

  @Test
  void cutFilesGiveWhatCameBeforeAndOneFault() throws IOException {
    byte[] whole = ACCOUNT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int read = 0;
    for (int length = whole.length - 20; length > 400; length -= 97) {
      Path file = Files.write(folder.resolve("cut.json"), Arrays.copyOf(whole, length));
      try (ReadTrial trial = ReadTrial.of(file)) {
        assertThat(trial.faults.getLast().fault().code()).isEqualTo(ReadFault.TRUNCATED);
        read = Math.max(read, trial.records.size());
      }
    }
    assertThat(read).isGreaterThan(15);
  }

  @Test
  void alteredBytesGiveOnlyTypedOutcomes() throws IOException {
    long seed = 4242L;
    Random random = new Random(seed);
    byte[] whole = ACCOUNT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int round = 0; round < 80; round++) {
      byte[] bytes = whole.clone();
      for (int i = 0; i < 4; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("fuzz.json"), bytes);
      try (ReadTrial trial = ReadTrial.of(file, Readers.all(), Limits.standard())) {
        assertThat(trial.outcome().tally().items())
            .as("seed %d round %d", seed, round)
            .isPositive();
      }
    }
  }

  @Test
  void realFilesReadWholly() {
    for (String name : List.of("test_batch_export.json", "test_single_export.json")) {
      Path file = ReadTrial.realData("chat-telegram/" + name);
      try (ReadTrial trial = ReadTrial.of(file)) {
        assertThat(trial.reader()).isEqualTo("telegram-desktop");
        assertThat(trial.faults).isEmpty();
        assertThat(trial.unknowns).isEmpty();
        assertThat(trial.of(Record.Message.class))
            .extracting(Record.Message::text)
            .containsExactly("Minimal Message", "Link:https://telegram.org/");
        assertThat(trial.of(Record.Message.class).getFirst().accounts().getFirst().basis())
            .isEqualTo(AccountRef.KeyBasis.DISPLAY_NAME);
      }
    }
  }

  /** What newer exports hold besides words, written by hand after the exporter's source. */
  private static final String DEEDS =
      """
      {"personal_information": {"user_id": 100, "first_name": "Anna", "last_name": "Test",
         "phone_number": "+44 7700 900100", "username": "@sxt_anna", "bio": ""},
       "profile_pictures": [{"date": "2025-01-01T10:00:00", "date_unixtime": "1735725600",
         "photo": "profile_pictures/photo_1.jpg"}],
       "stories": [{"date": "2025-01-02T10:00:00", "date_unixtime": "1735812000", "pinned": true,
         "media": "stories/story_1.mp4", "text": "Sunset"}],
       "web_sessions": {"about": "", "list": [{"last_active": "2025-03-01T12:00:00",
         "last_active_unixtime": "1740830400", "last_ip": "192.0.2.9", "last_region": "Porto",
         "bot_username": "shopbot", "domain_name": "shop.example", "browser": "Firefox", "platform": "Linux"}]},
       "other_data": {"about_meta": "", "ips": [{"date": "2025-03-02T12:00:00",
         "date_unixtime": "1740916800", "ip": "192.0.2.10"}], "installed_stickers": [{"name": "x"}]},
       "chats": {"about": "", "list": [{"name": "Ben", "type": "personal_chat", "id": 200, "messages": [
        {"id": 1, "type": "message", "date": "2025-02-01T11:00:00", "date_unixtime": "1738407600",
         "from": "Ben", "from_id": "user200", "text": "hi", "reactions": [
          {"type": "emoji", "count": 2, "emoji": "\uD83D\uDC4D", "recent": [
           {"from": "Anna Test", "from_id": "user100", "date": "2025-02-01T11:05:00"}]}]},
        {"id": 2, "type": "message", "date": "2025-02-01T11:10:00", "date_unixtime": "1738408200",
         "from": "Ben", "from_id": "user200", "text": "", "poll": {"question": "When?", "closed": false,
          "total_voters": 2, "answers": [{"text": "Mon", "voters": 1, "chosen": true},
          {"text": "Tue", "voters": 1, "chosen": false}]}},
        {"id": 3, "type": "message", "date": "2025-02-01T11:11:00", "date_unixtime": "1738408260",
         "from": "Ben", "from_id": "user200", "text": "",
         "contact_information": {"first_name": "Cleo", "last_name": "", "phone_number": "+44 7700 900300"},
         "contact_vcard": "contacts/contact_1.vcard"},
        {"id": 4, "type": "message", "date": "2025-02-01T11:12:00", "date_unixtime": "1738408320",
         "from": "Shop", "from_id": "user300", "text": "",
         "invoice_information": "{\\"title\\": \\"Bike\\", \\"amount\\": 12345, \\"currency\\": \\"EUR\\"}"},
        {"id": 5, "type": "service", "date": "2025-02-01T11:13:00", "date_unixtime": "1738408380",
         "action": "send_payment", "amount": 12345, "currency": "EUR", "text": ""},
        {"id": 6, "type": "service", "date": "2025-02-01T11:14:00", "date_unixtime": "1738408440",
         "actor": "Ben", "actor_id": "user200", "action": "invite_to_group_call", "members": ["Dario"], "text": ""},
        {"id": 7, "type": "service", "date": "2025-02-01T11:15:00", "date_unixtime": "1738408500",
         "action": "proximity_reached", "from": "Ben", "from_id": "user200", "to": "Anna Test",
         "to_id": "user100", "distance": 50, "text": ""},
        {"id": 8, "type": "message", "date": "2025-02-01T11:16:00", "date_unixtime": "1738408560",
         "from": "Ben", "from_id": "user200", "location_information": {"latitude": 41.1, "longitude": -8.6},
         "live_location_period_seconds": 900, "text": ""}
       ]}]}}
      """;

  @Test
  void whatMessagesShowBesidesWords() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file("result.json", DEEDS))) {
      Golden.check("telegram/deeds", trial);
      List<Record.Activity> did = trial.of(Record.Activity.class);
      assertThat(did)
          .extracting(a -> a.what() + " " + a.text() + " " + a.object())
          .containsExactly(
              "CHANGED profile picture profile_pictures/photo_1.jpg",
              "REACTED 👍 1",
              "REACTED vote: Mon 2",
              "PAID invoice: Bike 12345 EUR",
              "PAID send_payment 12345 EUR");
      assertThat(trial.text(did.get(1).header().locator())).startsWith("{\"from\": \"Anna Test\"");
      assertThat(trial.of(Record.Call.class).getFirst().called())
          .extracting(AccountRef::displayName)
          .contains("Dario");
      assertThat(trial.of(Record.Membership.class)).isEmpty();
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::ip)
          .containsExactly("192.0.2.9", "192.0.2.10");
      assertThat(trial.of(Record.Profile.class).getLast().account().key())
          .isEqualTo("+447700900300");
      assertThat(message(trial, "2").text()).isEqualTo("When?\n- Mon\n- Tue");
      assertThat(message(trial, "7").mentions()).hasSize(2);
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("other_data/installed_stickers");
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    byte[] bytes = DEEDS.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Battering.truncate(bytes, "result.json");
    Battering.mutate(bytes, "result.json", 11, 150);
  }
}

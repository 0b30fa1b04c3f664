package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.ClaimedTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WhatsApp as WhatsApp-Chat-Exporter writes it, laid out after the tool's source and tests. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class WhatsAppExporterTest {
  @TempDir Path folder;

  private static final String RESULT =
      """
      {"447700900123@s.whatsapp.net": {"name": "Ana", "type": "android", "my_avatar": null, "their_avatar": "WhatsApp/Avatars/ana.jpg", "their_avatar_thumb": null, "status": "at sea", "media_base": "WhatsApp/",
        "messages": {
         "1": {"from_me": false, "timestamp": 1700000000.123, "time": "22:13", "media": false, "key_id": "A1", "meta": false, "data": "nine at the quay<br>bring both", "sender": null, "safe": false, "mime": null, "reply": null, "quoted_data": null, "reactions": {"You": "👍"}, "caption": null, "thumb": null, "sticker": false, "message_type": 0, "received_timestamp": "2023/11/14 22:13", "read_timestamp": null, "zz": "zzkept"},
         "2": {"from_me": true, "timestamp": 1700000060, "time": "22:14", "media": true, "key_id": "A2", "meta": false, "data": "Media/quay.jpg", "sender": null, "safe": false, "mime": "image/jpeg", "reply": "A1", "quoted_data": "nine at the quay", "reactions": {}, "caption": "here", "thumb": "AAAA", "sticker": false},
         "3": {"from_me": false, "timestamp": 1700000120, "time": "22:15", "media": true, "key_id": "A3", "meta": true, "data": "The media is missing", "sender": null, "safe": false, "mime": "media", "reply": null, "quoted_data": null, "caption": null},
         "4": {"from_me": false, "timestamp": 5, "time": "22:16", "media": false, "key_id": "A4", "meta": true, "data": "Message deleted", "sender": null},
         "5": {}}},
       "447700900124@s.whatsapp.net": {"name": "Bo", "type": "android", "my_avatar": null, "their_avatar": null, "status": null, "messages": {}},
       "447700900125@s.whatsapp.net": {"name": "Same", "type": "android", "messages": {}},
       "447700900126@s.whatsapp.net": {"name": "Same", "type": "android", "messages": {}},
       "120363000000000000@g.us": {"name": "Quay", "type": "android", "zz": 1, "messages": {
         "6": {"from_me": false, "timestamp": 1700000200, "time": "22:16", "media": false, "key_id": "G1", "meta": false, "data": "all here", "sender": "Bo", "reactions": {"447700900127": "❤"}},
         "7": {"from_me": false, "timestamp": 1700000300, "time": "22:18", "media": false, "key_id": "G2", "meta": false, "data": "no", "sender": "Same"},
         "8": {"from_me": false, "timestamp": 1700000400, "time": "22:20", "media": true, "key_id": "G3", "meta": true, "data": "This media include the following vCard file(s):<br><a href=\\"WhatsApp/vCards/Cy.vcf\\">Cy</a>", "sender": "447700900128", "safe": true, "mime": "text/x-vcard"}}}}
      """;

  private static final Map<String, String> FILES =
      Map.of("result.json", RESULT, "WhatsApp/Media/quay.jpg", "picture");

  @Test
  void result() {
    try (ReadTrial trial = Given.folder(folder, FILES)) {
      assertThat(trial.reader()).isEqualTo("whatsapp-exporter");
      String own = "the telephone of this backup";
      assertThat(Given.told(trial))
          .containsExactly(
              "profile of whatsapp/phone/+447700900123",
              "profile of whatsapp/phone/+447700900123",
              "profile of whatsapp/phone/+447700900123",
              "Ana: nine at the quay\nbring both",
              own + " REACTED 👍 A1",
              own + ": here",
              "media missing Ana: The media is missing",
              "note -: Message deleted",
              "profile of whatsapp/phone/+447700900124",
              "profile of whatsapp/phone/+447700900125",
              "profile of whatsapp/phone/+447700900126",
              "name -: Quay",
              "Bo: all here",
              "+447700900127 REACTED ❤ G1",
              "Same: no",
              "+447700900128: This media include the following vCard file(s):\nCy");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(0).author().key()).isEqualTo("+447700900123");
      assertThat(m.get(0).header().claimed().instant())
          .isEqualTo(Instant.ofEpochMilli(1700000000123L));
      assertThat(m.get(0).header().extra())
          .containsEntry("zz", "zzkept")
          .containsEntry("data", "nine at the quay<br>bring both");
      assertThat(m.get(0).conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(m.get(1).media().getFirst().part()).isEqualTo("WhatsApp/Media/quay.jpg");
      assertThat(m.get(1).replyTo()).isEqualTo("A1");
      assertThat(m.get(3).header().claimed()).isEqualTo(ClaimedTime.unreadable("5"));
      assertThat(m.get(5).author().key()).isEqualTo("+447700900124");
      assertThat(m.get(6).author().basis()).isEqualTo(KeyBasis.DISPLAY_NAME);
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("chat field zz");
      assertThat(trial.notes).extracting(n -> n.code()).contains("SX-NOTE-REFERENCE");
      Golden.check("whatsapp/exporter", trial);
    }
  }

  /* Copies of the tool's tables say 0 and 1; of what is neither nobody is taken for the author. */
  @Test
  void truthsAsNumbers() {
    String row =
        "\"%s\": {\"from_me\": %s, \"timestamp\": 1700000000, \"media\": false, \"key_id\": \"%s\","
            + " \"meta\": %s, \"data\": \"%s\", \"sender\": %s}";
    String text =
        "{\"447700900123@s.whatsapp.net\": {\"name\": \"Ana\", \"type\": \"android\", \"messages\": {"
            + String.join(
                ",",
                row.formatted("1", "1", "A", "0", "mine", "null"),
                row.formatted("2", "0", "B", "0", "hers", "null"),
                row.formatted("3", "\"perhaps\"", "C", "0", "whose", "null"),
                row.formatted("4", "1", "D", "1", "the tool says", "null"),
                row.formatted("5", "0", "E", "1", "the tool says", "\"Ana\""))
            + "}}}";
    try (ReadTrial trial = Given.file(folder, "result.json", text)) {
      assertThat(Given.told(trial).stream().filter(one -> !one.startsWith("profile")))
          .containsExactly(
              "the telephone of this backup: mine",
              "Ana: hers",
              "-: whose",
              "note -: the tool says",
              "note Ana: the tool says");
      Record.Message whose = trial.of(Record.Message.class).get(2);
      assertThat(whose.header().extra()).containsEntry("from_me", "perhaps");
      assertThat(whose.recipients()).isEmpty();
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    Battering.truncate(RESULT.getBytes(StandardCharsets.UTF_8), "result.json");
    Battering.mutate(RESULT.getBytes(StandardCharsets.UTF_8), "result.json", 71, 200);
  }
}

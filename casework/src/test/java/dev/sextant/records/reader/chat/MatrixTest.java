package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.ClaimedTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matrix, laid out after its specification and Element's and Synapse's sources. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class MatrixTest {
  @TempDir Path folder;

  private static final String ELEMENT =
      """
      {
        "room_name": "Quay",
        "room_creator": "Ana",
        "topic": "",
        "export_date": "05/03/2024",
        "exported_by": "Bo",
        "messages": [
          {"type":"m.room.create","room_id":"!q:a.example","sender":"@ana:a.example","content":{"room_version":"10","creator":"@ana:a.example"},"origin_server_ts":1709600000000,"state_key":"","event_id":"$create"},
          {"type":"m.room.member","room_id":"!q:a.example","sender":"@ana:a.example","state_key":"@ana:a.example","content":{"membership":"join","displayname":"Ana"},"origin_server_ts":1709600001000,"event_id":"$m1"},
          {"type":"m.room.member","room_id":"!q:a.example","sender":"@ana:a.example","state_key":"@bo:b.example","content":{"membership":"invite","displayname":"bo"},"origin_server_ts":1709600002000,"event_id":"$m2"},
          {"type":"m.room.member","room_id":"!q:a.example","sender":"@bo:b.example","state_key":"@bo:b.example","content":{"membership":"join","displayname":"Bo"},"origin_server_ts":1709600003000,"event_id":"$m3","unsigned":{"age":5,"prev_content":{"membership":"invite","displayname":"bo"},"prev_sender":"@ana:a.example"}},
          {"type":"m.room.name","room_id":"!q:a.example","sender":"@ana:a.example","content":{"name":"Quay"},"origin_server_ts":1709600004000,"state_key":"","event_id":"$n"},
          {"type":"m.room.message","room_id":"!q:a.example","sender":"@ana:a.example","content":{"msgtype":"m.text","body":"nine at the quay","m.mentions":{"user_ids":["@bo:b.example"]},"zz":"zzkept"},"origin_server_ts":1709600010123,"event_id":"$1"},
          {"type":"m.room.message","room_id":"!q:a.example","sender":"@bo:b.example","content":{"msgtype":"m.text","body":"> <@ana:a.example> nine at the quay\\n\\nyes","m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}},"origin_server_ts":1709600020000,"event_id":"$2"},
          {"type":"m.room.message","room_id":"!q:a.example","sender":"@ana:a.example","content":{"msgtype":"m.text","body":"* ten at the quay","m.new_content":{"msgtype":"m.text","body":"ten at the quay"},"m.relates_to":{"rel_type":"m.replace","event_id":"$1"}},"origin_server_ts":1709600030000,"event_id":"$3"},
          {"type":"m.reaction","room_id":"!q:a.example","sender":"@bo:b.example","content":{"m.relates_to":{"rel_type":"m.annotation","event_id":"$1","key":"👍"}},"origin_server_ts":1709600031000,"event_id":"$4"},
          {"type":"m.room.member","room_id":"!q:a.example","sender":"@bo:b.example","state_key":"@bo:b.example","content":{"membership":"join","displayname":"Boris"},"origin_server_ts":1709600032000,"event_id":"$m4"},
          {"type":"m.room.message","room_id":"!q:a.example","sender":"@bo:b.example","content":{"msgtype":"m.image","body":"image.png","url":"mxc://b.example/abc","info":{"mimetype":"image/png","size":7}},"origin_server_ts":1709600045000,"event_id":"$5"},
          {"type":"m.room.message","room_id":"!q:a.example","sender":"@ana:a.example","content":{"msgtype":"m.text","body":"in a thread","m.relates_to":{"rel_type":"m.thread","event_id":"$5","is_falling_back":true,"m.in_reply_to":{"event_id":"$5"}}},"origin_server_ts":1709600050000,"event_id":"$6"},
          {"type":"m.room.message","room_id":"!q:a.example","sender":"@ana:a.example","content":{"msgtype":"m.location","body":"the quay","geo_uri":"geo:41.14,-8.61;u=25"},"origin_server_ts":1709600051000,"event_id":"$7"},
          {"type":"org.matrix.msc3381.poll.start","room_id":"!q:a.example","sender":"@ana:a.example","content":{"org.matrix.msc3381.poll.start":{"kind":"org.matrix.msc3381.poll.disclosed","question":{"org.matrix.msc1767.text":"Who drives?"},"answers":[{"id":"a","org.matrix.msc1767.text":"Ana"},{"id":"b","org.matrix.msc1767.text":"Bo"}]}},"origin_server_ts":1709600052000,"event_id":"$8"},
          {"type":"org.matrix.msc3381.poll.response","room_id":"!q:a.example","sender":"@bo:b.example","content":{"m.relates_to":{"rel_type":"m.reference","event_id":"$8"},"org.matrix.msc3381.poll.response":{"answers":["b"]}},"origin_server_ts":1709600053000,"event_id":"$9"},
          {"type":"m.room.redaction","room_id":"!q:a.example","sender":"@ana:a.example","content":{"reason":"wrong"},"redacts":"$6","origin_server_ts":1709600054000,"event_id":"$10"},
          {"type":"m.room.message","room_id":"!q:a.example","sender":"@ana:a.example","content":{},"origin_server_ts":1709600055000,"event_id":"$11","unsigned":{"redacted_because":{"type":"m.room.redaction"}}},
          {"type":"m.room.message","room_id":"!q:a.example","sender":"@bo:b.example","content":{"msgtype":"m.bad.encrypted","body":"** Unable to decrypt: no key **"},"origin_server_ts":1709600056000,"event_id":"$12"},
          {"type":"m.room.member","room_id":"!q:a.example","sender":"@ana:a.example","state_key":"@bo:b.example","content":{"membership":"ban","reason":"talks"},"origin_server_ts":1709600060000,"event_id":"$m5","unsigned":{"prev_content":{"membership":"join","displayname":"Boris"}}},
          {"zz": 1}
        ]
      }
      """;

  private static final Map<String, String> ZIPPED =
      Map.of(
          "export.json",
          ELEMENT,
          "images/image-3-5-2024 at 1-54-05 AM.png",
          "picture",
          "images/image-3-5-2024 at 1-54-06 AM.png",
          "another");

  /* Newest first, as the interface answers. */
  private static final String CHUNK =
      """
      {"chunk":[
        {"type":"m.call.hangup","room_id":"!d:a.example","sender":"@bo:b.example","content":{"call_id":"c1","version":"1","party_id":"y","reason":"user_hangup"},"origin_server_ts":1709700075000,"event_id":"$h"},
        {"type":"m.call.candidates","room_id":"!d:a.example","sender":"@ana:a.example","content":{"call_id":"c1","version":"1","party_id":"x","candidates":[{"candidate":"candidate:1 1 udp 2122260223 192.168.1.4 54321 typ host generation 0","sdpMid":"0"},{"candidate":"candidate:2 1 udp 1686052607 203.0.113.7 46154 typ srflx raddr 192.168.1.4 rport 54321","sdpMid":"0"},{"candidate":"candidate:3 1 udp 41885439 198.51.100.9 3478 typ relay","sdpMid":"0"},{"candidate":"","sdpMid":"0"}]},"origin_server_ts":1709700011000,"event_id":"$k"},
        {"type":"m.call.answer","room_id":"!d:a.example","sender":"@bo:b.example","content":{"call_id":"c1","version":"1","party_id":"y","answer":{"type":"answer","sdp":"v=0"}},"origin_server_ts":1709700010000,"event_id":"$a"},
        {"type":"m.call.invite","room_id":"!d:a.example","sender":"@ana:a.example","content":{"call_id":"c1","version":"1","party_id":"x","lifetime":60000,"offer":{"type":"offer","sdp":"v=0"}},"origin_server_ts":1709700000000,"event_id":"$i"},
        {"type":"m.room.encrypted","room_id":"!d:a.example","sender":"@bo:b.example","content":{"algorithm":"m.megolm.v1.aes-sha2","ciphertext":"AwgA","session_id":"s","device_id":"D"},"origin_server_ts":1000,"event_id":"$e"},
        {"type":"m.room.member","room_id":"!d:a.example","sender":"@ana:a.example","state_key":"@bo:b.example","content":{"membership":"invite","is_direct":true,"displayname":"Bo"},"origin_server_ts":1709690000000,"event_id":"$m"}
      ],"start":"t1-2","end":"t3-4","zz":["unknown"]}
      """;

  private static final String SYNC =
      """
      {"next_batch":"s72","presence":{"events":[{"type":"m.presence","sender":"@bo:b.example","content":{"presence":"online"}}]},
       "rooms":{"join":{"!s:a.example":{"timeline":{"limited":true,"prev_batch":"t9","events":[
          {"type":"m.room.message","sender":"@bo:b.example","content":{"msgtype":"m.emote","body":"waves"},"origin_server_ts":1709800000000,"event_id":"$s1"}]},
          "state":{"events":[]},"ephemeral":{"events":[]}}},
        "invite":{"!v:a.example":{"invite_state":{"events":[
          {"type":"m.room.name","sender":"@cy:c.example","state_key":"","content":{"name":"Depot"}}]}}}}}
      """;

  private static final String CONTEXT =
      """
      {"start":"t1","end":"t2","events_before":[],
       "event":{"type":"m.room.message","room_id":"!q:a.example","sender":"@bo:b.example","content":{"msgtype":"m.text","body":"here"},"origin_server_ts":1709800000000,"event_id":"$x"},
       "events_after":[{"type":"m.sticker","room_id":"!q:a.example","sender":"@bo:b.example","content":{"body":"a boat","url":"mxc://b.example/st","info":{"mimetype":"image/png"}},"origin_server_ts":1709800001000,"event_id":"$y"}],
       "state":[]}
      """;

  private static final Map<String, String> SYNAPSE =
      Map.of(
          "rooms/!q:a.example/events",
          """
          {"auth_events":["$c"],"prev_events":["$p"],"type":"m.room.message","room_id":"!q:a.example","sender":"@ana:a.example","content":{"msgtype":"m.text","body":"first"},"depth":7,"origin":"a.example","origin_server_ts":1709600010123,"hashes":{"sha256":"x"},"signatures":{"a.example":{"ed25519:1":"y"}},"unsigned":{"age_ts":1709600010123}}
          {"type":"m.room.message","room_id":"!q:a.example","sender":"@ana:a.example","content":{"msgtype":"m.text","body":"second"},"origin_server_ts":1709600011123}
          {"type":"m.room.message", broken
          """,
          "rooms/!q:a.example/state/$p",
          """
          {"type":"m.room.member","room_id":"!q:a.example","sender":"@ana:a.example","state_key":"@ana:a.example","content":{"membership":"join","displayname":"Ana"},"origin_server_ts":1709600001000}
          """,
          "user_data/devices",
          """
          {"user_id":"@ana:a.example","device_id":"D","display_name":"phone"}
          """);

  @Test
  void element() {
    try (ReadTrial trial = Given.folder(folder, ZIPPED)) {
      assertThat(trial.reader()).isEqualTo("matrix-events");
      assertThat(Given.told(trial))
          .containsExactly(
              "room_name -: Quay",
              "room_creator -: Ana",
              "export_date -: 05/03/2024",
              "exported_by -: Bo",
              "m.room.create Ana: ",
              "Ana JOINED",
              "profile of matrix/platform_id/@ana:a.example",
              "invited Ana: bo",
              "Bo ADDED by Ana",
              "profile of matrix/platform_id/@bo:b.example",
              "m.room.name Ana: Quay",
              "Ana: nine at the quay",
              "Bo: yes",
              "Ana: ten at the quay",
              "Bo REACTED 👍 $1",
              "changed name or picture Boris: Boris",
              "profile of matrix/platform_id/@bo:b.example",
              "Boris: ",
              "Ana: in a thread",
              "Ana: the quay",
              "PLACE",
              "Ana: Who drives?\nAna\nBo",
              "Boris REACTED Bo $8",
              "m.room.redaction Ana: wrong",
              "redacted Ana: ",
              "m.room.encrypted Boris: ",
              "Boris REMOVED by Ana");
      List<Record.Message> m =
          trial.of(Record.Message.class).stream()
              .filter(one -> one.messageId() != null && one.messageId().matches("\\$[0-9]+"))
              .toList();
      assertThat(m.get(0).conversation().key()).isEqualTo("!q:a.example");
      assertThat(m.get(0).conversation().title()).isEqualTo("Quay");
      assertThat(m.get(0).header().claimed().instant())
          .isEqualTo(Instant.ofEpochMilli(1709600010123L));
      assertThat(m.get(0).header().extra()).containsEntry("content.zz", "zzkept");
      assertThat(m.get(0).mentions()).extracting(a -> a.key()).containsExactly("@bo:b.example");
      assertThat(m.get(1).replyTo()).isEqualTo("$1");
      assertThat(m.get(1).header().extra())
          .containsEntry("quote", "> <@ana:a.example> nine at the quay");
      assertThat(m.get(2).header().extra())
          .containsEntry("edits", "$1")
          .containsEntry("content.body", "* ten at the quay");
      assertThat(m.get(3).media().getFirst().part())
          .isEqualTo("images/image-3-5-2024 at 1-54-05 AM.png");
      assertThat(m.get(3).header().extra()).containsEntry("content.url", "mxc://b.example/abc");
      assertThat(m.get(4).replyTo()).isEqualTo("$5");
      assertThat(m.get(4).header().extra()).containsEntry("thread", "$5");
      assertThat(trial.of(Record.Activity.class).getFirst().towards().key())
          .isEqualTo("@ana:a.example");
      assertThat(trial.of(Record.Place.class).getFirst().accuracyMetres()).isEqualTo(25);
      assertThat(trial.notes)
          .extracting(n -> n.code())
          .containsExactly("SX-NOTE-TIME", "SX-NOTE-ENCRYPTED");
      Golden.check("matrix/element", trial);
    }
  }

  @Test
  void answerOfTheInterface() {
    try (ReadTrial trial = Given.file(folder, "messages.json", CHUNK)) {
      assertThat(trial.reader()).isEqualTo("matrix-events");
      assertThat(Given.told(trial))
          .containsExactly(
              "m.call.hangup Bo: user_hangup",
              "m.call.candidates @ana:a.example: ",
              "@ana:a.example from 192.168.1.4",
              "@ana:a.example from 203.0.113.7",
              "m.call.answer Bo: ",
              "call of @ana:a.example to [Bo] PT1M5S user_hangup",
              "m.room.encrypted Bo: ",
              "invited @ana:a.example: Bo");
      Record.Call call = trial.of(Record.Call.class).getFirst();
      assertThat(call.duration()).isEqualTo(Duration.ofSeconds(65));
      assertThat(call.conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(trial.of(Record.Message.class).get(3).header().claimed())
          .isEqualTo(ClaimedTime.unreadable("1000"));
      assertThat(trial.unknowns).extracting(u -> u.section()).containsExactly("zz");
      assertThat(trial.ignored).hasSize(2);
      Golden.check("matrix/chunk", trial);
    }
  }

  @Test
  void syncAndContext() {
    try (ReadTrial trial =
        Given.folder(folder, Map.of("sync.json", SYNC, "context.json", CONTEXT))) {
      assertThat(Given.told(trial))
          .containsExactly(
              "@bo:b.example: here",
              "@bo:b.example: a boat",
              "@bo:b.example: waves",
              "m.room.name @cy:c.example: Depot");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(2).conversation().key()).isEqualTo("!s:a.example");
      assertThat(m.get(3).conversation().title()).isEqualTo("Depot");
      assertThat(trial.unknowns)
          .extracting(u -> u.section())
          .containsExactly("presence", "ephemeral");
      Golden.check("matrix/sync", trial);
    }
  }

  @Test
  void synapseExport() {
    try (ReadTrial trial = Given.folder(folder, SYNAPSE)) {
      assertThat(trial.reader()).isEqualTo("matrix-events");
      assertThat(Given.told(trial))
          .containsExactly(
              "Ana: first",
              "Ana: second",
              "Ana JOINED",
              "profile of matrix/platform_id/@ana:a.example");
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.unknowns).hasSize(1);
      Golden.check("matrix/synapse", trial);
    }
  }

  /* Two files of one name that could both be it leave the message without one. */
  @Test
  void aFileThatCouldBeTwoIsNone() {
    Map<String, String> twice = new TreeMap<>(ZIPPED);
    twice.put("images/image-3-5-2024 at 2-54-05 AM.png", "third");
    try (ReadTrial trial = Given.folder(folder, twice)) {
      List<Record.Message> withMedia =
          trial.of(Record.Message.class).stream().filter(m -> !m.media().isEmpty()).toList();
      assertThat(withMedia.getFirst().media().getFirst().part()).isNull();
    }
  }

  private static String event(String type, String id, String sender, String content, String more) {
    return "{\"type\":\"%s\",\"event_id\":\"%s\",\"sender\":\"%s\",\"content\":%s%s}"
        .formatted(type, id, sender, content, more);
  }

  private static String at(String room, long millis) {
    return (room.isEmpty() ? "" : ",\"room_id\":\"" + room + "\"")
        + ",\"origin_server_ts\":"
        + millis;
  }

  private static String joins(String id, String who, String name, String more) {
    return event(
        "m.room.member",
        id,
        who,
        "{\"membership\":\"join\",\"displayname\":\"" + name + "\",\"is_direct\":true}",
        ",\"state_key\":\"" + who + "\"" + more);
  }

  private static final String BACK =
      ",\"unsigned\":{\"redacted_because\":{\"type\":\"m.room.redaction\"}}";

  @Test
  void aBrokenLineEndsNeitherTheReadingNorTheLook() {
    String text =
        String.join(
            "\n",
            joins("$1", "@ana:a", "Ana", at("!d:a", 1709600000000L)),
            "{\"type\": broken",
            joins("$2", "@bo:b", "Bo", at("!d:a", 1709600001000L)),
            joins("$3", "@cy:c", "Cy", at("!d:a", 1709600002000L)),
            event(
                "m.room.message",
                "$4",
                "@cy:c",
                "{\"msgtype\":\"m.text\",\"body\":\"here\"}",
                at("!d:a", 1709600003000L)));
    try (ReadTrial trial = Given.file(folder, "events.jsonl", text)) {
      assertThat(trial.faults).hasSize(1);
      Record.Message said = trial.of(Record.Message.class).getLast();
      assertThat(said.conversation().kind()).isEqualTo(ConversationRef.Kind.GROUP);
      assertThat(said.author().displayName()).isEqualTo("Cy");
      assertThat(said.recipients()).isEmpty();
    }
  }

  /* The state repeats what happened before; a copy that says something else is told. */
  @Test
  void anEventThatIsThereTwiceIsToldOnce() {
    String joined = joins("$1", "@ana:a", "Ana", at("!q:a", 1709600000000L));
    String said =
        event(
            "m.room.message",
            "$2",
            "@ana:a",
            "{\"msgtype\":\"m.text\",\"body\":\"here\"}",
            at("!q:a", 1709600001000L));
    String context =
        "{\"events_before\":[%s],\"event\":%s,\"events_after\":[],\"state\":[%s]}"
            .formatted(joined, said, joined);
    String page =
        "{\"chunk\":[%s,%s]}"
            .formatted(
                said.replace(",\"origin", ",\"unsigned\":{\"age\":7},\"origin"),
                event("m.room.message", "$2", "@ana:a", "{}", at("!q:a", 1709600001000L) + BACK));
    try (ReadTrial trial =
        Given.folder(folder, Map.of("context.json", context, "page.json", page))) {
      assertThat(Given.told(trial))
          .containsExactly(
              "Ana JOINED", "profile of matrix/platform_id/@ana:a", "Ana: here", "redacted Ana: ");
      assertThat(trial.ignored).hasSize(2);
    }
    String lines = joined + "\n" + said + "\n" + joined + "\n" + said + "\n";
    try (ReadTrial trial = Given.file(folder, "events.jsonl", lines)) {
      assertThat(trial.records).hasSize(3);
      assertThat(trial.ignored).hasSize(2);
    }
  }

  /* Synapse's lines have hashes in place of ids, and its state repeats what its events say. */
  @Test
  void aStateBesideItsEventsIsToldOnce() {
    String joined =
        joins("", "@ana:a", "Ana", at("!q:a", 1709600000000L)).replace("\"event_id\":\"\",", "");
    String said =
        "{\"type\":\"m.room.message\",\"room_id\":\"!q:a\",\"sender\":\"@ana:a\",\"origin_server_ts\":1709600001000,"
            + "\"content\":{\"msgtype\":\"m.text\",\"body\":\"here\"}%s}";
    String once = said.formatted(",\"hashes\":{\"sha256\":\"x\"}");
    String again = said.formatted(",\"hashes\":{\"sha256\":\"y\"}");
    String bare = said.formatted("");
    Map<String, String> files =
        Map.of(
            "rooms/!q:a/events",
            String.join("\n", joined, once, once, again, bare, bare),
            "rooms/!q:a/state/$p",
            joined);
    try (ReadTrial trial = Given.folder(folder, files)) {
      assertThat(Given.told(trial))
          .containsExactly(
              "Ana JOINED",
              "profile of matrix/platform_id/@ana:a",
              "Ana: here",
              "Ana: here",
              "Ana: here",
              "Ana: here");
      assertThat(trial.ignored).hasSize(2);
    }
  }

  @Test
  void whatWasTakenBackDoesNotStand() {
    String more = at("!q:a", 1709600001000L) + BACK;
    String chunk =
        "{\"chunk\":[%s]}"
            .formatted(
                String.join(
                    ",",
                    event("m.room.encrypted", "$1", "@ana:a", "{}", more),
                    event("m.reaction", "$2", "@ana:a", "{}", more),
                    event("org.matrix.msc3381.poll.response", "$3", "@ana:a", "{}", more),
                    event(
                        "m.room.message",
                        "$4",
                        "@ana:a",
                        "{\"msgtype\":\"m.bad.encrypted\",\"body\":\"** no key **\"}",
                        more)));
    try (ReadTrial trial = Given.file(folder, "page.json", chunk)) {
      assertThat(Given.told(trial)).hasSize(4).containsOnly("redacted @ana:a: ");
      assertThat(trial.notes).extracting(n -> n.code()).containsExactly("SX-NOTE-TIME");
    }
  }

  /* What says no room is in the only one of its part, or in none that is known. */
  @Test
  void eventsWithoutARoom() {
    String message =
        event(
            "m.room.message",
            "$2",
            "@ana:a",
            "{\"msgtype\":\"m.text\",\"body\":\"here\"}",
            at("", 1709600002000L));
    String one =
        "{\"chunk\":[%s,%s,%s]}"
            .formatted(
                joins("$1", "@ana:a", "Ana", at("", 1709600000000L)),
                message,
                event(
                    "m.room.name",
                    "$3",
                    "@ana:a",
                    "{\"name\":\"Quay\"}",
                    at("!q:a", 1709600001000L)));
    try (ReadTrial trial = Given.file(folder, "page.json", one)) {
      Record.Message said = trial.of(Record.Message.class).getFirst();
      assertThat(said.conversation().key()).isEqualTo("!q:a");
      assertThat(said.conversation().title()).isEqualTo("Quay");
      assertThat(said.author().displayName()).isEqualTo("Ana");
    }
    String several =
        "{\"chunk\":[%s,%s,%s]}"
            .formatted(
                joins("$1", "@ana:a", "Ana", at("!q:a", 1709600000000L)),
                message,
                joins("$3", "@bo:b", "Bo", at("!r:a", 1709600001000L)));
    try (ReadTrial trial = Given.file(folder, "several.json", several)) {
      Record.Message said = trial.of(Record.Message.class).getFirst();
      assertThat(said.conversation().kind()).isEqualTo(ConversationRef.Kind.UNKNOWN);
      assertThat(said.conversation().key()).doesNotContain("!");
      assertThat(said.author().displayName()).isNull();
    }
  }

  @Test
  void callsWithoutAnIdJoinNothing() {
    String chunk =
        "{\"chunk\":[%s,%s]}"
            .formatted(
                event(
                    "m.call.invite",
                    "$1",
                    "@ana:a",
                    "{\"call_id\":\"\"}",
                    at("!q:a", 1709600000000L)),
                event(
                    "m.call.answer",
                    "$2",
                    "@bo:b",
                    "{\"call_id\":\"\"}",
                    at("!q:a", 1709600001000L)));
    try (ReadTrial trial = Given.file(folder, "page.json", chunk)) {
      Record.Call call = trial.of(Record.Call.class).getFirst();
      assertThat(call.outcome()).isNull();
      assertThat(call.called()).isEmpty();
    }
  }

  @Test
  void twoStepsOfOneMillisecond() {
    String left =
        event(
            "m.room.member",
            "$2",
            "@ana:a",
            "{\"membership\":\"leave\"}",
            ",\"state_key\":\"@ana:a\"" + at("!q:a", 1709600000000L));
    String chunk =
        "{\"chunk\":[%s,%s,%s]}"
            .formatted(
                joins("$1", "@ana:a", "Ana", at("!q:a", 1709600000000L)),
                left,
                joins("$3", "@ana:a", "Ana", at("!q:a", 1709600000000L)));
    try (ReadTrial trial = Given.file(folder, "page.json", chunk)) {
      assertThat(Given.told(trial).stream().filter(one -> !one.startsWith("profile")))
          .containsExactly("Ana JOINED", "Ana LEFT", "Ana JOINED");
    }
  }

  @Test
  void unknownFieldsKeepBesideThoseOfTheReader() {
    String chunk =
        "{\"chunk\":[%s]}"
            .formatted(
                event(
                    "m.room.message",
                    "$2",
                    "@ana:a",
                    "{\"msgtype\":\"m.text\",\"body\":\"here\",\"m.relates_to\":{\"rel_type\":\"m.thread\",\"event_id\":\"$1\"}}",
                    ",\"thread\":\"mine\"" + at("!q:a", 1709600002000L)));
    try (ReadTrial trial = Given.file(folder, "page.json", chunk)) {
      assertThat(trial.of(Record.Message.class).getFirst().header().extra())
          .containsEntry("thread", "$1")
          .containsEntry("event.thread", "mine");
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    Battering.truncate(ELEMENT.getBytes(StandardCharsets.UTF_8), "export.json");
    Battering.mutate(ELEMENT.getBytes(StandardCharsets.UTF_8), "export.json", 53, 120);
    Battering.mutate(CHUNK.getBytes(StandardCharsets.UTF_8), "messages.json", 54, 120);
    Battering.mutate(SYNC.getBytes(StandardCharsets.UTF_8), "sync.json", 55, 120);
    Battering.batterAll(Battering.texts(new TreeMap<>(SYNAPSE)), 56, 40);
  }
}

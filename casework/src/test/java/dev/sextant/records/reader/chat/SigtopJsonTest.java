package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signal Desktop's messages as sigtop writes them to JSON, laid out after the program itself. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class SigtopJsonTest {
  @TempDir Path folder;

  private static final String ANA = "aaaaaaaa-0000-4000-8000-000000000001";
  private static final String ME = "99999999-0000-4000-8000-000000000009";
  private static final String CLEO = "cccccccc-0000-4000-8000-000000000003";

  private static final String DIRECT =
      """
      [
      {"id":"m1","type":"incoming","conversationId":"conv-ana","sent_at":1715600000123,"received_at":17,"received_at_ms":1715600000456,"timestamp":1715600000123,"source":"+447700900111","sourceServiceId":"%1$s","sourceDevice":1,"body":"Quay at 9?","schemaVersion":14,"attachments":[{"contentType":"image/jpeg","fileName":"quay.jpg","size":10,"path":"ab/abcd"}],"reactions":[{"emoji":"\uD83D\uDC4D","fromId":"conv-me","targetAuthorAci":"%1$s","targetTimestamp":1715600000123,"timestamp":1715600001000}],"seenStatus":2},
      {"id":"m2","type":"outgoing","conversationId":"conv-ana","sent_at":1715600002000,"timestamp":1715600002000,"sourceServiceId":"%2$s","sourceDevice":1,"body":"yes","schemaVersion":14,"quote":{"id":1715600000123,"authorAci":"%1$s","text":"Quay at 9?","attachments":[]},"sendStateByConversationId":{"conv-ana":{"status":"Read","updatedAt":1715600003000},"conv-me":{"status":"Sent"}}},
      {"id":"m3","type":"call-history","conversationId":"conv-ana","sent_at":1715600010000,"timestamp":1715600010000,"callHistoryDetails":{"callMode":"Direct","wasIncoming":true,"wasVideoCall":false,"wasDeclined":false,"acceptedTime":1715600010000,"endedTime":1715600085000},"schemaVersion":14},
      {"id":"m4","type":"keychange","conversationId":"conv-ana","sent_at":1715600100000,"key_changed":"%1$s","schemaVersion":14}
      ]
      """
          .formatted(ANA, ME);

  private static final String GROUP =
      """
      [
      {"id":"g1","type":"group-v2-change","conversationId":"conv-crew","sent_at":1715600200000,"sourceServiceId":"%1$s","groupV2Change":{"from":"%1$s","details":[{"type":"member-add","aci":"%2$s"},{"type":"title","newTitle":"Crew"}]},"schemaVersion":14},
      {"id":"g2","type":"incoming","conversationId":"conv-crew","sent_at":1715600300000,"sourceServiceId":"%2$s","body":"hello \uFFFC","bodyRanges":[{"start":6,"length":1,"mentionAci":"%1$s","replacementText":"Ana Ré"}],"reactions":[{"emoji":"❤","fromId":"conv-ana","timestamp":1715600301000}],"schemaVersion":14,"zz":{"x":"zzkept"}},
      {"body":"nothing else","conversationId":"conv-crew"}
      ]
      """
          .formatted(ANA, CLEO);

  @Test
  void conversations() {
    try (ReadTrial trial =
        Given.folder(
            folder, Map.of("Ana Ré (+447700900111).json", DIRECT, "Crew (group).json", GROUP))) {
      assertThat(trial.reader()).isEqualTo("signal-sigtop-json");
      assertThat(Given.told(trial))
          .containsExactly(
              "+447700900111: Quay at 9?",
              "conversation conv-me REACTED \uD83D\uDC4D 1715600000123",
              ME + ": yes",
              "call of +447700900111 to [" + ME + "] PT1M15S accepted",
              "keychange -: ",
              "group-v2-change +447700900111: ",
              CLEO + " ADDED by +447700900111",
              CLEO + ": hello \uFFFC",
              "+447700900111 REACTED ❤ 1715600300000");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(0).header().claimed().instant())
          .isEqualTo(Instant.ofEpochMilli(1715600000123L));
      assertThat(m.get(0).conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(m.get(0).conversation().title()).isEqualTo("Ana Ré");
      assertThat(m.get(0).media().getFirst().name()).isEqualTo("quay.jpg");
      assertThat(m.get(0).header().extra())
          .containsEntry("received_at_ms", "1715600000456")
          .containsEntry("attachments.0.path", "ab/abcd");
      // Answers and reactions meet their message by when it was sent; its other name is beside it.
      assertThat(m.get(0).messageId()).isEqualTo("1715600000123");
      assertThat(m.get(0).header().extra()).containsEntry("id", "m1");
      assertThat(m.get(1).replyTo()).isEqualTo("1715600000123");
      assertThat(m.get(1).recipients()).extracting(a -> a.key()).containsExactly("+447700900111");
      assertThat(m.get(1).header().extra()).containsEntry("quote", "Quay at 9?");
      assertThat(m.get(4).conversation().kind()).isEqualTo(ConversationRef.Kind.GROUP);
      assertThat(m.get(4).mentions()).extracting(Given::name).containsExactly("Ana Ré");
      assertThat(m.get(4).header().extra()).containsEntry("zz", "{\"x\":\"zzkept\"}");
      assertThat(trial.of(Record.Membership.class).getFirst().action()).isEqualTo(Action.ADDED);
      assertThat(trial.of(Record.Activity.class).getFirst().header().claimed().instant())
          .isEqualTo(Instant.ofEpochMilli(1715600001000L));
      assertThat(trial.of(Record.Call.class).getFirst().duration())
          .isEqualTo(Duration.ofSeconds(75));
      assertThat(trial.faults).hasSize(1);
      Golden.check("signal/sigtop-json", trial);
    }
  }

  /* Of one's own messages some name the account, some do not. */
  @Test
  void oneAccountWroteFromTheComputer() {
    String named = "\"sourceServiceId\":\"" + ME + "\",\"sourceDevice\":1,\"body\":\"yes\"";
    String own = "\"source\":\"+447700900009\"," + named;
    String said =
        DIRECT
            .replace(named, own)
            .replaceFirst(
                "\\[\n",
                "[\n{\"id\":\"m0\",\"type\":\"outgoing\",\"conversationId\":\"conv-ana\","
                    + "\"sent_at\":1715500000000,\"body\":\"first\"},\n");
    try (ReadTrial trial = Given.file(folder, "Ana Ré (+447700900111).json", said)) {
      List<Record.Message> m = trial.of(Record.Message.class);
      String me = "signal/phone/+447700900009";
      assertThat(m.get(0).author().accountKey()).isEqualTo(me);
      assertThat(m.get(1).recipients()).extracting(a -> a.accountKey()).containsExactly(me);
      assertThat(m.get(2).author().accountKey()).isEqualTo(me);
      assertThat(trial.of(Record.Call.class).getFirst().called())
          .extracting(a -> a.accountKey())
          .containsExactly(me);
    }
    String two =
        said.replace("\"body\":\"first\"", "\"body\":\"first\",\"source\":\"+447700900008\"");
    try (ReadTrial trial = Given.file(folder, "Ana Ré (+447700900111).json", two)) {
      assertThat(trial.of(Record.Message.class).get(1).recipients())
          .extracting(Given::name)
          .containsExactly("You");
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    for (String sample : List.of(DIRECT, GROUP)) {
      Battering.truncate(sample.getBytes(StandardCharsets.UTF_8), "x.json");
      Battering.mutate(sample.getBytes(StandardCharsets.UTF_8), "x.json", 29, 150);
    }
  }
}

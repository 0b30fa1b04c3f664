package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigtopTest {
  @TempDir Path folder;

  private static final String CHAT =
      """
      Conversation: Dana K (+447700900777)

      From: Dana K (+447700900777)
      Type: incoming
      Sent: Fri, 5 Mar 2021 10:00:00 +0100
      Received: Fri, 5 Mar 2021 10:00:01 +0100
      Attachment: van.jpg (image/jpeg, 12345 bytes)
      Attachment: no filename (audio/aac, 77 bytes)
      Reaction: \u2764 from You

      the quay
      at nine

      From: nobody writes so
      but here somebody does

      From: You
      Type: outgoing
      Sent: Fri, 5 Mar 2021 10:01:00 +0100

      > From: Dana K (+447700900777)
      > Sent: Fri, 5 Mar 2021 10:00:00 +0100
      >
      > the quay

      yes

      From: You
      Type: outgoing
      Sent: Fri, 5 Mar 2021 10:02:00 +0100
      Edited: 2 versions

      | Version: 2
      | Sent: Fri, 5 Mar 2021 10:03:00 +0100
      |
      | at ten
      |
      | Version: 1
      | Sent: Fri, 5 Mar 2021 10:02:00 +0100
      |
      | at nine

      Type: keychange
      Received: Fri, 5 Mar 2021 10:04:00 +0100

      """;

  @Test
  void messagesWithAllTheirParts() throws IOException {
    Path file = Files.writeString(folder.resolve("Dana.txt"), CHAT);
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.reader()).isEqualTo("signal-sigtop");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m)
          .extracting(Record.Message::text)
          .containsExactly(
              "the quay\nat nine\n\nFrom: nobody writes so\nbut here somebody does",
              "yes",
              "at ten",
              "");
      assertThat(m.getFirst().author()).extracting(AccountRef::key).isEqualTo("+447700900777");
      assertThat(m.getFirst().header().claimed().instant())
          .isEqualTo(Instant.parse("2021-03-05T09:00:00Z"));
      assertThat(m.getFirst().media()).hasSize(2);
      assertThat(m.get(1).recipients())
          .extracting(AccountRef::key)
          .containsExactly("+447700900777");
      assertThat(m.get(1).header().extra().get("quote")).endsWith("the quay");
      assertThat(m.get(2).header().extra().get("earlier versions")).endsWith("at nine");
      assertThat(m.get(3).action()).isEqualTo("keychange");
      assertThat(trial.of(Record.Activity.class).getFirst().text()).isEqualTo("\u2764");
      assertThat(trial.text(m.getFirst().header().locator()))
          .startsWith("From: Dana K")
          .endsWith("somebody does");
    }
  }

  @Test
  void alteredBytesGiveOnlyTypedOutcomes() throws IOException {
    long seed = 11L;
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      byte[] bytes = CHAT.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 5; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try (ReadTrial trial = ReadTrial.of(Files.write(folder.resolve("fuzz.txt"), bytes))) {
        assertThat(trial.outcome().tally().items()).as("seed %d %d", seed, round).isPositive();
      }
    }
  }
}

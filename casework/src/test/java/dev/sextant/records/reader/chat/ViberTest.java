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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Viber's history: rows without a head. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class ViberTest {
  @TempDir Path folder;

  private static final String HISTORY =
      """
      05/03/2024,21:05:10,Ana Ré,+447700900111,Quay at nine, or ten?
      second line
      13/03/2024,21:06:00,Me,+447700900009,"yes, ""nine\"""
      14/03/2024,09:00:00,Ana Ré,+447700900111,ok
      """;

  @Test
  void history() {
    try (ReadTrial trial = Given.file(folder, "Chat with Ana.csv", HISTORY)) {
      assertThat(trial.reader()).isEqualTo("viber-csv");
      assertThat(Given.told(trial))
          .containsExactly(
              "Ana Ré: Quay at nine, or ten?\nsecond line", "Me: yes, \"nine\"", "Ana Ré: ok");
      Record.Message first = trial.of(Record.Message.class).getFirst();
      assertThat(first.header().claimed())
          .isEqualTo(
              new ClaimedTime(
                  Instant.parse("2024-03-05T21:05:10Z"),
                  "05/03/2024,21:05:10",
                  ClaimedTime.ZoneBasis.UNKNOWN,
                  "",
                  ClaimedTime.Precision.SECOND));
      assertThat(first.author().accountKey()).isEqualTo("viber/phone/+447700900111");
      assertThat(first.recipients()).extracting(a -> a.key()).containsExactly("+447700900009");
      assertThat(first.conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(trial.notes).extracting(n -> n.code()).containsExactly("SX-NOTE-ZONE");
      Golden.check("viber/history", trial);
    }
  }

  @Test
  void monthFirst() {
    String other = HISTORY.replace("13/03", "03/13").replace("14/03", "03/14");
    try (ReadTrial trial = Given.file(folder, "a.csv", other)) {
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.header().claimed().instant())
          .containsExactly(
              Instant.parse("2024-05-03T21:05:10Z"),
              Instant.parse("2024-03-13T21:06:00Z"),
              Instant.parse("2024-03-14T09:00:00Z"));
    }
  }

  @Test
  void otherTablesWithoutAHeadAreNotTaken() {
    for (String text :
        List.of(
            "01/03/2024,10:00:00,CELL-0042,15550100001,15550100002,65,VOICE\n".repeat(3),
            "01/03/2024,10:00:00,CELL-0042,15550100001,15550100002,65,VOICE\n"
                + "01/03/2024,10:00:00,CELL-0043,15550100002,15550100001,65,SMS\n",
            "01/03/2024,10:00:00,CELL-0042,15550100001,65\n01/03/2024,11:00:00,CELL-0043,15550100002,7\n",
            "01/03/2024,10:00:00,A,+15550100001,DATA-1\n01/03/2024,11:00:00,B,+15550100002,VOICE\n",
            "01/03/2024,10:00:00,Ana,15550100001,hello there\n")) {
      try (ReadTrial trial = Given.file(folder, "x.csv", text)) {
        assertThat(trial.reader()).as(text).isNotEqualTo("viber-csv");
      }
    }
    try (ReadTrial trial =
        Given.file(
            folder,
            "x.csv",
            "01/03/2024,10:00:00,Ana,15550100001,hello there\n01/03/2024,11:00:00,Bo,15550100002,ok\n")) {
      assertThat(trial.reader()).isEqualTo("viber-csv");
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    for (String sample : List.of(HISTORY)) {
      Battering.truncate(sample.getBytes(StandardCharsets.UTF_8), "x.csv");
      Battering.mutate(sample.getBytes(StandardCharsets.UTF_8), "x.csv", 43, 150);
    }
  }
}

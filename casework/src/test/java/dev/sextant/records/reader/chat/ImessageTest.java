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
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of imessage-exporter, laid out after the tool's own tests. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class ImessageTest {
  @TempDir Path folder;

  private static final String DIRECT =
      """
      May 17, 2022  5:29:42 PM (Read by you after 1 hour, 49 seconds)
      +447700900111
      Quay at 9?

      second paragraph
      Tapbacks:
      Loved by Me
      ☕️ by +447700900111

          May 17, 2022  5:31:00 PM
          Me
          yes, at 9

      May 17, 2022  5:31:00 PM
      Me
      yes, at 9
      This message responded to an earlier message.

      May 17, 2022 11:40:00 PM
      Me
      attachments/12/quay.jpg
      Sent with Confetti

      May 18, 2022 12:00:00 AM
      +447700900111
      May 18, 2022 12:00:00 AM at the kuay
      Edited 10 seconds later: at the quay

      May 18, 2022  1:00:00 AM
      Me
      This message was deleted from the conversation!
      gone

      """;

  private static final String GROUP =
      """
      Jun  1, 2022  9:00:00 AM You added bo@example.org to the conversation.

      Jun  1, 2022  9:01:00 AM
      bo@example.org
      hello

      Jun  1, 2022  9:02:00 AM Ana Ré renamed the conversation to Crew

      Jun  1, 2022  9:03:00 AM bo@example.org left the conversation.

      """
          .replace("Jun  1", "Jun 01");

  @Test
  void direct() {
    try (ReadTrial trial =
        Given.folder(
            folder, Map.of("+447700900111.txt", DIRECT, "attachments/12/quay.jpg", "picture"))) {
      assertThat(trial.reader()).isEqualTo("imessage-exporter-text");
      assertThat(Given.told(trial))
          .containsExactly(
              "+447700900111: Quay at 9?\n\nsecond paragraph",
              "Me REACTED Loved null",
              "+447700900111 REACTED ☕️ null",
              "Me: yes, at 9",
              "Me: ",
              "+447700900111: at the quay",
              "Me: gone");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(0).header().claimed())
          .isEqualTo(
              new ClaimedTime(
                  Instant.parse("2022-05-17T17:29:42Z"),
                  "May 17, 2022  5:29:42 PM",
                  ClaimedTime.ZoneBasis.UNKNOWN,
                  "",
                  ClaimedTime.Precision.SECOND));
      assertThat(m.get(0).header().extra())
          .containsEntry("receipt", "(Read by you after 1 hour, 49 seconds)")
          .containsEntry("replies", "May 17, 2022  5:31:00 PM\nMe\nyes, at 9");
      assertThat(m.get(0).author().accountKey()).isEqualTo("apple/phone/+447700900111");
      assertThat(m.get(0).recipients()).extracting(Given::name).containsExactly("Me");
      assertThat(m.get(1).header().extra()).containsKey("answers");
      assertThat(m.get(2).media().getFirst().part()).isEqualTo("attachments/12/quay.jpg");
      assertThat(m.get(2).header().extra()).containsEntry("effect", "Sent with Confetti");
      assertThat(m.get(3).header().extra().get("versions")).contains("kuay");
      assertThat(m.get(3).header().claimed().instant())
          .isEqualTo(Instant.parse("2022-05-18T00:00:00Z"));
      assertThat(m.get(4).header().extra()).containsKey("deleted");
      assertThat(m.get(4).conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      Golden.check("imessage/direct", trial);
    }
  }

  @Test
  void group() {
    try (ReadTrial trial = Given.file(folder, "Crew.txt", GROUP)) {
      assertThat(trial.reader()).isEqualTo("imessage-exporter-text");
      assertThat(Given.told(trial))
          .containsExactly(
              "announcement -: You added bo@example.org to the conversation.",
              "bo@example.org ADDED by Me",
              "bo@example.org: hello",
              "announcement -: Ana Ré renamed the conversation to Crew",
              "announcement -: bo@example.org left the conversation.",
              "bo@example.org LEFT");
      assertThat(trial.of(Record.Message.class).getFirst().conversation().kind())
          .isEqualTo(ConversationRef.Kind.GROUP);
    }
  }

  @Test
  void textsThatAreNotTheTools() {
    for (String text :
        List.of(
            "May 7, 2022 5:29:42 PM\nDear diary\n\nMay 8, 2022 5:29:42 PM\nDear diary\n",
            "May 07, 2022 5:29:42 PM\nMe\nhi\n\nMay 08, 2022 5:29:42 PM\nMe\nhi\n",
            "May 07, 2022  5:29:42 PM\nDear diary\n")) {
      try (ReadTrial trial = Given.file(folder, "x.txt", text)) {
        assertThat(trial.reader()).isNotEqualTo("imessage-exporter-text");
      }
    }
    try (ReadTrial trial =
        Given.file(folder, "Ana.txt", "May 07, 2022  5:29:42 PM\nMe\nhello\n\n")) {
      assertThat(trial.reader()).isEqualTo("imessage-exporter-text");
    }
  }

  @Test
  void aPastedStampMakesNoAuthor() {
    String pasted =
        DIRECT
            + """
            May 18, 2022  2:00:00 AM
            Me
            he wrote:

            May 02, 2022  1:00:00 PM
            Ted Bloggs and the others
            bring it

            May 3, 2022 1:00:00 PM
            +447700900111
            no

            May 18, 2022  3:00:00 AM
            +447700900111
            ok

            """;
    try (ReadTrial trial = Given.file(folder, "+447700900111.txt", pasted)) {
      assertThat(Given.told(trial))
          .endsWith(
              "Me: he wrote:\n\nMay 02, 2022  1:00:00 PM\nTed Bloggs and the others\nbring it\n\n"
                  + "May 3, 2022 1:00:00 PM\n+447700900111\nno",
              "+447700900111: ok");
    }
  }

  @Test
  void aFileNamedForSeveralIsAGroup() {
    String silent = DIRECT.replace("+447700900111", "+15550100001");
    try (ReadTrial trial = Given.folder(folder, Map.of("+15550100001, +15550100002.txt", silent))) {
      Record.Message first = trial.of(Record.Message.class).getFirst();
      assertThat(first.conversation().kind()).isEqualTo(ConversationRef.Kind.GROUP);
      assertThat(first.recipients()).isEmpty();
      assertThat(trial.notes).extracting(n -> n.code()).doesNotContain("SX-NOTE-DIRECT");
    }
    try (ReadTrial trial = Given.file(folder, "+15550100001.txt", silent)) {
      assertThat(trial.notes).extracting(n -> n.code()).contains("SX-NOTE-DIRECT");
    }
  }

  private static final String PAGE =
      """
      <html>
      <meta charset="UTF-8">
      <div class="message">
          <div class="received">
              <p><span class="timestamp">Oct 17, 2021 10:31:49 PM (Read by you after 5 seconds)</span>
                  <span class="sender">Ana &amp; Co</span>
              </p>
              <hr>
              <div class="message_part"><span class="bubble">Quay at 9?<br>bring both</span></div>
              <hr>
              <div class="message_part"><div class="attachment"><img src="attachments/quay.jpeg" loading="lazy"></div></div>
              <span class="expressive">Sent with Echo</span>
              <div class="tapbacks"><hr><p>Tapbacks:</p>
                  <div class="tapback"><span class="tapback"><b>Loved</b> by Me</span></div>
                  <div class="tapback"><img src="attachments/shark.png" loading="lazy"><span class="tapback"> from Me</span></div>
              </div>
              <div class="replies">
                  <div class="reply" id="r1">
                      <div class="message">
                          <div class="sent iMessage">
                              <p><span class="timestamp">Oct 17, 2021 10:32:03 PM</span>
                                  <span class="sender">Me</span></p>
                              <hr>
                              <div class="message_part"><span class="bubble">yes</span></div>
                          </div>
                      </div>
                  </div>
              </div>
          </div>
      </div>
      <div class="message">
          <div class="sent iMessage">
              <p><span class="timestamp">Oct 17, 2021 10:32:03 PM</span>
                  <span class="sender">Me</span></p>
              <hr>
              <div class="message_part"><span class="bubble">yes</span></div>
              <span class="reply_context">This message responded to an earlier message.</span>
          </div>
      </div>
      <div class="message">
          <div class="sent SMS">
              <p><span class="timestamp">Oct 17, 2021 &nbsp;9:40:00 PM</span><span class="sender">Me</span></p>
              <hr>
              <div class="message_part"><div class="edited"><table><tbody><tr><td><span class="timestamp"></span></td><td>at the kuay</td></tr></tbody><tfoot><tr><td><span class="timestamp">Edited 10 seconds later</span></td><td>at the quay</td></tr></tfoot></table></div></div>
          </div>
      </div>
      <div class="announcement"><p><span class="timestamp">Oct 18, 2021 10:32:03 AM</span> You added Bo to the conversation.</p></div>
      </html>
      """;

  @Test
  void page() {
    try (ReadTrial trial =
        Given.folder(folder, Map.of("Quay.html", PAGE, "attachments/quay.jpeg", "picture"))) {
      assertThat(trial.reader()).isEqualTo("imessage-exporter-html");
      assertThat(Given.told(trial))
          .containsExactly(
              "Ana & Co: Quay at 9?\nbring both",
              "Me REACTED Loved null",
              "Me REACTED Sticker null",
              "Me: yes",
              "Me: at the quay",
              "announcement -: You added Bo to the conversation.",
              "Bo ADDED by Me");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(0).header().claimed().instant())
          .isEqualTo(Instant.parse("2021-10-17T22:31:49Z"));
      assertThat(m.get(0).header().extra())
          .containsEntry("receipt", "(Read by you after 5 seconds)")
          .containsEntry("effect", "Sent with Echo")
          .containsKey("replies");
      assertThat(m.get(0).media()).extracting(one -> one.part()).contains("attachments/quay.jpeg");
      assertThat(m.get(1).header().extra()).containsEntry("class", "sent iMessage");
      assertThat(m.get(2).header().claimed().instant())
          .isEqualTo(Instant.parse("2021-10-17T21:40:00Z"));
      assertThat(m.get(2).header().extra()).containsKey("versions");
      assertThat(m.get(0).conversation().kind()).isEqualTo(ConversationRef.Kind.GROUP);
      Golden.check("imessage/page", trial);
    }
  }

  @Test
  void batteredPagesGiveOnlyTypedOutcomes() {
    Battering.truncate(PAGE.getBytes(StandardCharsets.UTF_8), "Quay.html");
    Battering.mutate(PAGE.getBytes(StandardCharsets.UTF_8), "Quay.html", 81, 120);
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    for (String sample : List.of(DIRECT, GROUP)) {
      Battering.truncate(sample.getBytes(StandardCharsets.UTF_8), "x.txt");
      Battering.mutate(sample.getBytes(StandardCharsets.UTF_8), "x.txt", 31, 150);
    }
  }
}

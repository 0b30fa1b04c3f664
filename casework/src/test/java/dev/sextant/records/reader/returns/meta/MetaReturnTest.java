package dev.sextant.records.reader.returns.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked // What is null where it must not be fails the test by itself.
class MetaReturnTest {
  @TempDir Path folder;

  private Path write(MetaPages.Generation generation) throws IOException {
    Path in = Files.createDirectories(folder.resolve("rec" + generation));
    Files.writeString(in.resolve("records.html"), MetaPages.page(generation, MetaPages.whole()));
    Files.createDirectories(in.resolve("linked_media"));
    Files.writeString(in.resolve("linked_media/pic_1.jpg"), "one");
    Files.writeString(in.resolve("linked_media/ncmec_1.jpg"), "two");
    Files.writeString(in.resolve("linked_media/stray.jpg"), "three");
    return in;
  }

  @ParameterizedTest
  @EnumSource(MetaPages.Generation.class)
  void eachGenerationSaysTheSame(MetaPages.Generation generation) throws IOException {
    try (ReadTrial trial = ReadTrial.of(write(generation))) {
      assertThat(trial.reader()).isEqualTo("meta-return");
      assertThat(trial.faults).isEmpty();
      assertThat(trial.of(Record.Message.class))
          .extracting(Record.Message::text)
          .containsExactly("hello <b>\nZoë", "look", "");
      Record.Message first = trial.of(Record.Message.class).getFirst();
      assertThat(first.author().key()).isEqualTo("200");
      assertThat(first.author().handle()).isEqualTo("sxt_ben");
      assertThat(first.recipients()).extracting(r -> r.key()).containsExactly("100");
      assertThat(first.conversation())
          .isEqualTo(
              new ConversationRef(
                  Platform.INSTAGRAM, ConversationRef.Kind.DIRECT, "555000111", null));
      assertThat(first.header().claimed().instant())
          .isEqualTo(Instant.parse("2025-06-01T12:00:00Z"));
      assertThat(first.media().getFirst().digest()).isNotNull();
      assertThat(trial.text(first.header().locator()))
          .startsWith("Author")
          .contains("hel<div")
          .contains("pic_1.jpg")
          .doesNotContain("look");
      assertThat(trial.of(Record.Message.class).get(1).header().extra())
          .containsEntry("Share / Url", "https://example.org/p/1");
      assertThat(trial.of(Record.Message.class).get(2).author()).isNull();
      assertThat(trial.of(Record.Call.class))
          .extracting(Record.Call::duration)
          .containsExactly(Duration.ofSeconds(65));
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::ip, Record.Login::port)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("203.0.113.7", 40001),
              org.assertj.core.groups.Tuple.tuple("2001:db8::7", 443),
              org.assertj.core.groups.Tuple.tuple("198.51.100.4", 5555));
      assertThat(trial.of(Record.Follow.class))
          .extracting(f -> f.from().key() + ">" + f.to().key())
          .containsExactly("200>100", "300>100");
      assertThat(trial.text(trial.of(Record.Follow.class).getLast().header().locator()))
          .isEqualTo("sxt_cid (instagram: 300)");
      assertThat(trial.of(Record.Activity.class))
          .extracting(a -> a.what() + " " + a.object())
          .containsExactly("INSTALLED A1B2", "INSTALLED C3D4", "FLAGGED CyberTip 987654");
      assertThat(trial.of(Record.Profile.class))
          .flatExtracting(Record.Profile::selectors)
          .extracting(s -> s.selector().toString() + s.verified())
          .contains(
              "email:ana@example.orgfalse", "email:ana.b@example.orgtrue",
              "phone:+447700900123true", "handle@instagram:sxt_anatrue");
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("section quantum_settings", "linked_media/stray.jpg");
      Golden.check("returns/meta-" + generation.name().toLowerCase(java.util.Locale.ROOT), trial);
    }
  }

  @Test
  void labelsBesideOneAnotherSayWhatLabelsInsideSay() throws IOException {
    MetaPages.Section messages =
        MetaPages.section(
            "unified_messages",
            MetaPages.said("Unified Messages", ""),
            MetaPages.said("Thread", " (77)"),
            MetaPages.said(
                "Current Participants", "sxt_ana (Instagram: 100)<br>sxt_ben (Instagram: 200)"),
            MetaPages.said("Author", "sxt_ben (Instagram: 200)"),
            MetaPages.said("Sent", "2025-06-01 12:00:00 UTC"),
            MetaPages.said("Body", "one"),
            MetaPages.said("Author", ""),
            MetaPages.said("Sent", "2025-06-01 12:01:00 UTC"),
            MetaPages.said("Body", "two"));
    MetaPages.Section logins =
        MetaPages.section(
            "logins",
            MetaPages.said("Logins", ""),
            MetaPages.said("IP Address", "203.0.113.7"),
            MetaPages.said("Time", "2025-03-01 10:00:00 UTC"),
            MetaPages.said("IP Address", "203.0.113.8"),
            MetaPages.said("Time", "2025-03-02 10:00:00 UTC"));
    Path file = folder.resolve("records.html");
    Files.writeString(
        file, MetaPages.page(MetaPages.Generation.MINIFIED, List.of(logins, messages)));
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.faults).isEmpty();
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.text() + m.conversation().key() + (m.author() == null))
          .containsExactly("one77false", "two77true");
      assertThat(trial.of(Record.Login.class)).hasSize(2);
      assertThat(trial.text(trial.of(Record.Login.class).getFirst().header().locator()))
          .startsWith("IP Address")
          .contains("2025-03-01")
          .doesNotContain("203.0.113.8");
    }
  }

  @Test
  void partsOfOneRecordShareItsSubject() throws IOException {
    Path in = Files.createDirectories(folder.resolve("two"));
    List<MetaPages.Section> all = MetaPages.whole();
    Files.writeString(
        in.resolve("records-1.html"),
        MetaPages.page(MetaPages.Generation.MINIFIED, all.subList(0, 3)));
    Files.writeString(
        in.resolve("preservation-1.html"),
        MetaPages.page(MetaPages.Generation.MINIFIED, all.subList(5, 6)));
    try (ReadTrial trial = ReadTrial.of(in)) {
      assertThat(trial.of(Record.Login.class))
          .extracting(l -> l.account().accountKey())
          .containsOnly("instagram/platform_id/100");
    }
  }

  @Test
  void aFileCutAnywhereIsReadAsFarAsItGoes() throws IOException {
    byte[] bytes =
        MetaPages.page(MetaPages.Generation.MINIFIED, MetaPages.whole())
            .getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("records.html");
    for (int cut = 400; cut < bytes.length - 20; cut += 97) {
      Files.write(file, Arrays.copyOf(bytes, cut));
      try (ReadTrial trial = ReadTrial.of(file)) {
        if (trial.reader().equals("meta-return")) {
          assertThat(trial.faults).extracting(f -> f.fault().code()).contains(ReadFault.TRUNCATED);
        }
      }
    }
  }

  @Test
  void alteredBytesNeverThrow() throws IOException {
    byte[] bytes =
        MetaPages.page(MetaPages.Generation.DIV_TABLES, MetaPages.whole())
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(4);
    Path file = folder.resolve("records.html");
    for (int round = 0; round < 80; round++) {
      byte[] altered = bytes.clone();
      for (int i = 0; i < 1 + random.nextInt(30); i++) {
        altered[random.nextInt(altered.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, altered);
      ReadTrial.of(file).close();
    }
  }

  @Test
  void fragmentsOfRealRecords() throws IOException {
    int messages = 0;
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(ReadTrial.realData("meta-return"), "*.html")) {
      for (Path file : files) {
        try (ReadTrial trial = ReadTrial.of(file)) {
          assertThat(trial.reader()).isEqualTo("meta-return");
          assertThat(trial.faults).isEmpty();
          assertThat(trial.unknowns).isEmpty();
          messages += trial.of(Record.Message.class).size();
        }
      }
    }
    assertThat(messages).isEqualTo(6);
  }

  private ReadTrial small(MetaPages.Generation generation, MetaPages.Section... sections)
      throws IOException {
    Path in = Files.createDirectories(folder.resolve("small"));
    Files.writeString(in.resolve("records.html"), MetaPages.page(generation, List.of(sections)));
    return ReadTrial.of(in);
  }

  @Test
  void numbersStandWithoutThePlatformInTheOldest() throws IOException {
    try (ReadTrial trial =
        small(
            MetaPages.Generation.TABLES,
            MetaPages.section(
                "request_parameters",
                MetaPages.said("Service", "Facebook"),
                MetaPages.said("Target", "100001111111111")),
            MetaPages.section(
                "registered_email_addresses",
                MetaPages.said("Registered Email Addresses", "g@example.org")),
            MetaPages.section(
                "unified_messages",
                MetaPages.said(
                    "Thread",
                    "(77)",
                    MetaPages.said(
                        "Current Participants", "Gerd (100001111111111), Hilde (100002222222222)"),
                    MetaPages.said("Author", "Hilde (100002222222222)"),
                    MetaPages.said("Sent", "2019-07-07 07:07:07 UTC"),
                    MetaPages.said("Body", "one"),
                    MetaPages.said("Author", "Deleted (0)"),
                    MetaPages.said("Sent", "2019-07-07 07:08:07 UTC"),
                    MetaPages.said("Body", "two"),
                    MetaPages.said("Author", "Class (2019)"),
                    MetaPages.said("Sent", "2019-07-07 07:09:07 UTC"),
                    MetaPages.said("Body", "three"))))) {
      List<Record.Message> told = trial.of(Record.Message.class);
      assertThat(told.getFirst().author().key()).isEqualTo("100002222222222");
      assertThat(told.getFirst().recipients())
          .extracting(r -> r.key())
          .containsExactly("100001111111111");
      assertThat(told.get(1).author()).isNull();
      assertThat(told.get(2).author().displayName()).isEqualTo("Class (2019)");
      assertThat(trial.of(Record.Profile.class))
          .flatExtracting(Record.Profile::selectors)
          .anySatisfy(s -> assertThat(s.selector().value()).isEqualTo("g@example.org"));
    }
  }

  @ParameterizedTest
  @EnumSource(MetaPages.Generation.class)
  void messageLogSaysWhoReachedWhom(MetaPages.Generation generation) throws IOException {
    try (ReadTrial trial =
        small(
            generation,
            MetaPages.section(
                "request_parameters",
                MetaPages.said("Service", "WhatsApp"),
                MetaPages.said("Account Identifier", "+447700900321"),
                MetaPages.said("Account Type", "WhatsAppUser")),
            MetaPages.section(
                "message_log",
                MetaPages.said(
                    "Message Log",
                    "",
                    MetaPages.said(
                        "Message",
                        "",
                        MetaPages.said("Timestamp", "2025-03-30 12:00:00 UTC"),
                        MetaPages.said("Message Id", "A1"),
                        MetaPages.said("Sender", "447700900321"),
                        MetaPages.said("Recipients", "447700900654"),
                        MetaPages.said("Sender Ip", "198.51.100.2"),
                        MetaPages.said("Sender Port", "40001"),
                        MetaPages.said("Type", "image")),
                    MetaPages.said(
                        "Message",
                        "",
                        MetaPages.said("Timestamp", "2025-03-30 12:01:00 UTC"),
                        MetaPages.said("Message Id", "A2"),
                        MetaPages.said("Sender", "447700900654"),
                        MetaPages.said("Recipients", "447700900321, 447700900777"),
                        MetaPages.said("Group Id", "4477-99@g.us")))))) {
      assertThat(trial.faults).isEmpty();
      List<Record.Message> told = trial.of(Record.Message.class);
      assertThat(told).extracting(Record.Message::messageId).containsExactly("A1", "A2");
      assertThat(told.getFirst().author().key()).isEqualTo("+447700900321");
      assertThat(told.getFirst().conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(told.getFirst().header().extra()).containsEntry("Type", "image");
      assertThat(told.get(1).recipients())
          .extracting(r -> r.key())
          .containsExactly("+447700900321", "+447700900777");
      assertThat(told.get(1).conversation().key()).isEqualTo("4477-99@g.us");
      assertThat(trial.of(Record.Login.class))
          .singleElement()
          .satisfies(l -> assertThat(l.ip() + " " + l.port()).isEqualTo("198.51.100.2 40001"));
    }
  }
}

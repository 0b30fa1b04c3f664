package dev.sextant.records.reader.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedReturnTest {
  @TempDir Path folder;

  private static final String GOOGLE =
      """
      GOOGLE SUBSCRIBER INFORMATION

      Google Account ID: 900000000111
      Name: Ana Prova
      e-Mail: ana.prova@example.org
      Alternate e-Mails:
      Created on: 2015-02-25 04:34:32 Z
      Terms of Service IP: 192.0.2.8

      PHONE NUMBERS

      User Phone Numbers: +447700900123 [GB]

      IP ACTIVITY

      Timestamp\tIP Address\tActivity Type\tAndroid ID\tApple iOS IDFV\tRaw User Agents
      2023-02-25 04:34:32 Z\t2001:db8::1:2\tLogin
      2023-02-24 17:56:18 Z\t192.0.2.9\tLogin\t38e0\t\tMozilla/5.0 (X)
      no such row
      """;

  private static final String DISCORD =
      """
      User ID:                     900000000000000123
      Username:                    sxt_dana#0
      Email:                       dana@example.org
      Registration IP:             Not found
      Registration Time (UTC):     2025-04-29 18:00:50
      Last Seen Time (UTC):        2025-05-14 01:43:39
      Last Seen IP:                192.0.2.4

      Session Start (UTC)    IP Address
      2025-05-14 00:47:29    192.0.2.5
      2025-05-13 23:55:51    2001:db8::7
      """;

  private static final String TIKTOK =
      """
      Username: sxt_eli
      Events IP Data
      Date: 07/08/2026 03:04:43PM (UTC +00)
      IP: 192.0.2.45
      Event: video_play
      Country: Brazil
      Date: 27/07/2026 12:04:31AM (UTC +00)
      IP: 192.0.2.46
      Event: like
      Country: Brazil
      """;

  private static final String META =
      """
      Meta Platforms Business Record Page 1
      Service
      Instagram
      Target
      100099999
      Account Identifier
      https://www.instagram.com/sxt_finn
      Ip Addresses Definition
      IP Addresses: IP addresses and source port/port numbers associated with the account.
      Ip Addresses
      IP Address
      192.0.2.150:22859
      Time
      2025-09-29 11:15:01 UTC
      IP Address
      Meta Platforms Business Record Page 2
      [2001:db8::55]:59483
      Time
      2025-09-21 23:01:39 UTC
      """;

  private static final String WHATSAPP =
      """
      WhatsApp Business Record Page 1
      Account Identifier
      +447700900555
      IP Addresses: IP addresses an account holder has connected from.
      Time
      2025-12-10 18:58:48 UTC
      IP Address
      2001:db8::9
      """;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("return.txt"), text);
  }

  @Test
  void googleSubscriber() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file(GOOGLE))) {
      assertThat(trial.reader()).isEqualTo("printed-return");
      Record.Profile profile = trial.of(Record.Profile.class).getFirst();
      assertThat(profile.account().key()).isEqualTo("900000000111");
      assertThat(profile.selectors())
          .extracting(s -> s.selector().value())
          .containsExactly("ana.prova@example.org", "+447700900123");
      assertThat(profile.header().claimed().instant())
          .isEqualTo(Instant.parse("2015-02-25T04:34:32Z"));
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::ip)
          .containsExactly("192.0.2.8", "2001:db8::1:2", "192.0.2.9");
      Record.Login last = trial.of(Record.Login.class).getLast();
      assertThat(last.device()).isEqualTo("Mozilla/5.0 (X)");
      assertThat(last.header().claimed().basis()).isEqualTo(ZoneBasis.STATED);
      assertThat(trial.text(last.header().locator())).startsWith("2023-02-24").endsWith("(X)");
      assertThat(trial.unknowns).hasSize(1);
    }
  }

  /**
   * Columns parted by blanks, as the text of a PDF has them: what is a program is known by its
   * look.
   */
  @Test
  void googleSubscriberWithBlanks() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file(GOOGLE.replace("\t\t", "\t").replace("\t", "   ")))) {
      Record.Login last = trial.of(Record.Login.class).getLast();
      assertThat(last.device()).isEqualTo("Mozilla/5.0 (X)");
      assertThat(last.header().extra()).containsEntry("Android ID", "38e0");
    }
  }

  @Test
  void discordSessions() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file(DISCORD))) {
      assertThat(trial.outcome().tally().unknown()).isZero();
      assertThat(trial.of(Record.Profile.class).getFirst().account().handle())
          .isEqualTo("sxt_dana");
      assertThat(trial.of(Record.Login.class))
          .extracting(l -> l.ip() + " " + l.action() + " " + l.header().claimed().instant())
          .containsExactly(
              "192.0.2.4 Last Seen 2025-05-14T01:43:39Z",
              "192.0.2.5 session 2025-05-14T00:47:29Z",
              "2001:db8::7 session 2025-05-13T23:55:51Z");
    }
  }

  /** The order of day and month is decided over the whole text. */
  @Test
  void tikTokEvents() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file(TIKTOK))) {
      assertThat(trial.of(Record.Login.class))
          .extracting(
              l -> l.account().handle() + " " + l.action() + " " + l.header().claimed().instant())
          .containsExactly(
              "sxt_eli video_play 2026-08-07T15:04:43Z", "sxt_eli like 2026-07-27T00:04:31Z");
      assertThat(trial.notes).anyMatch(n -> n.code().equals("SX-NOTE-DATE-ORDER"));
    }
  }

  @Test
  void addressesOfBusinessRecords() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file(META))) {
      assertThat(trial.outcome().tally().unknown()).isZero();
      assertThat(trial.of(Record.Login.class))
          .extracting(l -> l.ip() + " " + l.port() + " " + l.account().key())
          .containsExactly("192.0.2.150 22859 100099999", "2001:db8::55 59483 100099999");
    }
    try (ReadTrial trial = ReadTrial.of(file(WHATSAPP))) {
      Record.Login only = trial.of(Record.Login.class).getFirst();
      assertThat(only.account()).extracting(AccountRef::key).isEqualTo("+447700900555");
      assertThat(only.header().claimed().instant())
          .isEqualTo(Instant.parse("2025-12-10T18:58:48Z"));
    }
  }

  @Test
  void theSameAsPdf() throws IOException {
    Path file = folder.resolve("letter.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.beginText();
        out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
        out.setLeading(14);
        out.newLineAtOffset(50, 750);
        for (String line : TIKTOK.lines().toList()) {
          out.showText(line);
          out.newLine();
        }
        out.endText();
      }
      document.save(file.toFile());
    }
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.reader()).isEqualTo("printed-return");
      assertThat(trial.of(Record.Login.class)).hasSize(2);
    }
  }

  @Test
  void alteredBytesGiveOnlyTypedOutcomes() throws IOException {
    long seed = 7L;
    Random random = new Random(seed);
    for (String text : new String[] {GOOGLE, DISCORD, TIKTOK, META, WHATSAPP}) {
      for (int round = 0; round < 100; round++) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try (ReadTrial trial = ReadTrial.of(Files.write(folder.resolve("fuzz.txt"), bytes))) {
          assertThat(trial.outcome().tally().items()).as("seed %d %d", seed, round).isPositive();
        }
      }
    }
  }
}

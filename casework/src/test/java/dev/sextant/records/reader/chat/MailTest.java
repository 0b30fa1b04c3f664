package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import dev.sextant.records.reader.chat.mail.Addresses;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // What is null where it must not be fails the test by itself.
class MailTest {
  @TempDir Path folder;

  private static final String FIRST =
      """
      Received: from mx.example.net (mx.example.net [198.51.100.4])
       by inbox.example.org (Postfix) with ESMTPS; Tue, 3 Jun 2025 08:11:20 +0000
      Received: from [10.0.0.5] (cable.example [203.0.113.77])
       by mx.example.net with ESMTPSA; Tue, 3 Jun 2025 08:11:13 +0000
      From: =?UTF-8?Q?R=C3=A9=2C_Ana?= <Ana.Re@Example.org>
      To: "Bo, the \\"Boss\\"" <bo@example.net>, cy@example.com (Cy)
      Bcc: dee@example.com
      Subject: =?utf-8?B?T2zDoQ==?= =?utf-8?Q?_tudo?=
      Date: Tue, 3 Jun 2025 10:11:12 +0200 (CEST)
      Message-ID: <m1@example.org>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="out er"
      X-Gmail-Labels: Sent

      preamble nobody shows
      --out er
      Content-Type: multipart/alternative; boundary=inner

      --inner
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      Caf=E9 at nine=
       sharp
      >From the back door
      --inner
      Content-Type: text/html

      <p>Caf&eacute;</p>
      --inner--
      --out er
      Content-Type: application/pdf; name*0*=utf-8''pl%C3; name*1*=%A1n.pdf
      Content-Disposition: attachment
      Content-Transfer-Encoding: base64

      JVBERi0xLjQ=
      --out er
      Content-Type: message/rfc822

      From: zed@example.com
      To: ana.re@example.org
      Date: 2 Jun 2025 09:00 GMT
      Subject: inside

      carried
      --out er--
      """;

  private static final String SECOND =
      """
      From: bo@example.net
      To: Ana.Re@example.org
      Subject: Re: AW: Olá tudo
      Date: Tue, 3 Jun 2025 10:20:00
      In-Reply-To: <m1@example.org>
      References: <m1@example.org>
      Content-Type: text/html; charset=utf-8

      <html><head><style>p{}</style></head><body><p>Yes<br>nine</p><script>alert(1)</script></body></html>
      """;

  private static final String BOX =
      "From 123@xxx Tue Jun 03 08:11:20 +0000 2025\n"
          + FIRST.replace("\nX-Gmail", "\nX-Gm-Thrid: 7\nX-Gmail")
          + "\nFrom bo@example.net Tue Jun  3 10:20:00 2025\n"
          + SECOND
          + "\nFrom here on there is no other mail, only this line\n\n";

  @Test
  void aMailbox() {
    try (ReadTrial trial = Given.file(folder, "All mail.mbox", BOX)) {
      Golden.check("mail/mbox", trial);
      assertThat(trial.reader()).isEqualTo("mail");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m).hasSize(3);
      assertThat(trial.items).hasSize(2);
      Record.Message one = m.getFirst();
      assertThat(one.author()).extracting(AccountRef::displayName).isEqualTo("Ré, Ana");
      assertThat(one.author()).extracting(AccountRef::key).isEqualTo("ana.re@example.org");
      assertThat(one.recipients())
          .extracting(AccountRef::shownAs)
          .containsExactly("Bo, the \"Boss\"", "Cy", "dee@example.com");
      assertThat(one.text()).isEqualTo("Olá tudo\n\nCafé at nine sharp\n>From the back door");
      assertThat(one.header().claimed().instant()).isEqualTo(Instant.parse("2025-06-03T08:11:12Z"));
      assertThat(one.header().claimed().zone()).isEqualTo("+02:00");
      assertThat(one.header().extra())
          .containsEntry("first-external-ip", "203.0.113.77")
          .containsEntry("bcc", "dee@example.com")
          .containsEntry("x-gmail-labels", "Sent")
          .containsKey("From_");
      assertThat(one.media()).extracting("name").contains("plán.pdf");
      assertThat(one.media().getFirst().digest())
          .isEqualTo(Digest.of("%PDF-1.4".getBytes(StandardCharsets.UTF_8)));
      String[] range = one.media().getFirst().part().replaceFirst("^.*@", "").split("-");
      assertThat(BOX.getBytes(StandardCharsets.UTF_8))
          .satisfies(b ->
              assertThat(
                      new String(
                          b,
                          Integer.parseInt(range[0]),
                          Integer.parseInt(range[1]) - Integer.parseInt(range[0]),
                          StandardCharsets.UTF_8))
                  .isEqualTo("JVBERi0xLjQ="));
      assertThat(m.get(1).text()).isEqualTo("inside\n\ncarried");
      assertThat(trial.text(m.get(1).header().locator())).startsWith("From: zed@");
      assertThat(m.get(2).conversation().key()).isEqualTo(one.conversation().key());
      assertThat(m.get(2).conversation().title()).isEqualTo("Olá tudo");
      assertThat(m.get(2).conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(m.get(2).text())
          .isEqualTo(
              "Re: AW: Olá tudo\n\nYes\nnine\nFrom here on there is no other mail, only this line");
      assertThat(m.get(2).header().claimed().basis()).isEqualTo(ClaimedTime.ZoneBasis.UNKNOWN);
      assertThat(trial.text(m.get(2).header().locator())).startsWith("From bo@example.net Tue");
    }
  }

  @Test
  void singleMailsAMaildirAndApplesForm() throws IOException {
    try (ReadTrial trial = Given.file(folder, "x.eml", FIRST.replace("\n", "\r\n"))) {
      assertThat(trial.reader()).isEqualTo("mail");
      assertThat(trial.items).hasSize(1);
      assertThat(trial.of(Record.Message.class).getFirst().text()).contains("Café at nine sharp");
    }
    Path dir = Files.createDirectory(folder.resolve("cur"));
    try (ReadTrial trial =
        Given.folder(dir, Map.of("1.host:2,S", FIRST, "2.host:2,S", SECOND, "notes.bin", "?"))) {
      assertThat(trial.reader()).isEqualTo("mail");
      assertThat(trial.items).hasSize(2);
      assertThat(trial.unknowns).hasSize(1);
    }
    String apple =
        SECOND.getBytes(StandardCharsets.UTF_8).length
            + "\n"
            + SECOND
            + "<?xml version=\"1.0\"?>\n<plist/>\n";
    try (ReadTrial trial = Given.file(folder, "1.emlx", apple)) {
      assertThat(trial.of(Record.Message.class)).hasSize(1);
      assertThat(trial.unknowns).extracting("section").containsExactly("Apple Mail's flags");
    }
  }

  @Test
  void aMailOverTheLimitKeepsItsHead() throws IOException {
    String big = SECOND + "x".repeat(100) + "\n" + "y\n".repeat(2000);
    Path file = Files.writeString(folder.resolve("big.eml"), big);
    try (ReadTrial trial =
        ReadTrial.of(file, Readers.all(), Limits.standard().withItemBytes(1000))) {
      Record.Message m = trial.of(Record.Message.class).getFirst();
      assertThat(m.author()).extracting(AccountRef::key).isEqualTo("bo@example.net");
      assertThat(m.header().extra()).containsKey("cut");
      assertThat(m.header().locator().to()).isEqualTo(big.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a@b.org|a@b.org",
        "Ana Re <a@b.org>|a@b.org",
        "<a@b.org>, C <c@d.org>|a@b.org c@d.org",
        "undisclosed-recipients:;|''",
        "team: a@b.org, c@d.org;|a@b.org c@d.org",
        "\"x@y.org\" <a@b.org>|a@b.org",
        "a@b.org; c@d.org|a@b.org c@d.org",
        "<@relay.org:a@b.org>|a@b.org",
        "nobody|''"
      })
  void lists(String list, String expected) {
    assertThat(String.join(" ", Addresses.of(list).stream().map(AccountRef::key).toList()))
        .isEqualTo(expected);
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    Battering.truncate(BOX.getBytes(StandardCharsets.UTF_8), "a.mbox");
    Battering.mutate(BOX.getBytes(StandardCharsets.UTF_8), "a.mbox", 3, 200);
  }
}

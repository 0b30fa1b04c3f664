package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the Android program, as its maker's page on the fields says them. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class SmsBackupTest {
  @TempDir Path folder;

  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

  private static final String MESSAGES =
      """
      <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
      <!--File Created By SMS Backup & Restore v10.20 on 12/10/2023 09:00:00-->
      <?xml-stylesheet type="text/xsl" href="sms.xsl"?>
      <smses count="9" backup_set="0a1b" backup_date="1697100000000" type="full">
        <sms protocol="0" address="+44 7700 900111" date="1696889179789" type="1" subject="null" body="Quay at 9? &#55357;&#56832; &amp; bring it&#10;second line" toa="null" sc_toa="null" service_center="+447700900500" read="1" status="-1" locked="0" date_sent="1696889176000" sub_id="1" readable_date="9 Oct 2023 23:06:19" contact_name="Ana Ré" />
        <sms protocol="0" address="+447700900111" date="1696889247396" type="2" subject="null" body="half &#55357; a pair" read="1" status="-1" date_sent="0" sub_id="1" readable_date="9 Oct 2023 23:07:27" contact_name="Ana Ré" />
        <sms protocol="0" address="07700 900222" date="1696889300000" type="3" body="never sent" contact_name="(Unknown)" />
        <sms protocol="0" address="PARCELCO" date="1696889400000" type="1" body='it&apos;s "there"' contact_name="null" zz="kept" />
        <sms protocol="0" address="+447700900111" date="1696889500000" type="5" body="lost" contact_name="Ana Ré" />
        <mms date="1696900308000" rr="129" sub="null" ct_t="application/vnd.wap.multipart.related" msg_box="2" address="+447700900111~+447700900333" m_id="m-1" sub_id="1" _id="50" m_type="128" readable_date="10 Oct 2023 02:11:48" contact_name="Ana Ré, Cleo">
          <parts>
            <part seq="-1" ct="application/smil" cl="smil.xml" text='&lt;smil&gt;&lt;/smil&gt;' />
            <part seq="0" ct="image/jpeg" name="null" chset="null" fn="null" cid="&lt;img1&gt;" cl="quay.jpg" text="null" data="%s" />
            <part seq="0" ct="text/plain" chset="106" cl="text000002.txt" text="This is the quay." />
          </parts>
          <addrs>
            <addr address="+447700900009" type="137" charset="106" />
            <addr address="+447700900111" type="151" charset="106" />
            <addr address="+447700900333" type="151" charset="106" />
          </addrs>
        </mms>
        <mms date="1696900400000" sub="Plan" msg_box="1" address="+447700900111" m_id="m-2" m_type="132" contact_name="Ana Ré">
          <parts><part seq="0" ct="text/plain" text="as said" /></parts>
          <addrs><addr address="+447700900111" type="137" charset="106" /><addr address="insert-address-token" type="151" charset="106" /></addrs>
          <zz a="b">zzwords</zz>
        </mms>
        <sms body="says neither" />
        <star id="1" />
      </smses>
      """
          .formatted(Base64.getEncoder().encodeToString(PICTURE));

  private static final String CALLS =
      """
      <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
      <calls count="4" backup_set="0a1c" backup_date="1697100000001" type="full">
        <call number="+447700900111" duration="72" date="1521088688853" type="2" presentation="1" subscription_id="894401" post_dial_digits="" subscription_component_name="null" readable_date="15 Mar 2018 04:38:08" contact_name="Ana Ré" />
        <call number="+447700900333" duration="0" date="1521654952742" type="3" presentation="1" contact_name="(Unknown)" />
        <call number="" duration="5" date="1521654960000" type="1" presentation="2" />
        <call number="02079460000" duration="9" date="0" type="1" presentation="1" />
      </calls>
      """;

  @Test
  void messages() {
    try (ReadTrial trial = Given.file(folder, "sms-20231012.xml", MESSAGES)) {
      assertThat(trial.reader()).isEqualTo("sms-backup");
      String own = "the telephone of this backup";
      assertThat(Given.told(trial))
          .containsExactly(
              "Ana Ré: Quay at 9? \uD83D\uDE00 & bring it\nsecond line",
              own + ": half \uFFFD a pair",
              "draft " + own + ": never sent",
              "PARCELCO: it's \"there\"",
              "failed " + own + ": lost",
              "+447700900009: This is the quay.",
              "Ana Ré: Plan\n\nas said");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(0).header().claimed())
          .isEqualTo(
              new ClaimedTime(
                  Instant.ofEpochMilli(1696889179789L),
                  "9 Oct 2023 23:06:19",
                  ClaimedTime.ZoneBasis.STATED,
                  "UTC",
                  ClaimedTime.Precision.MILLISECOND));
      assertThat(m.get(0).header().extra())
          .containsEntry("date", "1696889179789")
          .containsEntry("sub_id", "1")
          .containsEntry("service_center", "+447700900500")
          .doesNotContainKeys("toa", "subject");
      assertThat(m.get(0).author().accountKey()).isEqualTo("phone/phone/+447700900111");
      assertThat(m.get(0).recipients()).extracting(Given::name).containsExactly(own);
      assertThat(trial.text(m.get(0).header().locator()))
          .startsWith("<sms protocol")
          .contains("&#55357;&#56832;")
          .endsWith("/>");
      assertThat(m.get(1).conversation()).isEqualTo(m.get(0).conversation());
      assertThat(m.get(2).recipients()).isEmpty();
      assertThat(m.get(2).conversation().key()).endsWith("/07700 900222");
      assertThat(m.get(3).author().basis()).isEqualTo(KeyBasis.LABEL);
      assertThat(m.get(3).header().extra()).containsEntry("zz", "kept");
      assertThat(m.get(6).header().extra()).containsEntry("zz", "zzwords; a=b");
      assertThat(m.get(6).conversation()).isEqualTo(m.get(0).conversation());
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.unknowns).extracting(ReadTrial.Unfamiliar::section).containsExactly("star");
      // Nine are promised, and the fault and the star are no messages: eight stand there.
      assertThat(trial.notes.toString()).contains("promises 9 entries and holds 8");
      assertThat(trial.notes.toString()).contains("backup_set=0a1b").contains("name 1 number");
      Golden.check("sms/messages", trial);
    }
  }

  @Test
  void datesAreMillisecondsOnly() {
    String odd =
        """
        <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
        <smses count="2">
          <sms protocol="0" address="+447700900111" date="1000000000" type="1" body="a" readable_date="12 Jan 1970 13:46:40" />
          <sms protocol="0" address="+447700900111" date="1000000000" type="1" body="b" />
        </smses>
        """;
    try (ReadTrial trial = Given.file(folder, "sms.xml", odd)) {
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.header().claimed())
          .containsExactly(
              ClaimedTime.unreadable("12 Jan 1970 13:46:40"), ClaimedTime.unreadable("1000000000"));
      assertThat(trial.of(Record.Message.class).getFirst().header().extra())
          .containsEntry("date", "1000000000");
      assertThat(trial.notes).extracting(n -> n.code()).contains("SX-NOTE-TIME");
    }
  }

  @Test
  void filesOfAMessage() {
    try (ReadTrial trial = Given.file(folder, "sms.xml", MESSAGES)) {
      Record.Message group = trial.of(Record.Message.class).get(5);
      assertThat(group.conversation().kind()).isEqualTo(ConversationRef.Kind.GROUP);
      assertThat(group.conversation().title()).isEqualTo("Ana Ré, Cleo");
      assertThat(group.recipients())
          .extracting(a -> a.key())
          .containsExactly("+447700900111", "+447700900333");
      assertThat(group.messageId()).isEqualTo("m-1");
      Media picture = group.media().getFirst();
      assertThat(group.media()).hasSize(1);
      assertThat(picture.name()).isEqualTo("quay.jpg");
      assertThat(picture.type()).isEqualTo("image/jpeg");
      assertThat(picture.digest()).isEqualTo(Digest.of(PICTURE));
      String base64 = Base64.getEncoder().encodeToString(PICTURE);
      int from = MESSAGES.getBytes(StandardCharsets.UTF_8).length;
      from =
          new String(MESSAGES.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
              .indexOf(base64);
      assertThat(picture.part()).isEqualTo("@" + from + "-" + (from + base64.length()));
    }
  }

  @Test
  void calls() {
    try (ReadTrial trial =
        Given.folder(folder, Map.of("calls-20231012.xml", CALLS, "sms-20231012.xml", MESSAGES))) {
      assertThat(trial.reader()).isEqualTo("sms-backup");
      String own = "the telephone of this backup";
      assertThat(trial.of(Record.Call.class))
          .extracting(Given::told)
          .containsExactly(
              "call of " + own + " to [Ana Ré] PT1M12S outgoing",
              "call of +447700900333 to [" + own + "] PT0S missed",
              "call of - to [" + own + "] PT5S incoming",
              "call of 02079460000 to [" + own + "] PT9S incoming");
      List<Record.Call> calls = trial.of(Record.Call.class);
      assertThat(calls.get(0).header().extra()).containsEntry("subscription_id", "894401");
      assertThat(calls.get(0).duration()).isEqualTo(Duration.ofSeconds(72));
      assertThat(calls.get(2).header().extra())
          .containsEntry("presentation", "2 (number withheld)");
      assertThat(calls.get(3).header().claimed().instant()).isNull();
      assertThat(calls.get(3).header().claimed().text()).isEqualTo("0");
      assertThat(trial.of(Record.Message.class)).hasSize(7);
    }
  }

  /* Joined by a person, with or without the first one's end. */
  @Test
  void twoBackupsInOneFile() {
    for (String first : List.of(MESSAGES, MESSAGES.replace("</smses>", ""))) {
      try (ReadTrial trial = Given.file(folder, "joined.xml", first + CALLS + MESSAGES)) {
        assertThat(trial.of(Record.Message.class)).hasSize(14);
        assertThat(trial.of(Record.Call.class)).hasSize(4);
        assertThat(trial.unknowns)
            .extracting(ReadTrial.Unfamiliar::section)
            .containsExactly("star", "star");
        assertThat(trial.faults).hasSize(first.equals(MESSAGES) ? 2 : 3);
        assertThat(trial.notes)
            .filteredOn(n -> n.code().equals("SX-NOTE-COUNT"))
            .extracting(n -> n.what())
            .allMatch(what -> what.contains("promises 9 entries and holds 8"))
            .hasSize(2);
      }
    }
  }

  @Test
  void aWordThatStandsForNothingMayBeWritten() {
    String said =
        """
        <smses count="2">
          <sms address="+447700900111" date="1696889179789" type="1" subject="null" body="null" />
          <mms date="1696900308000" msg_box="1" sub="null" address="+447700900111">
            <parts>
              <part seq="0" ct="image/jpeg" text="null" />
              <part seq="1" ct="text/plain" text="null" />
            </parts>
          </mms>
        </smses>
        """;
    try (ReadTrial trial = Given.file(folder, "sms.xml", said)) {
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(0).header().extra())
          .containsEntry("body", "null")
          .doesNotContainKey("subject");
      assertThat(m.get(1).header().extra())
          .containsEntry("parts.1.text", "null")
          .doesNotContainKey("parts.0.text");
    }
  }

  @Test
  void endsOfLinesWithinAFileMayBeReferences() {
    String base64 = Base64.getEncoder().encodeToString(PICTURE);
    String parted = base64.substring(0, 4) + "&#10;" + base64.substring(4) + "&#xA;";
    try (ReadTrial trial = Given.file(folder, "sms.xml", MESSAGES.replace(base64, parted))) {
      Media picture = trial.of(Record.Message.class).get(5).media().getFirst();
      assertThat(picture.digest()).isEqualTo(Digest.of(PICTURE));
    }
  }

  @Test
  void damageCostsOneEntry() {
    String damaged =
        MESSAGES.replace("type=\"3\" body=\"never sent\"", "type=3 body=\"never sent\"");
    try (ReadTrial trial = Given.file(folder, "sms.xml", damaged)) {
      assertThat(trial.of(Record.Message.class)).hasSize(6);
      assertThat(trial.faults).hasSize(2);
    }
    String noEnd = MESSAGES.replaceFirst("</addrs>\\s*</mms>", "</addrs>");
    try (ReadTrial trial = Given.file(folder, "sms.xml", noEnd)) {
      assertThat(trial.of(Record.Message.class)).hasSize(6);
      assertThat(trial.faults).hasSize(2);
    }
    String cut = MESSAGES.substring(0, MESSAGES.indexOf("This is the quay"));
    try (ReadTrial trial = Given.file(folder, "sms.xml", cut)) {
      assertThat(trial.of(Record.Message.class)).hasSize(5);
      assertThat(trial.faults)
          .singleElement()
          .satisfies(f -> {
            assertThat(f.fault().code()).isEqualTo("SX-READ-TRUNCATED");
            assertThat(trial.text(f.where())).startsWith("<mms date=\"1696900308000\"");
          });
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    for (String sample : List.of(MESSAGES, CALLS)) {
      Battering.truncate(sample.getBytes(StandardCharsets.UTF_8), "sms.xml");
      Battering.mutate(sample.getBytes(StandardCharsets.UTF_8), "sms.xml", 23, 150);
    }
  }
}

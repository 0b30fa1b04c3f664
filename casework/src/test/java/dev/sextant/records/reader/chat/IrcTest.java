package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IrcTest {
  @TempDir Path folder;

  private static final String IRSSI =
      """
      --- Log opened Thu Nov 12 10:00:00 2015
      10:00 -!- anna [~a@203.0.113.4] has joined #crew
      10:00 <@ben> hello
      10:01 < anna> hi <x>
      10:02  * ben waves
      10:02 -!- anna is now known as cleo
      10:03 -!- mode/#crew [+o cleo] by ben
      10:03 -!- cleo was kicked from #crew by ben [bye]
      --- Day changed Fri Nov 13 2015
      00:01 -!- ben [b@host.example] has quit [Ping timeout]
      """;

  private static final String WEECHAT =
      "2015-11-12 10:00:00\t-->\tanna (~a@host) has joined #crew\n"
          + "2015-11-12 10:00:01\t@ben\thello\n"
          + "2015-11-12 10:00:02\t *\tben waves\n"
          + "2015-11-12 10:00:03\t<--\tanna (~a@h) has quit (x)\n"
          + "2015-11-12 10:00:03\t<--\tben has kicked dee (no)\n"
          + "2015-11-12 10:00:03\t--\tben is now known as bo\n";

  private static final String ZNC =
      "[10:00:00] *** Joins: anna (~a@2001:db8::7)\n[10:00:01] <ben> hello\n"
          + "[10:00:02] * ben waves\n[10:00:03] *** Quits: anna (~a@h) (x)\n"
          + "[10:00:03] *** ben is now known as bo\n[10:00:04] *** bo sets mode: +o cy\n"
          + "[10:00:05] -cy- note\n";

  private static final String MIRC =
      "Session Start: Thu Nov 12 10:00:00 2015\r\nSession Ident: #crew\r\n"
          + "[10:00] * anna (~a@h) has joined #crew\r\n[10:00] <@ben> \u000304red\u0003 hello\r\n"
          + "[10:01] * ben waves\r\n[10:02] * anna (~a@h) Quit (x y)\r\n"
          + "[10:03] * bo was kicked by ben (no)\r\nSession Close: Thu Nov 12 11:00:00 2015\r\n";

  private static final String HEXCHAT =
      "**** BEGIN LOGGING AT Thu Dec 31 10:00:00 2015\n\nDec 31 10:00:00 *\tNow talking on #crew\n"
          + "Dec 31 10:00:01 <ben>\thello\nDec 31 10:00:02 *\tanna (~a@h) has joined\n"
          + "Jan 01 10:00:03 *\tben waves\nJan 01 10:00:04 *\tanna has quit (x)\n"
          + "**** ENDING LOGGING AT Fri Jan  1 10:10:00 2016\n";

  @Test
  void irssi() {
    try (ReadTrial trial = Given.file(folder, "crew.log", IRSSI)) {
      Golden.check("irc/irssi", trial);
      assertThat(trial.reader()).isEqualTo("irc-log");
      assertThat(Given.told(trial))
          .contains(
              "anna JOINED",
              "anna from 203.0.113.4",
              "ben: hello",
              "ben: waves",
              "anna CHANGED nick cleo",
              "cleo REMOVED by ben",
              "ben LEFT");
      assertThat(trial.records.getLast().header().claimed().instant())
          .isEqualTo(Instant.parse("2015-11-13T00:01:00Z"));
      assertThat(trial.text(trial.of(Record.Login.class).getFirst().header().locator()))
          .isEqualTo("10:00 -!- anna [~a@203.0.113.4] has joined #crew");
    }
  }

  @Test
  void weechat() {
    try (ReadTrial trial = Given.file(folder, "irc.libera.#crew.weechatlog", WEECHAT)) {
      Golden.check("irc/weechat", trial);
      assertThat(trial.reader()).isEqualTo("irc-log");
      assertThat(Given.told(trial))
          .contains(
              "anna JOINED",
              "ben: hello",
              "ben: waves",
              "dee REMOVED by ben",
              "ben CHANGED nick bo");
    }
  }

  @Test
  void znc() {
    try (ReadTrial trial = Given.file(folder, "#crew_20151112.log", ZNC)) {
      Golden.check("irc/znc", trial);
      assertThat(Given.told(trial))
          .contains(
              "anna from 2001:db8::7",
              "ben: hello",
              "anna LEFT",
              "note -: bo sets mode: +o cy",
              "cy: note");
      assertThat(trial.of(Record.Message.class).get(1).header().claimed().instant())
          .isEqualTo(Instant.parse("2015-11-12T10:00:01Z"));
      assertThat(trial.of(Record.Message.class).get(1).conversation().title()).isEqualTo("#crew");
    }
  }

  @Test
  void withoutADayThereIsNoTimeButItsText() {
    try (ReadTrial trial = Given.file(folder, "plain.log", ZNC)) {
      assertThat(trial.records)
          .allSatisfy(r -> {
            assertThat(r.header().claimed().instant()).isNull();
            assertThat(r.header().claimed().text()).startsWith("10:00:0");
          });
    }
  }

  @Test
  void mircAndHexchat() {
    try (ReadTrial trial = Given.file(folder, "mirc.log", MIRC)) {
      Golden.check("irc/mirc", trial);
      assertThat(Given.told(trial)).contains("ben: red hello", "bo REMOVED by ben", "anna LEFT");
    }
    try (ReadTrial trial = Given.file(folder, "hexchat.log", HEXCHAT)) {
      Golden.check("irc/hexchat", trial);
      assertThat(trial.of(Record.Message.class).get(4).header().claimed().instant())
          .isEqualTo(Instant.parse("2016-01-01T10:00:03Z"));
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    for (String sample : List.of(IRSSI, WEECHAT, ZNC, MIRC, HEXCHAT)) {
      Battering.truncate(sample.getBytes(StandardCharsets.UTF_8), "#x_20151112.log");
      Battering.mutate(sample.getBytes(StandardCharsets.UTF_8), "#x_20151112.log", 23, 120);
    }
  }
}

package dev.sextant.records.reader.archive.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.archive.ArchiveSample;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordPackageTest {
  @TempDir Path folder;

  private static ArchiveSample sample() {
    return new ArchiveSample()
        .file(
            "package/account/user.json",
            """
            {"id":"100000000000000001","username":"sxt_dee","discriminator":"0","global_name":"Dee","email":"dee@example.org","verified":true,"phone":"+447700900222","ip":"192.0.2.7",
             "relationships":[{"id":"100000000000000002","type":1,"nickname":"E","user":{"id":"100000000000000002","username":"sxt_e","discriminator":"1234"}},{"id":"100000000000000003","type":"BLOCKED"}],
             "payments":[{"id":"9","created_at":"2023-01-01T00:00:00+00:00","currency":"usd","amount":999,"description":"Nitro"}],
             "connections":[{"type":"steam","id":"7656","name":"deesteam","verified":true}],
             "user_sessions":[{"approx_last_used_time":"2023-03-03T03:03:03.000000+00:00","client_info":{"ip":"192.0.2.8","os":"Windows"}}],
             "notes":{"100000000000000002":"owes me"},
             "settings":{"settings":{"theme":"dark"}}}
            """)
        .file(
            "package/messages/index.json",
            "{\"200000000000000001\":\"Direct Message with sxt_e#1234\",\"200000000000000002\":\"general in Yard\"}")
        .file(
            "package/messages/c200000000000000001/channel.json",
            "{\"id\":\"200000000000000001\",\"type\":\"DM\",\"recipients\":[\"100000000000000002\",\"100000000000000001\"]}")
        .file(
            "package/messages/c200000000000000001/messages.json",
            "[{\"ID\":300000000000000001,\"Timestamp\":\"2024-05-03 20:01:59\",\"Contents\":\"at nine\",\"Attachments\":\"https://cdn.example/a/1.png https://cdn.example/a/2.png\"}]")
        .file(
            "package/messages/c200000000000000002/channel.json",
            "{\"id\":\"200000000000000002\",\"type\":0,\"name\":\"general\",\"guild\":{\"id\":\"5\",\"name\":\"Yard\"}}")
        .file(
            "package/messages/c200000000000000002/messages.csv",
            "ID,Timestamp,Contents,Attachments\n300000000000000002,2021-05-03 20:01:59.123000+00:00,\"two\nlines\",\n")
        .file("package/servers/index.json", "{\"5\":\"Yard\"}")
        .file("package/servers/5/guild.json", "{\"id\":\"5\",\"name\":\"Yard\"}")
        .file(
            "package/activity/analytics/events-2024-00000-of-00001.json",
            "{\"event_type\":\"login_successful\",\"event_id\":\"a\",\"user_id\":\"100000000000000001\",\"domain\":\"Identity\",\"ip\":\"192.0.2.9\",\"timestamp\":\"\\\"2024-01-01T00:00:00.000Z\\\"\",\"os\":\"Windows\"}\nnot json\n");
  }

  @Test
  void packageOfBothGenerations() {
    try (ReadTrial trial = sample().golden(folder, "archive/discord")) {
      assertThat(trial.reader()).isEqualTo("discord-package");
      assertThat(trial.of(Record.Message.class))
          .extracting(Record.Message::text)
          .containsExactly("at nine", "two\nlines");
      Record.Message direct = trial.of(Record.Message.class).getFirst();
      assertThat(direct.media()).hasSize(2);
      assertThat(direct.recipients())
          .extracting(AccountRef::key)
          .containsExactly("100000000000000002");
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::ip)
          .containsExactly("192.0.2.7", "192.0.2.8", "192.0.2.9");
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("settings");
    }
  }

  @Test
  void longListsMayStandBeforeTheName() {
    StringBuilder user = new StringBuilder("{\"user_sessions\":[],\"relationships\":[");
    for (int i = 0; i < 1000; i++) {
      user.append(i == 0 ? "" : ",")
          .append(
              "{\"type\":1,\"user\":{\"username\":\"sxt_%d\",\"id\":\"%d\"}}"
                  .formatted(i, Long.MAX_VALUE - i));
    }
    user.append("],\"username\":\"sxt_dee\",\"id\":\"100000000000000001\"}");
    ArchiveSample sample = new ArchiveSample().file("user.json", user.toString());
    try (ReadTrial trial = sample.alone(folder, "user.json")) {
      assertThat(trial.reader()).isEqualTo("discord-package");
      assertThat(trial.of(Record.Profile.class).getFirst().account().key())
          .isEqualTo("100000000000000001");
      assertThat(trial.of(Record.Follow.class)).hasSize(1000);
    }
  }

  @Test
  @Tag("heavy") // Thousands of readings.
  void cutAndDamaged() {
    sample().batter(31);
  }

  /**
   * One channel taken out of a package: nobody says whose it is, the channel is kept all the same.
   */
  @Test
  void aChannelWithoutItsOwner() {
    ArchiveSample sample =
        new ArchiveSample()
            .file(
                "messages/c111111111111111111/channel.json",
                "{\"id\":\"111111111111111111\",\"type\":0,\"name\":\"yard\",\"guild\":{\"id\":\"222222222222222222\",\"name\":\"Bikes\"}}")
            .file(
                "messages/c111111111111111111/messages.csv",
                "ID,Timestamp,Contents,Attachments\n333333333333333333,2021-06-11 12:00:00.123000+00:00,hello,\n");
    try (ReadTrial trial = sample.zip(folder)) {
      assertThat(trial.faults).isEmpty();
      assertThat(trial.of(Record.Message.class).getFirst().conversation().title())
          .isEqualTo("yard in Bikes");
      assertThat(trial.of(Record.Activity.class).getFirst().text()).isEqualTo("yard in Bikes");
    }
  }
}

package dev.sextant.records.reader.archive.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.archive.ArchiveSample;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TikTokDataTest {
  @TempDir Path folder;

  private static ArchiveSample json() {
    return new ArchiveSample()
        .file(
            "user_data.json",
            """
            {"Activity":{
              "Video Browsing History":{"VideoList":[{"Date":"2023-01-02 03:04:05","VideoLink":"https://www.tiktokv.com/share/video/1/"}]},
              "Login History":{"LoginHistoryList":[{"Date":"2023-01-01 00:00:01","IP":"192.0.2.4","DeviceModel":"iPhone12,1","DeviceSystem":"iOS 16","NetworkType":"Wi-Fi","Carrier":"N/A"}]},
              "Search History":{"SearchList":[{"Date":"2023-01-03 00:00:00","SearchTerm":"lock picks"}]},
              "Like List":{"ItemFavoriteList":[{"Date":"2023-01-04 00:00:00","Link":"https://www.tiktokv.com/share/video/2/"}]},
              "Follower List":{"FansList":[{"Date":"2022-01-01 00:00:00","UserName":"sxt_fan"}]},
              "Following List":{"Following":[{"Date":"2022-01-02 00:00:00","UserName":"sxt_star"}]},
              "Favorite Effects":{"FavoriteEffectsList":null},
              "Purchase History":{"SendGifts":{"SendGifts":[{"Date":"2023-02-01 00:00:00","GiftAmount":"5","UserName":"sxt_live"}]}},
              "Something New":{"NewList":[{"a":1}]}},
             "App Settings":{"Block":{"BlockList":[{"Date":"2023-03-01 00:00:00","UserName":"sxt_foe"}]}},
             "Comment":{"Comments":{"CommentsList":[{"Date":"2023-03-02 00:00:00","Comment":"nice \\ud83d\\ude00"}]}},
             "Direct Messages":{"Chat History":{"ChatHistory":{"Chat History with sxt_fan:":[
               {"Date":"2023-04-01 10:00:00","From":"sxt_me","Content":"where?"},
               {"Date":"2023-04-01 10:00:30","From":"sxt_fan","Content":"the yard","Extra":"x"}]}}},
             "Profile":{"Profile Information":{"ProfileMap":{"userName":"sxt_me","emailAddress":"me@example.org","telephoneNumber":"+447700900111","birthDate":"17-Dec-2004"}}},
             "Video":{"Videos":{"VideoList":[{"Date":"2023-05-01 00:00:00","Link":"https://example.org/v.mp4","Likes":"3","Title":"my yard"}]}}}
            """);
  }

  private static ArchiveSample texts() {
    return new ArchiveSample()
        .file(
            "TikTok/Profile/Profile Information.txt",
            "Username: sxt_me\nEmail Address: me@example.org\n")
        .file(
            "TikTok/Activity/Login History.txt",
            "Date: 2023-01-01 00:00:01 UTC\nIP: 192.0.2.4\nDevice Model: iPhone12,1\nDevice System: iOS 16\n\nDate: 2023-01-02 00:00:01 UTC\nIP: 192.0.2.5\n")
        .file(
            "TikTok/Activity/Like List.txt",
            "Date: 2023-01-04 00:00:00 UTC\nLink: https://www.tiktokv.com/share/video/2/\n\n")
        .file(
            "TikTok/Direct Messages/Direct Messages.txt",
            ">>> Chat History with sxt_fan::\n2023-04-01 10:00:00 UTC sxt_me: where?\n2023-04-01 10:00:30 UTC sxt_fan: the yard\nby the lock\n");
  }

  @Test
  void asJson(@TempDir Path other) {
    try (ReadTrial trial = json().golden(folder, "archive/tiktok-json")) {
      assertThat(trial.reader()).isEqualTo("tiktok-data");
      Record.Message first = trial.of(Record.Message.class).getFirst();
      assertThat(first.accounts()).extracting(AccountRef::key).containsExactly("sxt_me", "sxt_fan");
      assertThat(first.header().claimed().instant())
          .isEqualTo(Instant.parse("2023-04-01T10:00:00Z"));
      assertThat(first.header().claimed().basis()).isEqualTo(ZoneBasis.ASSUMED);
      assertThat(trial.text(first.header().locator()))
          .contains("where?")
          .startsWith("{")
          .endsWith("}");
      assertThat(trial.of(Record.Follow.class))
          .extracting(f -> f.from().key() + " " + f.how() + " " + f.to().key())
          .containsExactly(
              "sxt_fan FOLLOWS sxt_me", "sxt_me FOLLOWS sxt_star", "sxt_me BLOCKS sxt_foe");
      assertThat(trial.of(Record.Activity.class))
          .extracting(Record.Activity::what)
          .contains(What.VIEWED, What.SEARCHED, What.REACTED, What.PAID);
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("Activity / Something New / NewList");
      assertThat(trial.faults).isEmpty();
    }
    try (ReadTrial zipped = json().zip(other)) {
      assertThat(zipped.of(Record.Message.class)).hasSize(2);
    }
  }

  @Test
  void asTexts() {
    try (ReadTrial trial = texts().golden(folder, "archive/tiktok-txt")) {
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::ip)
          .containsExactly("192.0.2.4", "192.0.2.5");
      assertThat(trial.of(Record.Message.class))
          .extracting(Record.Message::text)
          .containsExactly("where?", "the yard\nby the lock");
      assertThat(trial.of(Record.Message.class).getLast().author())
          .extracting(AccountRef::key)
          .isEqualTo("sxt_fan");
      assertThat(trial.faults).isEmpty();
    }
  }

  @Test
  @Tag("heavy") // Thousands of readings.
  void cutAndDamaged() {
    json().batter(11);
    texts().batter(12);
  }

  /** The layout before 2021: conversations lie below "Chat History" itself. */
  @Test
  void conversationsWithoutAListOfTheirOwn() {
    ArchiveSample old =
        new ArchiveSample()
            .file(
                "user_data.json",
                """
                {"Activity":{"Chat History":{"Chat History with sxt_fan:":[
                   {"Date":"2020-04-01 10:00:00","From":"sxt_fan","Content":"the yard"}]}},
                 "Profile":{"Profile Information":{"ProfileMap":{"userName":"sxt_me"}}}}
                """);
    try (ReadTrial trial = old.zip(folder)) {
      assertThat(trial.outcome().tally().unknown()).isZero();
      Record.Message only = trial.of(Record.Message.class).getFirst();
      assertThat(only.accounts()).extracting(AccountRef::key).containsExactly("sxt_fan", "sxt_me");
    }
  }
}

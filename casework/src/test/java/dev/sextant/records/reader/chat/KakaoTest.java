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

/** KakaoTalk's texts of three systems in two languages, and the Mac's table. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class KakaoTest {
  @TempDir Path folder;

  private static final String WINDOWS =
      """
      \uFEFF부두 팀 님과 카카오톡 대화
      저장한 날짜 : 2024-12-09 18:00:01

      --------------- 2024년 12월 9일 월요일 ---------------
      가나님이 다라님과 마바님을 초대했습니다.
      [가나] [오후 2:30] 아홉 시: 부두?
      둘째 줄
      [다라] [오전 12:05] 네
      마바님이 나갔습니다.
      --------------- 2024년 12월 10일 화요일 ---------------
      [가나] [오후 12:00] 사진
      """;

  private static final String IOS =
      """
      가나 님과 카카오톡 대화
      저장한 날짜 : 2019. 7. 30. 오전 11:02


      2019년 7월 30일 화요일
      2019. 7. 30. 오전 10:22, 가나 : 부두 : 아홉 시
      2019. 7. 30. 오후 12:23, 다라 : 네
      2019. 7. 30. 오후 1:05, 가나 : 좋아
      """;

  private static final String ANDROID =
      """
      KakaoTalk Chats with Ana Ré
      Date Saved : Apr 25, 2026 at 10:38

      Wednesday, December 31, 2014
      Dec 31, 2014 at 19:12: Ana Ré invited Bo .
      Dec 31, 2014 at 19:12, Ana Ré : quay : nine
      December 31, 2014 at 7:13 PM, Bo : yes
      continued
      2015년 1월 1일 오후 9:00, Bo : 네
      Jan 1, 2015 at 21:01: Bo left this chatroom.
      """;

  private static final String MAC =
      """
      Date,User,Message
      2024-12-09 14:30:00,"가나","아홉 시, ""부두""?
      둘째 줄"
      2024-12-09 14:31:10,"다라","사진"
      2024-12-09 14:32:00,"가나","가나님이 마바님을 초대했습니다."
      """;

  @Test
  void windows() {
    try (ReadTrial trial = Given.file(folder, "talk.txt", WINDOWS)) {
      assertThat(trial.reader()).isEqualTo("kakaotalk-text");
      assertThat(Given.told(trial))
          .containsExactly(
              "date -: --------------- 2024년 12월 9일 월요일 ---------------",
              "note -: 가나님이 다라님과 마바님을 초대했습니다.",
              "다라 ADDED by 가나",
              "마바 ADDED by 가나",
              "가나: 아홉 시: 부두?\n둘째 줄",
              "다라: 네",
              "note -: 마바님이 나갔습니다.",
              "date -: --------------- 2024년 12월 10일 화요일 ---------------",
              "가나: 사진");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(2).header().claimed())
          .isEqualTo(
              new ClaimedTime(
                  Instant.parse("2024-12-09T14:30:00Z"),
                  "오후 2:30",
                  ClaimedTime.ZoneBasis.UNKNOWN,
                  "",
                  ClaimedTime.Precision.MINUTE));
      assertThat(m.get(3).header().claimed().instant())
          .isEqualTo(Instant.parse("2024-12-09T00:05:00Z"));
      assertThat(m.get(1).header().claimed().precision()).isEqualTo(ClaimedTime.Precision.DAY);
      assertThat(m.getLast().header().claimed().instant())
          .isEqualTo(Instant.parse("2024-12-10T12:00:00Z"));
      assertThat(m.getFirst().conversation().title()).isEqualTo("부두 팀");
      assertThat(m.getFirst().conversation().kind()).isEqualTo(ConversationRef.Kind.GROUP);
      // The title and the day of saving are told as what stands before the first entry.
      assertThat(trial.unknowns).hasSize(1);
      Golden.check("kakaotalk/windows", trial);
    }
  }

  @Test
  void ios() {
    try (ReadTrial trial = Given.file(folder, "KakaoTalk.txt", IOS)) {
      assertThat(trial.reader()).isEqualTo("kakaotalk-text");
      assertThat(Given.told(trial))
          .containsExactly("date -: 2019년 7월 30일 화요일", "가나: 부두 : 아홉 시", "다라: 네", "가나: 좋아");
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.header().claimed().instant())
          .containsExactly(
              Instant.parse("2019-07-30T00:00:00Z"),
              Instant.parse("2019-07-30T10:22:00Z"),
              Instant.parse("2019-07-30T12:23:00Z"),
              Instant.parse("2019-07-30T13:05:00Z"));
      assertThat(trial.of(Record.Message.class).get(1).recipients())
          .extracting(Given::name)
          .containsExactly("다라");
    }
  }

  @Test
  void android() {
    try (ReadTrial trial = Given.file(folder, "KakaoTalkChats.txt", ANDROID)) {
      assertThat(trial.reader()).isEqualTo("kakaotalk-text");
      assertThat(Given.told(trial))
          .containsExactly(
              "date -: Wednesday, December 31, 2014",
              "note -: Ana Ré invited Bo .",
              "Bo ADDED by Ana Ré",
              "Ana Ré: quay : nine",
              "Bo: yes\ncontinued",
              "Bo: 네",
              "note -: Bo left this chatroom.",
              "Bo LEFT");
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.header().claimed().instant())
          .containsExactly(
              Instant.parse("2014-12-31T00:00:00Z"),
              Instant.parse("2014-12-31T19:12:00Z"),
              Instant.parse("2014-12-31T19:12:00Z"),
              Instant.parse("2014-12-31T19:13:00Z"),
              Instant.parse("2015-01-01T21:00:00Z"),
              Instant.parse("2015-01-01T21:01:00Z"));
    }
  }

  @Test
  void mac() {
    try (ReadTrial trial = Given.file(folder, "KakaoTalk_Chat.csv", MAC)) {
      assertThat(trial.reader()).isEqualTo("kakaotalk-csv");
      assertThat(Given.told(trial))
          .containsExactly(
              "가나: 아홉 시, \"부두\"?\n둘째 줄", "다라: 사진", "note 가나: 가나님이 마바님을 초대했습니다.", "마바 ADDED by 가나");
      assertThat(trial.of(Record.Message.class).get(1).header().claimed().instant())
          .isEqualTo(Instant.parse("2024-12-09T14:31:10Z"));
      Golden.check("kakaotalk/mac", trial);
    }
    try (ReadTrial other =
        Given.file(folder, "log.csv", "Date,User,Message\n2024-12-09 14:30:00,ana,started\n")) {
      assertThat(other.reader()).isNotEqualTo("kakaotalk-csv");
    }
  }

  @Test
  void wordsOfTheTableAboutOthersAreMessages() {
    String said =
        MAC
            + "2024-12-09 14:33:00,\"Juno\",\"everybody left\"\n"
            + "2024-12-09 14:34:00,\"Mina\",\"my boss invited Ted\"\n"
            + "2024-12-09 14:35:00,\"가나\",\"다라님이 나갔습니다.\"\n"
            + "2024-12-09 14:36:00,\"가나\",\"가나님이 나갔습니다 ㅋㅋ\"\n"
            + "2024-12-09 14:37:00,\"Juno\",\"Juno left this chatroom.\"\n";
    try (ReadTrial trial = Given.file(folder, "KakaoTalk_Chat.csv", said)) {
      assertThat(Given.told(trial))
          .endsWith(
              "Juno: everybody left",
              "Mina: my boss invited Ted",
              "가나: 다라님이 나갔습니다.",
              "가나: 가나님이 나갔습니다 ㅋㅋ",
              "note Juno: Juno left this chatroom.",
              "Juno LEFT");
    }
  }

  @Test
  void linesOfAnotherFormAreWords() {
    String windows =
        """
        부두 팀 님과 카카오톡 대화
        저장한 날짜 : 2024-12-09 18:00:01

        --------------- 2024년 12월 9일 월요일 ---------------
        [가나] [오후 2:30] first
        2022년 1월 1일
        10:30, Ted : x
        Dec 31, 2014 at 19:12, Ted : y
        철수님이 나갔습니다
        [다라] [오후 2:31] second
        --------------- 2024년 12월 1일 일요일 ---------------
        철수님이 나갔습니다.
        """;
    try (ReadTrial trial = Given.file(folder, "talk.txt", windows)) {
      assertThat(Given.told(trial))
          .containsExactly(
              "date -: --------------- 2024년 12월 9일 월요일 ---------------",
              "가나: first\n2022년 1월 1일\n10:30, Ted : x\nDec 31, 2014 at 19:12, Ted : y\n철수님이"
                  + " 나갔습니다",
              "다라: second\n--------------- 2024년 12월 1일 일요일 ---------------",
              "note -: 철수님이 나갔습니다.");
      assertThat(trial.of(Record.Message.class).get(2).header().claimed().instant())
          .isEqualTo(Instant.parse("2024-12-09T14:31:00Z"));
      assertThat(trial.of(Record.Message.class).get(2).conversation().kind())
          .isEqualTo(ConversationRef.Kind.UNKNOWN);
      assertThat(trial.notes).extracting(n -> n.code()).contains("SX-NOTE-MEMBERSHIP");
    }
    String android =
        ANDROID
            + "10:30, meet at the station\n10:30, Ted : x\n[Ted] [10:30] y\n"
            + "2022년 1월 1일\n철수님이 나갔습니다.\n";
    try (ReadTrial trial = Given.file(folder, "KakaoTalkChats.txt", android)) {
      assertThat(Given.told(trial))
          .endsWith(
              "note -: Bo left this chatroom.\n10:30, meet at the station\n10:30, Ted : x\n[Ted]"
                  + " [10:30] y\n2022년 1월 1일\n철수님이 나갔습니다.",
              "Bo LEFT");
    }
  }

  @Test
  void linesWithAClockOnly() {
    String timed =
        """
        가나 님과 카카오톡 대화
        저장한 날짜 : 2019. 7. 30. 오전 11:02

        2019년 7월 30일 화요일
        오후 1:05, 가나 : 좋아
        오후 1:06, 다라 : 네
        2019년 7월 31일 수요일
        오전 9:00, 가나 : 부두
        """;
    try (ReadTrial trial = Given.file(folder, "KakaoTalk.txt", timed)) {
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.header().claimed().instant())
          .containsExactly(
              Instant.parse("2019-07-30T00:00:00Z"),
              Instant.parse("2019-07-30T13:05:00Z"),
              Instant.parse("2019-07-30T13:06:00Z"),
              Instant.parse("2019-07-31T00:00:00Z"),
              Instant.parse("2019-07-31T09:00:00Z"));
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    for (String sample : List.of(WINDOWS, IOS, ANDROID)) {
      Battering.truncate(sample.getBytes(StandardCharsets.UTF_8), "x.txt");
      Battering.mutate(sample.getBytes(StandardCharsets.UTF_8), "x.txt", 37, 120);
    }
    Battering.truncate(MAC.getBytes(StandardCharsets.UTF_8), "x.csv");
    Battering.mutate(MAC.getBytes(StandardCharsets.UTF_8), "x.csv", 37, 120);
  }
}

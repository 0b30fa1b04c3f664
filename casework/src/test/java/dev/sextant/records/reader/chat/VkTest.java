package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VKontakte's archive, laid out after public parsers and their tests. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class VkTest {
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  @TempDir Path folder;

  private static String page(String crumb, String content) {
    return "<!DOCTYPE html>\n<html>\n<head>\n  <title>VK</title>\n"
        + "  <meta name=\"jd\" content=\"eyJ1c2VyX2lkIjogNzAwN30=\">\n</head>\n<body>\n"
        + "<div class=\"page_block_header_inner _header_inner\"><div class=\"ui_crumb\" >"
        + crumb
        + "</div></div>\n<div class=\"wrap_page_content\">\n"
        + content
        + "</div>\n</body>\n</html>\n";
  }

  private static String message(String id, String head, String body) {
    return "<div class=\"item\">\n  <div class='item__main'><div class=\"message\" data-id=\""
        + id
        + "\">\n  <div class=\"message__header\">"
        + head
        + "</div>\n  <div>"
        + body
        + "</div>\n</div></div>\n</div>";
  }

  private static final String ANA = "<a href=\"https://vk.com/id1001\">Анна Смирнова</a>";

  private static String attached(String what, String where) {
    return "<div class=\"attachment\">\n  <div class=\"attachment__description\">"
        + what
        + "</div>\n  "
        + (where.isEmpty()
            ? ""
            : "<a class='attachment__link' href='" + where + "'>" + where + "</a>")
        + "\n</div>";
  }

  private static Map<String, byte[]> archive() {
    Map<String, String> pages = new TreeMap<>();
    pages.put(
        "messages/index-messages.html",
        page(
            "Сообщения",
            "<div class=\"item\"><div class='item__main'><div class=\"message-peer\"><div class=\"message-peer--id\">\n<a href=\"1001/messages0.html\">Анна Смирнова</a></div></div></div></div>"
                + "<div class=\"item\"><div class='item__main'><div class=\"message-peer\"><div class=\"message-peer--id\">\n<a href=\"2000000003/messages0.html\">Причал</a></div></div></div></div>"));
    pages.put(
        "messages/1001/messages0.html",
        page(
            "Анна Смирнова",
            message(
                    "52",
                    ANA
                        + ", 15 мар 2021 в 10:23:04<span class='message-edited' title='15 мар 2021 в 10:24:00'> (ред.)</span>",
                    "Причал, <b>девять</b><br>вторая строка<div class=\"kludges\"></div>")
                + message(
                    "51",
                    "Вы, 2 мая 2021 в 9:05:07",
                    "смотри<div class=\"kludges\">"
                        + attached("Фотография", "https://sun1.example/a.jpg")
                        + attached("2 прикреплённых сообщения", "")
                        + "</div>")
                + message(
                    "50",
                    ANA + ", 1 янв 2021 в 0:00:00",
                    "<div class=\"kludges\">" + attached("Звонок", "") + "</div>")));
    pages.put(
        "messages/1001/messages50.html",
        page(
            "Анна Смирнова",
            message(
                "2",
                "You, at 7:15:40 pm on 3 Nov 2014",
                "hello<div class=\"kludges\">" + attached("Message deleted", "") + "</div>")));
    pages.put(
        "messages/2000000003/messages0.html",
        page(
            "Причал",
            message(
                    "61",
                    "<a href=\"https://vk.com/public10\">Группа</a>, 1 янв 2024 в 0:00:00",
                    "<div class=\"kludges\"><a class=\"im_srv_lnk\" href=\"https://vk.com/id1001\">Анна</a> создала чат</div>")
                + message("60", "Частное сообщество, 29 ноя 2018 в 22:40:32", "x, y")
                + message("59", "no date here", "z")));
    pages.put(
        "profile/page-info.html",
        page(
            "Профиль",
            "<div class=\"item\">\n<div class=\"item__tertiary\">Полное имя</div>\n<div>Борис Волков</div>\n</div>"
                + "<div class=\"item\">\n<div class=\"item__tertiary\">Номер телефона</div>\n<div>+7 912 345-67-89</div>\n</div>"
                + "<div class=\"item\">\n<div class=\"item__tertiary\">Email</div>\n<div>boris@example.org</div>\n</div>"));
    pages.put(
        "profile/friends0.html",
        page("Друзья", "<div class=\"item\"><div class='item__main'>" + ANA + "</div></div>"));
    pages.put(
        "sessions/sessions0.html",
        page(
            "Сессии",
            "<div class=\"item\"><div class='item__main'>VK для Android</div><div class='item__tertiary'>User Agent: VKAndroidApp/7</div><div class='item__tertiary'>203.0.113.7 (Россия)</div><div class='item__tertiary'>4 июн 2022 в 11:12:13</div></div>"));
    pages.put(
        "payments/payments-history.html",
        page(
            "Платежи",
            "<div class=\"item\"><div class='item__main'>100 руб.</div><div class='item__tertiary'>4 июн 2022 в 11:12:13</div></div>"));
    Map<String, byte[]> bytes = new TreeMap<>();
    pages.forEach((path, text) -> bytes.put(path, text.getBytes(CYRILLIC)));
    return bytes;
  }

  @Test
  void wholeArchive() {
    try (ReadTrial trial = Given.file(folder, "Archive.zip", Battering.zip(archive()))) {
      assertThat(trial.reader()).isEqualTo("vk-archive");
      assertThat(Given.told(trial))
          .containsExactly(
              "conversation -: Анна Смирнова",
              "conversation -: Причал",
              "7007 PAID 100 руб.\n4 июн 2022 в 11:12:13 null",
              "FOLLOW",
              "profile of vk/platform_id/7007",
              "profile of vk/platform_id/7007",
              "profile of vk/platform_id/7007",
              "7007 from 203.0.113.7",
              "Анна Смирнова: Причал, девять\nвторая строка",
              "7007: смотри",
              "Анна Смирнова: ",
              "call of Анна Смирнова to [7007] null null",
              "deleted 7007: hello",
              "service Группа: Анна создала чат",
              "Частное сообщество: x, y",
              "-: z");
      assertThat(trial.of(Record.Message.class).getLast().header().claimed().text())
          .isEqualTo("no date here");
      Record.Login login = trial.of(Record.Login.class).getFirst();
      assertThat(login.device()).isEqualTo("VKAndroidApp/7");
      assertThat(login.header().claimed().instant())
          .isEqualTo(Instant.parse("2022-06-04T11:12:13Z"));
      assertThat(trial.of(Record.Profile.class).stream().flatMap(p -> p.selectors().stream()))
          .extracting(one -> one.selector().value())
          .containsExactly("+79123456789", "boris@example.org");
      Golden.check("vk/archive", trial);
    }
  }

  @Test
  void pagesOfOneTalkInTheOrderOfTheirNumbers() {
    try (ReadTrial trial = Given.file(folder, "Archive.zip", Battering.zip(archive()))) {
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m).extracting(one -> one.messageId()).contains("52", "51", "50", "2");
      Record.Message first =
          m.stream().filter(one -> "52".equals(one.messageId())).findFirst().orElseThrow();
      assertThat(first.text()).isEqualTo("Причал, девять\nвторая строка");
      assertThat(first.author().key()).isEqualTo("1001");
      assertThat(first.recipients()).extracting(a -> a.key()).containsExactly("7007");
      assertThat(first.conversation().key()).isEqualTo("1001_7007");
      assertThat(first.conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(first.header().claimed().instant())
          .isEqualTo(Instant.parse("2021-03-15T10:23:04Z"));
      assertThat(first.header().claimed().basis()).isEqualTo(ZoneBasis.UNKNOWN);
      assertThat(first.header().extra()).containsEntry("edited", "15 мар 2021 в 10:24:00");
    }
  }

  private static byte[] item(String owner, String content) {
    String data = "{\"user_id\": " + owner + "}";
    String page =
        page("x", "<div class=\"item\"><div class='item__main'>" + content + "</div></div>");
    return page.replace(
            "eyJ1c2VyX2lkIjogNzAwN30=", Base64.getEncoder().encodeToString(data.getBytes(CYRILLIC)))
        .getBytes(CYRILLIC);
  }

  /* Folders above are whoever's; of the page's own, whole words count. */
  @Test
  void foldersAboveSayNothing() {
    Map<String, byte[]> pages = new TreeMap<>();
    pages.put("urban_case/subscriptions/subscriptions0.html", item("7007", ANA));
    pages.put("friends of wall/wallace/likes.html", item("7007", "a picture"));
    try (ReadTrial trial = Given.file(folder, "Archive.zip", Battering.zip(pages))) {
      assertThat(trial.of(Record.Follow.class))
          .extracting(Record.Follow::how)
          .containsExactly(Record.Follow.How.FOLLOWS);
      assertThat(trial.of(Record.Activity.class))
          .extracting(Record.Activity::what)
          .containsExactly(Record.Activity.What.REACTED);
      assertThat(trial.of(Record.Post.class)).isEmpty();
    }
  }

  @Test
  void archivesOfTwoInOneExhibit() {
    Map<String, byte[]> pages = new TreeMap<>();
    pages.put("one/likes/likes.html", item("7007", "a"));
    pages.put("two/likes/likes.html", item("8008", "b"));
    pages.put("both/likes/likes0.html", item("7007", "c"));
    pages.put("both/likes/likes1.html", item("8008", "d"));
    try (ReadTrial trial = Given.file(folder, "Archive.zip", Battering.zip(pages))) {
      Map<String, String> whose = new TreeMap<>();
      trial
          .of(Record.Activity.class)
          .forEach(a -> whose.put(a.text(), a.account().basis() + " " + a.account().key()));
      assertThat(whose.get("a")).isEqualTo("PLATFORM_ID 7007");
      assertThat(whose.get("b")).isEqualTo("PLATFORM_ID 8008");
      assertThat(whose.get("c")).startsWith("DISPLAY_NAME").isEqualTo(whose.get("d"));
      assertThat(trial.notes).extracting(n -> n.code()).containsOnlyOnce("SX-NOTE-OWNER");
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    Battering.batterAll(archive(), 61, 25);
  }
}

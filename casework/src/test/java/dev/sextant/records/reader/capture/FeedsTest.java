package dev.sextant.records.reader.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {
  @TempDir Path folder;

  private static String zee(String platform, String data) {
    return "{\"nav_index\":\"1:2\",\"item_id\":\"i\",\"timestamp_collected\":1714560000000,\"source_platform\":\"%s\",\"source_platform_url\":\"https://www.%s/explore\",\"data\":%s}"
        .formatted(platform, platform, data);
  }

  private static final String ZEE =
      String.join(
          "\n",
          zee(
              "tiktok.com",
              "{\"id\":\"70\",\"desc\":\"see #x @ben\",\"createTime\":1714557600,\"author\":{\"id\":\"5\",\"uniqueId\":\"anna\",\"nickname\":\"Anna\"},\"stats\":{\"diggCount\":3},\"challenges\":[{\"title\":\"x\"}],\"textExtra\":[{\"userUniqueId\":\"ben\",\"userId\":\"6\"}],\"locationCreated\":\"PT\"}"),
          zee(
              "tiktok-comments",
              "{\"cid\":\"80\",\"aweme_id\":\"70\",\"reply_id\":\"0\",\"text\":\"yes\",\"create_time\":1714557700,\"user\":{\"uid\":\"6\",\"unique_id\":\"ben\",\"nickname\":\"Ben\"},\"digg_count\":1}"),
          zee(
              "instagram.com",
              "{\"pk\":\"90\",\"id\":\"90_5\",\"code\":\"Cabc\",\"taken_at\":1714557600,\"user\":{\"pk\":\"5\",\"username\":\"anna.i\",\"full_name\":\"Anna\"},\"caption\":{\"text\":\"beach\"},\"location\":{\"pk\":1,\"name\":\"Porto\",\"lat\":41.15,\"lng\":-8.61},\"usertags\":{\"in\":[{\"user\":{\"pk\":\"6\",\"username\":\"ben.i\"}}]},\"like_count\":4}"),
          zee(
              "instagram.com",
              "{\"id\":\"91\",\"shortcode\":\"Cdef\",\"taken_at_timestamp\":1714557600,\"owner\":{\"id\":\"5\",\"username\":\"anna.i\"},\"edge_media_to_caption\":{\"edges\":[{\"node\":{\"text\":\"old form\"}}]},\"display_url\":\"https://cdn/x.jpg\"}"),
          zee(
              "instagram.com",
              "{\"__typename\":\"XDTGraphPolarisMedia\",\"pk\":\"92\",\"code\":\"Cghi\",\"_zs_partial\":true,\"user\":{\"pk\":\"5\",\"username\":\"anna.i\"}}"),
          zee(
              "threads.net",
              "{\"pk\":\"93\",\"code\":\"T1\",\"taken_at\":1714557600,\"user\":{\"pk\":\"5\",\"username\":\"anna.i\"},\"caption\":{\"text\":\"thread\"},\"text_post_app_info\":{\"reply_to_author\":{\"id\":\"6\",\"username\":\"ben.i\"}}}"),
          zee(
              "twitter.com",
              "{\"rest_id\":\"100\",\"legacy\":{\"full_text\":\"a &amp; b @ben\",\"created_at\":\"Wed May 01 10:00:00 +0000 2024\",\"user_id_str\":\"5\",\"conversation_id_str\":\"100\",\"entities\":{\"user_mentions\":[{\"id_str\":\"6\",\"screen_name\":\"ben\",\"name\":\"Ben\"}]}},\"core\":{\"user_results\":{\"result\":{\"rest_id\":\"5\",\"core\":{\"screen_name\":\"anna_x\",\"name\":\"Anna\"}}}}}"),
          zee(
              "twitter.com",
              "{\"rest_id\":\"101\",\"legacy\":{\"full_text\":\"nobody\",\"created_at\":\"Wed May 01 10:00:00 +0000 2024\"}}"),
          zee(
              "facebook.com",
              "{\"post_id\":\"110\",\"comet_sections\":{\"content\":{\"story\":{\"message\":{\"text\":\"wall\"},\"actors\":[{\"id\":\"5\",\"name\":\"Anna\",\"url\":\"https://www.facebook.com/anna.f\"}]}},\"context_layout\":{\"story\":{\"creation_time\":1714557600,\"wwwURL\":\"https://www.facebook.com/anna.f/posts/110\"}}}}"),
          zee(
              "truthsocial.com",
              "{\"id\":\"120\",\"created_at\":\"2024-05-01T10:00:00.000Z\",\"content\":\"<p>so <b>it</b> is</p>\",\"account\":{\"id\":\"5\",\"acct\":\"anna\",\"display_name\":\"Anna\"},\"mentions\":[],\"media_attachments\":[]}"),
          zee(
              "gab.com",
              "{\"i\":\"130\",\"c\":\"gab words\",\"ca\":\"2024-05-01T10:00:00.000Z\",\"account\":{\"i\":\"5\",\"un\":\"annag\",\"dn\":\"Anna\"}}"),
          zee(
              "linkedin.com",
              "{\"updateMetadata\":{\"urn\":\"urn:li:activity:140\"},\"actor\":{\"name\":{\"text\":\"Anna\"},\"subDescription\":{\"text\":\"18h\"},\"navigationContext\":{\"actionTarget\":\"https://www.linkedin.com/in/anna-s?x\"}},\"commentary\":{\"text\":{\"text\":\"work\"}}}"),
          zee("imgur.com", "{\"strange\":1}"),
          "{broken",
          "");

  private ReadTrial read(String name, String content) {
    try {
      return ReadTrial.of(Files.writeString(folder.resolve(name), content));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void itemsOfEveryPlatform() {
    try (ReadTrial trial = read("z.ndjson", ZEE)) {
      assertThat(trial.reader()).isEqualTo("zeeschuimer");
      Golden.check("capture/zeeschuimer", trial);
      List<Record.Post> posts = trial.of(Record.Post.class);
      assertThat(posts).hasSize(12);
      assertThat(posts.stream().map(p -> p.header().platform().name()).distinct())
          .containsExactly(
              "tiktok", "instagram", "threads", "x", "facebook", "truthsocial", "gab", "linkedin");
      for (int i : new int[] {0, 2, 3, 5, 6, 8, 9, 10}) {
        assertThat(posts.get(i).header().claimed().instant())
            .as("post %s", i)
            .isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
      }
      assertThat(posts.get(4).header().claimed().instant()).isNull();
      assertThat(posts.get(7).author()).isNull();
      assertThat(posts.get(11).header().claimed().instant()).isNull();
      assertThat(posts.get(11).header().claimed().text()).isEqualTo("18h");
      assertThat(posts.get(9).text()).isEqualTo("so it is");
      assertThat(Objects.requireNonNull(posts.get(8).author()).handle()).isEqualTo("anna.f");
      assertThat(posts.get(1).replyToPost()).isEqualTo("70");
      assertThat(posts.getFirst().header().extra()).containsEntry("captured", "1714560000000");
      assertThat(trial.unknowns).hasSize(1);
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.text(posts.getFirst().header().locator()))
          .startsWith("{\"nav_index\"")
          .endsWith("}");
    }
  }

  @Test
  void postsOfTheInterfaceOfX() {
    String second =
        "{\"data\":[{\"id\":\"1\",\"text\":\"hi @ben\",\"author_id\":\"5\",\"created_at\":\"2024-05-01T10:00:00.000Z\",\"conversation_id\":\"1\",\"edit_history_tweet_ids\":[\"1\"],\"referenced_tweets\":[{\"type\":\"replied_to\",\"id\":\"0\"}],\"entities\":{\"mentions\":[{\"username\":\"ben\",\"id\":\"6\"}]}}],\"includes\":{\"users\":[{\"id\":\"5\",\"username\":\"anna\",\"name\":\"Anna\",\"description\":\"bio\"}]},\"meta\":{}}\n";
    try (ReadTrial trial = read("v2.jsonl", second)) {
      assertThat(trial.reader()).isEqualTo("x-api");
      Golden.check("capture/x-api", trial);
      Record.Post post = trial.of(Record.Post.class).getFirst();
      assertThat(Objects.requireNonNull(post.author()).handle()).isEqualTo("anna");
      assertThat(post.replyToPost()).isEqualTo("0");
      assertThat(trial.of(Record.Profile.class).getFirst().words()).isEqualTo("bio");
    }
    String first =
        "{\"created_at\":\"Wed May 01 10:00:00 +0000 2024\",\"id\":1,\"id_str\":\"1\",\"full_text\":\"one\",\"user\":{\"id_str\":\"5\",\"screen_name\":\"anna\",\"name\":\"Anna\"},\"entities\":{}}\n";
    try (ReadTrial trial = read("v1.jsonl", first)) {
      assertThat(trial.reader()).isEqualTo("x-api");
      assertThat(trial.records.getFirst().words()).isEqualTo("one");
    }
  }

  @Test
  void otherScrapers() {
    String sn =
        "{\"_type\":\"snscrape.modules.twitter.Tweet\",\"url\":\"https://twitter.com/anna/status/1\",\"date\":\"2024-05-01T10:00:00+00:00\",\"rawContent\":\"words\",\"id\":1,\"user\":{\"_type\":\"snscrape.modules.twitter.User\",\"username\":\"anna\",\"id\":5,\"displayname\":\"Anna\"},\"mentionedUsers\":null}\n"
            + "{\"_type\":\"snscrape.modules.telegram.TelegramPost\",\"url\":\"https://t.me/s/sample/9\",\"date\":\"2024-05-01T10:00:00+00:00\",\"content\":\"post\"}\n";
    try (ReadTrial trial = read("s.jsonl", sn)) {
      assertThat(trial.reader()).isEqualTo("snscrape");
      Golden.check("capture/snscrape", trial);
      assertThat(Objects.requireNonNull(trial.of(Record.Post.class).get(1).author()).accountKey())
          .isEqualTo("telegram/handle/sample");
    }
    String info =
        "{\n \"id\": \"v1\", \"title\": \"T\", \"description\": \"D\", \"extractor_key\": \"Youtube\", \"channel_id\": \"UC1\", \"uploader_id\": \"@anna\", \"uploader\": \"Anna\", \"upload_date\": \"20240501\", \"webpage_url\": \"https://www.youtube.com/watch?v=v1\", \"formats\": [{}],\n \"comments\": [{\"id\":\"c1\",\"text\":\"nice\",\"author\":\"@ben\",\"author_id\":\"UC2\",\"timestamp\":1714557600,\"parent\":\"root\"}]}\n";
    try (ReadTrial trial = read("v.info.json", info)) {
      assertThat(trial.reader()).isEqualTo("yt-dlp-info");
      Golden.check("capture/yt-dlp", trial);
      assertThat(trial.of(Record.Post.class)).hasSize(2);
      assertThat(trial.of(Record.Post.class).get(1).replyToPost()).isEqualTo("v1");
    }
  }

  @Test
  void telegramByItsInterface() {
    String lines =
        "{\"_chat\":{\"id\":10,\"title\":\"Sample\",\"username\":\"sample\",\"broadcast\":true},\"_sender\":{\"id\":5,\"username\":\"anna\",\"first_name\":\"Anna\"},\"id\":1,\"message\":\"hello\",\"date\":1714557600,\"fwd_from\":null,\"reactions\":null,\"media\":null}\n"
            + "{\"_\":\"Message\",\"id\":2,\"peer_id\":{\"_\":\"PeerChannel\",\"channel_id\":10},\"from_id\":{\"_\":\"PeerUser\",\"user_id\":6},\"date\":\"2024-05-01T10:00:01+00:00\",\"message\":\"two\",\"reply_to\":{\"reply_to_msg_id\":1},\"fwd_from\":{\"from_name\":\"Cy\"},\"media\":{\"_\":\"MessageMediaDocument\",\"document\":{\"id\":77,\"mime_type\":\"video/mp4\",\"attributes\":[{\"file_name\":\"a.mp4\"}]}}}\n";
    try (ReadTrial trial = read("t.ndjson", lines)) {
      assertThat(trial.reader()).isEqualTo("telegram-api");
      Golden.check("capture/telegram-api", trial);
      Record.Message one = trial.of(Record.Message.class).getFirst();
      assertThat(one.conversation().kind()).isEqualTo(ConversationRef.Kind.CHANNEL);
      Record.Message two = trial.of(Record.Message.class).get(1);
      assertThat(two.conversation().key()).isEqualTo("10");
      assertThat(two.forwardedFrom()).isEqualTo("Cy");
      assertThat(two.media().getFirst().name()).isEqualTo("a.mp4");
    }
  }

  @Test
  void maigretsReportsAndItsDatabase() {
    String simple =
        "{\"GitHub\": {\"username\": \"anna\", \"url_user\": \"https://github.com/anna\", \"http_status\": 200, \"status\": {\"username\": \"anna\", \"site_name\": \"GitHub\", \"url\": \"https://github.com/anna\", \"status\": \"Claimed\", \"ids\": {\"fullname\": \"Anna S\"}, \"tags\": [\"coding\"]}, \"site\": {\"urlMain\": \"https://github.com\"}}}";
    try (ReadTrial trial = read("r.json", simple)) {
      assertThat(trial.reader()).isEqualTo("maigret-json");
      Golden.check("capture/maigret", trial);
      assertThat(trial.records.getFirst().header().extra())
          .containsEntry("lead", "true")
          .containsEntry("tags", "coding");
    }
    try (ReadTrial trial =
        read(
            "r.ndjson",
            "{\"sitename\":\"VK\",\"username\":\"anna\",\"url_user\":\"https://vk.com/anna\",\"http_status\":200,\"status\":{\"status\":\"Claimed\"}}\n")) {
      assertThat(trial.of(Record.Profile.class)).hasSize(1);
    }
    try (ReadTrial trial = ReadTrial.of(ReadTrial.realData("tools-maigret/data.json"))) {
      assertThat(trial.reader()).isEqualTo("maigret-json");
      assertThat(trial.records).isEmpty();
    }
  }

  @Test
  void damagedFeedsEndInBalance() {
    Readers only = new Readers(CaptureReaders.all());
    byte[] bytes = ZEE.substring(0, 2500).getBytes(StandardCharsets.UTF_8);
    Battering.truncate(only, bytes, "z.ndjson");
    Battering.mutate(only, ZEE.getBytes(StandardCharsets.UTF_8), "z.ndjson", 31, 150);
  }
}

package dev.sextant.records.reader.x;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class XArchiveTest {
  @TempDir Path folder;

  private static Map<String, String> archive() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "data/manifest.js",
        """
        window.YTD.manifest.part0 = {"userInfo":{"accountId":"10","userName":"sxt_ana","displayName":"Ana"},
         "archiveInfo":{"sizeBytes":"1"},"dataTypes":{
          "tweets":{"files":[{"fileName":"data/tweets.js","globalName":"YTD.tweets.part0","count":"3"}]},
          "follower":{"files":[{"fileName":"data/follower.js","globalName":"YTD.follower.part0","count":"1"}]}}}
        """);
    files.put(
        "data/account.js",
        """
        window.YTD.account.part0 = [{"account":{"email":"ana@example.org","createdVia":"web",
         "username":"sxt_ana","accountId":"10","createdAt":"2020-01-01T00:00:00.000Z","accountDisplayName":"Ana"}}]
        """);
    files.put(
        "data/tweets.js",
        """
        window.YTD.tweets.part0 = [ {"tweet":{"id_str":"1","id":"1","full_text":"Olá &amp; adeus @sxt_ben",
          "created_at":"Wed Nov 15 12:00:45 +0000 2023","in_reply_to_status_id_str":"77",
          "in_reply_to_user_id_str":"20","in_reply_to_screen_name":"sxt_ben","lang":"pt",
          "entities":{"user_mentions":[{"name":"Ben","screen_name":"sxt_ben","id_str":"20"}],
            "media":[{"media_url_https":"https://pbs.twimg.com/media/abc.jpg","type":"photo"}]},
          "geo":{"type":"Point","coordinates":["41.15","-8.61"]}}},
         {"tweet":{"id_str":"2","full_text":"RT @sxt_ben: hi","created_at":"nonsense","entities":{}}} ]
        """);
    files.put(
        "data/deleted-tweets.js",
        """
        window.YTD.deleted_tweets.part0 = [{"tweet":{"id_str":"3","full_text":"gone",
          "created_at":"Thu Nov 16 12:00:45 +0000 2023","deleted_at":"2023-11-17T10:00:00.000Z"}}]
        """);
    files.put(
        "data/note-tweet.js",
        """
        window.YTD.note_tweet.part0 = [{"noteTweet":{"noteTweetId":"4","createdAt":"2023-12-01T14:30:00.000Z",
          "core":{"text":"long <b>","mentions":[{"screenName":"sxt_ben","name":"Ben","id":"20"}],"urls":[]}}}]
        """);
    files.put(
        "data/direct-messages.js",
        """
        window.YTD.direct_messages.part0 = [{"dmConversation":{"conversationId":"10-20","messages":[
          {"messageCreate":{"recipientId":"20","senderId":"10","id":"100","text":"olá 🚲","createdAt":"2023-11-15T12:00:00.123Z",
            "mediaUrls":["https://ton.twitter.com/dm/100/1/pic.jpg"],"reactions":[],"urls":[]}},
          {"messageCreate":{"recipientId":"10","senderId":"20","id":"101","text":"hi","createdAt":"2023-11-15T12:01:00.000Z"}},
          {"surprise":{"x":1}}]}}]
        """);
    files.put(
        "data/direct-messages-group.js",
        """
        window.YTD.direct_messages_group.part0 = [{"dmConversation":{"conversationId":"555","messages":[
          {"joinConversation":{"initiatingUserId":"20","participantsSnapshot":["10","20","30"],"createdAt":"2023-11-01T00:00:00.000Z"}},
          {"participantsLeave":{"userIds":["30"],"createdAt":"2023-11-02T00:00:00.000Z"}},
          {"conversationNameUpdate":{"initiatingUserId":"10","name":"Crew","createdAt":"2023-11-03T00:00:00.000Z"}},
          {"messageCreate":{"senderId":"30","id":"102","text":"bye","createdAt":"2023-11-01T01:00:00.000Z"}}]}}]
        """);
    files.put(
        "data/follower.js",
        "window.YTD.follower.part0 = [{\"follower\":{\"accountId\":\"20\",\"userLink\":\"u\"}}]");
    files.put(
        "data/following.js",
        "window.YTD.following.part0 = [{\"following\":{\"accountId\":\"30\"}}]");
    files.put(
        "data/ip-audit.js",
        "window.YTD.ip_audit.part0 = [{\"ipAudit\":{\"accountId\":\"10\",\"createdAt\":\"2023-11-01T00:00:00.000Z\",\"loginIp\":\"192.0.2.1\",\"loginPortNumber\":4711}}]");
    files.put(
        "data/device-token.js",
        "window.YTD.device_token.part0 = [{\"deviceToken\":{\"clientApplicationName\":\"X for Android\",\"token\":\"t\",\"lastSeenAt\":\"2023-11-02T00:00:00.000Z\"}}]");
    files.put(
        "data/profile.js",
        "window.YTD.profile.part0 = [{\"profile\":{\"description\":{\"bio\":\"bikes\",\"website\":\"\",\"location\":\"Porto\"}}}]");
    files.put("data/like.js", "window.YTD.like.part0 = [{\"like\":{\"tweetId\":\"9\"}}]");
    files.put("data/tweets_media/1-abc.jpg", "jpeg");
    files.put("data/direct_messages_media/100-pic.jpg", "jpeg");
    files.put("Your archive.html", "<html>");
    files.put("assets/js/app.js", "x");
    files.put("data/README.txt", "read me");
    return files;
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path file = folder.resolve("archive.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        ZipEntry e = new ZipEntry(entry.getKey());
        // Of no zone: the same bytes wherever the machine stands.
        e.setTimeLocal(LocalDateTime.of(2023, 11, 14, 22, 13, 20));
        out.putNextEntry(e);
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return file;
  }

  @Test
  void wholeArchive() throws IOException {
    Path home = Files.createDirectory(folder.resolve("twitter-2023"));
    for (Map.Entry<String, String> entry : archive().entrySet()) {
      Path file = home.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
    try (ReadTrial trial = ReadTrial.of(home)) {
      Golden.check("x/archive", trial);
    }
  }

  @Test
  void zipGivesTheSameAndItsOwnerIsKnownEverywhere() throws IOException {
    try (ReadTrial trial = ReadTrial.of(zip(archive()))) {
      assertThat(trial.reader()).isEqualTo("x-archive");
      assertThat(trial.of(Record.Post.class))
          .extracting(Record.Post::author)
          .allSatisfy(a ->
              assertThat(a)
                  .isEqualTo(
                      AccountRef.ofId(
                          trial.records.getFirst().header().platform(), "10", "sxt_ana", "Ana")));
      Record.Post post =
          trial.of(Record.Post.class).stream()
              .filter(p -> "1".equals(p.postId()))
              .findFirst()
              .orElseThrow();
      assertThat(post.text()).isEqualTo("Olá & adeus @sxt_ben");
      assertThat(post.header().claimed().instant())
          .isEqualTo(Instant.parse("2023-11-15T12:00:45Z"));
      assertThat(post.replyToPost()).isEqualTo("77");
      assertThat(post.mentions()).extracting(AccountRef::key).containsExactly("20");
      assertThat(post.media().getFirst().part()).isEqualTo("data/tweets_media/1-abc.jpg");
      assertThat(trial.of(Record.Place.class).getFirst().latitude()).isEqualTo(41.15);
      Record.Message dm =
          trial.of(Record.Message.class).stream()
              .filter(m -> "100".equals(m.messageId()))
              .findFirst()
              .orElseThrow();
      assertThat(dm.conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(dm.recipients()).extracting(AccountRef::key).containsExactly("20");
      assertThat(dm.media().getFirst().part()).isEqualTo("data/direct_messages_media/100-pic.jpg");
      assertThat(trial.of(Record.Follow.class))
          .extracting(f -> f.from().key() + ">" + f.to().key())
          .containsExactly("20>10", "10>30");
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::port)
          .containsExactlyInAnyOrder(4711, -1);
      assertThat(trial.of(Record.Membership.class))
          .extracting(m -> m.account().key() + m.action())
          .containsExactly("10ADDED", "20JOINED", "30ADDED", "30LEFT");
      assertThat(trial.notes)
          .anyMatch(n ->
              n.code().equals("SX-NOTE-COUNT")
                  && n.what().contains("promises 3")
                  && n.what().contains("2 are"));
      assertThat(trial.notes).noneMatch(n -> n.what().contains("follower.js"));
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactlyInAnyOrder("data/README.txt", "message of kind surprise");
      assertThat(trial.ignored).hasSize(2);
      assertThat(trial.faults).isEmpty();
    }
  }

  @Test
  void archivesBefore2019HaveNoWrapper() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tweet.js"),
            "window.YTD.tweet.part0 = [ {\n  \"retweeted\" : false,\n \"id_str\":\"7\",\"full_text\":\"old\",\"entities\":{},\"created_at\":\"Wed Nov 15 12:00:45 +0000 2017\"} ]");
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.of(Record.Post.class)).extracting(Record.Post::text).containsExactly("old");
      assertThat(trial.unknowns).isEmpty();
    }
  }

  @Test
  void theManifestsRealName() throws IOException {
    Map<String, String> files = archive();
    files.computeIfPresent(
        "data/manifest.js",
        (name, text) -> text.replace("window.YTD.manifest.part0", "window.__THAR_CONFIG"));
    files.remove("data/account.js");
    try (ReadTrial trial = ReadTrial.of(zip(files))) {
      assertThat(trial.of(Record.Post.class))
          .allSatisfy(p -> assertThat(p.accounts().getFirst().key()).isEqualTo("10"));
      assertThat(trial.notes).anyMatch(n -> n.code().equals("SX-NOTE-COUNT"));
      assertThat(trial.unknowns).noneMatch(u -> u.section().contains("manifest"));
    }
  }

  @Test
  void locatorsLeadToTheBytesOfTheItem() throws IOException {
    try (ReadTrial trial = ReadTrial.of(zip(archive()))) {
      JsonMapper json = new JsonMapper();
      for (Record.Post post : trial.of(Record.Post.class)) {
        var tree = json.readTree(trial.bytes(post.header().locator()));
        assertThat(tree.has("full_text") || tree.has("core")).isTrue();
        assertThat(post.header().locator().pointer()).matches("/[0-9]+/(tweet|noteTweet)");
      }
    }
  }

  @Test
  void aDamagedPartDoesNotEndTheOthers() throws IOException {
    Map<String, String> files = archive();
    files.computeIfPresent("data/tweets.js", (name, text) -> text.substring(0, 300));
    try (ReadTrial trial = ReadTrial.of(zip(files))) {
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.of(Record.Follow.class)).hasSize(2);
    }
  }

  @Test
  void alteredBytesGiveOnlyTypedOutcomes() throws IOException {
    long seed = 5L;
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      Map<String, String> files = archive();
      for (Map.Entry<String, String> entry : files.entrySet()) {
        StringBuilder text = new StringBuilder(entry.getValue());
        text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
        entry.setValue(text.toString());
      }
      try (ReadTrial trial = ReadTrial.of(zip(files))) {
        assertThat(trial.outcome().tally().items())
            .as("seed %d round %d", seed, round)
            .isPositive();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mock_tweets.js,tweets",
    "mock_tweets.json,tweets",
    "mock_deleted_tweets.js,deleted_tweets",
    "mock_note_tweets.js,note_tweet"
  })
  void realFiles(String name, String section) throws IOException {
    Path file = ReadTrial.realData("x-archive/" + name);
    String text = Files.readString(file);
    int posts = text.split("\"(full_text|noteTweetId)\"", -1).length - 1;
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.reader()).isEqualTo("x-archive");
      assertThat(trial.faults).isEmpty();
      assertThat(trial.unknowns).isEmpty();
      assertThat(trial.of(Record.Post.class)).hasSize(posts).isNotEmpty();
      assertThat(trial.of(Record.Post.class))
          .allSatisfy(p -> {
            assertThat(p.header().claimed().instant()).isNotNull();
            assertThat(p.header().extra()).containsEntry("section", section);
          });
    }
  }

  /** A long post that is wrapped in a result. */
  @Test
  void aLongPostInAResult() throws IOException {
    String text =
        "window.YTD.note_tweet.part0 = [{\"noteTweet\":{\"noteTweetId\":\"19\","
            + "\"createdAt\":\"2025-01-06T08:00:00.000Z\","
            + "\"noteTweetResults\":{\"result\":{\"id\":\"19\",\"text\":\"all of it\"}}}}]";
    Path file = Files.writeString(folder.resolve("note-tweet.js"), text);
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.of(Record.Post.class).getFirst().text()).isEqualTo("all of it");
    }
  }
}

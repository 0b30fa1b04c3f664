package dev.sextant.records.reader.dyi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MetaDownloadTest {
  @TempDir Path folder;

  private static final String THREAD_1 =
      """
      {"participants":[{"name":"Jos\\u00c3\\u00a9"},{"name":"Ana"}],
       "messages":[
        {"sender_name":"Jos\\u00c3\\u00a9","timestamp_ms":1746300000123,"content":"Ol\\u00c3\\u00a1 \\u00f0\\u009f\\u009a\\u00b2",
         "reactions":[{"reaction":"\\u00e2\\u009d\\u00a4","actor":"Ana"}],"is_geoblocked_for_viewer":false},
        {"sender_name":"Ana","timestamp_ms":1746300060000,"photos":[{"uri":"your_instagram_activity/messages/inbox/jose_1234567890/photos/1.jpg","creation_timestamp":1746300060}]},
        {"sender_name":"Ana","timestamp_ms":1746300120000,"content":"Ana called you.","call_duration":42},
        {"is_unsent":true}],
       "title":"Jos\\u00c3\\u00a9","is_still_participant":true,"thread_path":"inbox/jose_1234567890","magic_words":[],"surprise":{"a":1}}
      """;

  private static Map<String, String> instagram() {
    Map<String, String> files = new LinkedHashMap<>();
    String messages = "your_instagram_activity/messages/inbox/jose_1234567890/";
    files.put(messages + "message_1.json", THREAD_1);
    files.put(
        messages + "message_2.json",
        "{\"participants\":[{\"name\":\"Jos\\u00c3\\u00a9\"},{\"name\":\"Ana\"}],\"messages\":[{\"sender_name\":\"Ana\",\"timestamp_ms\":1746200000000,\"content\":\"older\"}],\"title\":\"x\",\"thread_path\":\"inbox/jose_1234567890\"}");
    files.put(messages + "photos/1.jpg", "jpeg");
    files.put(
        "connections/followers_and_following/followers_1.json",
        "[{\"title\":\"\",\"media_list_data\":[],\"string_list_data\":[{\"href\":\"https://www.instagram.com/sxt_ben\",\"value\":\"sxt_ben\",\"timestamp\":1700000000}]}]");
    files.put(
        "connections/followers_and_following/following.json",
        "{\"relationships_following\":[{\"title\":\"sxt_cleo\",\"string_list_data\":[{\"href\":\"https://www.instagram.com/_u/sxt_cleo\",\"timestamp\":1700000001}]}]}");
    files.put(
        "personal_information/personal_information/personal_information.json",
        """
        {"profile_user":[{"title":"User Information","media_map_data":{},"string_map_data":{
          "Email":{"href":"","value":"ana@example.org","timestamp":0},
          "Phone Number":{"href":"","value":"+447700900555","timestamp":0},
          "Phone Confirmed":{"href":"","value":"True","timestamp":0},
          "Username":{"href":"","value":"sxt_ana","timestamp":0},
          "Name":{"href":"","value":"Ana","timestamp":0},
          "Bio":{"href":"","value":"P\\u00c3\\u00a3o","timestamp":0}}}]}
        """);
    files.put(
        "security_and_login_information/login_and_profile_creation/login_activity.json",
        """
        {"account_history_login_history":[{"title":"2025-05-01","media_map_data":{},"string_map_data":{
          "Cookie Name":{"href":"","value":"***","timestamp":0},
          "Endere\\u00c3\\u00a7o IP":{"href":"","value":"192.0.2.9","timestamp":0},
          "Hora":{"href":"","value":"","timestamp":1746100000},
          "Agente":{"href":"","value":"Instagram 300.0 Android","timestamp":0}}}]}
        """);
    files.put(
        "your_instagram_activity/media/posts_1.json",
        """
        [{"media":[{"uri":"media/posts/1.jpg","creation_timestamp":1746000000,"title":"na feira",
          "media_metadata":{"photo_metadata":{"exif_data":[{"latitude":41.15,"longitude":-8.61}]}}}]}]
        """);
    files.put(
        "your_instagram_activity/comments/post_comments_1.json",
        "[{\"media_list_data\":[],\"string_map_data\":{\"Comment\":{\"value\":\"bom\"},\"Media Owner\":{\"value\":\"sxt_ben\"},\"Time\":{\"timestamp\":1746000100}}}]");
    files.put(
        "your_instagram_activity/likes/liked_posts.json",
        "{\"likes_media_likes\":[{\"title\":\"a\"},{\"title\":\"b\"}]}");
    files.put("__MACOSX/._x", "x");
    files.put("logged_information/no-data.txt", "");
    return files;
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path file = folder.resolve("download.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        ZipEntry head = new ZipEntry(entry.getKey());
        // Golden files hold the digest of the whole.
        head.setTimeLocal(java.time.LocalDateTime.of(2024, 1, 1, 0, 0));
        out.putNextEntry(head);
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return file;
  }

  private Path unpacked(Map<String, String> files) throws IOException {
    Path home = Files.createDirectory(folder.resolve("download"));
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Path file = home.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
    return home;
  }

  @Test
  void portsOfInstagramsLogins() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "personal_information/personal_information/personal_information.json",
        "{\"profile_user\":[{\"string_map_data\":{\"Username\":{\"value\":\"sxt_ana\"}}}]}");
    files.put(
        "security_and_login_information/login_and_profile_creation/login_activity.json",
        "{\"account_history_login_history\":["
            + "{\"title\":\"2024-03-05T18:16:40+00:00\",\"string_map_data\":{"
            + "\"IP Address\":{\"href\":\"\",\"value\":\"192.0.2.7\",\"timestamp\":0},"
            + "\"Port\":{\"href\":\"\",\"value\":\"50123\",\"timestamp\":0},"
            + "\"Time\":{\"href\":\"\",\"value\":\"\",\"timestamp\":1709662600}}},"
            + "{\"title\":\"x\",\"string_map_data\":{"
            + "\"IP Address\":{\"value\":\"2001:db8::7\"},\"Port\":{\"value\":\"70000\"},"
            + "\"Time\":{\"timestamp\":1709662700}}}]}");
    try (ReadTrial trial = ReadTrial.of(zip(files))) {
      Golden.check("dyi/ports", trial);
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::port)
          .containsExactly(50123, -1);
      assertThat(trial.of(Record.Login.class).getLast().header().extra())
          .containsEntry("Port", "70000");
    }
  }

  @Test
  void wholeInstagramDownload() throws IOException {
    try (ReadTrial trial = ReadTrial.of(unpacked(instagram()))) {
      Golden.check("dyi/instagram", trial);
    }
  }

  @Test
  void messagesOfAllNumberedFilesAreRepaired() throws IOException {
    try (ReadTrial trial = ReadTrial.of(zip(instagram()))) {
      assertThat(trial.reader()).isEqualTo("meta-download");
      assertThat(trial.of(Record.Message.class)).hasSize(4);
      Record.Message first = trial.of(Record.Message.class).getFirst();
      assertThat(first.text()).isEqualTo("Olá 🚲");
      assertThat(first.header().extra())
          .containsEntry("raw:content", "Ol\u00c3\u00a1 \u00f0\u009f\u009a\u00b2");
      assertThat(first.author()).extracting(AccountRef::displayName).isEqualTo("José");
      assertThat(first.recipients())
          .extracting(AccountRef::accountKey)
          .containsExactly("instagram/handle/sxt_ana");
      assertThat(first.conversation())
          .isEqualTo(
              new ConversationRef(
                  Platform.INSTAGRAM, ConversationRef.Kind.DIRECT, "thread1234567890", "José"));
      assertThat(first.header().claimed().instant())
          .isEqualTo(Instant.ofEpochMilli(1746300000123L));
      assertThat(trial.of(Record.Message.class).get(1).media().getFirst().part())
          .endsWith("photos/1.jpg");
      assertThat(trial.of(Record.Call.class).getFirst().duration()).hasSeconds(42);
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactlyInAnyOrder("thread field surprise");
      assertThat(trial.ignored).hasSize(2);
    }
  }

  @Test
  void profileFollowsAndLogins() throws IOException {
    try (ReadTrial trial = ReadTrial.of(zip(instagram()))) {
      Record.Profile profile = trial.of(Record.Profile.class).getFirst();
      assertThat(profile.selectors())
          .contains(
              new Record.Stated(Selector.of(SelectorType.PHONE, "+447700900555"), true),
              new Record.Stated(Selector.of(SelectorType.EMAIL, "ana@example.org"), false));
      assertThat(profile.attributes()).containsEntry("bio", "Pão");
      assertThat(trial.of(Record.Follow.class))
          .extracting(f -> f.from().key() + ">" + f.to().key())
          .containsExactlyInAnyOrder("sxt_ben>sxt_ana", "sxt_ana>sxt_cleo");
      Record.Login login = trial.of(Record.Login.class).getFirst();
      assertThat(login.ip()).isEqualTo("192.0.2.9");
      assertThat(login.device()).startsWith("Instagram 300");
      assertThat(login.header().claimed().instant()).isEqualTo(Instant.ofEpochSecond(1746100000));
      assertThat(trial.of(Record.Place.class).getFirst().latitude()).isEqualTo(41.15);
      assertThat(trial.of(Record.Post.class))
          .extracting(Record.Post::text)
          .containsExactlyInAnyOrder("na feira", "bom");
    }
  }

  @Test
  void facebookFiles() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "profile_information/profile_information.json",
        "{\"profile_v2\":{\"name\":{\"full_name\":\"Ana R\\u00c3\\u00a9\"},\"emails\":{\"emails\":[\"ana@example.org\"]},\"phone_numbers\":[{\"phone_type\":\"Mobile\",\"phone_number\":\"+447700900555\",\"verified\":true}]}}");
    files.put(
        "friends_and_followers/friends.json",
        "{\"friends_v2\":[{\"name\":\"Ben\",\"timestamp\":1700000000}]}");
    files.put(
        "security_and_login_information/account_activity.json",
        "{\"account_activity_v2\":[{\"action\":\"Login\",\"timestamp\":1700000000,\"ip_address\":\"192.0.2.4\",\"user_agent\":\"Mozilla/5.0\",\"city\":\"Porto\"}]}");
    files.put(
        "posts/your_posts_1.json",
        "[{\"timestamp\":1700000000,\"data\":[{\"post\":\"Ol\\u00c3\\u00a1\"}],\"title\":\"Ana posted\",\"attachments\":[{\"data\":[{\"place\":{\"name\":\"Feira\",\"coordinate\":{\"latitude\":41.1,\"longitude\":-8.6}}}]}]}]");
    try (ReadTrial trial = ReadTrial.of(zip(files))) {
      assertThat(trial.records)
          .allSatisfy(r -> assertThat(r.header().platform()).isEqualTo(Platform.FACEBOOK));
      assertThat(trial.of(Record.Follow.class).getFirst().how())
          .isEqualTo(Record.Follow.How.FRIEND);
      assertThat(trial.of(Record.Post.class).getFirst().text()).isEqualTo("Olá");
      assertThat(trial.of(Record.Place.class).getFirst().name()).isEqualTo("Feira");
      assertThat(trial.of(Record.Login.class).getFirst().header().extra())
          .containsEntry("city", "Porto");
      assertThat(trial.of(Record.Profile.class).getFirst().selectors()).hasSize(2);
      assertThat(trial.unknowns).isEmpty();
      assertThat(trial.faults).isEmpty();
    }
  }

  @Test
  void endToEndEncryptedThreads() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("Ben_1.json"),
            """
            {"participants":["Ana","Ben"],"threadName":"Ben_1","messages":[
              {"isUnsent":false,"media":[],"reactions":[],"senderName":"Ana","text":"Ã© said so","timestamp":1746300000123,"type":"text"},
              {"isUnsent":false,"media":[{"uri":"Failed to download media"}],"senderName":"Ben","text":"","timestamp":1746300000124,"type":"media"}]}
            """);
    Readers own = new Readers(List.of(new MetaDownload()));
    try (ReadTrial trial = ReadTrial.of(file, own, Limits.standard())) {
      assertThat(trial.reader()).isEqualTo("meta-download");
      assertThat(trial.of(Record.Message.class)).hasSize(2);
      Record.Message first = trial.of(Record.Message.class).getFirst();
      assertThat(first.text()).isEqualTo("Ã© said so");
      assertThat(first.header().platform()).isEqualTo(Platform.FACEBOOK);
      assertThat(first.recipients()).extracting(AccountRef::displayName).containsExactly("Ben");
      assertThat(trial.of(Record.Membership.class)).hasSize(2);
      assertThat(trial.unknowns).isEmpty();
      assertThat(trial.faults).isEmpty();
    }
  }

  @Test
  void peopleMayStandBehindTheirWords() throws IOException {
    Map<String, String> files =
        Map.of(
            "messages.json",
            "[{\"conversation\":[{\"text\":\"ahoy\",\"created_at\":\"2018-05-01T10:00:00+00:00\",\"sender\":\"sxt_a\"}],\"participants\":[\"sxt_a\",\"sxt_b\"]},{\"conversation\":[{\"text\":\"aye\",\"created_at\":\"2018-05-02T10:00:00+00:00\",\"sender\":\"sxt_c\"}],\"participants\":[\"sxt_a\",\"sxt_c\"]}]");
    try (ReadTrial trial = ReadTrial.of(zip(files))) {
      assertThat(trial.reader()).isEqualTo("meta-download");
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.text() + " > " + m.recipients().getFirst().handle())
          .containsExactly("ahoy > sxt_b", "aye > sxt_a");
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.conversation().key())
          .containsExactly("people/sxt_a/sxt_b", "people/sxt_a/sxt_c");
    }
  }

  @Test
  void threadsAreKnownWithAnyOrderOfKeys() throws IOException {
    Map<String, String> files =
        Map.of(
            "facebook-x/messages/inbox/crew_1234567/message_1.json",
            "{\"title\":\"Crew\",\"messages\":[{\"content\":\"hi\",\"timestamp_ms\":1651399200123,\"sender_name\":\"Ann\"}],\"participants\":[{\"name\":\"Ann\"},{\"name\":\"Bea\"}]}");
    try (ReadTrial trial = ReadTrial.of(zip(files))) {
      assertThat(trial.reader()).isEqualTo("meta-download");
      assertThat(trial.of(Record.Message.class))
          .singleElement()
          .satisfies(m -> {
            assertThat(m.recipients())
                .singleElement()
                .extracting(AccountRef::displayName)
                .isEqualTo("Bea");
          });
      assertThat(trial.faults).isEmpty();
    }
  }

  @Test
  void locatorsLeadToTheBytesOfTheItem() throws IOException {
    try (ReadTrial trial = ReadTrial.of(zip(instagram()))) {
      JsonMapper json = new JsonMapper();
      for (Record.Message m : trial.of(Record.Message.class)) {
        assertThat(json.readTree(trial.bytes(m.header().locator())).has("timestamp_ms")).isTrue();
      }
    }
  }

  @Test
  void alteredBytesGiveOnlyTypedOutcomes() throws IOException {
    long seed = 31L;
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Map<String, String> files = instagram();
      for (Map.Entry<String, String> entry : files.entrySet()) {
        StringBuilder text = new StringBuilder(entry.getValue());
        if (!text.isEmpty()) {
          text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
        }
        entry.setValue(text.toString());
      }
      try (ReadTrial trial = ReadTrial.of(zip(files))) {
        assertThat(trial.outcome().tally().items())
            .as("seed %d round %d", seed, round)
            .isPositive();
      }
    }
  }

  @Test
  void realFile() {
    Path file = ReadTrial.realData("dyi-instagram/chatminer_test_export.json");
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.reader()).isEqualTo("meta-download");
      assertThat(trial.of(Record.Message.class))
          .extracting(Record.Message::text)
          .containsExactly("Hello Jane!", "Hello John!");
      assertThat(trial.faults).isEmpty();
      assertThat(trial.unknowns).isEmpty();
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve("x").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** The layout of 2025: entries of labels and values, groups with a title of their own. */
  @Test
  void labelsAndValuesInGroups() throws IOException {
    write(
        "your_instagram_activity/likes/liked_posts.json",
        """
        [{"timestamp":1746300000,"media":[],"label_values":[
          {"label":"URL","value":"https://www.instagram.com/reel/SXT1/","href":"https://www.instagram.com/reel/SXT1/"},
          {"dict":[{"dict":[{"label":"URL","value":""},{"label":"Name","value":"Cleo B"},{"label":"Username","value":"sxt_cleo"}],"title":""}],"title":"Owner"}],
          "fbid":"1"}]
        """);
    write(
        "personal_information/information_about_you/profile_based_in.json",
        """
        {"timestamp":1746300001,"media":[],"label_values":[
          {"title":"Lieu de r\\u00c3\\u00a9sidence","dict":[{"label":"Ville","value":"Li\\u00c3\\u00a8ge"}]}],"fbid":"2"}
        """);
    write(
        "security_and_login_information/login_and_profile_creation/last_known_location.json",
        """
        {"account_history_imprecise_last_known_location":[{"title":"","media_map_data":{},"string_map_data":{
          "Latitude impr\\u00c3\\u00a9cise":{"href":"","value":"50.6","timestamp":0},
          "Longitude inexacte":{"href":"","value":"5.5","timestamp":0},
          "Heure":{"href":"","value":"","timestamp":1746300002}}}]}
        """);
    try (ReadTrial trial = ReadTrial.of(folder.resolve("x"))) {
      assertThat(trial.faults).isEmpty();
      assertThat(trial.outcome().tally().unknown()).isZero();
      Record.Activity liked = trial.of(Record.Activity.class).getFirst();
      assertThat(liked.towards()).extracting(AccountRef::handle).isEqualTo("sxt_cleo");
      assertThat(liked.text()).isEqualTo("liked_posts");
      assertThat(liked.header().extra()).containsEntry("Owner.Name", "Cleo B");
      assertThat(trial.of(Record.Profile.class).getFirst().attributes())
          .containsEntry("Lieu de résidence.Ville", "Liège");
      assertThat(trial.of(Record.Place.class).getFirst().latitude()).isEqualTo(50.6);
    }
  }

  @Test
  void reactionsAndSharesOfThreadsAreRepaired() throws IOException {
    write(
        "message_1.json",
        """
        {"participants":[{"name":"Ana"},{"name":"Jos\\u00c3\\u00a9"}],"messages":[
          {"sender_name":"Ana","timestamp_ms":1746300000123,"content":"x",
           "reactions":[{"reaction":"\\u00e2\\u009d\\u00a4","actor":"Jos\\u00c3\\u00a9","timestamp":1746300009}]},
          {"sender_name":"Ana","timestamp_ms":1746300000124,"share":{"link":"https://a.example","share_text":"caf\\u00c3\\u00a9"}}],
         "title":"x","is_still_participant":true,"thread_path":"inbox/x_77777"}
        """);
    try (ReadTrial trial = ReadTrial.of(folder.resolve("x"))) {
      Record.Activity reaction = trial.of(Record.Activity.class).getFirst();
      assertThat(reaction.text()).isEqualTo("❤");
      assertThat(reaction.account()).extracting(AccountRef::displayName).isEqualTo("José");
      assertThat(reaction.towards()).extracting(AccountRef::displayName).isEqualTo("Ana");
      assertThat(reaction.header().claimed().instant())
          .isEqualTo(Instant.ofEpochSecond(1746300009));
      assertThat(trial.text(reaction.header().locator())).contains("actor");
      assertThat(trial.of(Record.Message.class).get(1).header().extra().get("share"))
          .contains("café");
    }
  }

  @Test
  void postsTellLifeEventsMentionsTagsAndLinks() throws IOException {
    write(
        "your_facebook_activity/posts/your_posts_1.json",
        """
        [{"timestamp":1746300000,"attachments":[{"data":[{"life_event":{"title":"Moved","description":"With @[99:2048:Dana K]",
            "place":{"name":"Quay","coordinate":{"latitude":51.2,"longitude":4.4}}}}]}],
          "tags":[{"name":"Eli"}],"data":[{}],"title":"Ana added a life event"},
         {"timestamp":1746300001,"attachments":[{"data":[{"external_context":{"url":"https://b.example/1"}}]}],
          "data":[{"post":"look"}]}]
        """);
    write(
        "your_facebook_activity/posts/posts_on_other_pages_and_profiles.json",
        """
        [{"timestamp":1746300002,"label_values":[{"label":"Message","value":"Happy birthday"},
          {"label":"Media","media":[{"uri":"your_facebook_activity/posts/media/1.jpg"}]}],"fbid":"4"}]
        """);
    try (ReadTrial trial = ReadTrial.of(folder.resolve("x"))) {
      assertThat(trial.faults).isEmpty();
      List<Record.Post> posts = trial.of(Record.Post.class);
      assertThat(posts)
          .extracting(Record.Post::text)
          .containsExactlyInAnyOrder(
              "Moved\nWith Dana K", "look\nhttps://b.example/1", "Happy birthday");
      Record.Post moved =
          posts.stream().filter(p -> p.text().startsWith("Moved")).findFirst().orElseThrow();
      assertThat(moved.mentions())
          .extracting(AccountRef::displayName)
          .containsExactly("Eli", "Dana K");
      assertThat(moved.mentions().get(1).key()).isEqualTo("99");
      assertThat(trial.of(Record.Place.class).getFirst().name()).isEqualTo("Quay");
    }
  }

  @Test
  void aCaptionThatStandsWithinAnotherTextIsNotLost() throws IOException {
    write(
        "your_facebook_activity/posts/your_posts_1.json",
        """
        [{"timestamp":1746300000,"attachments":[{"data":[
            {"media":{"uri":"a.jpg","description":"ana"}},
            {"media":{"uri":"b.jpg","description":"Banana bread"}},
            {"media":{"uri":"c.jpg","description":"Banana bread"}}]}],
          "data":[{"post":"Savana, at noon"}]}]
        """);
    write(
        "your_facebook_activity/posts/posts_on_other_pages_and_profiles.json",
        """
        [{"timestamp":1746300002,"label_values":[{"label":"Message","value":"Hi"}],"fbid":"4"}]
        """);
    try (ReadTrial trial = ReadTrial.of(folder.resolve("x"))) {
      assertThat(trial.of(Record.Post.class).stream().map(Record.Post::text))
          .contains("Savana, at noon\nana\nBanana bread");
    }
  }

  @Test
  void whatAnAccountSaysOfItsOwnerStandsUnderItsLabels() throws IOException {
    write(
        "personal_information/profile_information/profile_information.json",
        """
        {"profile_v2":{"name":{"full_name":"Ana"},"username":"ana.x","registration_timestamp":1300000000}}
        """);
    write(
        "personal_information/other_personal_information/autofill_information.json",
        """
        {"timestamp":1746300002,"media":[],"label_values":[{"label":"Birthday","value":"01/02/1990"},
          {"label":"Postal code","value":"1000-205"},{"label":"City","value":"Lisboa"},
          {"label":"Region","value":"Lisboa"},{"label":"Telephone","value":"+351 912 345 678"}],
         "fbid":"4567890123456789"}
        """);
    try (ReadTrial trial = ReadTrial.of(folder.resolve("x"))) {
      assertThat(trial.faults).isEmpty();
      Record.Profile about =
          trial.of(Record.Profile.class).stream()
              .filter(p -> p.header().extra().containsValue("autofill_information"))
              .findFirst()
              .orElseThrow();
      assertThat(about.selectors())
          .extracting(s -> s.selector().toString())
          .containsExactly("phone:+351912345678");
      assertThat(about.attributes())
          .containsEntry("Birthday", "01/02/1990")
          .containsEntry("Postal code", "1000-205")
          .containsEntry("City", "Lisboa")
          .containsEntry("Region", "Lisboa")
          .doesNotContainKey("phone");
    }
  }

  @Test
  void whatMetaBelievesOfItsOwnerIsNoSelectorThatAnybodyStated() throws IOException {
    write(
        "personal_information/profile_information/profile_information.json",
        """
        {"profile_v2":{"name":{"full_name":"Ana"},"username":"ana.x","registration_timestamp":1300000000}}
        """);
    write(
        "personal_information/information_about_you/possible_phone_numbers.json",
        """
        {"inferred_data_inferred_phone_numbers":[{"title":"","media_map_data":{},"string_map_data":
          {"Phone Number":{"href":"","value":"+351912345678","timestamp":0}}}]}
        """);
    try (ReadTrial trial = ReadTrial.of(folder.resolve("x"))) {
      assertThat(trial.faults).isEmpty();
      assertThat(trial.of(Record.Profile.class))
          .flatExtracting(Record.Profile::selectors)
          .extracting(s -> s.selector().toString())
          .doesNotContain("phone:+351912345678");
      assertThat(trial.of(Record.Profile.class))
          .extracting(Record.Profile::attributes)
          .anySatisfy(said -> assertThat(said).containsValue("+351912345678"));
    }
  }
}

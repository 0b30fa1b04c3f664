package dev.sextant.records.reader.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTablesTest {
  @TempDir Path folder;

  private static final String SHERLOCK =
      """
      username,name,url_main,url_user,exists,http_status,response_time_s
      anna_sxt,GitHub,https://github.com/,https://github.com/anna_sxt,Claimed,200,0.3
      anna_sxt,Reddit,https://reddit.com/,https://reddit.com/user/anna_sxt,Available,404,0.2
      """;

  private static final String FOUR_CAT =
      """
      id,thread_id,author,author_fullname,body,timestamp,unix_timestamp,url,hashtags,location_latlong,location_name,num_likes
      1_2,1_2,anna.sxt,Anna,"Two
      lines",2024-05-01 10:00:00,1714557600,https://www.instagram.com/p/abc,x,"41.15,-8.61",Porto,3
      9.06E+17,7,ben,Ben,hello,2024-05-02 10:00:00,,https://x.com/ben/status/1,,,,
      """;

  private static final String CROWDTANGLE =
      """
      Page Name,User Name,Facebook Id,Page Category,Post Created,Post Created Date,Type,Likes,URL,Message,Link Text
      Sample Page,samplepage,1000,NEWS,2021-03-01 12:00:05 EST,2021-03-01,Link,5,https://www.facebook.com/1000/posts/1,Words here,A headline
      """;

  private static final String CALLS =
      """
      Call Details of Mobile No '9876543210',,,,,,,
      Calling Party Telephone Number,Called Party Telephone Number,Call Date,Call Time,Call Duration,First Cell ID,Call Type,IMEI
      '+919876543210','+919876500001',25/12/2023,13:05:00,65,404-96-290-1,CALL_OUT,353918050000001
      '+919876500001','+919876543210',26/12/2023,09:00:10,0,404-96-290-1,SMS_IN,9.06E+14
      """;

  private ReadTrial read(String name, String content) {
    try {
      return ReadTrial.of(Files.writeString(folder.resolve(name), content));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void usernameSearchesAreLeads() {
    try (ReadTrial trial = read("s.csv", SHERLOCK)) {
      assertThat(trial.reader()).isEqualTo("username-leads");
      Golden.check("capture/username-leads", trial);
      Record.Profile lead = trial.of(Record.Profile.class).getFirst();
      assertThat(lead.header().extra())
          .containsEntry("lead", "true")
          .containsEntry("status", "Claimed");
      assertThat(lead.account().accountKey()).isEqualTo("github/handle/anna_sxt");
      assertThat(trial.of(Record.Profile.class)).hasSize(1);
      assertThat(trial.of(Record.Activity.class).getFirst().accounts()).isEmpty();
      assertThat(trial.text(lead.header().locator())).startsWith("anna_sxt,GitHub").endsWith("0.3");
    }
    try (ReadTrial trial =
        read(
            "m.csv",
            "username,name,url_main,url_user,exists,http_status,error_reason\r\nanna,VK,https://vk.com/,https://vk.com/anna,Unknown,0,Timeout\r\n")) {
      assertThat(trial.reader()).isEqualTo("username-leads");
      assertThat(trial.records.getFirst().header().extra())
          .containsEntry("error_reason", "Timeout");
    }
  }

  @Test
  void spiderFootOfSeveralScans() {
    String csv =
        """
        Scan Name,Updated,Type,Module,Source,F/P,Data
        one,2024-05-01 10:00:00,Email Address,sfp_x,example.org,0,anna@example.org
        one,2024-05-01 10:00:01,Account on External Site,sfp_accounts,anna,0,"GitHub (Category: coding)
        <SFURL>https://github.com/anna</SFURL>"
        two,2024-05-01 10:00:02,Internet Name,sfp_dns,example.org,1,www.example.org
        """;
    try (ReadTrial trial = read("sf.csv", csv)) {
      assertThat(trial.reader()).isEqualTo("spiderfoot-csv");
      Golden.check("capture/spiderfoot", trial);
      assertThat(trial.records).allMatch(r -> r.header().claimed().instant() == null);
      assertThat(trial.records.getFirst().header().extra())
          .containsEntry("Updated", "2024-05-01 10:00:00");
    }
    try (ReadTrial trial =
        read(
            "sf.json",
            "[{\"data\":\"+447700900001\",\"event_type\":\"PHONE_NUMBER\",\"module\":\"sfp_p\",\"source_data\":\"x\",\"last_seen\":\"2024-05-01 10:00:00\",\"scan_name\":\"one\"}]")) {
      assertThat(trial.reader()).isEqualTo("spiderfoot-json");
      assertThat(trial.of(Record.Profile.class).getFirst().account().accountKey())
          .isEqualTo("phone/phone/+447700900001");
    }
  }

  @Test
  void dataSetsOf4Cat() {
    try (ReadTrial trial = read("4cat.csv", FOUR_CAT)) {
      assertThat(trial.reader()).isEqualTo("4cat-csv");
      Golden.check("capture/4cat", trial);
      Record.Post first = trial.of(Record.Post.class).getFirst();
      assertThat(first.header().platform().name()).isEqualTo("instagram");
      assertThat(first.text()).isEqualTo("Two\nlines");
      assertThat(first.header().claimed().instant())
          .isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
      assertThat(trial.of(Record.Place.class)).hasSize(1);
      Record.Post second = trial.of(Record.Post.class).get(1);
      assertThat(second.postId()).isNull();
      assertThat(second.header().extra()).containsEntry("mangled id", "9.06E+17");
      assertThat(second.header().claimed().basis()).isEqualTo(ZoneBasis.ASSUMED);
    }
  }

  @Test
  void crowdTangleFacepagerAndYouTube() {
    try (ReadTrial trial = read("ct.csv", CROWDTANGLE)) {
      assertThat(trial.reader()).isEqualTo("crowdtangle");
      Golden.check("capture/crowdtangle", trial);
      Record.Post post = trial.of(Record.Post.class).getFirst();
      assertThat(post.header().claimed().instant())
          .isEqualTo(Instant.parse("2021-03-01T17:00:05Z"));
      assertThat(Objects.requireNonNull(post.author()).accountKey())
          .isEqualTo("facebook/platform_id/1000");
    }
    try (ReadTrial trial =
        read(
            "fp.csv",
            "\"id\";\"parent_id\";\"level\";\"object_id\";\"object_type\";\"query_status\";\"query_time\";\"query_type\";\"message\";\"created_time\"\n\"1\";\"0\";\"1\";\"55_66\";\"data\";\"fetched (200)\";\"2024\";\"Facebook:/posts\";\"Hello\";\"2024-05-01T10:00:00+0000\"\n")) {
      assertThat(trial.reader()).isEqualTo("facepager");
      Record.Post post = trial.of(Record.Post.class).getFirst();
      assertThat(post.postId()).isEqualTo("55_66");
      assertThat(post.header().claimed().instant())
          .isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
    }
    try (ReadTrial trial =
        read(
            "yt.csv",
            "id,replyCount,likeCount,publishedAt,authorName,text,authorChannelId,isReply,isReplyTo\nUg1,0,1,2024-05-01T10:00:00Z,Anna,Nice,UC1,1,Ug0\n")) {
      assertThat(trial.reader()).isEqualTo("youtube-data-tools");
      Record.Post post = trial.of(Record.Post.class).getFirst();
      assertThat(post.replyToPost()).isEqualTo("Ug0");
    }
    try (ReadTrial trial =
        read(
            "yv.tab",
            "position\tchannelId\tchannelTitle\tvideoId\tpublishedAt\tvideoTitle\tvideoDescription\n1\tUC1\tAnna\tv1\t2024-05-01T10:00:00Z\tT\tD\n")) {
      assertThat(trial.reader()).isEqualTo("youtube-data-tools");
      assertThat(trial.records.getFirst().words()).isEqualTo("T\n\nD");
    }
  }

  @Test
  void linksThatWereArchived() {
    try (ReadTrial trial =
        read(
            "aa.csv",
            "Link,Archive status,Archive location,Archive date,Upload timestamp,Upload title,Text content,Hash\nhttps://t.me/sample/1,telegram_archiver: success,s3://x/1.html,2024-05-02,2024-05-01T10:00:00+00:00,A title,Words,sha256:aa\n")) {
      assertThat(trial.reader()).isEqualTo("auto-archiver");
      Golden.check("capture/auto-archiver", trial);
      assertThat(trial.of(Record.Post.class).getFirst().header().platform().name())
          .isEqualTo("telegram");
    }
  }

  @Test
  void callsBelowALegend() {
    try (ReadTrial trial = read("cdr.csv", CALLS)) {
      assertThat(trial.reader()).isEqualTo("call-records");
      Golden.check("capture/calls", trial);
      Record.Call call = trial.of(Record.Call.class).getFirst();
      assertThat(Objects.requireNonNull(call.caller()).accountKey())
          .isEqualTo("phone/phone/+919876543210");
      assertThat(call.duration()).isEqualTo(Duration.ofSeconds(65));
      assertThat(call.header().extra()).containsEntry("imei", "353918050000001");
      assertThat(call.header().claimed().basis()).isEqualTo(ZoneBasis.UNKNOWN);
      assertThat(trial.of(Record.Message.class).getFirst().header().extra())
          .containsKey("mangled imei");
    }
  }

  @Test
  void orangeWithoutAHead() {
    try (ReadTrial trial =
        read(
            "o.txt",
            "1;11;33600000001;33600000002;2014-08-20 20:30:37;137;-8.61;41.15\n2;21;33600000001;33600000003;2014-08-20 21:30:37;;-8.61;41.15\n")) {
      assertThat(trial.reader()).isEqualTo("call-records");
      Golden.check("capture/calls-orange", trial);
      assertThat(trial.of(Record.Call.class)).hasSize(1);
      Record.Place tower = trial.of(Record.Place.class).getFirst();
      assertThat(tower.latitude()).isEqualTo(41.15);
      assertThat(tower.accuracyMetres()).isNaN();
      assertThat(tower.header().extra()).containsEntry("tower", "true");
      Record.Message text = trial.of(Record.Message.class).getFirst();
      assertThat(Objects.requireNonNull(text.author()).key()).isEqualTo("33600000003");
    }
  }

  @Test
  void antennasGiveCellsTheirPlaces() throws IOException {
    Path set = Files.createDirectory(folder.resolve("set"));
    Files.writeString(
        set.resolve("ego.csv"),
        "interaction,direction,correspondent_id,datetime,call_duration,antenna_id\ncall,in,A,2014-03-04 16:35:27,62,7\n");
    Files.writeString(set.resolve("antennas.csv"), "antenna_id,latitude,longitude\n7,42.3,-71.1\n");
    try (ReadTrial trial = ReadTrial.of(set)) {
      assertThat(trial.of(Record.Place.class)).hasSize(2);
      Record.Place tower = trial.of(Record.Place.class).get(1);
      assertThat(tower.account()).isNotNull();
      assertThat(tower.name()).isEqualTo("cell 7");
    }
  }

  @Test
  void aTowerSaysWhereItBeamsTo() throws IOException {
    Path set = Files.createDirectory(folder.resolve("beams"));
    Files.writeString(
        set.resolve("ego.csv"),
        "interaction,direction,correspondent_id,datetime,call_duration,antenna_id,azimuth\n"
            + "call,in,A,2014-03-04 16:35:27,62,7,130\ncall,in,A,2014-03-04 17:35:27,62,8,n/a\n");
    Files.writeString(
        set.resolve("antennas.csv"),
        "antenna_id,latitude,longitude,azimuth,beamwidth,range km\n"
            + "7,42.3,-71.1,120,65,1.5\n8,42.4,-71.1,,,\n");
    try (ReadTrial trial = ReadTrial.of(set)) {
      List<Record.Place> places = trial.of(Record.Place.class);
      assertThat(places.get(0).header().extra())
          .containsEntry("azimuth", "120")
          .containsEntry("beam", "65")
          .containsEntry("range", "1500");
      // The call's own row goes before the table of antennas.
      assertThat(places.get(2).header().extra())
          .containsEntry("azimuth", "130")
          .containsEntry("beam", "65")
          .containsEntry("range", "1500");
      assertThat(places.get(3).header().extra()).doesNotContainKey("azimuth");
    }
  }

  @Test
  void chartsOfMaltego() {
    String chart =
        "<?xml version=\"1.0\"?><graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><graph edgedefault=\"directed\" id=\"G\">"
            + "<edge id=\"e0\" source=\"n0\" target=\"n1\"><data key=\"d1\"><mtg:MaltegoLink xmlns:mtg=\"http://maltego.paterva.com/xml/mtgx\" type=\"maltego.link.manual-link\"><mtg:Properties><mtg:Property name=\"maltego.link.manual.type\"><mtg:Value>writes to</mtg:Value></mtg:Property></mtg:Properties></mtg:MaltegoLink></data></edge>"
            + "<node id=\"n0\"><data key=\"d0\"><mtg:MaltegoEntity xmlns:mtg=\"http://maltego.paterva.com/xml/mtgx\" type=\"maltego.Person\"><mtg:Properties><mtg:Property name=\"person.fullname\"><mtg:Value>Anna Sample</mtg:Value></mtg:Property></mtg:Properties></mtg:MaltegoEntity></data></node>"
            + "<node id=\"n1\"><data key=\"d0\"><mtg:MaltegoEntity xmlns:mtg=\"http://maltego.paterva.com/xml/mtgx\" type=\"maltego.EmailAddress\"><mtg:Properties><mtg:Property name=\"email\"><mtg:Value>Ben@example.org</mtg:Value></mtg:Property></mtg:Properties></mtg:MaltegoEntity></data></node>"
            + "</graph></graphml>";
    try (ReadTrial trial = read("Graph1.graphml", chart)) {
      assertThat(trial.reader()).isEqualTo("maltego-mtgx");
      Golden.check("capture/maltego", trial);
      Record.Relation link = trial.of(Record.Relation.class).getFirst();
      assertThat(link.label()).isEqualTo("writes to");
      assertThat(link.from().basis()).isEqualTo(AccountRef.KeyBasis.LABEL);
      assertThat(link.to().accountKey()).isEqualTo("email/handle/ben@example.org");
    }
    Battering.truncate(
        new Readers(CaptureReaders.all()), chart.getBytes(StandardCharsets.UTF_8), "g.graphml");
    try (ReadTrial trial =
        read(
            "t.csv",
            "maltego.Person,Anna Sample,maltego.PhoneNumber,+447700900001\nmaltego.Alias,annie\n")) {
      assertThat(trial.reader()).isEqualTo("maltego-csv");
      assertThat(trial.of(Record.Relation.class)).hasSize(1);
      assertThat(trial.of(Record.Profile.class)).hasSize(1);
    }
  }

  @Test
  void damagedTablesEndInBalance() {
    Readers only = new Readers(CaptureReaders.all());
    for (String one : new String[] {SHERLOCK, FOUR_CAT, CROWDTANGLE, CALLS}) {
      byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
      Battering.truncate(only, bytes, "t.csv");
      Battering.mutate(only, bytes, "t.csv", 21, 100);
    }
  }

  @Test
  void realCallRecordsAreJoinedWithTheirAntennas() {
    try (ReadTrial trial = ReadTrial.of(ReadTrial.realData("cdr"))) {
      assertThat(trial.reader()).isEqualTo("call-records");
      assertThat(trial.of(Record.Call.class)).hasSize(88);
      assertThat(trial.faults).isEmpty();
    }
  }
}

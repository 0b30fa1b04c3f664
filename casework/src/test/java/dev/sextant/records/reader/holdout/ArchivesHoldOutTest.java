package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef.Kind;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Follow.How;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Downloads from X, TikTok, Snapchat, Discord, Mastodon and Reddit. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class ArchivesHoldOutTest {
  private static String ytd(String kind, String json) {
    return "window.YTD." + kind + ".part0 = " + json;
  }

  static HoldOut x() {
    return HoldOut.of("x-archive")
        .file(
            "twitter-2025/data/manifest.js",
            "window.__THAR_CONFIG = {\"userInfo\":{\"accountId\":\"777\",\"userName\":\"sxt_xa\",\"displayName\":\"Xa\"},\"archiveInfo\":{\"sizeBytes\":\"1\",\"generationDate\":\"2025-03-01T00:00:00.000Z\",\"isPartialArchive\":false,\"maxPartSizeBytes\":\"1\"},\"readmeInfo\":{},\"dataTypes\":{\"tweets\":{\"files\":[{\"fileName\":\"data/tweets.js\",\"globalName\":\"YTD.tweets.part0\",\"count\":\"3\"}]}}}")
        .file(
            "twitter-2025/data/account.js",
            ytd(
                "account",
                "[{\"account\":{\"email\":\"xa@example.org\",\"createdVia\":\"web\",\"username\":\"sxt_xa\",\"accountId\":\"777\",\"createdAt\":\"2015-01-01T00:00:00.000Z\",\"accountDisplayName\":\"Xa\"}}]"))
        .file(
            "twitter-2025/data/tweets.js",
            ytd(
                "tweets",
                "[{\"tweet\":{\"edit_info\":{},\"retweeted\":false,\"source\":\"<a href=\\\"https://x.com\\\">X Web</a>\",\"entities\":{\"user_mentions\":[{\"name\":\"Bo\",\"screen_name\":\"sxt_bo\",\"indices\":[\"0\",\"7\"],\"id_str\":\"888\",\"id\":\"888\"}],\"urls\":[],\"hashtags\":[{\"text\":\"boat\"}]},\"favorite_count\":\"3\",\"id_str\":\"1001\",\"in_reply_to_user_id_str\":\"888\",\"in_reply_to_status_id_str\":\"990\",\"in_reply_to_screen_name\":\"sxt_bo\",\"full_text\":\"@sxt_bo it &gt; that #boat\",\"lang\":\"en\",\"created_at\":\"Sat Mar 01 10:00:00 +0000 2025\",\"zz\":\"zztweet\"}},{\"tweet\":{\"id_str\":\"1002\",\"full_text\":\"RT @sxt_cy: wow\",\"created_at\":\"Sat Mar 01 11:00:00 +0000 2025\",\"extended_entities\":{\"media\":[{\"media_url_https\":\"https://pbs.twimg.com/media/Fab.jpg\",\"type\":\"photo\"}]}}}]"))
        .file("twitter-2025/data/tweets_media/1002-Fab.jpg", new byte[] {1})
        .file(
            "twitter-2025/data/like.js",
            ytd(
                "like",
                "[{\"like\":{\"tweetId\":\"555\",\"fullText\":\"liked words\",\"expandedUrl\":\"https://twitter.com/i/web/status/555\"}}]"))
        .file(
            "twitter-2025/data/direct-messages-group.js",
            ytd(
                "direct_messages_group",
                "[{\"dmConversation\":{\"conversationId\":\"99001\",\"messages\":[{\"messageCreate\":{\"reactions\":[],\"urls\":[],\"text\":\"all hands\",\"mediaUrls\":[],\"senderId\":\"777\",\"id\":\"5001\",\"createdAt\":\"2025-02-01T10:00:00.000Z\"}},{\"participantsJoin\":{\"initiatingUserId\":\"777\",\"userIds\":[\"888\"],\"createdAt\":\"2025-02-01T09:00:00.000Z\"}},{\"conversationNameUpdate\":{\"initiatingUserId\":\"888\",\"name\":\"Crew\",\"createdAt\":\"2025-02-01T09:30:00.000Z\"}}]}}]"))
        .file(
            "twitter-2025/data/follower.js",
            ytd(
                "follower",
                "[{\"follower\":{\"accountId\":\"888\",\"userLink\":\"https://twitter.com/intent/user?user_id=888\"}}]"))
        .file(
            "twitter-2025/data/ip-audit.js",
            ytd(
                "ip_audit",
                "[{\"ipAudit\":{\"accountId\":\"777\",\"createdAt\":\"2025-01-01T00:00:00.000Z\",\"loginIp\":\"198.51.100.40\",\"loginPortNumber\":40555}}]"))
        .file(
            "twitter-2025/data/zz-thing.js",
            ytd("zz_thing", "[{\"zzThing\":{\"zz\":\"zzxsection\"}}]"))
        .file(
            "twitter-2025/data/phone-number.js",
            ytd("phone_number", "[{\"device\":{\"phoneNumber\":\"+447700900444\"}}]"))
        .file("twitter-2025/assets/js/app.js", "console.log(1)")
        .file("twitter-2025/Your archive.html", "<html></html>");
  }

  @Test
  void readsX() {
    HoldOut h = x().readZip().by("^x");
    h.post("it > that")
        .byKey(KeyBasis.PLATFORM_ID, "777")
        .id("1001")
        .replyTo("990")
        .mentions("888")
        .at("2025-03-01T10:00:00Z");
    h.post("wow").media("Fab.jpg", true);
    h.message("all hands")
        .in(Kind.GROUP)
        .inConversation("99001")
        .at("2025-02-01T10:00:00Z")
        .by("777")
        .id("5001");
    h.follow("888", "777", How.FOLLOWS);
    h.login("198.51.100.40").port(40555).at("2025-01-01T00:00:00Z");
    h.activity(What.REACTED, "liked words");
    h.kept("+447700900444", "Crew");
    h.noted("SX-NOTE-COUNT");
    h.done();
  }

  static HoldOut tiktok() {
    return HoldOut.of("tiktok-archive")
        .file(
            "user_data_tiktok.json",
            "{\"Profile\":{\"Profile Info\":{\"ProfileMap\":{\"userName\":\"sxt_tt\",\"emailAddress\":\"tt@example.org\",\"telephoneNumber\":\"+447700900555\",\"birthDate\":\"17-Dec-2004\",\"bioDescription\":\"hi\",\"zz\":\"zzttprofile\"}}},\"Your Activity\":{\"Login History\":{\"LoginHistoryList\":[{\"Date\":\"2025-03-01 10:00:00\",\"IP\":\"198.51.100.50\",\"DeviceModel\":\"Pixel 7\",\"DeviceSystem\":\"Android 14\",\"NetworkType\":\"wifi\",\"Carrier\":\"N/A\"}]},\"Watch History\":{\"VideoList\":[{\"Date\":\"2025-03-01 11:00:00\",\"Link\":\"https://www.tiktokv.com/share/video/7300/\"}]},\"Searches\":{\"SearchList\":[{\"Date\":\"2025-03-01 12:00:00\",\"SearchTerm\":\"fast boats\"}]},\"Like List\":{\"ItemFavoriteList\":[{\"date\":\"2025-03-01 13:00:00\",\"link\":\"https://www.tiktokv.com/share/video/7301/\"}]},\"Follower\":{\"FansList\":[{\"Date\":\"2025-02-01 10:00:00\",\"UserName\":\"sxt_fan\"}]},\"Following\":{\"Following\":null},\"Block List\":{\"BlockList\":[{\"Date\":\"2025-02-02 10:00:00\",\"UserName\":\"sxt_bad\"}]},\"Zz List\":{\"ZzList\":[{\"zz\":\"zzttsection\"}]}},\"Direct Message\":{\"Direct Messages\":{\"ChatHistory\":{\"Chat History with sxt_fan:\":[{\"Date\":\"2025-02-10 10:00:00\",\"From\":\"sxt_fan\",\"Content\":\"are you there?\"},{\"Date\":\"2025-02-10 10:01:00\",\"From\":\"sxt_tt\",\"Content\":\"yes 🚤\",\"zz\":\"zzttmessage\"}]}}},\"Comment\":{\"Comments\":{\"CommentsList\":[{\"date\":\"2025-02-11 10:00:00\",\"comment\":\"great wake\",\"photo\":\"N/A\",\"url\":\"\"}]}},\"Post\":{\"Posts\":{\"VideoList\":[{\"Date\":\"2025-02-12 10:00:00\",\"Link\":\"https://v16.example/video.mp4\",\"Likes\":\"5\",\"Title\":\"my wake #sea\",\"Sound\":\"zzsound\",\"Location\":\"\",\"WhoCanView\":\"Friends\"}]}},\"Tiktok Live\":null}");
  }

  @Test
  void readsTiktok() {
    HoldOut h = tiktok().readPlain().by("tiktok");
    h.message("are you there")
        .by("sxt_fan")
        .to("sxt_tt")
        .at("2025-02-10T10:00:00Z")
        .bytes("are you there");
    h.message("yes").by("sxt_tt").to("sxt_fan");
    h.login("198.51.100.50").at("2025-03-01T10:00:00Z").by("sxt_tt").says("Pixel 7");
    h.activity(What.VIEWED, "7300").at("2025-03-01T11:00:00Z");
    h.activity(What.SEARCHED, "fast boats").at("2025-03-01T12:00:00Z");
    h.activity(What.REACTED, "7301").at("2025-03-01T13:00:00Z");
    h.follow("sxt_fan", "sxt_tt", How.FOLLOWS).at("2025-02-01T10:00:00Z");
    h.follow("sxt_tt", "sxt_bad", How.BLOCKS);
    h.post("great wake").at("2025-02-11T10:00:00Z");
    h.post("my wake").at("2025-02-12T10:00:00Z").by("sxt_tt");
    h.profile("sxt_tt")
        .selector("email:tt@example.org")
        .selector("phone:+447700900555")
        .says("17-Dec-2004");
    h.done();
  }

  static HoldOut snapchat() {
    return HoldOut.of("snapchat-mydata")
        .file(
            "mydata~1/json/account.json",
            "{\"Basic Information\":{\"Username\":\"sxt_sn\",\"Name\":\"Sni\",\"Creation Date\":\"2019-01-01 00:00:00 UTC\",\"Registration IP\":\"198.51.100.55\",\"Country\":\"GB\",\"Last Active\":\"2025-03-01\"},\"Device Information\":{\"Make\":\"Google\",\"zz\":\"zzsndevice\"},\"Device History\":[{\"Make\":\"Google\",\"Model\":\"Pixel\",\"Start Time\":\"2024-01-01 00:00:00 UTC\",\"Device Type\":\"PHONE\"}],\"Login History\":[{\"IP\":\"198.51.100.56\",\"Country\":\"GB\",\"Created\":\"2025-03-01 10:00:00 UTC\",\"Status\":\"success\",\"Device\":\"Pixel\"}]}")
        .file(
            "mydata~1/json/friends.json",
            "{\"Friends\":[{\"Username\":\"sxt_li\",\"Display Name\":\"Li\",\"Creation Timestamp\":\"2024-02-01 10:00:00 UTC\",\"Last Modified Timestamp\":\"2024-02-02 10:00:00 UTC\",\"Source\":\"Added by phone\"}],\"Friend Requests Sent\":[],\"Blocked Users\":[{\"Username\":\"sxt_mo\",\"Display Name\":\"Mo\",\"Creation Timestamp\":\"2024-03-01 10:00:00 UTC\"}],\"Deleted Friends\":null,\"Zz Friends\":[{\"Username\":\"zzfriend\"}]}")
        .file(
            "mydata~1/json/chat_history.json",
            "{\"sxt_li\":[{\"From\":\"sxt_li\",\"Media Type\":\"TEXT\",\"Created\":\"2025-02-20 10:00:00 UTC\",\"Content\":\"it&#39;s on\",\"Conversation Title\":null,\"IsSender\":false,\"Created(microseconds)\":1740045600123,\"IsSaved\":true,\"Media IDs\":\"\"},{\"From\":\"sxt_sn\",\"Media Type\":\"MEDIA\",\"Created\":\"2025-02-20 10:01:00 UTC\",\"Content\":null,\"Conversation Title\":null,\"IsSender\":true,\"Created(microseconds)\":1740045660000,\"IsSaved\":false,\"Media IDs\":\"b~EiQ123\",\"zz\":\"zzsnmessage\"}],\"11112222-3333-4444-5555-666677778888\":[{\"From\":\"sxt_no\",\"Media Type\":\"TEXT\",\"Created\":\"2025-02-21 10:00:00 UTC\",\"Content\":\"group words\",\"Conversation Title\":\"The lads\",\"IsSender\":false}]}")
        .file("mydata~1/chat_media/2025-02-20_b~EiQ123.jpg", new byte[] {3})
        .file(
            "mydata~1/json/memories_history.json",
            "{\"Saved Media\":[{\"Date\":\"2025-02-22 10:00:00 UTC\",\"Media Type\":\"Image\",\"Location\":\"Latitude, Longitude: 51.501, -0.141\",\"Download Link\":\"https://app.snapchat.com/dmd/memories?uid=zzsigned\"}]}")
        .file(
            "mydata~1/json/search_history.json",
            "[{\"Date and time (hourly)\":\"2025-02-23 10:00:00 UTC\",\"Search Term\":\"marina\"}]")
        .file("mydata~1/html/chat_history.html", "<html><body>zzsnhtml</body></html>");
  }

  @Test
  void readsSnapchat() {
    HoldOut h = snapchat().readZip().by("snap");
    h.message("it's on")
        .by("sxt_li")
        .to("sxt_sn")
        .at("2025-02-20T10:00:00.123Z")
        .in(Kind.DIRECT)
        .bytes("it&#39;s on");
    h.the(Record.Message.class, "with media", m -> !m.media().isEmpty())
        .by("sxt_sn")
        .to("sxt_li")
        .media("EiQ123", true);
    h.message("group words").by("sxt_no").inConversation("The lads");
    h.login("198.51.100.56").at("2025-03-01T10:00:00Z").by("sxt_sn").says("success");
    h.follow("sxt_sn", "sxt_li", How.FRIEND).at("2024-02-01T10:00:00Z");
    h.follow("sxt_sn", "sxt_mo", How.BLOCKS);
    h.profile("sxt_sn").says("198.51.100.55");
    h.activity(What.SEARCHED, "marina");
    h.kept("51.501").done();
  }

  static HoldOut discord() {
    return HoldOut.of("discord-package")
        .file(
            "package/Account/user.json",
            "{\"id\":\"300000000000000001\",\"username\":\"sxt_di\",\"discriminator\":0,\"global_name\":\"Di\",\"email\":\"di@example.org\",\"phone\":\"+447700900666\",\"ip\":\"198.51.100.65\",\"relationships\":[{\"id\":\"300000000000000002\",\"type\":1,\"nickname\":null,\"user\":{\"id\":\"300000000000000002\",\"username\":\"dee\",\"discriminator\":\"0\"}},{\"id\":\"300000000000000003\",\"type\":2,\"user\":{\"id\":\"300000000000000003\",\"username\":\"eve\"}}],\"user_activity_application_statistics\":[],\"user_sessions\":[{\"creation_time\":\"2025-01-01T00:00:00+00:00\",\"last_ip\":\"198.51.100.66\",\"os\":\"Linux\",\"platform\":\"zzplatform\"}],\"zz\":\"zzdiuser\"}")
        .file(
            "package/Messages/index.json",
            "{\"900000000000000001\":\"Direct Message with dee#0\",\"900000000000000009\":\"general in The Yard\"}")
        .file(
            "package/Messages/c900000000000000001/channel.json",
            "{\"id\":\"900000000000000001\",\"type\":\"DM\",\"recipients\":[\"300000000000000001\",\"300000000000000002\"]}")
        .file(
            "package/Messages/c900000000000000001/messages.json",
            "[{\"ID\":1100000000000000001,\"Timestamp\":\"2025-03-01 10:00:00\",\"Contents\":\"on my way\",\"Attachments\":\"\"},{\"ID\":1100000000000000003,\"Timestamp\":\"2025-03-01 10:05:00\",\"Contents\":\"\",\"Attachments\":\"https://cdn.discordapp.com/attachments/9/1/pic.png https://cdn.discordapp.com/attachments/9/2/two.png\"}]")
        .file(
            "package/Messages/c900000000000000009/channel.json",
            "{\"id\":\"900000000000000009\",\"type\":\"GUILD_TEXT\",\"name\":\"general\",\"guild\":{\"id\":\"800000000000000001\",\"name\":\"The Yard\"},\"zz\":\"zzdichannel\"}")
        .file(
            "package/Messages/c900000000000000009/messages.csv",
            "ID,Timestamp,Contents,Attachments\n1100000000000000005,2022-03-01 10:00:00.123000+00:00,\"older, with comma\",\n")
        .file("package/Servers/index.json", "{\"800000000000000001\":\"The Yard\"}")
        .file(
            "package/Activity/analytics/events-2025-00000-of-00001.json",
            "{\"event_type\":\"app_opened\",\"timestamp\":\"\\\"2025-03-01T09:00:00.000Z\\\"\",\"ip\":\"198.51.100.67\",\"zz\":\"zzanalytics\"}\n")
        .file("package/README.txt", "zzreadme");
  }

  @Test
  void readsDiscord() {
    HoldOut h = discord().readZip().by("discord");
    h.message("on my way")
        .byKey(KeyBasis.PLATFORM_ID, "300000000000000001")
        .to("300000000000000002")
        .id("1100000000000000001")
        .at("2025-03-01T10:00:00Z")
        .in(Kind.DIRECT);
    h.the(Record.Message.class, "with pictures", m -> m.media().size() == 2)
        .media("pic.png", false)
        .media("two.png", false);
    h.message("older, with comma")
        .id("1100000000000000005")
        .at("2022-03-01T10:00:00.123Z")
        .inConversation("900000000000000009");
    h.follow("300000000000000001", "300000000000000002", How.FRIEND);
    h.follow("300000000000000001", "300000000000000003", How.BLOCKS);
    h.profile("300000000000000001")
        .selector("email:di@example.org")
        .selector("phone:+447700900666");
    h.login("198.51.100.66");
    h.kept("198.51.100.65", "The Yard").done();
  }

  static HoldOut mastodon() {
    return HoldOut.of("mastodon-archive")
        .file(
            "actor.json",
            "{\"@context\":[\"https://www.w3.org/ns/activitystreams\"],\"id\":\"https://masto.example/users/ana\",\"type\":\"Person\",\"preferredUsername\":\"ana\",\"name\":\"Ana \uD83C\uDF0A\",\"summary\":\"<p>sails</p>\",\"url\":\"https://masto.example/@ana\",\"published\":\"2022-11-01T00:00:00Z\",\"attachment\":[{\"type\":\"PropertyValue\",\"name\":\"Web\",\"value\":\"zzmastofield\"}]}")
        .file(
            "outbox.json",
            "{\"@context\":\"https://www.w3.org/ns/activitystreams\",\"id\":\"outbox.json\",\"type\":\"OrderedCollection\",\"totalItems\":4,\"orderedItems\":[{\"id\":\"https://masto.example/users/ana/statuses/1/activity\",\"type\":\"Create\",\"actor\":\"https://masto.example/users/ana\",\"published\":\"2023-03-01T10:00:00Z\",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"],\"cc\":[\"https://masto.example/users/ana/followers\"],\"object\":{\"id\":\"https://masto.example/users/ana/statuses/1\",\"type\":\"Note\",\"summary\":null,\"inReplyTo\":null,\"published\":\"2023-03-01T10:00:00Z\",\"url\":\"https://masto.example/@ana/1\",\"attributedTo\":\"https://masto.example/users/ana\",\"sensitive\":false,\"content\":\"<p>public words &amp; more<br>second</p>\",\"tag\":[{\"type\":\"Mention\",\"href\":\"https://other.example/users/bob\",\"name\":\"@bob@other.example\"}],\"attachment\":[{\"type\":\"Document\",\"mediaType\":\"image/png\",\"url\":\"/media_attachments/files/1/a.png\",\"name\":\"alt\"}],\"zz\":\"zzmastonote\"}},{\"id\":\"https://masto.example/users/ana/statuses/2/activity\",\"type\":\"Create\",\"actor\":\"https://masto.example/users/ana\",\"published\":\"2023-03-01T11:00:00Z\",\"to\":[\"https://other.example/users/bob\"],\"cc\":[],\"object\":{\"id\":\"https://masto.example/users/ana/statuses/2\",\"type\":\"Note\",\"inReplyTo\":\"https://other.example/users/bob/statuses/7\",\"published\":\"2023-03-01T11:00:00Z\",\"content\":\"<p>only for bob</p>\",\"tag\":[{\"type\":\"Mention\",\"href\":\"https://other.example/users/bob\",\"name\":\"@bob@other.example\"}],\"attachment\":[]}},{\"id\":\"https://masto.example/users/ana/statuses/3/activity\",\"type\":\"Announce\",\"actor\":\"https://masto.example/users/ana\",\"published\":\"2023-03-01T12:00:00Z\",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"],\"cc\":[],\"object\":\"https://third.example/users/cy/statuses/9\"}]}")
        .file(
            "likes.json",
            "{\"@context\":\"https://www.w3.org/ns/activitystreams\",\"id\":\"likes.json\",\"type\":\"OrderedCollection\",\"orderedItems\":[\"https://third.example/users/cy/statuses/10\"]}")
        .file(
            "bookmarks.json",
            "{\"@context\":\"https://www.w3.org/ns/activitystreams\",\"id\":\"bookmarks.json\",\"type\":\"OrderedCollection\",\"orderedItems\":[\"https://third.example/users/cy/statuses/11\"]}")
        .file("media_attachments/files/1/a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'})
        .file("avatar.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
  }

  @Test
  void readsMastodon() {
    HoldOut h = mastodon().readZip().by("mastodon|activity");
    h.post("public words")
        .by("ana")
        .at("2023-03-01T10:00:00Z")
        .media("a.png", true)
        .mentions("https://other.example/users/bob")
        .on("mastodon");
    h.the(Record.class, "only for bob", r -> r.words().contains("only for bob"))
        .at("2023-03-01T11:00:00Z");
    h.the(
            Record.class,
            "a repeat",
            p ->
                p instanceof Record.Post r && String.valueOf(r.repostOf()).contains("statuses/9")
                    || p instanceof Record.Activity a
                        && String.valueOf(a.object()).contains("statuses/9"))
        .at("2023-03-01T12:00:00Z");
    h.activity(What.REACTED, "statuses/10");
    h.kept("statuses/11").noted("SX-NOTE-COUNT").done();
  }

  static HoldOut redditNdjson() {
    return HoldOut.of("reddit-pushshift")
        .file(
            "RC_2023-03",
            "{\"id\":\"jaa1\",\"author\":\"sxt_rd\",\"author_fullname\":\"t2_aaa\",\"subreddit\":\"boats\",\"subreddit_id\":\"t5_2\",\"body\":\"first &amp; best\",\"created_utc\":1677664800,\"parent_id\":\"t3_11\",\"link_id\":\"t3_11\",\"score\":3,\"edited\":false,\"permalink\":\"/r/boats/comments/11/x/jaa1/\",\"zz\":\"zzpush\"}\n{\"id\":\"jaa2\",\"author\":\"[deleted]\",\"subreddit\":\"boats\",\"body\":\"[removed]\",\"created_utc\":\"1677664900\",\"parent_id\":\"t1_jaa1\",\"link_id\":\"t3_11\",\"edited\":1677665000.0}\nnot json zzbadline\n");
  }

  private static void reddit(HoldOut h) {
    h.post("first & best").by("sxt_rd").id("jaa1").at("2023-03-01T10:00:00Z").on("reddit");
    h.the(Record.Post.class, "deleted", p -> "jaa2".equals(p.postId()))
        .byNobody()
        .at("2023-03-01T10:01:40Z");
    h.count(Record.Post.class, 2);
    h.expect(
        h.trial().faults.size() + h.trial().unknowns.size() == 1,
        "one broken line told",
        h.trial().faults);
  }

  @Test
  void readsRedditNdjson() {
    HoldOut h = redditNdjson();
    h.readPlain().by("reddit");
    reddit(h);
    h.doneBut("SX-READ-MALFORMED");
  }

  @Test
  void readsRedditZstd() {
    byte[] plain = redditNdjson().files().get("RC_2023-03");
    HoldOut h =
        HoldOut.of("reddit-pushshift-zst")
            .file("RC_2023-03.zst", com.github.luben.zstd.Zstd.compress(plain))
            .opaque();
    h.readPlain().by("reddit");
    reddit(h);
    h.doneBut("SX-READ-MALFORMED");
  }

  static HoldOut redditListing() {
    return HoldOut.of("reddit-listing")
        .file(
            "listing.json",
            "{\"kind\":\"Listing\",\"data\":{\"after\":\"t3_zz\",\"children\":[{\"kind\":\"t3\",\"data\":{\"id\":\"11\",\"name\":\"t3_11\",\"author\":\"sxt_rd\",\"author_fullname\":\"t2_aaa\",\"subreddit\":\"boats\",\"title\":\"For sale\",\"selftext\":\"a boat\",\"created_utc\":1677664800.0,\"num_comments\":2,\"url\":\"https://example.org/zzurl\"}},{\"kind\":\"more\",\"data\":{\"id\":\"zzmore\",\"children\":[\"a\"]}}]}}");
  }

  @Test
  void readsRedditListing() {
    HoldOut h = redditListing().readPlain().by("reddit");
    h.the(Record.Post.class, "For sale", p -> (p.text() + p.header().extra()).contains("For sale"))
        .by("sxt_rd")
        .at("2023-03-01T10:00:00Z");
    h.done();
  }
}

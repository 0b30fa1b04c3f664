package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Follow.How;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Google Takeout, Bluesky, WordPress and Blogger. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class MoreArchivesHoldOutTest {
  private static final String T = "Takeout/";

  static HoldOut locations() {
    return HoldOut.of("takeout-locations")
        .file(
            T + "Location History/Location History.json",
            "{\"locations\":[{\"timestampMs\":\"1420106400000\",\"latitudeE7\":411400000,\"longitudeE7\":-86100000,\"accuracy\":25,\"zz\":\"zzlocone\"},{\"timestampMs\":\"1420110000000\",\"latitudeE7\":411500000,\"longitudeE7\":4208867296,\"accuracy\":25}]}")
        .file(
            T + "Location History (Timeline)/Records.json",
            "{\"locations\":[{\"latitudeE7\":515007000,\"longitudeE7\":-1245600,\"accuracy\":13,\"activity\":[{\"activity\":[{\"type\":\"STILL\",\"confidence\":90}],\"timestamp\":\"2023-01-01T09:59:00Z\"}],\"source\":\"WIFI\",\"deviceTag\":-123456,\"timestamp\":\"2023-01-01T10:00:00.123Z\",\"locationMetadata\":[{\"wifiScan\":{\"accessPoints\":[{\"mac\":\"11223344556677\",\"strength\":-50}]},\"timestamp\":\"2023-01-01T10:00:00Z\"}],\"zz\":\"zzloctwo\"},{\"timestamp\":\"2023-01-01T10:05:00Z\",\"source\":\"GPS\"}]}")
        .file(
            T + "Location History (Timeline)/Semantic Location History/2023/2023_JANUARY.json",
            "{\"timelineObjects\":[{\"placeVisit\":{\"location\":{\"latitudeE7\":515100000,\"longitudeE7\":-1300000,\"placeId\":\"ChIJzzplace\",\"address\":\"1 Quay\",\"name\":\"The Quay\"},\"duration\":{\"startTimestamp\":\"2023-01-02T10:00:00.000Z\",\"endTimestamp\":\"2023-01-02T11:00:00.000Z\"},\"visitConfidence\":88}},{\"activitySegment\":{\"startLocation\":{\"latitudeE7\":515200000,\"longitudeE7\":-1400000},\"endLocation\":{\"latitudeE7\":515300000,\"longitudeE7\":-1500000},\"duration\":{\"startTimestampMs\":\"1672657200000\",\"endTimestampMs\":\"1672660800000\"},\"activityType\":\"IN_VEHICLE\",\"zz\":\"zzsegment\"}}]}")
        .noise();
  }

  @Test
  void readsLocations() {
    HoldOut h = locations().readZip().by("takeout|google");
    h.place(41.14, -8.61).at("2015-01-01T10:00:00Z");
    h.place(41.15, -8.61).at("2015-01-01T11:00:00Z");
    h.place(51.5007, -0.12456).at("2023-01-01T10:00:00.123Z");
    h.place(51.51, -0.13).at("2023-01-02T10:00:00Z").says("The Quay");
    h.place(51.52, -0.14).at("2023-01-02T11:00:00Z");
    h.place(51.53, -0.15).at("2023-01-02T12:00:00Z");
    h.kept("11223344556677", "STILL", "IN_VEHICLE").done();
  }

  static HoldOut locationIos() {
    return HoldOut.of("takeout-location-ios")
        .file(
            "location-history.json",
            "[{\"endTime\":\"2024-05-01T11:00:00.000+01:00\",\"startTime\":\"2024-05-01T10:00:00.000+01:00\",\"visit\":{\"hierarchyLevel\":\"0\",\"topCandidate\":{\"probability\":\"0.9\",\"semanticType\":\"Home\",\"placeID\":\"zzplaceid\",\"placeLocation\":\"geo:51.500100,-0.120100\"},\"probability\":\"0.8\"}},{\"endTime\":\"2024-05-01T12:00:00.000+01:00\",\"startTime\":\"2024-05-01T11:00:00.000+01:00\",\"activity\":{\"start\":\"geo:51.500200,-0.120200\",\"end\":\"geo:51.500300,-0.120300\",\"topCandidate\":{\"type\":\"walking\",\"probability\":\"0.7\"},\"distanceMeters\":\"120\"}},{\"endTime\":\"2024-05-01T14:00:00.000+01:00\",\"startTime\":\"2024-05-01T12:00:00.000+01:00\",\"timelinePath\":[{\"point\":\"geo:51.500400,-0.120400\",\"durationMinutesOffsetFromStartTime\":\"17\"}]}]");
  }

  @Test
  void readsLocationIos() {
    HoldOut h = locationIos().readPlain().by("takeout|google|timeline");
    h.place(51.5001, -0.1201).at("2024-05-01T09:00:00Z");
    h.place(51.5002, -0.1202).at("2024-05-01T10:00:00Z");
    h.place(51.5003, -0.1203).at("2024-05-01T11:00:00Z");
    h.place(51.5004, -0.1204).at("2024-05-01T11:17:00Z");
    h.done();
  }

  static HoldOut locationAndroid() {
    return HoldOut.of("takeout-location-android")
        .file(
            "Timeline.json",
            "{\"semanticSegments\":[{\"startTime\":\"2024-06-01T10:00:00.000+02:00\",\"endTime\":\"2024-06-01T11:00:00.000+02:00\",\"startTimeTimezoneUtcOffsetMinutes\":120,\"visit\":{\"hierarchyLevel\":0,\"probability\":0.9,\"topCandidate\":{\"placeId\":\"zzandroidplace\",\"semanticType\":\"WORK\",\"probability\":0.8,\"placeLocation\":{\"latLng\":\"48.1001°, 11.5001°\"}}}},{\"startTime\":\"2024-06-01T12:00:00.000+02:00\",\"endTime\":\"2024-06-01T14:00:00.000+02:00\",\"timelinePath\":[{\"point\":\"48.1002°, 11.5002°\",\"time\":\"2024-06-01T12:21:00.000+02:00\"}]},{\"startTime\":\"2024-06-01T14:00:00.000+02:00\",\"endTime\":\"2024-06-01T15:00:00.000+02:00\",\"activity\":{\"start\":{\"latLng\":\"48.1003°, 11.5003°\"},\"end\":{\"latLng\":\"48.1004°, 11.5004°\"},\"topCandidate\":{\"type\":\"IN_BUS\",\"probability\":0.5}}}],\"rawSignals\":[{\"position\":{\"LatLng\":\"48.1005°, 11.5005°\",\"accuracyMeters\":13,\"altitudeMeters\":500.1,\"source\":\"WIFI\",\"timestamp\":\"2024-06-01T16:00:00.000+02:00\",\"speedMetersPerSecond\":0.0}},{\"wifiScan\":{\"deliveryTime\":\"2024-06-01T16:00:01.000+02:00\",\"devicesRecords\":[{\"mac\":99887766,\"rawRssi\":-60}]}}],\"userLocationProfile\":{\"frequentPlaces\":[{\"placeId\":\"zzfrequent\",\"placeLocation\":\"48.1006°, 11.5006°\",\"label\":\"HOME\"}]}}");
  }

  @Test
  void readsLocationAndroid() {
    HoldOut h = locationAndroid().readPlain().by("takeout|google|timeline");
    h.place(48.1001, 11.5001).at("2024-06-01T08:00:00Z");
    h.place(48.1002, 11.5002).at("2024-06-01T10:21:00Z");
    h.place(48.1003, 11.5003).at("2024-06-01T12:00:00Z");
    h.place(48.1004, 11.5004).at("2024-06-01T13:00:00Z");
    h.place(48.1005, 11.5005).at("2024-06-01T14:00:00Z");
    h.done();
  }

  private static String watched(String words, String link, String when) {
    return "<div class=\"outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp\"><div class=\"mdl-grid\"><div class=\"header-cell mdl-cell mdl-cell--12-col\"><p class=\"mdl-typography--title\">YouTube<br></p></div><div class=\"content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1\">%s&nbsp;<a href=\"%s\">Boats &amp; more</a><br><a href=\"https://www.youtube.com/channel/UCzzchannel\">Chan</a><br>%s<br></div><div class=\"content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1 mdl-typography--text-right\"></div><div class=\"content-cell mdl-cell mdl-cell--12-col mdl-typography--caption\"><b>Products:</b><br>&emsp;YouTube<br></div></div></div>"
        .formatted(words, link, when);
  }

  static HoldOut youtube() {
    return HoldOut.of("takeout-youtube")
        .file(
            T + "YouTube and YouTube Music/history/watch-history.html",
            "<html><head><title>Watch history</title><style>.x{}</style></head><body><div class=\"mdl-grid\">"
                + watched(
                    "Watched",
                    "https://www.youtube.com/watch?v=aaa111",
                    "Mar 1, 2025, 10:00:00\u202fAM UTC")
                + watched(
                    "Watched", "https://www.youtube.com/watch?v=bbb222", "1 Mar 2025, 11:00:00 GMT")
                + "</div></body></html>")
        .file(
            T + "YouTube and YouTube Music/history/search-history.json",
            "[{\"header\":\"YouTube\",\"title\":\"Searched for harbour cams\",\"titleUrl\":\"https://www.youtube.com/results?search_query=harbour+cams\",\"time\":\"2025-03-01T12:00:00.123Z\",\"products\":[\"YouTube\"],\"activityControls\":[\"YouTube search history\"],\"zz\":\"zzytsearch\"}]")
        .file(
            T + "YouTube and YouTube Music/subscriptions/subscriptions.csv",
            "Channel Id,Channel Url,Channel Title\nUCabc,http://www.youtube.com/channel/UCabc,\"Boats, fast\"\n")
        .file(
            T + "YouTube and YouTube Music/comments/comments.csv",
            "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,Top-Level Comment ID\nUgzzcomment,UCme,2025-03-01T13:00:00.000000+00:00,0,,,vid1,\"{\"\"text\"\":\"\"what a wake\"\"}\",\n")
        .file(
            T + "Google Chat/Groups/DM abc/group_info.json",
            "{\"name\":\"DM\",\"members\":[{\"name\":\"Ana\",\"email\":\"ana@example.org\",\"user_type\":\"Human\"},{\"name\":\"Bo\",\"email\":\"bo@example.org\",\"user_type\":\"Human\"}]}")
        .file(
            T + "Google Chat/Groups/DM abc/messages.json",
            "{\"messages\":[{\"creator\":{\"name\":\"Ana\",\"email\":\"ana@example.org\",\"user_type\":\"Human\"},\"created_date\":\"Saturday, March 1, 2025 at 2:00:00\u202fPM UTC\",\"text\":\"keys under the mat\",\"attached_files\":[{\"original_name\":\"p.png\",\"export_name\":\"File-p.png\"}],\"topic_id\":\"t1\",\"message_id\":\"abc/t1/m1\",\"zz\":\"zzgchat\"},{\"creator\":{\"name\":\"Bo\",\"email\":\"bo@example.org\",\"user_type\":\"Human\"},\"created_date\":\"Saturday, March 1, 2025 at 2:01:00 PM UTC\",\"deleted_date\":\"Saturday, March 1, 2025 at 2:02:00 PM UTC\",\"message_state\":\"DELETED\",\"topic_id\":\"t1\",\"message_id\":\"abc/t1/m2\"}]}")
        .file(
            T + "Google Chat/Groups/DM abc/File-p.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 2})
        .file(
            T + "Profile/Profile.json",
            "{\"name\":{\"givenName\":\"Ana\",\"formattedName\":\"Ana A\"},\"displayName\":\"Ana A\",\"emails\":[{\"value\":\"ana@example.org\"}],\"birthday\":\"1990-01-01\",\"gender\":{\"type\":\"female\"},\"zz\":\"zzgprofile\"}")
        .file(
            T + "My Activity/Search/MyActivity.json",
            "[{\"header\":\"Search\",\"title\":\"Searched for tide tables\",\"titleUrl\":\"https://www.google.com/search?q=tide+tables\",\"time\":\"2025-03-01T15:00:00Z\",\"products\":[\"Search\"],\"locationInfos\":[{\"name\":\"At this general area\",\"url\":\"https://www.google.com/maps/@?api=1&center=51.5,-0.1\",\"source\":\"From your device\"}]}]")
        .file(
            T + "Access Log Activity/Activities - A list of Google services accessed by.csv",
            "Gaia ID,Activity Timestamp,IP Address,Proxied Host IP Address,Is Non-routable IP Address,Activity Country,Activity Region,Activity City,User Agent String,Product Name,Sub-Product Name,Activity Type,Gmail Access Channel\n11223344,2025-03-01 16:00:00 UTC,198.51.100.95,,false,GB,ENG,London,Mozilla/5.0,Gmail,,Default,zzaccess\n")
        .file(T + "Zz Product/zz.json", "{\"zz\":\"zztakeoutproduct\"}")
        .file(T + "archive_browser.html", "<html><body>zzbrowser</body></html>");
  }

  @Test
  void readsYoutube() {
    HoldOut h = youtube().readZip().by("takeout|google");
    h.activity(What.VIEWED, "aaa111").at("2025-03-01T10:00:00Z");
    h.activity(What.VIEWED, "bbb222").at("2025-03-01T11:00:00Z");
    h.activity(What.SEARCHED, "harbour cams").at("2025-03-01T12:00:00.123Z");
    h.activity(What.SEARCHED, "tide tables").at("2025-03-01T15:00:00Z");
    h.the(Record.Follow.class, "subscription", f -> Found.is(f.to(), "UCabc"));
    h.the(Record.Post.class, "the comment", p -> p.text().contains("what a wake"))
        .at("2025-03-01T13:00:00Z")
        .text("what a wake");
    h.message("keys under the mat")
        .by("ana@example.org")
        .at("2025-03-01T14:00:00Z")
        .to("bo@example.org")
        .media("p.png", true);
    h.login("198.51.100.95").at("2025-03-01T16:00:00Z");
    h.the(Record.Profile.class, "of Ana", p -> true).selector("email:ana@example.org");
    h.done();
  }

  private static Map<String, Map<String, Object>> records() {
    Map<String, Map<String, Object>> r = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      r.put(
          "app.bsky.feed.post/3lj" + "abcdefghijkl".charAt(i) + "222222222z",
          Map.of(
              "$type",
              "app.bsky.feed.post",
              "text",
              "filler number " + i,
              "createdAt",
              "2025-01-%02dT10:00:00.000Z".formatted(i + 1)));
    }
    r.put(
        "app.bsky.feed.post/3ljzzz22222zz",
        Map.of(
            "$type",
            "app.bsky.feed.post",
            "text",
            "né \uD83D\uDEA4 @bo.example ahoy",
            "createdAt",
            "2025-03-01T10:00:00.123Z",
            "langs",
            List.of("en"),
            "zzExtra",
            "zzcarfield",
            "facets",
            List.of(
                Map.of(
                    "index",
                    Map.of("byteStart", 9, "byteEnd", 20),
                    "features",
                    List.of(
                        Map.of(
                            "$type",
                            "app.bsky.richtext.facet#mention",
                            "did",
                            "did:plc:bobobobobobobobobobobobo"))))));
    r.put(
        "app.bsky.graph.follow/3ljfollow2222",
        Map.of(
            "$type",
            "app.bsky.graph.follow",
            "subject",
            "did:plc:bobobobobobobobobobobobo",
            "createdAt",
            "2025-02-01T10:00:00Z"));
    r.put(
        "app.bsky.graph.block/3ljblock22222",
        Map.of(
            "$type",
            "app.bsky.graph.block",
            "subject",
            "did:plc:evevevevevevevevevevevev",
            "createdAt",
            "2025-02-02T10:00:00Z"));
    r.put(
        "app.bsky.feed.like/3ljlike222222",
        Map.of(
            "$type",
            "app.bsky.feed.like",
            "subject",
            Map.of(
                "uri",
                "at://did:plc:bobobobobobobobobobobobo/app.bsky.feed.post/3kx",
                "cid",
                "bafyx"),
            "createdAt",
            "2025-02-03T10:00:00Z"));
    r.put(
        "app.bsky.actor.profile/self",
        Map.of("$type", "app.bsky.actor.profile", "displayName", "Ana", "description", "sails"));
    r.put("zz.example.thing/1", Map.of("$type", "zz.example.thing", "zz", "zzcarsection"));
    return r;
  }

  private static final String DID = "did:plc:abcdefghijklmnopqrstuvwx";

  static HoldOut car(boolean right) {
    return HoldOut.of(right ? "bluesky-car" : "bluesky-car-badly-signed")
        .file("repo.car", Car.repository(DID, records(), right))
        .file(
            "did.json",
            "{\"@context\":[\"https://www.w3.org/ns/did/v1\"],\"id\":\""
                + DID
                + "\",\"alsoKnownAs\":[\"at://ana.example\"],\"verificationMethod\":[{\"id\":\""
                + DID
                + "#atproto\",\"type\":\"Multikey\",\"controller\":\""
                + DID
                + "\",\"publicKeyMultibase\":\""
                + Car.multikey()
                + "\"}],\"service\":[]}");
  }

  private static void bluesky(HoldOut h) {
    h.post("ahoy")
        .byKey(KeyBasis.PLATFORM_ID, DID)
        .at("2025-03-01T10:00:00.123Z")
        .mentions("did:plc:bobobobobobobobobobobobo")
        .on("bluesky")
        .bytes("ahoy");
    h.count(Record.Post.class, 13);
    h.follow(DID, "did:plc:bobobobobobobobobobobobo", How.FOLLOWS).at("2025-02-01T10:00:00Z");
    h.follow(DID, "did:plc:evevevevevevevevevevevev", How.BLOCKS);
    h.activity(What.REACTED, "3kx").at("2025-02-03T10:00:00Z");
    h.profile(DID).says("sails");
    h.kept("zzcarfield", "zzcarsection");
  }

  @Test
  void readsCar() {
    HoldOut h = car(true).unplanted().readZip().by("bluesky|atproto");
    bluesky(h);
    h.notedLike("signature|signed");
    h.expect(
        h.trial().notes.stream()
            .noneMatch(
                n -> n.what().matches("(?i).*(not valid|invalid|does not|wrong|bad|fail).*")),
        "a signature that holds",
        h.trial().notes);
    h.done();
  }

  @Test
  void readsCarAlone() {
    HoldOut h =
        HoldOut.of("bluesky-car-alone")
            .file("repo.car", car(true).files().get("repo.car"))
            .unplanted()
            .readPlain()
            .by("bluesky|atproto");
    bluesky(h);
    h.done();
  }

  @Test
  void tellsOfAWrongSignature() {
    HoldOut h = car(false).unplanted().readZip().by("bluesky|atproto");
    h.count(Record.Post.class, 13);
    h.expect(
        h.trial().notes.stream()
            .anyMatch(n ->
                n.what().matches("(?is).*(signature|signed).*")
                    && n.what().matches("(?is).*(not|invalid|wrong|bad|fail).*")),
        "a note that the signature does not hold",
        h.trial().notes);
    h.done();
  }

  static HoldOut wxr() {
    return HoldOut.of("wordpress-wxr")
        .file(
            "site.WordPress.2025-03-01.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<!-- generator=\"WordPress/6.7\" -->\n<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Old sailor</title><link>https://sailor.example</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://sailor.example</wp:base_blog_url><wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[sailor]]></wp:author_login><wp:author_email><![CDATA[sailor@example.org]]></wp:author_email><wp:author_display_name><![CDATA[Old Sailor]]></wp:author_display_name></wp:author>"
                + "<item><title><![CDATA[On ropes]]></title><link>https://sailor.example/ropes</link><pubDate>Sat, 01 Mar 2025 09:00:00 +0000</pubDate><dc:creator><![CDATA[sailor]]></dc:creator><guid isPermaLink=\"false\">https://sailor.example/?p=10</guid><content:encoded><![CDATA[<p>Knots &amp; bends</p> ]]]]><![CDATA[> end]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>10</wp:post_id><wp:post_date><![CDATA[2025-03-01 10:00:00]]></wp:post_date><wp:post_date_gmt><![CDATA[2025-03-01 09:00:00]]></wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain=\"post_tag\" nicename=\"r\"><![CDATA[zztag]]></category><wp:postmeta><wp:meta_key>zzmetakey</wp:meta_key><wp:meta_value><![CDATA[zzmetavalue]]></wp:meta_value></wp:postmeta><wp:comment><wp:comment_id>55</wp:comment_id><wp:comment_author><![CDATA[Reader R]]></wp:comment_author><wp:comment_author_email><![CDATA[reader@example.org]]></wp:comment_author_email><wp:comment_author_url></wp:comment_author_url><wp:comment_author_IP><![CDATA[198.51.100.97]]></wp:comment_author_IP><wp:comment_date><![CDATA[2025-03-01 12:00:00]]></wp:comment_date><wp:comment_date_gmt><![CDATA[2025-03-01 11:00:00]]></wp:comment_date_gmt><wp:comment_content><![CDATA[well said]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment></item>"
                + "<item><title>Draft thing</title><dc:creator><![CDATA[sailor]]></dc:creator><content:encoded><![CDATA[never sent]]></content:encoded><wp:post_id>11</wp:post_id><wp:post_date>0000-00-00 00:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>draft</wp:status><wp:post_type>post</wp:post_type><wp:post_password>zzpassword</wp:post_password></item></channel></rss>\n");
  }

  @Test
  void readsWxr() {
    HoldOut h = wxr().opaque().readPlain().by("wordpress|wxr");
    h.the(Record.Post.class, "On ropes", p -> p.text().contains("Knots & bends"))
        .by("sailor")
        .id("10")
        .at("2025-03-01T09:00:00Z")
        .on("wordpress")
        .bytes("On ropes");
    h.post("well said").at("2025-03-01T11:00:00Z");
    h.post("never sent").timeless();
    h.kept("198.51.100.97", "reader@example.org", "sailor@example.org", "On ropes").done();
  }

  static HoldOut blogger() {
    return HoldOut.of("blogger-atom")
        .file(
            "blog-03-01-2025.xml",
            Made.bom(
                "<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href=\"http://www.blogger.com/styles/atom.css\" type=\"text/css\"?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:gd='http://schemas.google.com/g/2005' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-42.archive</id><updated>2025-03-01T00:00:00.000Z</updated><title type='text'>Quay notes</title><author><name>Quincy</name><uri>https://www.blogger.com/profile/0123456789</uri><email>noreply@blogger.com</email></author><entry><id>tag:blogger.com,1999:blog-42.settings.ZZ</id><published>2020-01-01T00:00:00.000Z</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#settings'/><title type='text'>zzsetting</title><content type='text'>true</content></entry><entry><id>tag:blogger.com,1999:blog-42.post-77</id><published>2025-02-01T10:00:00.001+01:00</published><updated>2025-02-02T10:00:00.000+01:00</updated><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><category scheme='http://www.blogger.com/atom/ns#' term='zzlabel'/><title type='text'>Low tide</title><content type='html'>&lt;b&gt;mud&lt;/b&gt; everywhere</content><link rel='alternate' type='text/html' href='https://quay.example/low-tide.html' title='Low tide'/><author><name>Quincy</name><uri>https://www.blogger.com/profile/0123456789</uri><email>noreply@blogger.com</email></author><thr:total>1</thr:total></entry><entry><id>tag:blogger.com,1999:blog-42.post-78</id><published>2025-02-03T10:00:00.000Z</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/><title type='text'>so true</title><content type='html'>so true indeed</content><author><name>Rae</name><uri>https://www.blogger.com/profile/999</uri><email>noreply@blogger.com</email></author><thr:in-reply-to href='https://quay.example/low-tide.html' ref='tag:blogger.com,1999:blog-42.post-77' type='text/html'/></entry></feed>"));
  }

  @Test
  void readsBlogger() {
    HoldOut h = blogger().opaque().readPlain().by("blogger");
    h.post("mud").at("2025-02-01T09:00:00.001Z").on("blogger");
    h.post("so true indeed").at("2025-02-03T10:00:00Z");
    h.the(
        Record.Post.class,
        "answering the post",
        p -> p.text().contains("so true indeed") && String.valueOf(p.replyToPost()).contains("77"));
    h.kept("Low tide", "0123456789", "Rae").done();
  }

  static HoldOut blueskyApi() {
    return HoldOut.of("bluesky-api")
        .file(
            "feed.json",
            "{\"feed\":[{\"post\":{\"uri\":\"at://did:plc:ana/app.bsky.feed.post/3la\",\"cid\":\"bafya\",\"author\":{\"did\":\"did:plc:ana\",\"handle\":\"ana.example\",\"displayName\":\"Ana\",\"viewer\":{\"muted\":false}},\"record\":{\"$type\":\"app.bsky.feed.post\",\"text\":\"answer here\",\"createdAt\":\"2025-03-01T10:00:00.000Z\",\"langs\":null,\"reply\":{\"parent\":{\"uri\":\"at://did:plc:bo/app.bsky.feed.post/3lb\",\"cid\":\"c\"},\"root\":{\"uri\":\"at://did:plc:bo/app.bsky.feed.post/3lb\",\"cid\":\"c\"}},\"zz\":\"zzapifield\"},\"replyCount\":1,\"likeCount\":2,\"indexedAt\":\"2025-03-01T10:00:01.000Z\",\"labels\":[]}},{\"post\":{\"uri\":\"at://did:plc:bo/app.bsky.feed.post/3lc\",\"cid\":\"bafyc\",\"author\":{\"did\":\"did:plc:bo\",\"handle\":\"bo.example\"},\"record\":{\"$type\":\"app.bsky.feed.post\",\"text\":\"bo speaks\",\"createdAt\":\"2025-03-01T09:00:00+02:00\"},\"indexedAt\":\"2025-03-01T07:00:01.000Z\"},\"reason\":{\"$type\":\"app.bsky.feed.defs#reasonRepost\",\"by\":{\"did\":\"did:plc:ana\",\"handle\":\"ana.example\"},\"indexedAt\":\"2025-03-02T10:00:00.000Z\"}}],\"cursor\":\"zzcursor\"}");
  }

  @Test
  void readsBlueskyApi() {
    HoldOut h = blueskyApi().readPlain().by("bluesky");
    h.post("answer here")
        .byKey(KeyBasis.PLATFORM_ID, "did:plc:ana")
        .at("2025-03-01T10:00:00Z")
        .bytes("answer here");
    h.the(
        Record.Post.class,
        "an answer",
        p -> p.text().equals("answer here") && String.valueOf(p.replyToPost()).contains("3lb"));
    h.post("bo speaks").byKey(KeyBasis.PLATFORM_ID, "did:plc:bo").at("2025-03-01T07:00:00Z");
    h.kept("2025-03-02T10:00:00").done();
  }
}

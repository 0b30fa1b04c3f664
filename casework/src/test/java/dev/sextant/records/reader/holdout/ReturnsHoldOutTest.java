package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef.Kind;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Follow.How;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What X, Snapchat, Google, TikTok and Discord answer to legal process. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class ReturnsHoldOutTest {
  private static String signed(String json) {
    return "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
        + json
        + "\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEEzzsignatureword\n=AbCd\n-----END PGP SIGNATURE-----\n";
  }

  static HoldOut xNew() {
    return HoldOut.of("x-return-new")
        .file(
            "sxt_anna/1234567890-tweets.txt",
            signed(
                """
                [ {
                  "tweet" : {
                    "edit_info" : { "initial" : { "editTweetIds" : [ "1890000000000000001" ], "editableUntil" : "2025-02-13T12:00:00.000Z" } },
                    "retweeted" : false,
                    "zz_new" : "zztweetfield",
                    "entities" : { "hashtags" : [ ], "user_mentions" : [ { "name" : "Ben", "screen_name" : "sxt_ben", "id_str" : "222", "id" : "222" } ], "urls" : null },
                    "id" : "1890000000000000001",
                    "id_str" : "1890000000000000001",
                    "full_text" : "@sxt_ben the boat is ready \\ud83d\\udea4 &amp; waiting",
                    "created_at" : "Thu Feb 13 11:00:00 +0000 2025"
                  }
                }, {
                  "tweet" : { "id_str" : "1890000000000000002", "full_text" : "second", "created_at" : "Thu Feb 13 12:30:01 +0000 2025" }
                } ]\
                """))
        .file(
            "sxt_anna/1234567890-deleted-tweets.txt",
            signed(
                """
                [ { "tweet" : { "id_str" : "1890000000000000009", "full_text" : "gone now", "created_at" : "Fri Feb 14 00:00:01 +0000 2025", "deleted_at" : "2025-02-15T00:00:00.000Z" } } ]\
                """))
        .file(
            "sxt_anna/1234567890-direct-messages.txt",
            signed(
                """
                [ { "dmConversation" : { "conversationId" : "222-1234567890", "messages" : [
                  { "messageCreate" : { "recipientId" : "222", "reactions" : [ ], "urls" : [ ], "text" : "bring the keys", "mediaUrls" : [ "https://ton.twitter.com/dm/1/2/x.jpg" ], "senderId" : "1234567890", "id" : "1890000000000000100", "createdAt" : "2025-02-13T13:00:00.123Z" } },
                  { "messageCreate" : { "recipientId" : "1234567890", "reactions" : null, "text" : "yes", "senderId" : "222", "id" : "1890000000000000101", "createdAt" : "2025-02-13T13:01:00.000Z" } },
                  { "zzNovelty" : { "what" : "zzdmnovelty" } }
                ] } } ]\
                """))
        .file("sxt_anna/1234567890-tweets_media/1890000000000000001-AbC.jpg", new byte[] {1, 2, 3})
        .file("sxt_anna/1234567890-zz-odd.txt", "zzoddfile\n")
        .noise();
  }

  @Test
  void readsXNew() {
    HoldOut h = xNew().readZip().by("(^|-)(x|twitter)-|-(x|twitter)($|-)");
    h.post("boat is ready")
        .at("2025-02-13T11:00:00Z")
        .id("1890000000000000001")
        .mentions("222")
        .on("x")
        .byKey(KeyBasis.PLATFORM_ID, "1234567890")
        .media("AbC.jpg", true);
    h.post("second").at("2025-02-13T12:30:01Z").bytes("1890000000000000002");
    h.post("gone now").at("2025-02-14T00:00:01Z");
    h.message("bring the keys")
        .byKey(KeyBasis.PLATFORM_ID, "1234567890")
        .to("222")
        .at("2025-02-13T13:00:00.123Z")
        .in(Kind.DIRECT)
        .inConversation("222-1234567890");
    h.message("yes").by("222").to("1234567890");
    h.count(Record.Post.class, 3).count(Record.Message.class, 2);
    h.notedLike("signature|signed|pgp");
    h.done();
  }

  static HoldOut xOld() {
    return HoldOut.of("x-return-old")
        .file(
            "777-account.txt",
            "****************************************\nuserId: 777\n****************************************\naccountId: 777\nemail: carl@example.org\ncreatedVia: oauth:258901\nusername: sxt_carl\naccountDisplayName: Carl C\ncreatedAt: 2016-03-04T05:06:07.000Z\nzzflag: zzaccountword\n")
        .file("777-account-creation-ip.txt", "accountId: 777\nuserCreationIp: 203.0.113.7\n")
        .file(
            "777-ip-audit.txt",
            "accountId: 777\ncreatedAt: 2020-11-01T10:00:00.000Z\nloginIp: 198.51.100.8\n\naccountId: 777\ncreatedAt: 2020-11-02T10:00:00.000Z\nloginIp: 2001:db8::8\n")
        .file(
            "777-direct-messages.txt",
            "**** conversationId: 777-888\n**** id: 9001\nsenderId: 777\nrecipientId: 888\ntext: see you at noon\ncreatedAt: 2020-11-03T11:00:00.000Z\nmediaUrls: []\n**** id: 9002\nsenderId: 888\nrecipientId: 777\ntext: fine\ncreatedAt: 2020-11-03T11:01:00.000Z\n")
        .file(
            "777-follower.txt",
            "accountId: 888\nuserLink: https://twitter.com/intent/user?user_id=888\n\naccountId: 889\nuserLink: https://twitter.com/intent/user?user_id=889\n")
        .file(
            "777-account-suspension.txt", "timeStamp: 2020-12-01T00:00:00.000Z\naction: Suspend\n")
        .file(
            "777-device-token.txt",
            "clientApplicationId: 258901\ntoken: AbCdEf0123zz9\nclientApplicationName: Twitter for Android\ncreatedAt: 2020-01-01T00:00:00.000Z\nlastSeenAt: 2020-12-01T00:00:00.000Z\n");
  }

  @Test
  void readsXOld() {
    HoldOut h = xOld().readZip().by("(^|-)(x|twitter)-|-(x|twitter)($|-)");
    h.message("see you at noon")
        .byKey(KeyBasis.PLATFORM_ID, "777")
        .to("888")
        .at("2020-11-03T11:00:00Z")
        .inConversation("777-888")
        .id("9001");
    h.message("fine").by("888").to("777");
    h.login("198.51.100.8").at("2020-11-01T10:00:00Z").byKey(KeyBasis.PLATFORM_ID, "777");
    h.login("2001:db8::8").at("2020-11-02T10:00:00Z");
    h.profile("777").selector("email:carl@example.org").says("sxt_carl");
    h.follow("888", "777", How.FOLLOWS);
    h.follow("889", "777", How.FOLLOWS);
    h.activity(What.FLAGGED, "Suspend").at("2020-12-01T00:00:00Z").by("777");
    h.kept("203.0.113.7", "Twitter for Android");
    h.done();
  }

  private static String legend(String text) {
    return "\"" + text + "\"\n================================================================\n";
  }

  static HoldOut snapchat() {
    return HoldOut.of("snapchat-return")
        .file(
            "sxt_snap-123/subscriber_info.csv",
            Made.crlf(
                legend(
                        "username - the account's name\nuser_id - the number, with \"\"quotes\"\" in the legend")
                    + "username,user_id,created,email_address,email_status,pending_email_address,creation_ip,phone_number,phone_status,pending_phone_number,former_phone_number,display_name,status\nsxt_snap,aaaabbbb-1111-2222-3333-ccccddddeeee,2020-02-02 02:02:02 UTC,snap@example.org,VERIFIED,,198.51.100.60,+447700900444,VERIFIED,,,Snappy \uD83D\uDC7B,ACTIVE\n\n"
                    + legend("date - when")
                    + "date,action,old_value,new_value,reason\n2024-05-05 05:05:05 UTC,EMAIL_CHANGE,old@example.org,snap@example.org,USER\n\n"
                    + legend("birthdate")
                    + "birthdate,last_active,follower_count,app_version,2fa_status,email_verified_timestamp,phone_verified_timestamp\n2001-01-01,2024-09-09 09:09:09 PDT,12,13.1.0,DISABLED,,\n"))
        .file(
            "sxt_snap-123/conversations.csv",
            legend("content_type - kind\ntimestamp - when")
                + "content_type,message_type,conversation_id,message_id,reply_to_message_id,conversation_title,sender_username,sender_user_id,recipient_username,recipient_user_id,text,media_id,is_saved,is_one_on_one,timestamp,zz_new_column,is_encrypted\n"
                + "TEXT,CHAT,conv-1,5,,,sxt_snap,aaaabbbb-1111-2222-3333-ccccddddeeee,kyle_k,99990000-1111-2222-3333-ccccddddeeee,\"hey, \"\"boss\"\"\nsecond line\",,true,true,2024-06-01 10:00:00 UTC,zzsnapcolumn,false\n"
                + "EXTERNAL_MEDIA,CHAT,conv-1,6,5,,kyle_k,99990000-1111-2222-3333-ccccddddeeee,sxt_snap,aaaabbbb-1111-2222-3333-ccccddddeeee,,b~EiQSFXh5;b~EiQSFXh6,false,true,2024-06-01 10:01:00 UTC,,false\n")
        .file(
            "sxt_snap-123/chat~media_v4~2024-06-01-10-01-00UTC~kyle_k~sxt_snap~saved~b~EiQSFXh5~v4.jpg",
            new byte[] {9})
        .file(
            "sxt_snap-123/geo_locations.csv",
            legend("latitude - degrees")
                + "latitude,longitude,timestamp\n\"34.47359 ± 39.66 meters\",\"-112.10000 ± 39.66 meters\",Wed Jun 05 12:00:00 UTC 2024\n\n"
                + legend("live")
                + "latitude,longitude,accuracy,timestamp,is_live_location\n34.5,-112.2,10,2024-06-06 01:02:03 UTC,true\n")
        .file(
            "sxt_snap-123/ip_data.csv",
            legend("ip")
                + "ip,asn,first seen time,type\n198.51.100.61,AS64500,2024-06-01 00:00:00 UTC,LOGIN_CREDENTIALS\n2001:db8::61,AS64501,2024-06-02 00:00:00 UTC,zziptype\n")
        .file("sxt_snap-123/friends_list.csv", legend("friends") + "kyle_k\nlila_l\n")
        .file("sxt_snap-123/zz_brand_new.csv", legend("new") + "zzcolumn\nzzvalue9\n");
  }

  @Test
  void readsSnapchat() {
    HoldOut h = snapchat().readZip().by("snap");
    h.message("second line")
        .text("hey, \"boss\"\nsecond line")
        .at("2024-06-01T10:00:00Z")
        .by("sxt_snap")
        .to("kyle_k")
        .id("5")
        .on("snapchat")
        .inConversation("conv-1")
        .bytes("sxt_snap");
    h.the(Record.Message.class, "with media", m -> !m.media().isEmpty())
        .by("kyle_k")
        .media("EiQSFXh5", true)
        .replyTo("5");
    h.count(Record.Message.class, 2);
    h.the(Record.Profile.class, "of sxt_snap", p -> p.selectors().size() >= 2)
        .selector("email:snap@example.org")
        .selector("phone:+447700900444");
    h.activity(What.CHANGED, "old@example.org").at("2024-05-05T05:05:05Z");
    h.place(34.47359, -112.1).at("2024-06-05T12:00:00Z");
    h.the(Record.Place.class, "accuracy 39.66", p -> Math.abs(p.accuracyMetres() - 39.66) < 0.01);
    h.place(34.5, -112.2).at("2024-06-06T01:02:03Z");
    h.login("198.51.100.61").at("2024-06-01T00:00:00Z");
    h.login("2001:db8::61").at("2024-06-02T00:00:00Z");
    h.the(Record.Follow.class, "to kyle_k", f -> Found.is(f.to(), "kyle_k"));
    h.the(Record.Follow.class, "to lila_l", f -> Found.is(f.to(), "lila_l"));
    h.kept("aaaabbbb-1111-2222-3333-ccccddddeeee", "2024-09-09 09:09:09 PDT", "198.51.100.60");
    h.done();
  }

  static HoldOut google() {
    return HoldOut.of("google-return")
        .file(
            "100200300.GoogleAccount.SubscriberInfo_001/Google Account/gina@gmail.example.SubscriberInfo.html",
            """
            <html><head><title>Google Subscriber Information</title></head><body><h2>GOOGLE SUBSCRIBER INFORMATION</h2>
            <ul><li>Google Account ID: 112233445566778899001</li><li>Name: Gina G</li><li>Given Name: Gina</li><li>Family Name: G</li>
            <li>e-Mail: gina@gmail.example</li><li>Alternate e-Mails: gina.alt@example.org</li>
            <li>Created on: 2012-04-05 06:07:08 Z</li><li>Terms of Service IP: 198.51.100.90</li>
            <li>Services: Gmail, YouTube, Web &amp; App Activity</li><li>Deletion Date: </li><li>Deletion IP: </li>
            <li>End of Service Date: </li><li>Status: Enabled</li><li>Last Updated Date: 2025-01-01 00:00:00 Z</li>
            <li>Last Logins: 2025-01-02 03:04:05 Z</li><li>Zz: zzgooglesub</li></ul>
            <h3>ACCOUNT RECOVERY</h3><ul><li>Contact e-Mail: gina.alt@example.org</li><li>Recovery e-Mail: rec@example.org</li><li>Recovery SMS: +447700900777 [US]</li></ul>
            <h3>PHONE NUMBERS</h3><ul><li>User Phone Numbers: +447700900777</li></ul>
            <h3>IP ACTIVITY</h3>
            <table><tr><th>Timestamp</th><th>IP Address</th><th>Activity Type</th><th>Raw User Agents</th></tr>
            <tr><td>2025-01-02 03:04:05 Z</td><td>198.51.100.91</td><td>Login</td><td>Mozilla/5.0 zzuseragent</td></tr>
            <tr><td>2025-01-03 03:04:05 Z</td><td>2001:db8::91</td><td>Logout</td><td></td></tr></table></body></html>\
            """)
        .file(
            "100200300.AccessLogActivity.Activities_001/Access Log Activity/Activities - A list of Google services accessed by.csv",
            Made.bom(
                "Gaia ID,Activity Timestamp,IP Address,Proxied Host IP Address,Is Non-routable IP Address,Activity Country,Activity Region,Activity City,User Agent String,Product Name,Sub-Product Name,Activity Type,Gmail Access Channel\n112233445566778899001,2025-01-04T10:00:00Z,198.51.100.92,,false,GB,ENG,London,Mozilla/5.0,Gmail,,Default,zzchannel\n"))
        .file(
            "100200300.GooglePlayStore.Installs_001/Google Play Store/Installs.csv",
            "Document Title,Install Timestamp,Device Model,Package Name\nSignal,2024-12-24 18:00:00 UTC,Pixel 7,org.thoughtcrime.securesms\n")
        .file(
            "100200300.LocationHistory.Records_001/Location History/Records.json",
            "{\"locations\":[{\"latitudeE7\":515007000,\"longitudeE7\":-1245600,\"accuracy\":20,\"source\":\"WIFI\",\"timestamp\":\"2025-01-05T00:00:00.000Z\",\"zz\":\"zzlocfield\"}]}")
        .file("100200300.NoRecords.Zz_001/zzempty.txt", "zznothing\n");
  }

  @Test
  void readsGoogle() {
    HoldOut h = google().readZip().by("google");
    h.profile("112233445566778899001")
        .selector("email:gina@gmail.example")
        .selector("phone:+447700900777")
        .says("rec@example.org");
    h.login("198.51.100.91").at("2025-01-02T03:04:05Z").by("112233445566778899001");
    h.login("2001:db8::91").at("2025-01-03T03:04:05Z").says("Logout");
    h.login("198.51.100.92")
        .at("2025-01-04T10:00:00Z")
        .byKey(KeyBasis.PLATFORM_ID, "112233445566778899001");
    h.activity(What.INSTALLED, "Signal").at("2024-12-24T18:00:00Z");
    h.place(51.5007, -0.12456).at("2025-01-05T00:00:00Z").by("112233445566778899001");
    h.kept("198.51.100.90", "2012-04-05 06:07:08");
    h.done();
  }

  static HoldOut tiktok() {
    Map<String, List<List<String>>> ips = new LinkedHashMap<>();
    ips.put(
        "IP Data",
        List.of(
            List.of("Timestamp", "Active Start", "IP", "Country", "Zz"),
            List.of(
                "2025-02-01 10:00:00 UTC",
                "2025-02-01 09:00:00 UTC",
                "198.51.100.120",
                "GB",
                "zzipcell"),
            List.of("2025-02-02 10:00:00 UTC", "", "2001:db8::120", "GB", "")));
    Map<String, List<List<String>>> videos = new LinkedHashMap<>();
    videos.put(
        "Videos",
        List.of(
            List.of("Media ID", "Upload Time", "Caption"),
            List.of("7300000000000000001", "2025-02-03 10:00:00 UTC", "sunset at the pier #boat")));
    return HoldOut.of("tiktok-return")
        .file("sxt_tok - IP Data.xlsx", Made.xlsx(ips))
        .file("sxt_tok - Video Metadata.xlsx", Made.xlsx(videos))
        .file(
            "sxt_tok (Subscriber information).pdf",
            Made.pdf(
                "TikTok Subscriber Information",
                "Username: sxt_tok",
                "UID: 6900000000000000001",
                "Registration Method: Phone Number",
                "Phone Number: +447700900888",
                "Registration Date: 2021-01-01 00:00:00 UTC",
                "Registration IP: 198.51.100.121",
                "Registration Device Info: Pixel 4a"));
  }

  @Test
  void readsTiktok() {
    HoldOut h = tiktok().opaque().readZip().by("tiktok");
    h.login("198.51.100.120").at("2025-02-01T10:00:00Z").by("sxt_tok").pointer("2");
    h.login("2001:db8::120").at("2025-02-02T10:00:00Z");
    h.post("sunset at the pier").at("2025-02-03T10:00:00Z").id("7300000000000000001").by("sxt_tok");
    h.the(
        Record.Profile.class,
        "with the telephone",
        p -> p.selectors().stream().anyMatch(s -> s.selector().value().equals("+447700900888")));
    h.kept("198.51.100.121", "Pixel 4a", "zzipcell");
    h.done();
  }

  static HoldOut discord() {
    return HoldOut.of("discord-return")
        .file(
            "messages/dms/900000000000000001.csv",
            "channel_id,id,author_id,timestamp,username,contents,attachments\n900000000000000001,1100000000000000001,300000000000000001,2025-03-01T10:00:00.123000+00:00,sxt_dis,\"drop at 9, ok?\nbring cash\",\"https://cdn.discordapp.com/attachments/900000000000000001/1100000000000000777/a.png\nhttps://cdn.discordapp.com/attachments/900000000000000001/1100000000000000778/b.png\"\n900000000000000001,1100000000000000002,300000000000000002,2025-03-01T10:01:00+00:00,dee,sure \uD83D\uDC4D,\n")
        .file(
            "messages/servers/800000000000000001/900000000000000009.csv",
            "channel_id,id,author_id,timestamp,username,contents,attachments\n900000000000000009,1100000000000000010,300000000000000001,2025-03-02T10:00:00+00:00,sxt_dis,in the server zzservermsg,\n")
        .file(
            "relationships_300000000000000001.csv",
            "user id,username,relationship\n300000000000000002,dee,friend\n300000000000000003,eve,blocked\n")
        .file(
            "servers/800000000000000001.json",
            "{\"id\":\"800000000000000001\",\"name\":\"The Yard\",\"owner_id\":\"300000000000000002\",\"description\":null,\"channels\":{\"900000000000000009\":\"general\"},\"region\":\"europe\",\"preferred_locale\":\"en-GB\",\"threads\":null,\"zz\":\"zzserverfield\"}");
  }

  @Test
  void readsDiscord() {
    HoldOut h = discord().readZip().by("discord");
    h.message("drop at 9")
        .text("drop at 9, ok?\nbring cash")
        .byKey(KeyBasis.PLATFORM_ID, "300000000000000001")
        .at("2025-03-01T10:00:00.123Z")
        .id("1100000000000000001")
        .inConversation("900000000000000001")
        .media("a.png", false)
        .media("b.png", false);
    h.message("sure").byKey(KeyBasis.PLATFORM_ID, "300000000000000002").at("2025-03-01T10:01:00Z");
    h.message("in the server").inConversation("900000000000000009");
    h.the(
        Record.Follow.class,
        "friend dee",
        f -> Found.is(f.to(), "300000000000000002") && f.how() == How.FRIEND);
    h.the(
        Record.Follow.class,
        "blocked eve",
        f -> Found.is(f.to(), "300000000000000003") && f.how() == How.BLOCKS);
    h.kept("The Yard").count(Record.Message.class, 3);
    h.done();
  }
}

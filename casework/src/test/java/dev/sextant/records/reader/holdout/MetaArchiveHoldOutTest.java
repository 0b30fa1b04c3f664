package dev.sextant.records.reader.holdout;

import dev.sextant.records.ConversationRef.Kind;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Follow.How;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import org.junit.jupiter.api.Test;

/** Instagram and Facebook downloads of 2018, 2022 and 2023, JSON and HTML. */
class MetaArchiveHoldOutTest {
  static HoldOut instagram2018() {
    return HoldOut.of("instagram-2018")
        .file(
            "messages.json",
            "[{\"participants\":[\"sxt_ana\",\"sxt_ben\"],\"conversation\":[{\"sender\":\"sxt_ben\",\"created_at\":\"2018-05-01T10:00:00.123456+00:00\",\"text\":\"see you at the pier\",\"zz\":\"zzigold\"},{\"sender\":\"sxt_ana\",\"created_at\":\"2018-05-01T10:01:00+00:00\",\"heart\":\"\u2764\"},{\"sender\":\"sxt_ana\",\"created_at\":\"2018-05-01T10:02:00+00:00\",\"media_owner\":\"sxt_cleo\",\"media_share_caption\":\"zzcaption\",\"media_share_url\":\"https://scontent.example/x.jpg\"}]}]")
        .file(
            "connections.json",
            "{\"following\":{\"sxt_ben\":\"2017-01-01T10:00:00\"},\"followers\":{\"sxt_dan\":\"2017-02-01T10:00:00+00:00\"},\"blocked_users\":{\"sxt_eve\":\"2017-03-01T10:00:00\"},\"zz_list\":{\"zzuser\":\"2017-04-01T10:00:00\"}}")
        .file(
            "profile.json",
            "{\"biography\":\"skipper\",\"date_joined\":\"2016-01-01T10:00:00\",\"email\":\"ana@example.org\",\"gender\":\"\",\"private_account\":true,\"name\":\"Ana\",\"phone_number\":\"+447700900222\",\"username\":\"sxt_ana\"}")
        .file(
            "media.json",
            "{\"photos\":[{\"caption\":\"my boat\",\"taken_at\":\"2018-04-01T10:00:00+00:00\",\"path\":\"photos/201804/a.jpg\",\"location\":\"Porto\"}],\"stories\":null}")
        .file("photos/201804/a.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 7})
        .file(
            "comments.json",
            "{\"media_comments\":[[\"2018-03-01T10:00:00+00:00\",\"nice one\",\"sxt_ben\"]]}")
        .file(
            "likes.json",
            "{\"media_likes\":[[\"2018-03-02T10:00:00+00:00\",\"sxt_cleo\"]],\"comment_likes\":[]}")
        .file(
            "searches.json",
            "[{\"time\":\"2018-03-03T10:00:00+00:00\",\"search_click\":\"sxt_finn\",\"type\":\"user\"}]")
        .file("zz_novel.json", "{\"zzkey\":\"zznovelvalue\"}");
  }

  @Test
  void readsInstagram2018() {
    HoldOut h = instagram2018().readZip().by("meta|insta");
    h.message("see you at the pier")
        .by("sxt_ben")
        .to("sxt_ana")
        .at("2018-05-01T10:00:00.123456Z")
        .on("instagram")
        .bytes("see you at the pier");
    h.count(Record.Message.class, 3);
    h.follow("sxt_ana", "sxt_ben", How.FOLLOWS);
    h.follow("sxt_dan", "sxt_ana", How.FOLLOWS);
    h.follow("sxt_ana", "sxt_eve", How.BLOCKS);
    h.profile("sxt_ana").selector("email:ana@example.org").selector("phone:+447700900222");
    h.post("my boat").by("sxt_ana").at("2018-04-01T10:00:00Z").media("a.jpg", true);
    h.post("nice one").by("sxt_ana").at("2018-03-01T10:00:00Z");
    h.activity(What.REACTED, "sxt_cleo").at("2018-03-02T10:00:00Z");
    h.activity(What.SEARCHED, "sxt_finn").at("2018-03-03T10:00:00Z");
    h.done();
  }

  static HoldOut facebook2022() {
    String thread =
        "{\"participants\":[{\"name\":\"Jos\\u00c3\\u00a9 S\"},{\"name\":\"Dora D\"},{\"name\":\"Emil E\"}],\"messages\":[{\"sender_name\":\"Jos\\u00c3\\u00a9 S\",\"timestamp_ms\":1651399200123,\"content\":\"Ol\\u00c3\\u00a1 a todos \\u00f0\\u009f\\u009a\\u00a2\",\"type\":\"Generic\",\"is_unsent\":false,\"zz_field\":\"zzfbmessage\"},{\"sender_name\":\"Dora D\",\"timestamp_ms\":1651399260000,\"photos\":[{\"uri\":\"messages/inbox/crew_77/photos/1.jpg\",\"creation_timestamp\":1651399260}],\"reactions\":[{\"reaction\":\"\\u00e2\\u009d\\u00a4\",\"actor\":\"Emil E\"}],\"type\":\"Generic\"},{\"sender_name\":\"Emil E\",\"timestamp_ms\":1651399320000,\"content\":\"Emil left the group.\",\"type\":\"Unsubscribe\",\"users\":[{\"name\":\"Emil E\"}]},{\"sender_name\":\"\",\"timestamp_ms\":1651399380000,\"content\":\"from a deleted one\",\"type\":\"Generic\"}],\"title\":\"The crew\",\"is_still_participant\":true,\"thread_type\":\"RegularGroup\",\"thread_path\":\"inbox/crew_77\",\"magic_words\":[]}";
    return HoldOut.of("facebook-2022-json")
        .file("facebook-dora/messages/inbox/crew_77/message_1.json", thread)
        .file(
            "facebook-dora/messages/inbox/crew_77/message_2.json",
            "{\"participants\":[{\"name\":\"Jos\\u00c3\\u00a9 S\"},{\"name\":\"Dora D\"},{\"name\":\"Emil E\"}],\"messages\":[{\"sender_name\":\"Dora D\",\"timestamp_ms\":1651300000000,\"content\":\"an older one\",\"type\":\"Generic\"}],\"title\":\"The crew\",\"thread_path\":\"inbox/crew_77\"}")
        .file(
            "facebook-dora/messages/inbox/crew_77/photos/1.jpg",
            new byte[] {(byte) 0xff, (byte) 0xd8, 9})
        .file(
            "facebook-dora/messages/autofill_information.json",
            "{\"autofill_information_v2\":{\"FULL_NAME\":[\"Dora D\"],\"EMAIL\":[\"dora@example.org\"],\"ZZ\":[\"zzautofill\"]}}")
        .file(
            "facebook-dora/profile_information/profile_information.json",
            Made.bom(
                "{\"profile_v2\":{\"name\":{\"full_name\":\"Dora D\",\"first_name\":\"Dora\"},\"emails\":{\"emails\":[\"dora@example.org\"],\"previous_emails\":[]},\"phone_numbers\":[{\"phone_type\":\"Mobile\",\"phone_number\":\"+447700900333\",\"verified\":true}],\"username\":\"dora.d\",\"registration_timestamp\":1300000000,\"profile_uri\":\"https://www.facebook.com/dora.d\",\"zz\":\"zzfbprofile\"}}"))
        .file(
            "facebook-dora/friends_and_followers/friends.json",
            "{\"friends_v2\":[{\"name\":\"Emil E\",\"timestamp\":1500000000},{\"name\":\"Fay\",\"timestamp\":1500000001}]}")
        .file(
            "facebook-dora/security_and_login_information/account_activity.json",
            "{\"account_activity_v2\":[{\"action\":\"Login\",\"timestamp\":1600000000,\"ip_address\":\"198.51.100.20\",\"user_agent\":\"Mozilla/5.0 zzagent\",\"datr_cookie\":\"zzcookie\",\"city\":\"London\",\"region\":\"England\",\"country\":\"GB\",\"site_name\":\"www.facebook.com\"}]}")
        .file(
            "facebook-dora/posts/your_posts_1.json",
            "[{\"timestamp\":1620000000,\"data\":[{\"post\":\"No cais\"}],\"attachments\":[{\"data\":[{\"place\":{\"name\":\"Cais\",\"coordinate\":{\"latitude\":41.14,\"longitude\":-8.61},\"address\":\"\",\"url\":\"https://www.facebook.com/cais\"}}]}],\"title\":\"Dora D was at Cais.\"},{\"timestamp\":1620000100,\"title\":\"Dora D updated her status.\"}]")
        .file(
            "facebook-dora/comments_and_reactions/comments.json",
            "{\"comments_v2\":[{\"timestamp\":1620000200,\"data\":[{\"comment\":{\"timestamp\":1620000200,\"comment\":\"count me in\",\"author\":\"Dora D\",\"group\":\"Boat people\"}}],\"title\":\"Dora D replied to Emil E's comment.\"}]}")
        .file(
            "facebook-dora/comments_and_reactions/posts_and_comments.json",
            "{\"reactions_v2\":[{\"timestamp\":1620000300,\"data\":[{\"reaction\":{\"reaction\":\"LIKE\",\"actor\":\"Dora D\"}}],\"title\":\"Dora D likes Fay's post.\"}]}")
        .file(
            "facebook-dora/search/your_search_history.json",
            "{\"searches_v2\":[{\"timestamp\":1620000400,\"data\":[{\"text\":\"used outboard\"}],\"title\":\"You searched Facebook\"}]}")
        .file(
            "facebook-dora/location/location_history.json",
            "{\"location_history_v2\":[{\"name\":\"Home\",\"coordinate\":{\"latitude\":51.5,\"longitude\":-0.12},\"creation_timestamp\":1620000500}]}")
        .file(
            "facebook-dora/groups/your_posts_in_groups.json",
            "{\"group_posts_v2\":[{\"timestamp\":1620000600,\"data\":[{\"post\":\"selling nets\"}],\"title\":\"Dora D posted in Boat people.\"}]}")
        .file("facebook-dora/other/zz_section.json", "{\"zz_v2\":[{\"zz\":\"zzfbsection\"}]}")
        .file("facebook-dora/posts/no-data.txt", "")
        .noise();
  }

  @Test
  void readsFacebook2022() {
    HoldOut h = facebook2022().readZip().by("meta|facebook");
    h.message("Olá a todos")
        .text("Olá a todos \uD83D\uDEA2")
        .by("José S")
        .at("2022-05-01T10:00:00.123Z")
        .in(Kind.GROUP)
        .on("facebook")
        .bytes("Ol\\u00c3");
    h.the(Record.Message.class, "with a photo", m -> !m.media().isEmpty())
        .by("Dora D")
        .media("1.jpg", true)
        .at("2022-05-01T10:01:00Z");
    h.told("Emil E", "is told to be in the group");
    h.message("from a deleted one").byNobody();
    h.message("an older one").by("Dora D");
    h.the(
            Record.Follow.class,
            "friend Emil",
            f -> Found.is(f.to(), "Emil E") && f.how() == How.FRIEND)
        .at("2017-07-14T02:40:00Z");
    h.login("198.51.100.20").at("2020-09-13T12:26:40Z").says("Login");
    h.post("No cais").at("2021-05-03T00:00:00Z");
    h.post("count me in").at("2021-05-03T00:03:20Z");
    h.post("selling nets").at("2021-05-03T00:10:00Z");
    h.place(41.14, -8.61).at("2021-05-03T00:00:00Z");
    h.place(51.5, -0.12).at("2021-05-03T00:08:20Z");
    h.activity(What.SEARCHED, "used outboard").at("2021-05-03T00:06:40Z");
    h.activity(What.REACTED, "LIKE").at("2021-05-03T00:05:00Z");
    h.the(Record.Profile.class, "with e-mail", p -> true)
        .selector("email:dora@example.org")
        .selector("phone:+447700900333");
    h.kept("Boat people").done();
  }

  private static String entry(String head, String body, String foot) {
    return "<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><h2 class=\"_3-95 _2pim _a6-h _a6-i\">%s</h2><div class=\"_3-95 _a6-p\"><div><div></div><div>%s</div><div></div><div></div></div></div><div class=\"_3-94 _a6-o\">%s</div></div>"
        .formatted(head, body, foot);
  }

  private static String html(String title, String body) {
    return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\" /><base href=\"../../../../\" /><title>%s</title><style>._a6-p{margin:0}</style></head><body class=\"_5vb_ _2yq _a7o5\"><div class=\"clearfix _ikh\"><div class=\"_4bl9\"><div class=\"_li\"><div class=\"_a705\"><div class=\"_3-8y _3-95 _a70b\"><div class=\"_a70d\"><div class=\"_a70e\">%s</div></div></div><div class=\"_a706\" role=\"main\">%s</div></div></div></div></div></body></html>"
        .formatted(title, title, body);
  }

  static HoldOut instagram2023Html() {
    return HoldOut.of("instagram-2023-html")
        .file(
            "your_instagram_activity/messages/inbox/ben_123456/message_1.html",
            html(
                "Ben B",
                entry("Ben B", "meet at the lock &amp; wait \uD83D\uDE80", "Mar 02, 2025 10:00 pm")
                    + entry(
                        "Ana",
                        "<div><a target=\"_blank\" href=\"your_instagram_activity/messages/inbox/ben_123456/photos/9.jpg\"><img src=\"your_instagram_activity/messages/inbox/ben_123456/photos/9.jpg\" class=\"_a6_o _3-96\" /></a></div>",
                        "Mar 02, 2025 9:59 pm")))
        .file(
            "your_instagram_activity/messages/inbox/ben_123456/photos/9.jpg",
            new byte[] {(byte) 0xff, (byte) 0xd8, 4})
        .file(
            "connections/followers_and_following/followers_1.html",
            html(
                "Followers",
                "<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><div class=\"_a6-p\"><div><div><a target=\"_blank\" href=\"https://www.instagram.com/sxt_gil\">sxt_gil</a></div><div>Feb 01, 2024 1:02 pm</div></div></div></div>"))
        .file(
            "security_and_login_information/login_and_profile_creation/login_activity.html",
            html(
                "Login activity",
                "<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><h2 class=\"_3-95 _2pim _a6-h _a6-i\">2025-03-02T22:00:00+00:00</h2><div class=\"_a6-p\"><table style=\"table-layout: fixed;\"><tr><td colspan=\"2\" class=\"_2pin _a6_q\">Cookie Name<div><div>zzcookie</div></div></td></tr><tr><td colspan=\"2\" class=\"_2pin _a6_q\">IP Address<div><div>198.51.100.31</div></div></td></tr><tr><td colspan=\"2\" class=\"_2pin _a6_q\">Time<div><div>Mar 02, 2025 10:00 pm</div></div></td></tr></table></div></div>"))
        .file("zz_area/zz_page.html", html("Zz", entry("Zz", "zzhtmlsection", "")))
        .file("start_here.html", html("Start", "zzstart"));
  }

  @Test
  void readsInstagram2023Html() {
    HoldOut h = instagram2023Html().readZip().by("meta|insta");
    h.message("meet at the lock")
        .text("meet at the lock & wait \uD83D\uDE80")
        .by("Ben B")
        .on("instagram")
        .bytes("meet at the lock");
    h.the(Record.Message.class, "with a photo", m -> !m.media().isEmpty())
        .by("Ana")
        .media("9.jpg", true);
    h.the(
            Record.Message.class,
            "of unknown zone",
            m ->
                m.header().claimed().basis() != ZoneBasis.STATED
                    && m.header().claimed().text().contains("Mar 02, 2025"))
        .at("2025-03-02T22:00:00Z");
    h.count(Record.Message.class, 2);
    h.the(Record.Follow.class, "sxt_gil follows", f -> Found.is(f.from(), "sxt_gil"));
    h.login("198.51.100.31");
    h.done();
  }

  static HoldOut instagramLocalised() {
    return HoldOut.of("instagram-2023-json-localised")
        .file(
            "instagram-sxt_ana-2025/your_instagram_activity/messages/message_requests/x_55/message_1.json",
            "{\"participants\":[{\"name\":\"Hugo\"},{\"name\":\"Ana\"}],\"messages\":[{\"sender_name\":\"Hugo\",\"timestamp_ms\":1740909600000,\"content\":\"wei\\u00c3\\u009f nicht\",\"share\":{\"link\":\"https://example.org/z\",\"share_text\":\"zzshare\"},\"is_geoblocked_for_viewer\":false}],\"title\":\"Hugo\",\"is_still_participant\":true,\"thread_path\":\"message_requests/x_55\",\"joinable_mode\":{\"mode\":1,\"link\":\"zzjoinlink\"}}")
        .file(
            "instagram-sxt_ana-2025/connections/followers_and_following/followers_1.json",
            "[{\"title\":\"\",\"media_list_data\":[],\"string_list_data\":[{\"href\":\"https://www.instagram.com/sxt_ida\",\"value\":\"sxt_ida\",\"timestamp\":1700000000}]}]")
        .file(
            "instagram-sxt_ana-2025/connections/followers_and_following/following.json",
            "{\"relationships_following\":[{\"title\":\"sxt_jan\",\"media_list_data\":[],\"string_list_data\":[{\"href\":\"https://www.instagram.com/_u/sxt_jan\",\"timestamp\":1700000002}]}]}")
        .file(
            "instagram-sxt_ana-2025/security_and_login_information/login_and_profile_creation/login_activity.json",
            "{\"account_history_login_history\":[{\"title\":\"2025-03-02T22:00:00+00:00\",\"media_map_data\":{},\"string_map_data\":{\"Name des Cookies\":{\"href\":\"\",\"value\":\"zzkeks\",\"timestamp\":0},\"IP-Adresse\":{\"href\":\"\",\"value\":\"198.51.100.32\",\"timestamp\":0},\"Sprachcode\":{\"href\":\"\",\"value\":\"de\",\"timestamp\":0},\"Zeit\":{\"href\":\"\",\"value\":\"\",\"timestamp\":1740952800},\"Benutzer-Agent\":{\"href\":\"\",\"value\":\"Instagram 300 zzagent\",\"timestamp\":0}}}]}")
        .file(
            "instagram-sxt_ana-2025/personal_information/personal_information/personal_information.json",
            "{\"profile_user\":[{\"title\":\"Benutzerinformationen\",\"media_map_data\":{},\"string_map_data\":{\"E-Mail-Adresse\":{\"href\":\"\",\"value\":\"ana@example.org\",\"timestamp\":0},\"Benutzername\":{\"href\":\"\",\"value\":\"sxt_ana\",\"timestamp\":0},\"Telefonnummer\":{\"href\":\"\",\"value\":\"+4915200000000\",\"timestamp\":0}}}]}")
        .file(
            "instagram-sxt_ana-2025/logged_information/recent_searches/word_or_phrase_searches.json",
            "{\"searches_keyword\":[{\"title\":\"\",\"string_map_data\":{\"Suche\":{\"href\":\"\",\"value\":\"hafen nachts\",\"timestamp\":0},\"Zeit\":{\"href\":\"\",\"value\":\"\",\"timestamp\":1740952900}}}]}")
        .file(
            "instagram-sxt_ana-2025/your_instagram_activity/likes/liked_posts.json",
            "{\"likes_media_likes\":[{\"title\":\"sxt_kim\",\"string_list_data\":[{\"href\":\"https://www.instagram.com/p/XYZ/\",\"value\":\"\\u00f0\\u009f\\u0091\\u008d\",\"timestamp\":1740953000}]}]}")
        .file(
            "instagram-sxt_ana-2025/your_instagram_activity/comments/post_comments_1.json",
            "[{\"media_list_data\":[{\"uri\":\"\"}],\"string_map_data\":{\"Kommentar\":{\"href\":\"\",\"value\":\"sch\\u00c3\\u00b6n\",\"timestamp\":0},\"Inhaber der Medien\":{\"href\":\"\",\"value\":\"sxt_kim\",\"timestamp\":0},\"Zeit\":{\"href\":\"\",\"value\":\"\",\"timestamp\":1740953100}}}]")
        .file(
            "instagram-sxt_ana-2025/zz/zz.json",
            "{\"zz_kind\":[{\"string_map_data\":{\"Zz\":{\"value\":\"zzlocalised\"}}}]}");
  }

  @Test
  void readsInstagramLocalised() {
    HoldOut h = instagramLocalised().readZip().by("meta|insta");
    h.message("weiß nicht").by("Hugo").at("2025-03-02T10:00:00Z");
    h.login("198.51.100.32").at("2025-03-02T22:00:00Z").by("sxt_ana");
    h.follow("sxt_ida", "sxt_ana", How.FOLLOWS).at("2023-11-14T22:13:20Z");
    h.follow("sxt_ana", "sxt_jan", How.FOLLOWS);
    h.profile("sxt_ana").selector("email:ana@example.org").selector("phone:+4915200000000");
    h.activity(What.SEARCHED, "hafen nachts").at("2025-03-02T22:01:40Z");
    h.activity(What.REACTED, "XYZ").at("2025-03-02T22:03:20Z");
    h.post("schön").by("sxt_ana").at("2025-03-02T22:05:00Z");
    h.done();
  }

  static HoldOut messengerE2ee() {
    return HoldOut.of("messenger-e2ee")
        .file(
            "messages/Ana_Lopez_1.json",
            "{\"participants\":[\"Ana López\",\"Bo\"],\"threadName\":\"Ana López_1\",\"messages\":[{\"isUnsent\":false,\"media\":[],\"reactions\":[{\"actor\":\"Bo\",\"reaction\":\"👍\"}],\"senderName\":\"Ana López\",\"text\":\"café at nine\",\"timestamp\":1740909600123,\"type\":\"text\"},{\"isUnsent\":false,\"media\":[{\"uri\":\"./media/7.jpeg\"},{\"uri\":\"Failed to download media\"}],\"reactions\":[],\"senderName\":\"Bo\",\"text\":\"\",\"timestamp\":1740909660000,\"type\":\"media\",\"zz\":\"zze2ee\"},{\"isUnsent\":true,\"media\":[],\"reactions\":[],\"senderName\":\"Bo\",\"text\":\"This message was unsent\",\"timestamp\":1740909720000,\"type\":\"text\"}]}")
        .file("media/7.jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, 5});
  }

  @Test
  void readsMessengerE2ee() {
    HoldOut h = messengerE2ee().readZip().by("meta|messenger|facebook");
    h.message("café at nine")
        .by("Ana López")
        .to("Bo")
        .at("2025-03-02T10:00:00.123Z")
        .on("facebook")
        .bytes("café");
    h.the(Record.Message.class, "with media", m -> !m.media().isEmpty())
        .by("Bo")
        .media("7.jpeg", true);
    h.kept("Failed to download media").count(Record.Message.class, 3).done();
  }
}

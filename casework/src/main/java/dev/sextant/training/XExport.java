package dev.sextant.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes what X's "download an archive of your data" holds: {@code data/*.js} in a zip. */
final class XExport {
  private static final DateTimeFormatter TWEET =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern HASHTAG = Pattern.compile("#(\\w+)");

  /** Posts of the owner; posts are no messages and come on top of the conversations. */
  private static final int POSTS = 120;

  /* Far above any number that X has given out. */
  private static final long FIRST_MESSAGE = 9_000_000_000_000_000_000L;
  private static final long FIRST_POST = 9_100_000_000_000_000_000L;

  private final Cast cast;
  private final Cast.Account owner;
  private final Random random;
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Map<String, Object> types = new LinkedHashMap<>();

  XExport(Cast cast, Cast.Account owner, long seed) {
    this.cast = cast;
    this.owner = owner;
    this.random = new Random(seed ^ 0x58L);
  }

  void write(Path file, Map<Talk, List<Line>> talks) throws IOException {
    add("account", "account", List.of(ExportJson.object("account", account())));
    add("profile", "profile", List.of(ExportJson.object("profile", profile())));
    add("tweets", "tweets", posts());
    add("direct-messages", "direct_messages", conversations(talks, "direct"));
    add("direct-messages-group", "direct_messages_group", conversations(talks, "group"));
    add(
        "follower",
        "follower",
        listed("follower", List.of("x01", "x02", "x10", "x24", "x25", "x19")));
    add("following", "following", listed("following", List.of("x02", "x24", "x25", "x20")));
    add("ip-audit", "ip_audit", logins());
    Map<String, String> all = new LinkedHashMap<>();
    all.put("data/manifest.js", "window.__THAR_CONFIG = " + ExportJson.text(manifest(), 2));
    all.putAll(parts);
    StoredZip.write(file, all);
  }

  private void add(String file, String type, List<Object> items) {
    String camel = camel(type);
    parts.put(
        "data/" + file + ".js", "window.YTD." + type + ".part0 = " + ExportJson.text(items, 2));
    types.put(
        camel,
        ExportJson.object(
            "files",
            List.of(
                ExportJson.object(
                    "fileName",
                    "data/" + file + ".js",
                    "globalName",
                    "YTD." + type + ".part0",
                    "count",
                    Integer.toString(items.size())))));
  }

  private static String camel(String type) {
    StringBuilder out = new StringBuilder();
    for (String word : type.split("_", -1)) {
      out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }

  private Object manifest() {
    return ExportJson.object(
        "userInfo",
        ExportJson.object(
            "accountId", owner.number(), "userName", owner.handle(), "displayName", owner.shown()),
        "archiveInfo",
        ExportJson.object(
            "sizeBytes",
            "0",
            "generationDate",
            "2026-02-28T12:00:00.000Z",
            "isPartialArchive",
            false),
        "dataTypes",
        types);
  }

  private Object account() {
    return ExportJson.object(
        "email",
        owner.email(),
        "createdVia",
        "web",
        "username",
        owner.handle(),
        "accountId",
        owner.number(),
        "createdAt",
        "2023-03-05T20:11:32.000Z",
        "accountDisplayName",
        owner.shown());
  }

  private Object profile() {
    return ExportJson.object(
        "description",
        ExportJson.object(
            "bio",
            "Plant and tools, bought and sold. No agents.",
            "website",
            "",
            "location",
            "by the water"));
  }

  private List<Object> posts() throws IOException {
    Chatter chatter = Chatter.load();
    List<Instant> times = new ArrayList<>();
    long days = Duration.between(Talk.BEGIN, Talk.END).toDays();
    for (int i = 0; i < POSTS; i++) {
      times.add(
          Talk.BEGIN
              .plus(Duration.ofDays(random.nextInt((int) days)))
              .plusSeconds(7 * 3600L + random.nextInt(15 * 3600)));
    }
    Collections.sort(times);
    List<Object> posts = new ArrayList<>();
    for (int i = 0; i < POSTS; i++) {
      String text = chatter.line("posts", List.of("en"), random);
      Cast.Account friend = cast.account(random.nextBoolean() ? "x10" : "x25");
      boolean mentions = random.nextInt(6) == 0;
      posts.add(
          ExportJson.object(
              "tweet", post(FIRST_POST + i * 7919L, times.get(i), text, mentions ? friend : null)));
    }
    Collections.reverse(posts); // The newest comes first.
    return posts;
  }

  private static Object post(long id, Instant at, String words, Cast.@Nullable Account friend) {
    String text = friend == null ? words : "@" + friend.handle() + " " + words;
    List<Object> mentions = new ArrayList<>();
    if (friend != null) {
      mentions.add(
          ExportJson.object(
              "name",
              friend.shown(),
              "screen_name",
              friend.handle(),
              "indices",
              List.of("0", Integer.toString(friend.handle().length() + 1)),
              "id_str",
              friend.number(),
              "id",
              friend.number()));
    }
    List<Object> hashtags = new ArrayList<>();
    Matcher m = HASHTAG.matcher(text);
    while (m.find()) {
      hashtags.add(
          ExportJson.object(
              "text",
              m.group(1),
              "indices",
              List.of(Integer.toString(m.start()), Integer.toString(m.end()))));
    }
    String number = Long.toString(id);
    return ExportJson.object(
        "retweeted",
        false,
        "source",
        "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
        "entities",
        ExportJson.object(
            "hashtags",
            hashtags,
            "symbols",
            List.of(),
            "user_mentions",
            mentions,
            "urls",
            List.of()),
        "display_text_range",
        List.of("0", Integer.toString(text.length())),
        "favorite_count",
        Integer.toString(text.length() % 7),
        "id_str",
        number,
        "truncated",
        false,
        "retweet_count",
        "0",
        "id",
        number,
        "created_at",
        TWEET.format(at),
        "favorited",
        false,
        "full_text",
        text,
        "lang",
        "en");
  }

  /** The number that a line has in the archive. */
  static long number(Talk talk, Line line) {
    return FIRST_MESSAGE
        + Math.floorMod(talk.key().hashCode(), 1_000_000) * 100_000L
        + line.number();
  }

  /** The number of a conversation: for two, both accounts' numbers, the smaller first. */
  static String conversation(Talk talk) {
    if (talk.kind().equals("group")) {
      return talk.number();
    }
    List<String> two = talk.members().stream().map(m -> m.account().number()).sorted().toList();
    return two.get(0) + "-" + two.get(1);
  }

  private static List<Object> conversations(Map<Talk, List<Line>> talks, String kind) {
    List<Object> all = new ArrayList<>();
    talks.forEach((talk, lines) -> {
      if (talk.kind().equals(kind)) {
        List<Object> messages = new ArrayList<>();
        for (Line line : lines) {
          messages.add(ExportJson.object("messageCreate", message(talk, line)));
        }
        Collections.reverse(messages);
        all.add(
            ExportJson.object(
                "dmConversation",
                ExportJson.object("conversationId", conversation(talk), "messages", messages)));
      }
    });
    return all;
  }

  private static Object message(Talk talk, Line line) {
    String recipient = null;
    if (talk.kind().equals("direct")) {
      for (Talk.Member member : talk.members()) {
        if (!member.account().equals(line.author())) {
          recipient = member.account().number();
        }
      }
    }
    return ExportJson.object(
        "recipientId",
        recipient,
        "reactions",
        List.of(),
        "urls",
        List.of(),
        "text",
        line.text(),
        "mediaUrls",
        List.of(),
        "senderId",
        line.author().number(),
        "id",
        Long.toString(number(talk, line)),
        "createdAt",
        ISO.format(line.at()));
  }

  private List<Object> listed(String how, List<String> accounts) {
    List<Object> all = new ArrayList<>();
    for (String id : accounts) {
      String number = cast.account(id).number();
      all.add(
          ExportJson.object(
              how,
              ExportJson.object(
                  "accountId",
                  number,
                  "userLink",
                  "https://twitter.com/intent/user?user_id=" + number)));
    }
    return all;
  }

  private List<Object> logins() {
    List<Object> all = new ArrayList<>();
    Instant at = Talk.END;
    for (int i = 0; i < 30; i++) {
      at = at.minusSeconds(86_400L * 3 + random.nextInt(90_000));
      all.add(
          ExportJson.object(
              "ipAudit",
              ExportJson.object(
                  "accountId",
                  owner.number(),
                  "createdAt",
                  ISO.format(at),
                  "loginIp",
                  "192.0.2." + (10 + random.nextInt(4)))));
    }
    return all;
  }
}
